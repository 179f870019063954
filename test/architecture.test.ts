import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readModule } from './architecture/readModule.ts';
import { findCycle, violations } from './architecture/violations.ts';

const paths = ['grammar', 'server', 'client'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const modules = paths.map((path) => readModule(path, readFileSync(path, 'utf8')));

describe('architecture', () => {
  it('reads every module', () => {
    assert.ok(modules.length > 60, `${modules.length} modules`);
    const imports = modules.flatMap((module) => module.imports);
    assert.ok(imports.length > 2 * modules.length, `${imports.length} imports`);
  });

  it('keeps to the table of imports and globals', () => {
    assert.deepEqual(violations(modules), []);
  });

  it('has no folders that import each other', () => {
    assert.deepEqual(findCycle(modules), []);
  });

  const breaches: [what: string, path: string, text: string, found: string][] = [
    ['a static import', 'server/engine/time/a.ts', "import { DateTime } from 'luxon';", 'imports luxon'],
    ['a dynamic import', 'server/checks/a.ts', "await import('vscode');", 'imports vscode'],
    [
      'a type import',
      'server/engine/clock/a.ts',
      "import type { A } from '../simulation/b.ts';",
      'imports server/engine/simulation/b.ts',
    ],
    [
      'a type in place',
      'grammar/a.ts',
      "let x: import('../server/model/b.ts').B;",
      'imports server/model/b.ts',
    ],
    [
      'an export from elsewhere',
      'server/model/a.ts',
      "export { x } from '../features/b.ts';",
      'imports server/features/b.ts',
    ],
    [
      'the transport',
      'server/features/a.ts',
      "import { x } from 'vscode-languageserver/node';",
      'imports vscode-languageserver',
    ],
    ['the file system', 'server/compile/a.ts', "import { readFileSync } from 'fs';", 'imports node'],
    ['a computed import', 'server/cli/a.ts', 'await import(name);', 'imports computed name'],
    ['a required package', 'server/engine/a.ts', "createRequire(import.meta.url)('luxon');", 'imports luxon'],
    ['the clock', 'server/engine/a.ts', 'const now = Date.now();', 'uses Date.now'],
    ['the clock in other words', 'server/engine/a.ts', 'const now = +new Date();', 'uses new Date()'],
    ['chance', 'server/engine/a.ts', 'const r = Math.random();', 'uses Math.random'],
    ['the locale', 'server/engine/a.ts', "new Intl.DateTimeFormat('en');", 'uses Intl'],
    ['the order of the locale', 'server/checks/a.ts', 'a.localeCompare(b);', 'uses .localeCompare'],
    ['the environment', 'server/engine/a.ts', 'const { TZ } = process.env;', 'uses process'],
    ['a folder of its own', 'server/misc/a.ts', '', 'is in no layer of the table'],
  ];
  for (const [what, path, text, found] of breaches) {
    it(`finds ${what}`, () => {
      const all = violations([readModule(path, text)]);
      assert.equal(all.length, 1, all.join('\n'));
      assert.ok(all[0]!.includes(found), all[0]);
    });
  }

  it('finds folders that import each other', () => {
    const ring = [
      readModule('server/model/a.ts', "import type { B } from '../checks/b.ts';"),
      readModule('server/checks/b.ts', "import { a } from '../model/a.ts';"),
    ];
    assert.deepEqual(findCycle(ring), ['server/model', 'server/checks', 'server/model']);
  });

  it('allows dates that depend on nothing', () => {
    const text =
      'const a = new Date(0).getTime(); const b = Date.UTC(2026, 1); const o = { process: 1 }; o.process;';
    assert.deepEqual(violations([readModule('server/engine/a.ts', text)]), []);
  });
});
