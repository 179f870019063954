import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findPolicies } from '../../../server/cli/input/findPolicies.ts';

const files = [
  'b.slapolicy',
  'a.slapolicy',
  'notes.txt',
  'deep/c.slapolicy',
  'deep/er/d.slapolicy',
  'deep/er/d2.slapolicy',
  'node_modules/x/e.slapolicy',
  '.hidden/f.slapolicy',
  'odd [1].slapolicy',
];

const cases: [operands: string[], found: string[] | RegExp][] = [
  [['a.slapolicy'], ['a.slapolicy']],
  [
    ['b.slapolicy', 'a.slapolicy', 'b.slapolicy'],
    ['b.slapolicy', 'a.slapolicy'],
  ],
  [['notes.txt'], ['notes.txt']],
  [['deep'], ['deep/c.slapolicy', 'deep/er/d.slapolicy', 'deep/er/d2.slapolicy']],
  [
    ['.'],
    [
      'a.slapolicy',
      'b.slapolicy',
      'deep/c.slapolicy',
      'deep/er/d.slapolicy',
      'deep/er/d2.slapolicy',
      'odd [1].slapolicy',
    ],
  ],
  [['*.slapolicy'], ['a.slapolicy', 'b.slapolicy', 'odd [1].slapolicy']],
  [['./[ab].*'], ['a.slapolicy', 'b.slapolicy']],
  [['[!a].slapolicy'], ['b.slapolicy']],
  [['deep/*'], ['deep/c.slapolicy']],
  [['deep/**'], ['deep/c.slapolicy', 'deep/er/d.slapolicy', 'deep/er/d2.slapolicy']],
  [['**/d?.slapolicy'], ['deep/er/d2.slapolicy']],
  [['**/{a,c}.slapolicy'], ['a.slapolicy', 'deep/c.slapolicy']],
  [['odd [1].slapolicy'], ['odd [1].slapolicy']],
  [['-', 'a.slapolicy'], ['a.slapolicy']],
  [['missing.slapolicy'], /does not exist/],
  [['deep/*.txt'], /fits/],
  [['empty'], /no \.slapolicy file/],
  [['[z-a].slapolicy'], /fits/],
];

describe('policies named by operands', () => {
  let cwd = '';
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'slapolicy-'));
    mkdirSync(join(cwd, 'empty'));
    for (const file of files) {
      mkdirSync(join(cwd, dirname(file)), { recursive: true });
      writeFileSync(join(cwd, file), '');
    }
    symlinkSync('..', join(cwd, 'deep', 'circle'));
  });
  after(() => rmSync(cwd, { recursive: true }));

  for (const [operands, expected] of cases) {
    it(operands.join(' '), () => {
      const found = findPolicies(operands, cwd);
      if (expected instanceof RegExp) assert.match(found.ok ? found.paths.join() : found.message, expected);
      else assert.deepEqual(found.ok && found.paths.map((path) => relative(cwd, path)), expected);
    });
  }
});
