import assert from 'node:assert/strict';
import { createDocument, offsetAt } from '../../server/model/document.ts';
import { marked } from '../support/marked.ts';
import { addressOf, openPolicy, world } from './openPolicy.ts';

/** The cursor stands on the name, and the range on its declaration. */
const cases: [what: string, source: string][] = [
  ['an event', 'events <|received|>, closed\nbenchmark b { from recei<|>ved until closed }'],
  ['a name at its end', 'events <|received|>, closed\nbenchmark b { from received<|> until closed }'],
  ['a name at its beginning', 'events <|received|>, closed\nbenchmark b { from <|>received until closed }'],
  ['a field', 'ticket { <|size|> number }\nbenchmark b { applies when si<|>ze at least 3 }'],
  ['a value', 'ticket { size one of <|small|>, large }\nbenchmark b { applies when size is sm<|>all }'],
  ['a state', 'events a, b\nstate <|busy|> from a until b\nbenchmark b { pauses while bu<|>sy }'],
  ['a calendar', 'calendar <|office|> { open mon..fri 09:00-17:00 }\nbenchmark b { counts off<|>ice }'],
  ['a role', 'roles <|agent|>\nevents a, b\nbenchmark b { from a until b by ag<|>ent }'],
  ['a benchmark', 'benchmark <|b|> { from a until b }\nladder l on b<|> { at breach notify x }'],
  [
    'a benchmark of a regulation',
    'regulation law { title "x" }\nbenchmark <|b|> of law { from a until b }\nbenchmark c { meets law.b<|> }',
  ],
  [
    'the regulation',
    'regulation <|law|> { title "x" }\nbenchmark b of law { from a until b }\nbenchmark c { meets la<|>w.b }',
  ],
  ['a datum', 'event survey { <|score|> number 0..10 }\nmetric m from survey { average of sco<|>re }'],
  [
    'a step',
    'dispute d { opens on a step one { on overdue -> tw<|>o } step <|two|> { on overdue -> ends as x } }',
  ],
  [
    'a person',
    'roles agent\nperson <|ana|> is agent { }\nevents a\nscenario "s" { 2026-01-01 10:00 a by an<|>a }',
  ],
  ['its own declaration', 'events <|recei<|>ved|>'],
];

describe('definition leads to', () => {
  for (const [what, source] of cases)
    it(what, () => {
      const { service, uri, cursors, between, marked: found } = openPolicy(source);
      const location = service.definition(uri, cursors[0]!);
      assert.ok(location, 'leads nowhere');
      assert.equal(location.uri, uri);
      const [range] = found.ranges;
      assert.equal(between(location.range), found.text.slice(range!.start, range!.end));
      assert.equal(offsetAt(createDocument(uri, found.text), location.range.start), range!.start);
    });

  it('another file', () => {
    const other = marked('events received\n// …\nroles <|board|>');
    const source = `import "more/people.slapolicy"\n${world}\nladder l on answer { at breach notify bo<|>ard }`;
    const { service, uri, cursors } = openPolicy(source, { 'more/people.slapolicy': other.text });
    const location = service.definition(uri, cursors[0]!);
    assert.equal(location?.uri, addressOf('more/people.slapolicy'));
    assert.deepEqual(location?.range.start, { line: 2, character: 6 });
  });

  it('the file that an import names', () => {
    const { service, uri, cursors } = openPolicy('import "peo<|>ple.slapolicy"', {
      'people.slapolicy': 'roles board',
    });
    assert.equal(service.definition(uri, cursors[0]!)?.uri, addressOf('people.slapolicy'));
  });

  for (const [what, source] of [
    ['an import of nothing', 'import "no<|>where.slapolicy"'],
    ['an unknown name', 'benchmark b { counts nowh<|>ere }'],
    ['a word of the language', 'benchmark b { fro<|>m a until b }'],
    ['a name in a comment', 'events received // rece<|>ived'],
  ] as const)
    it(`nowhere from ${what}`, () => {
      const { service, uri, cursors } = openPolicy(source);
      assert.equal(service.definition(uri, cursors[0]!), undefined);
    });
});
