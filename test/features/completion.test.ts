import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  type BlockName,
  clausesOf,
  declarationEntry,
  declarationWords,
  linesOf,
  stepClauses,
} from '../../grammar/keywords.ts';
import { Lexer } from '../../grammar/lexer.ts';
import { parse } from '../../grammar/parse.ts';
import { contextAfter } from '../../server/features/completion/context.ts';
import { openPolicy, world } from './openPolicy.ts';

/** What is offered at the cursor, best first. */
function offered(source: string, options = {}): string[] {
  const { service, uri, cursors } = openPolicy(source, {}, options);
  return service.completion(uri, cursors[0]!).map(({ label }) => label);
}

interface Case {
  it: string;
  at: string;
  /** These come first, in this order. */
  first?: string[];
  /** These are all. */
  exactly?: string[];
  has?: string[];
  not?: string[];
}

const inBenchmark = (clauses: string) => `${world}\nbenchmark other {\n  ${clauses}\n}`;

const cases: Case[] = [
  { it: 'declarations in an empty file', at: '<|>', first: ['import', 'policy', 'ticket', 'events'] },
  {
    it: 'declarations between two others',
    at: `${world}\nben<|>\nroles clerk`,
    has: ['benchmark', 'ladder'],
  },
  { it: 'nothing behind a declaration on its line', at: 'import "x.slapolicy" <|>', exactly: [] },
  {
    it: 'what a policy needs before what it may have',
    at: 'policy p {\n  <|>\n}',
    first: ['version', 'effective', 'timezone', 'begins'],
  },
  {
    it: 'no clause twice that may stand only once',
    at: 'policy p {\n  <|>\n  timezone UTC\n}',
    not: ['timezone'],
  },
  {
    it: 'clauses that may stand again',
    at: inBenchmark('within 1 day\n  <|>'),
    has: ['within', 'counts'],
    first: ['from'],
  },
  {
    it: 'events where a clock starts',
    at: inBenchmark('from <|>'),
    has: ['received', 'answered'],
    not: ['channel', 'office'],
  },
  {
    it: 'a date field where a moment is meant',
    at: inBenchmark('from <|>'),
    has: ['promised'],
    not: ['fee', 'priority'],
  },
  {
    it: 'what must follow an event',
    at: inBenchmark('from received <|>'),
    exactly: ['where', 'or', 'until'],
  },
  {
    it: 'roles behind `by`',
    at: inBenchmark('from received until answered by <|>'),
    exactly: ['agent', 'manager'],
  },
  {
    it: 'units in the plural',
    at: inBenchmark('within 2 <|>'),
    has: ['days', 'business days'],
    not: ['day', 'business day'],
  },
  {
    it: 'units in the singular',
    at: inBenchmark('within 1 <|>'),
    has: ['day', 'business hour'],
    not: ['days'],
  },
  { it: 'calendars to count', at: inBenchmark('counts <|>'), exactly: ['office'] },
  {
    it: 'fields and states in a condition',
    at: inBenchmark('within 1 day when <|>'),
    has: ['channel', 'vulnerable', 'waiting'],
  },
  {
    it: 'how a field compares',
    at: inBenchmark('within 1 day when priority <|>'),
    has: ['is', 'at least'],
    not: ['until'],
  },
  {
    it: 'how a flag goes on',
    at: inBenchmark('within 1 day when vulnerable <|>'),
    has: ['and', 'or'],
    not: ['at least'],
  },
  {
    it: 'the values of the field compared',
    at: inBenchmark('within 1 day when priority is <|>'),
    first: ['low', 'normal', 'high'],
    not: ['phone', 'fee'],
  },
  {
    it: 'the values in a list',
    at: inBenchmark('within 1 day when channel is one of phone, <|>'),
    exactly: ['phone', 'email'],
  },
  { it: 'benchmarks of a regulation', at: inBenchmark('meets <|>'), has: ['law.reply', 'answer'] },
  { it: 'what stands behind a regulation’s dot', at: inBenchmark('meets law.<|>'), exactly: ['reply'] },
  {
    it: 'ordered fields to raise',
    at: `${world}\nladder l on answer { at breach raise <|> }`,
    exactly: ['priority'],
  },
  {
    it: 'moments of a ladder',
    at: `${world}\nladder l on answer { at <|> }`,
    first: ['start', 'due', 'breach'],
  },
  {
    it: 'actions of a rung',
    at: `${world}\nladder l on answer { at breach <|> }`,
    has: ['notify', 'assign', 'raise', 'set', 'emit'],
  },
  { it: 'types of a field', at: 'ticket {\n  size <|>\n}', has: ['one of', 'yes or no', 'money', 'text'] },
  {
    it: 'a field’s own values as its default',
    at: 'ticket {\n  size one of small < large = <|>\n}',
    exactly: ['small', 'large'],
  },
  { it: 'zones', at: 'policy p { timezone Eur<|> }', exactly: ['Europe/Berlin', 'UTC'] },
  { it: 'currencies', at: 'policy p { currency <|> }', has: ['EUR', 'AUD', 'JPY'] },
  {
    it: 'regions with holidays',
    at: 'calendar c { closed holidays AU-<|> }',
    has: ['AU', 'AU-NSW', 'DE-BY'],
  },
  {
    it: 'fields of a scenario’s ticket',
    at: `${world}\nscenario "s" {\n  ticket <|>\n}`,
    has: ['channel', 'fee'],
  },
  {
    it: 'values of a scenario’s fields',
    at: `${world}\nscenario "s" {\n  ticket vulnerable <|>\n}`,
    exactly: ['yes', 'no'],
  },
  {
    it: 'events of a scenario',
    at: `${world}\nscenario "s" {\n  2026-01-05 10:00 <|>\n}`,
    has: ['received', 'set'],
    not: ['channel'],
  },
  {
    it: 'data of an event',
    at: `${world}\nscenario "s" {\n  2026-01-05 10:00 survey <|>\n}`,
    first: ['score'],
  },
  {
    it: 'what may be expected',
    at: `${world}\nscenario "s" {\n  expect <|>\n}`,
    has: ['answer', 'late', 'no'],
  },
  {
    it: 'names where a clause makes no sense',
    at: inBenchmark('from received until answered\n  nonsense 12 <|>'),
    has: ['received', 'office'],
  },
  {
    it: 'the values in a block that is not closed',
    at: `${world}\nbenchmark other {\n  within 1 day when priority is <|>`,
    first: ['low'],
  },
  { it: 'nothing in a comment', at: '// pol<|>', exactly: [] },
  { it: 'nothing in a text', at: 'policy p { title "tim<|>" }', exactly: [] },
  { it: 'nothing behind a number', at: inBenchmark('within 2<|>'), exactly: [] },
];

