import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../grammar/parse.ts';
import { needsHolidays } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { relativePath, sourceText } from '../../server/compile/sources.ts';
import { workspaceOf } from '../model/files.ts';
import { marked } from '../support/marked.ts';
import { compileText, header, home, office } from './compileText.ts';

const resolve = `
benchmark resolve {
  from   received until resolved
  within 2 business days
}
`;

/** What stands in the way of a policy, marked in the text. */
const broken: [what: string, text: string, code: string][] = [
  ['no policy', `<||>events received`, 'policy/missing'],
  ['two policies', `${header}${office}policy <|other|> { timezone Europe/Dublin }`, 'policy/several'],
  [
    'an error of syntax',
    `${header}${office}benchmark resolve { from received <|until|> }`,
    'policy/has-errors',
  ],
  ['an unknown name', `${header}${office}state on-hold from <|askd|> until answered`, 'policy/has-errors'],
  ['a missing import', `import <|"elsewhere.slapolicy"|>${header}${office}`, 'policy/has-errors'],
  ['no zone', `policy <|complaints|> { version "1" }`, 'clause/missing'],
  ['an unknown zone', `policy <|complaints|> { timezone Atlantis/Capital }`, 'zone/unknown'],
  [
    'half a day',
    `${header}${office}${resolve.replace('2 business days', '<|1.5 business days|>')}`,
    'policy/has-errors',
  ],
  [
    'too fine a time',
    `${header}${office}${resolve.replace('2 business days', '<|0.0005 seconds|>')}`,
    'policy/has-errors',
  ],
  ['no clock', `${header}${office}benchmark <|resolve|> { within 2 days }`, 'clause/missing'],
  [
    'holidays that are not loaded',
    `${header}calendar office { open mon 09:00-17:00 closed <|holidays IE|> }`,
    'calendar/holidays-not-loaded',
  ],
  [
    'a calendar that extends itself',
    `${header}calendar office extends depot {}\ncalendar depot extends <|office|> {}`,
    'calendar/extends-itself',
  ],
];

