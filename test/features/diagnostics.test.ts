import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { addressOf, openPolicy, world } from './openPolicy.ts';

const pages = 'file:///somewhere/slapolicy/';

describe('diagnostics', () => {
  it('tell what is wrong, where, and where it is explained', () => {
    const { service, uri, between } = openPolicy(
      `${world}\nladder l on nothing { at breach notify agent }`,
      {},
      { pages },
    );
    const [diagnostic, ...others] = service.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.ok(diagnostic);
    assert.equal(diagnostic.code, 'name/unknown');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic.source, 'slapolicy');
    assert.equal(between(diagnostic.range), 'nothing');
    assert.equal(diagnostic.codeDescription?.href, `${pages}docs/diagnostics/name-unknown.md`);
  });

  it('have no link where there are no pages', () => {
    const { service, uri } = openPolicy('benchmark b { counts nothing from a until b }');
    assert.ok(service.diagnostics(uri).every(({ codeDescription }) => codeDescription === undefined));
  });

  it('show the other place of a name given twice, in another file', () => {
    const { service, uri } = openPolicy(`import "more.slapolicy"\n${world}`, {
      'more.slapolicy': 'roles agent',
    });
    const twice = service.diagnostics(uri).find(({ code }) => code === 'name/duplicate');
    const [place] = twice?.relatedInformation ?? [];
    assert.equal(place?.location.uri, addressOf('more.slapolicy'));
    assert.deepEqual(place?.location.range.start, { line: 0, character: 6 });
  });

  it('show the row of a roster that is wrong', async () => {
    const { service, uri, between } = openPolicy(`people from "roster.csv"\n${world}`, {
      'roster.csv': 'name,role\nben,agnet\n',
    });
    const wrong = (await service.allDiagnostics(uri)).find(({ code }) => code === 'roster/unknown-role');
    assert.ok(wrong);
    assert.equal(between(wrong.range), '"roster.csv"');
    const [place] = wrong.relatedInformation ?? [];
    assert.equal(place?.location.uri, addressOf('roster.csv'));
    assert.deepEqual(place?.location.range, {
      start: { line: 1, character: 4 },
      end: { line: 1, character: 9 },
    });
  });

  it('are those of the file alone, not of what it imports', () => {
    const { service, uri } = openPolicy(`import "more.slapolicy"\n${world}`, {
      'more.slapolicy': 'nonsense',
    });
    assert.deepEqual(service.diagnostics(uri), []);
    assert.notDeepEqual(service.diagnostics(addressOf('more.slapolicy')), []);
  });

  it('judge an imported file by the policy that imports it', () => {
    const files = { 'part.slapolicy': 'ladder l on answer { at breach notify agent }' };
    const { service } = openPolicy(`import "part.slapolicy"\n${world}`, files);
    service.learn(addressOf('main.slapolicy'));
    assert.deepEqual(service.diagnostics(addressOf('part.slapolicy')), []);
  });

  it('show what only the compiled policy shows when there is time for it', async () => {
    const { service, uri } = openPolicy(
      `${world}\nbenchmark b { applies when priority at least low from received until answered within 1 day }`,
    );
    const isOf = ({ code }: { code?: unknown }) => code === 'condition/constant';
    assert.ok((await service.allDiagnostics(uri)).some(isOf));
    assert.ok(!service.diagnostics(uri).some(isOf));
  });

  it('are none for a file that is not there', () => {
    const { service } = openPolicy('');
    assert.deepEqual(service.diagnostics(addressOf('nowhere.slapolicy')), []);
  });

  for (const [what, text] of [
    ['empty', ''],
    ['binary', '\u0000\u0001\uFFFD{{{'],
    ['full of braces', '{'.repeat(2000)],
    ['one long word', 'a'.repeat(100_000)],
  ] as const)
    it(`come for a text that is ${what}`, async () => {
      const { service, uri } = openPolicy(text);
      assert.ok(Array.isArray(await service.allDiagnostics(uri)));
    });
});