describe('completion offers', () => {
  for (const { it: name, at, first, exactly, has, not } of cases)
    it(name, () => {
      const labels = offered(at, { zones: () => ['Europe/Berlin', 'UTC'] });
      if (first) assert.deepEqual(labels.slice(0, first.length), first);
      if (exactly) assert.deepEqual([...labels].sort(), [...exactly].sort());
      for (const label of has ?? [])
        assert.ok(labels.includes(label), `${label} is missing from ${labels.join(', ')}`);
      for (const label of not ?? [])
        assert.ok(!labels.includes(label), `${label} is offered: ${labels.join(', ')}`);
    });

  it('whole declarations where the editor can fill in places, and words where it cannot', () => {
    const at = (snippets: boolean) => {
      const { service, uri, cursors } = openPolicy('state<|>', {}, { snippets });
      return service.completion(uri, cursors[0]!).find(({ label }) => label === 'state')!.textEdit!.newText;
    };
    assert.match(
      at(true),
      /^state \$\{1:waiting\} from \$\{2:info-requested\} until \$\{3:info-received\}\$0$/,
    );
    assert.equal(at(false), 'state');
  });

  it('a name that is a word of the language in backticks', () => {
    const source = 'events `until`, received\nbenchmark b {\n  from <|>\n}';
    const { service, uri, cursors } = openPolicy(source);
    const item = service.completion(uri, cursors[0]!).find(({ label }) => label === 'until');
    assert.equal(item?.textEdit?.newText, '`until`');
  });

  it('replaces the part of the word that is written', () => {
    const { service, uri, cursors, between } = openPolicy(inBenchmark('from rec<|>'));
    const item = service.completion(uri, cursors[0]!).find(({ label }) => label === 'received')!;
    assert.ok(item.textEdit && 'range' in item.textEdit);
    assert.equal(between(item.textEdit.range), 'rec');
  });

  it('what a name is, when somebody looks at it', () => {
    const { service, uri, cursors } = openPolicy(`${world}\nladder l on <|>`);
    const item = service.completion(uri, cursors[0]!).find(({ label }) => label === 'answer')!;
    assert.equal(item.documentation, undefined);
    const { documentation } = service.resolveCompletion(item);
    assert.match(JSON.stringify(documentation), /Somebody has answered/);
  });
});

describe('what completion knows of the grammar', () => {
  const everything = () => true;
  const isUnderstood = (text: string) => {
    const tokens = new Lexer(text).rest();
    for (let end = 1; end <= tokens.length; end++) {
      const words = tokens.slice(Math.max(0, end - 6), end).map(({ image }) => image);
      assert.ok(!contextAfter(tokens.slice(0, end), everything).broken, `stops at … ${words.join(' ')}`);
    }
  };
  const wrapped = (block: BlockName, clause: string) => {
    if (block === 'step') return `dispute d { step s { ${clause} } }`;
    const header = declarationEntry(block).example.split('{')[0];
    return `${header} { ${clause} }`;
  };

  for (const word of declarationWords)
    it(`reads the example of ${word}`, () => isUnderstood(declarationEntry(word).example));

  const blocks: BlockName[] = [...declarationWords, 'step'];
  for (const block of blocks)
    it(`reads the examples of the clauses of ${block}`, () => {
      const entries = Object.values(block === 'step' ? stepClauses : clausesOf(block));
      const lines = linesOf(block);
      for (const { example } of lines ? [...entries, lines] : entries) isUnderstood(wrapped(block, example));
    });

  it('reads every sample', () => {
    const files = execFileSync('git', ['ls-files', 'samples/*.slapolicy', 'samples/**/*.slapolicy'], {
      encoding: 'utf8',
    });
    const paths = files.trim().split('\n');
    assert.ok(paths.length > 3);
    // Scenarios are many and alike.
    for (const path of paths)
      for (const { piece } of parse(readFileSync(path, 'utf8')).pieces)
        if (piece.text.length < 1500) isUnderstood(piece.text);
  }).timeout(30_000);
});
