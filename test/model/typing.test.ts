import assert from 'node:assert/strict';
import { analysis } from '../../server/model/analysis.ts';
import type { Program } from '../../server/model/program.ts';
import { typeOf } from '../../server/model/resolve.ts';
import { describeType } from '../../server/model/types.ts';
import { home, workspaceOf } from './files.ts';

const prelude = `
ticket {
  channel       one of phone, email
  priority      one of low < normal < high
  urgent        yes or no
  score         number 0..10
  fee           money
  discount      money optional
  promised      date optional
  visit         date-time optional
  patience      duration
  account       text
}
events received, resolved, closed, held, released
event  survey-answered { rating number 0..10  again yes or no }
state  on-hold from held until released
rate   credit by received { from 2026-01-01 10.34 AUD }
benchmark resolve { from received until resolved within 10 business days }
benchmark reply   { from received until resolved within 1 hour when urgent within 2 days otherwise }
`;

/** What is compared with itself, which may be anything, and its type; or the code of the mistake. */
const amounts: [amount: string, type: string][] = [
  ['5', 'a number'],
  ['score', 'a number 0..10'],
  ['fee', 'money'],
  ['10 AUD', 'money in AUD'],
  ['credit', 'money in AUD'],
  ['fee + 10 AUD', 'money in AUD'],
  ['fee - discount', 'money'],
  ['fee / 30', 'money'],
  ['fee / 10 AUD', 'a number'],
  ['3 * fee', 'money'],
  ['score * fee', 'money'],
  ['20% of fee', 'money'],
  ['20% of 10 AUD', 'money in AUD'],
  ['10% of fee / 365', 'money'],
  ['greater of 10 AUD, 20% of fee', 'money in AUD'],
  ['lesser of score, 5', 'a number 0..10'],
  ['days late', 'a number'],
  ['days late * 10 AUD', 'money in AUD'],
  ['elapsed of resolve', 'business days'],
  ['elapsed of reply', 'a duration'],
  ['rating of survey-answered', 'a number 0..10'],
  ['2 business days + 1 business day', 'business days'],
  ['fee + 5', 'type/mismatch'],
  ['10 AUD + 5 USD', 'unit/currencies'],
  ['greater of 10 AUD, 5 USD', 'unit/currencies'],
  ['greater of 10 AUD, 5', 'type/mismatch'],
  ['fee * fee', 'type/mismatch'],
  ['2 days + 3 hours', 'unit/mismatch'],
  ['10 AUX', 'currency/unknown'],
  ['free', 'name/unknown'],
  ['received', 'name/wrong-kind'],
  ['rating of survey', 'name/unknown'],
  ['rating of received', 'name/unknown'],
  ['channel + 1', 'type/mismatch'],
];

/** What stands in \`applies when …\`, and the codes of the mistakes. */
const conditions: [condition: string, ...codes: string[]][] = [
  ['channel is phone'],
  ['channel is not phone'],
  ['channel is one of phone, email'],
  ['channel is letter', 'value/unknown'],
  ['channel is one of phone, emial', 'value/unknown'],
  ['priority at least normal'],
  ['channel at least phone', 'type/not-ordered'],
  ['priority is high or urgent'],
  ['priority is high or low', 'type/is-one-of'],
  ['channel is phone or email', 'type/is-one-of'],
  ['urgent'],
  ['not urgent and channel is email'],
  ['urgent is yes'],
  ['urgent at least yes', 'type/not-ordered'],
  ['channel', 'type/mismatch'],
  ['on-hold'],
  ['received', 'name/wrong-kind'],
  ['received is set'],
  ['discount is set'],
  ['discount is not set'],
  ['breach of resolve is set'],
  ['nothing is set', 'name/unknown'],
  ['score at least 8'],
  ['score at least 80%', 'type/mismatch'],
  ['fee more than 50', 'type/mismatch'],
  ['fee more than 50 AUD'],
  ['fee more than credit'],
  ['account is "A-17"'],
  ['account is 17', 'type/mismatch'],
  ['patience more than 2 hours'],
  ['patience more than 2 hours 1 day', 'unit/mixed'],
  ['elapsed of resolve at most 5 business days'],
  ['elapsed of resolve at most 5 days', 'unit/mismatch'],
  ['elapsed of reply at most 5 days'],
  ['rating of survey-answered less than 5'],
  ['again of survey-answered is yes'],
  ['resolved before promised'],
  ['resolved after 16:00'],
  ['resolved before channel', 'type/mismatch'],
  ['resolved before on-hold', 'name/wrong-kind'],
  ['resolved less than 24 hours before visit'],
  ['resolved more than patience after received'],
  ['resolved more than fee after received', 'type/mismatch'],
  ['received is on a closed day'],
  ['promised at least 2026-01-01', 'type/not-ordered'],
];

/** What stands in \`from … until closed\`, and the codes of the mistakes. */
const moments: [moment: string, ...codes: string[]][] = [
  ['received'],
  ['first received'],
  ['survey-answered where rating at most 3'],
  ['survey-answered where rating at most 30%', 'type/mismatch'],
  ['received where rating at most 3', 'name/unknown'],
  ['promised'],
  ['fee', 'type/mismatch'],
  ['on-hold', 'name/wrong-kind'],
  ['breach of resolve'],
  ['breach of resolved', 'name/wrong-kind'],
  ['breach', 'moment/no-anchor'],
  ['5 days after received'],
  ['patience after received'],
  ['fee after received', 'type/mismatch'],
  ['earlier of 5 days after received, promised'],
  ['received or held'],
  ['recieved', 'name/unknown'],
];

