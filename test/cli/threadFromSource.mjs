import { register } from 'tsx/esm/api';

register();
await import('../../server/cli/simulate/thread.ts');
