import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { matchesGolden } from '../support/golden.ts';
import { runCommand } from './runCommand.ts';

const golden = (name: string) => fileURLToPath(new URL(`goldens/${name}`, import.meta.url));
const simulate = (format: string) =>
  runCommand(
    'simulate',
    'samples/northwind/northwind.slapolicy',
    '--tickets',
    'samples/northwind/tickets.ndjson',
    '--format',
    format,
  );

describe('samples: what happens to the tickets of Northwind', () => {
  it('as people read it', async () => {
    const { exit, stdout, stderr } = await simulate('text');
    assert.equal(stderr, '');
    assert.notEqual(exit, 2);
    matchesGolden(golden('northwind.txt'), stdout);
  });

  it('as programs read it', async () => {
    const { exit, stdout } = await simulate('ndjson');
    assert.notEqual(exit, 2);
    matchesGolden(golden('northwind.ndjson'), stdout);
  });
});
