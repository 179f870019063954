import assert from 'node:assert/strict';
import { analysis } from '../../server/model/analysis.ts';
import { pieceAt } from '../../server/model/document.ts';
import { resolveReference } from '../../server/model/resolve.ts';
import { marked } from '../support/marked.ts';
import { home, workspaceOf } from './files.ts';

const prelude = `
ticket { channel one of phone, email  vulnerable yes or no }
events received, resolved, held, rejected
event  surveyed { score number 0..10  mood one of good, bad }
state  on-hold from held until resolved
roles  team-lead
person ana is team-lead { }
calendar office { open mon..fri 09:00-17:00 }
regulation law { title "Law" }
benchmark reply of law { from received until resolved within 3 days }
benchmark reply { from received until resolved within 2 days }
benchmark close { from received until resolved within 2 days }
dispute quarrel { opens on rejected step talk { within 5 days on overdue -> ends as lost } }
`;

/** What the name in marks stands for: its kind and path. */
const cases: [text: string, symbol: string | undefined][] = [
  ['state s from <|held|> until resolved', 'event held'],
  ['benchmark b { applies when <|channel|> is email from held until resolved }', 'field channel'],
  ['benchmark b { applies when channel is <|email|> from held until resolved }', 'value channel.email'],
  ['benchmark b { applies when <|on-hold|> from held until resolved }', 'state on-hold'],
  [
    'benchmark b { applies when <|score|> of surveyed at least 5 from held until resolved }',
    'data surveyed.score',
  ],
  [
    'benchmark b { applies when mood of surveyed is <|good|> from held until resolved }',
    'value surveyed.mood.good',
  ],
  ['benchmark b { from surveyed where <|score|> at least 5 until resolved }', 'data surveyed.score'],
  ['metric m from surveyed { average of <|score|> target at least 8 each month }', 'data surveyed.score'],
  ['benchmark b { from held until resolved by <|team-lead|> }', 'role team-lead'],
  ['benchmark b { from held until resolved counts <|office|> }', 'calendar office'],
  ['benchmark b { from due of <|reply|> until resolved }', 'benchmark reply'],
  ['benchmark b { from due of law.<|reply|> until resolved }', 'benchmark law.reply'],
  ['benchmark b { from due of <|law|>.reply until resolved }', 'regulation law'],
  ['benchmark b of law { from due of <|reply|> until resolved }', 'benchmark law.reply'],
  ['benchmark b of law { from due of <|close|> until resolved }', 'benchmark close'],
  ['benchmark <|b|> { from held until resolved }', 'benchmark b'],
  ['ladder l on <|close|> { at breach notify team-lead }', 'benchmark close'],
  ['ladder l on close { at breach notify <|customer|> }', undefined],
  ['ladder l on close { at breach notify team-lead by <|sms|> }', undefined],
  ['permit p on held { only during <|office|> }', 'calendar office'],
  ['permit p on held { not while <|quarrel|> }', 'dispute quarrel'],
  ['scenario "s" { 2026-07-01 09:00 resolved by <|ana|> }', 'person ana'],
  ['scenario "s" { ticket <|channel|> email }', 'field channel'],
  ['scenario "s" { ticket channel <|email|> }', 'value channel.email'],
  ['scenario "s" { 2026-07-01 09:00 surveyed <|score|> 5 }', 'data surveyed.score'],
  ['scenario "s" { expect <|close|> met }', 'benchmark close'],
  ['scenario "s" { expect <|quarrel|> at talk }', 'dispute quarrel'],
  ['scenario "s" { expect quarrel at <|talk|> }', 'step quarrel.talk'],
];

describe('references', () => {
  for (const [text, expected] of cases)
    it(`${text}: ${expected ?? 'a free word'}`, () => {
      const source = marked(prelude + text);
      const program = workspaceOf({ [home]: source.text }).program(home);
      const { start, end } = source.ranges[0]!;
      const placed = pieceAt(program.documents[0]!, start)!;
      assert.deepEqual(placed.piece.problems, []);
      const { references } = program.recall.study(analysis, placed.piece);
      const name = [...references.keys()].find(
        (node) => placed.offset + node.start === start && placed.offset + node.end === end,
      );
      const symbol = name && resolveReference(program, placed, name);
      assert.equal(symbol && `${symbol.definition.kind} ${symbol.definition.path}`, expected);
    });
});