describe('compile', () => {
  for (const [what, written, code] of broken) {
    it(`says that there is ${what}`, () => {
      const { text, ranges } = marked(written);
      const { policy, scenarios, problems } = compileText(text);
      const found = problems.map((problem) => ({
        code: problem.code,
        start: problem.start,
        end: problem.end,
      }));
      assert.deepEqual(
        found,
        ranges.map(({ start, end }) => ({ code, start, end })),
      );
      assert.equal(policy, undefined);
      assert.deepEqual(scenarios, []);
      assert.equal(problems[0]?.uri, home);
    });
  }

  it('says which regions and kinds of holidays there are not', async () => {
    const holidays = await loadHolidays();
    const at = (line: string) =>
      compileText(`${header}calendar office { open mon 09:00-17:00 ${line} }`, { holidays }).problems.map(
        ({ code }) => code,
      );
    assert.deepEqual(at('closed holidays AU-XYZ'), ['region/unknown']);
    assert.deepEqual(at('closed holidays AU-NSW of publik'), ['calendar/unknown-holidays']);
    assert.deepEqual(at('closed holidays AU-NSW of public, bank'), []);
  });

  it('asks for holidays only where a calendar closes on them', () => {
    const asks = (text: string) => needsHolidays(workspaceOf({ [home]: text }).program(home));
    assert.equal(asks(header + office), false);
    assert.equal(asks('calendar office { closed holidays IE }'), true);
  });

  it('takes the policy of the root file before one that it imports', () => {
    const imports = { 'other.slapolicy': header.replace('complaints', 'other') + office };
    const { policy } = compileText(
      `import "other.slapolicy" policy own { timezone Europe/Dublin }`,
      {},
      imports,
    );
    assert.equal(policy?.id, 'own');
    assert.equal(compileText(`import "other.slapolicy"`, {}, imports).policy?.id, 'other');
  });

  it('leaves a broken scenario out and the policy whole', () => {
    const scenarios =
      'scenario "a" { 2026-09-01 09:00 received }\nscenario "b" { 2026-09-01 09:00 recieved }';
    const result = compileText(header + office + resolve + scenarios);
    assert.ok(result.policy);
    assert.deepEqual(
      result.problems.map(({ code }) => code),
      ['scenario/has-errors'],
    );
    assert.deepEqual(
      result.scenarios.map(({ title }) => title),
      ['a'],
    );
  });

  const effective: [clause: string, extra: string, from: string, until: string][] = [
    ['effective 2026-07-01 until 2027-06-30', '', '2025-01-01', '2028-12-31'],
    [
      'effective 2026-07-01 until 2027-06-30',
      'right appeal { opens on resolved closes 12 months after opening }',
      '2025-01-01',
      '2029-12-31',
    ],
    [
      'effective 2026-07-01 until 2027-06-30',
      'record file { keeps name retains 6 years after resolved }',
      '2025-01-01',
      '2034-12-31',
    ],
    ['effective 2026-07-01', '', '2025-01-01', '2057-12-31'],
    ['', '', '2000-01-01', '2050-12-31'],
  ];
  for (const [clause, extra, from, until] of effective) {
    it(`covers ${from} to ${until} for ${clause || 'no dates'}${extra && ` and ${extra}`}`, () => {
      const text = `policy a { timezone Australia/Sydney ${clause} }\nevents received, resolved\n${extra}`;
      assert.deepEqual(compileText(text).policy?.covers, { from, until });
    });
  }

  it('compiles a hundred years at most, and says so', () => {
    const { policy, problems } = compileText(
      'policy a { timezone Australia/Sydney effective 2026-01-01 until 9999-12-31 }',
    );
    assert.deepEqual(policy?.covers, { from: '2025-01-01', until: '2126-12-31' });
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['policy/covers-too-long', 'warning']],
    );
  });

  it('says what cannot be run yet', () => {
    const text = `${header}${office}
regulation law { title "Law" }
benchmark answer of law { from received until answered within 1 day }
benchmark resolve {
  from   received until resolved
  within earlier of 1 day, due of law.answer
}
`;
    const { policy, problems } = compileText(text);
    assert.deepEqual(
      problems.map(({ code, severity }) => `${code} ${severity}`),
      ['regulation/not-adopted warning'],
    );
    assert.equal(policy?.notRun.length, 1);
  });

  it('maps every source to its words', () => {
    const files = { 'law/rules.slapolicy': 'calendar office {\r\n  open mon..fri 09:00-17:00\r\n}' };
    const { policy } = compileText(`import "law/rules.slapolicy"${header}${resolve}`, {}, files);
    const texts: Record<string, string> = {
      'law/rules.slapolicy': files['law/rules.slapolicy'],
      'policy.slapolicy': `import "law/rules.slapolicy"${header}${resolve}`,
    };
    const wordsOf = (source: number) => {
      const [file, line, column, endLine, endColumn] = policy!.sources.spans[source]!;
      const lines = texts[policy!.sources.files[file]!]!.split(/\r?\n/);
      assert.equal(line, endLine);
      return lines[line - 1]!.slice(column - 1, endColumn - 1);
    };
    assert.equal(wordsOf(policy!.benchmarks[0]!.rows[0]!.source), 'within 2 business days');
    assert.equal(wordsOf(policy!.benchmarks[0]!.fromSource), 'from   received until resolved');
    assert.equal(wordsOf(policy!.calendars[0]!.rules[0]!.source), 'open mon..fri 09:00-17:00');
    assert.equal(wordsOf(policy!.states[0]!.source), 'state waiting from asked until answered');
  });

  it('writes paths relative to the policy', () => {
    const from = 'file:///work/northwind/policy.slapolicy';
    assert.equal(relativePath(from, from), 'policy.slapolicy');
    assert.equal(relativePath(from, 'file:///work/northwind/law/a.slapolicy'), 'law/a.slapolicy');
    assert.equal(relativePath(from, 'file:///work/shared/a%20b.slapolicy'), '../shared/a b.slapolicy');
    assert.equal(relativePath(from, 'untitled:a'), 'untitled:a');
  });

  it('folds a source into a line', () => {
    const text = 'state a from b // c\n  until /* d\n */ e "f  // g"';
    const piece = { ...parse(text).pieces[0]!.piece, text };
    assert.equal(
      sourceText(piece, 0, text.length),
      'state a from b until e "f // g"'.replace('f //', 'f  //'),
    );
  });

  it('never throws, whatever is left out, doubled or put in another place', () => {
    const folder = 'test/compile/goldens';
    const texts = readdirSync(folder).map((name) =>
      readFileSync(`${folder}/${name}/policy.slapolicy`, 'utf8').replace(/closed holidays.*/g, ''),
    );
    const pieces = texts.map((text) => text.match(/\s+|[\w-]+|[^\w\s]/g)!);
    const all = pieces.flat();
    const change = fc.tuple(
      fc.nat(pieces.length - 1),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'swap', 'replace', 'cut'),
      fc.nat(all.length - 1),
    );
    let compiled = 0;
    fc.assert(
      fc.property(change, ([which, where, how, other]) => {
        const words = [...pieces[which]!];
        const at = where % words.length;
        if (how === 'drop') words.splice(at, 1);
        if (how === 'double') words.splice(at, 0, words[at]!);
        if (how === 'replace') words[at] = all[other]!;
        if (how === 'cut') words.length = at;
        if (how === 'swap')
          [words[at], words[other % words.length]] = [words[other % words.length]!, words[at]!];
        const { policy, problems } = compileText(words.join(''));
        if (policy) compiled++;
        else assert.ok(problems.length > 0);
      }),
      { numRuns: 250 },
    );
    assert.ok(compiled > 0);
  });
});
