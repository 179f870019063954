import { runScenarios } from './support/runScenarios.ts';

/** Every sentence about time has a scenario in `test/time/`, reckoned by hand: add one there and it is run here. */
describe('time', () => {
  runScenarios(new URL('time/', import.meta.url));
});
