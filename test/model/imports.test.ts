import assert from 'node:assert/strict';
import { check } from '../../server/checks/check.ts';
import { workspaceOf } from './files.ts';

/** Files by name, and the problems of each: code and the text underlined. */
const cases: { what: string; files: Record<string, string>; problems: Record<string, string[]> }[] = [
  {
    what: 'a name from an imported file',
    files: {
      'a.slapolicy': 'import "b.slapolicy"\nstate held from stopped until resumed',
      'b.slapolicy': 'events stopped, resumed',
    },
    problems: { 'a.slapolicy': [], 'b.slapolicy': [] },
  },
  {
    what: 'a name from a file that an imported file imports, in another folder',
    files: {
      'a.slapolicy': 'import "parts/b.slapolicy"\nstate held from stopped until resumed',
      'parts/b.slapolicy': 'import "../c.slapolicy"',
      'c.slapolicy': 'events stopped, resumed',
    },
    problems: { 'a.slapolicy': [] },
  },
  {
    what: 'a file that two files import, once',
    files: {
      'a.slapolicy': 'import "b.slapolicy"\nimport "c.slapolicy"',
      'b.slapolicy': 'import "d.slapolicy"',
      'c.slapolicy': 'import "d.slapolicy"',
      'd.slapolicy': 'events stopped',
    },
    problems: { 'a.slapolicy': [], 'b.slapolicy': [], 'd.slapolicy': [] },
  },
  {
    what: 'a missing file, an empty path and a path that makes no address',
    files: { 'a.slapolicy': 'import "none.slapolicy"\nimport ""\nimport "http://["' },
    problems: {
      'a.slapolicy': ['import/missing "none.slapolicy"', 'import/missing ""', 'import/missing "http://["'],
    },
  },
  {
    what: 'a ring of three, told in each file',
    files: {
      'a.slapolicy': 'import "b.slapolicy"',
      'b.slapolicy': 'import "c.slapolicy"',
      'c.slapolicy': 'import "a.slapolicy"',
    },
    problems: {
      'a.slapolicy': ['import/cycle "b.slapolicy"'],
      'b.slapolicy': ['import/cycle "c.slapolicy"'],
      'c.slapolicy': ['import/cycle "a.slapolicy"'],
    },
  },
  {
    what: 'a ring behind a file that is not in it',
    files: {
      'a.slapolicy': 'import "b.slapolicy"',
      'b.slapolicy': 'import "c.slapolicy"',
      'c.slapolicy': 'import "b.slapolicy"',
    },
    problems: { 'a.slapolicy': [], 'b.slapolicy': ['import/cycle "c.slapolicy"'] },
  },
  {
    what: 'the same name in two files, told in the later one',
    files: {
      'a.slapolicy': 'import "b.slapolicy"\nevents stopped, resumed',
      'b.slapolicy': 'events stopped',
    },
    problems: { 'a.slapolicy': ['name/duplicate stopped'], 'b.slapolicy': [] },
  },
  {
    what: 'a benchmark of a regulation beside one of the policy',
    files: {
      'a.slapolicy':
        'import "b.slapolicy"\nevents asked, told\nbenchmark reply {\n  from asked until told\n  within 2 days\n}\n' +
        'benchmark repeat {\n  from start of law.reply until told\n  within 2 days\n}',
      'b.slapolicy':
        'regulation law { title "Law" }\nbenchmark reply of law {\n  from asked until told\n  within 3 days\n}',
    },
    problems: { 'a.slapolicy': [] },
  },
];

describe('imports', () => {
  for (const { what, files, problems } of cases)
    it(what, () => {
      const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [uriOf(name), text]));
      for (const [name, expected] of Object.entries(problems)) {
        const found = check(workspaceOf(texts), uriOf(name)).map(
          ({ code, start, end }) => `${code} ${files[name]!.slice(start, end)}`,
        );
        assert.deepEqual(found, expected, name);
      }
    });

  it('judges a part by the policy that imports it', () => {
    const workspace = workspaceOf({
      [uriOf('part.slapolicy')]: 'state held from stoped until resumed',
      [uriOf('policy.slapolicy')]:
        'import "part.slapolicy"\nevents stopped, resumed\n' +
        'policy p { effective 2026-07-01 timezone Australia/Sydney begins with stopped }',
    });
    const codes = () => check(workspace, uriOf('part.slapolicy')).map(({ code }) => code);
    assert.deepEqual(codes(), ['name/left-open', 'name/left-open']);
    workspace.document(uriOf('policy.slapolicy'));
    assert.deepEqual(codes(), ['name/unknown']);
  });

  it('tells the problems of imported files too when asked', () => {
    const workspace = workspaceOf({
      [uriOf('a.slapolicy')]: 'import "b.slapolicy"\nevents stopped',
      [uriOf('b.slapolicy')]: 'state held from stoped until stopped',
    });
    const found = check(workspace, uriOf('a.slapolicy'), { imports: true });
    assert.deepEqual(
      found.map(({ uri, code }) => [uri, code]),
      [[uriOf('b.slapolicy'), 'name/unknown']],
    );
    assert.deepEqual(check(workspace, uriOf('a.slapolicy')), []);
  });

  it('reads unsaved text before the file, and the file again afterwards', () => {
    const files: Record<string, string> = {
      [uriOf('a.slapolicy')]: 'import "b.slapolicy"\nstate held from stopped until resumed',
      [uriOf('b.slapolicy')]: 'events stopped, resumed',
    };
    const workspace = workspaceOf(files);
    const codes = () => check(workspace, uriOf('a.slapolicy')).map(({ code }) => code);
    assert.deepEqual(codes(), []);
    workspace.set(uriOf('b.slapolicy'), 'events stopped, restarted');
    assert.deepEqual(codes(), ['name/unknown']);
    workspace.remove(uriOf('b.slapolicy'));
    assert.deepEqual(codes(), []);
    files[uriOf('b.slapolicy')] = 'events stopped, continued';
    assert.deepEqual(codes(), []);
    workspace.invalidate(uriOf('b.slapolicy'));
    assert.deepEqual(codes(), ['name/unknown']);
    delete files[uriOf('b.slapolicy')];
    workspace.invalidate(uriOf('b.slapolicy'));
    assert.ok(codes().includes('import/missing'));
  });
});

function uriOf(name: string): string {
  return `file:///folder/${name}`;
}