/** A declaration, and the codes of its mistakes. */
const declarations: [text: string, ...codes: string[]][] = [
  ['remedy r on breach of resolve { pays 5 }', 'type/mismatch'],
  ['remedy r on breach of resolve { pays 5 AUD  capped at 10 }', 'type/mismatch'],
  ['remedy r on breach of resolve { pays 3 days of validity }'],
  ['remedy r on breach of resolve { pays 3 business days of validity }', 'unit/mismatch'],
  ['remedy r on breach of resolve { pays 5 AUD of validity }', 'type/mismatch'],
  ['remedy r on breach of resolve { pays 5 AUD  automatic when more than 1 }', 'type/mismatch'],
  ['rate share { 20% }  remedy r on breach of resolve { pays share * fee }'],
  ['remedy r on breach of resolve { pays 5 AUD each day late  deducts discount  never below 1 AUD }'],
  ['remedy r on 3 breaches of resolve within 90 days per acount { exposes up to 5 AUD }', 'name/unknown'],
  ['remedy r on shortfall of resolve { pays 5 AUD each percent short }'],
  ['rate r { from 2026-01-01 5 AUD from 2027-01-01 6 USD }', 'unit/currencies'],
  ['rate r { from 2026-01-01 5 AUD from 2027-01-01 6 }', 'type/mismatch'],
  ['rate r by resolve { 30000 }', 'name/wrong-kind'],
  ['metric m from survey-answered { share where rating at least 8 target at least 85% each month }'],
  [
    'metric m from survey-answered { share where rating at least 8 target at least 85 each month }',
    'type/mismatch',
  ],
  ['metric m from survey-answered { average of rating target at least 8 each month }'],
  ['metric m from survey-answered { average of rating target at least 80% each month }', 'type/mismatch'],
  ['metric m from survey-answered { average of rating target at least 11 each month }', 'value/out-of-range'],
  ['metric m from tickets { average of rating target at least 8 each month }', 'name/unknown'],
  [
    'metric m from tickets { percentile 95 of elapsed of resolve target at most 8 hours each month }',
    'unit/mismatch',
  ],
  ['metric m from tickets { count where held is set target at most 20 each month }'],
  ['regulation law { title "Law" status law }', 'value/unknown'],
  ['benchmark b { meets resolve from received until closed within 2 days }', 'name/wrong-kind'],
  ['right r { opens on held closes 12 months after opening }'],
  ['right r { opens on held closes 12 months after breach }', 'moment/no-anchor'],
  ['state s from earlier of 2 days, held until closed', 'moment/no-anchor'],
  ['right r { opens on held closes earlier of 12 months, closed }'],
  ['permit p on held { not while recieved }', 'name/unknown'],
  ['automation a { may received, recieved }', 'name/unknown'],
  ['channel c { hours always hands over to d }', 'name/unknown'],
  [
    'dispute d { opens on held step one { within 5 days on overdue -> too } step two { on closed -> ends as over } }',
    'name/unknown',
  ],
  ['standard s { requires polite in resolved when channel is letter }', 'value/unknown'],
  ['record c { keeps anything retains 2 years after closd }', 'name/unknown'],
  ['report r to received each quarter within 30 days', 'name/wrong-kind'],
];

describe('types', () => {
  for (const [amount, expected] of amounts)
    it(`${amount}: ${expected}`, () => {
      const { program, codes } = analyse(
        `remedy r on breach of resolve { pays 1 AUD when (${amount}) is (${amount}) }`,
      );
      if (expected.includes('/')) return assert.deepEqual([...new Set(codes)], [expected]);
      assert.deepEqual(codes, []);
      const remedy = program.declarations('remedy')[0]!;
      const pays = remedy.declaration.clauses.find((clause) => clause.kind === 'pays')!;
      assert.ok(pays.when?.kind === 'comparison');
      assert.equal(describeType(typeOf(program, remedy.placed, pays.when.left)), expected);
    });
  for (const [condition, ...expected] of conditions)
    it(`applies when ${condition}${expected.length > 0 ? `: ${expected.join(' ')}` : ''}`, () => {
      const text = `benchmark b { applies when ${condition} from received until closed within 2 days }`;
      assert.deepEqual(analyse(text).codes, expected);
    });
  for (const [text, ...expected] of declarations)
    it(`${text}${expected.length > 0 ? `: ${expected.join(' ')}` : ''}`, () => {
      assert.deepEqual(analyse(text).codes, expected);
    });
  for (const [moment, ...expected] of moments)
    it(`from ${moment}${expected.length > 0 ? `: ${expected.join(' ')}` : ''}`, () => {
      const text = `benchmark b { from ${moment} until closed within 2 days }`;
      assert.deepEqual(analyse(text).codes, expected);
    });
});

function analyse(text: string): { program: Program; codes: string[] } {
  const program = workspaceOf({ [home]: prelude + text }).program(home);
  const { pieces } = program.documents[0]!.tree;
  assert.deepEqual(
    pieces.flatMap(({ piece }) => piece.problems.map(({ message }) => message)),
    [],
  );
  return {
    program,
    codes: pieces.flatMap(({ piece }) =>
      program.recall.study(analysis, piece).problems.map(({ code }) => code),
    ),
  };
}
