import assert from 'node:assert/strict';
import { addressOf, openPolicy, world } from './openPolicy.ts';

interface Case {
  it: string;
  at: string;
  /** What one of the actions writes. */
  writes: string;
  others?: Record<string, string>;
}

const cases: Case[] = [
  {
    it: 'a misspelt event',
    at: `${world}\nbenchmark b { from rec<|>ieved until closed within 2 days }`,
    writes: 'received',
  },
  {
    it: 'the cap of a pause in hours where days are counted',
    at: `${world}\nbenchmark b { from received until closed pauses while waiting up to 48 <|>hours within 9 days }`,
    writes: '2 days',
  },
  { it: 'a currency', at: 'ticket { fee money = 10 A<|>US }', writes: 'AUD' },
  {
    it: 'a zone that is misspelt',
    at: 'calendar o in Australia/Sid<|>ney { open mon..fri 09:00-17:00 }',
    writes: 'Australia/Sydney',
  },
  {
    it: 'a remedy without a cap',
    at: `${world}\nremedy r on breach of answer { pays 1<|>0.50 EUR each day late }`,
    writes: 'capped at 315.00 EUR',
  },
  {
    it: 'a name that another file declares',
    at: `${world}\nbenchmark b { from call<|>ed-back until closed within 2 days }`,
    others: { 'events.slapolicy': 'events called-back' },
    writes: 'import "events.slapolicy"',
  },
  {
    it: 'the path of an import',
    at: 'import "calen<|>dar.slapolicy"',
    others: { 'calendars.slapolicy': 'events received' },
    writes: '"calendars.slapolicy"',
  },
];

describe('code actions', () => {
  for (const { it: title, at, writes, others } of cases)
    it(`mend ${title}`, () => {
      const { service, uri, cursors } = openPolicy(at, others, { zones: () => ['Australia/Sydney'] });
      for (const [name, text] of Object.entries(others ?? {})) service.open(addressOf(name), text);
      const cursor = cursors[0]!;
      const texts = service
        .codeActions(uri, { start: cursor, end: cursor })
        .flatMap(({ edit }) => edit?.changes?.[uri] ?? [])
        .map(({ newText }) => newText.trim());
      assert.ok(texts.includes(writes), texts.join(' | '));
    });

  it('add to a policy what each problem misses, and nothing twice', () => {
    const { service, uri, cursors } = openPolicy(
      'policy <|>p {\n  effective 2026-07-01\n}\nevents received, answered\ncalendar office in Europe/Berlin { open mon..fri 09:00-17:00 }\nbenchmark b { from received until answered within 2 days }',
    );
    const cursor = cursors[0]!;
    const actions = service.codeActions(uri, { start: cursor, end: cursor });
    assert.deepEqual(
      actions.map(({ title, diagnostics }) => [
        title,
        /clause `([a-z]+)`/.exec(String(diagnostics![0]!.message))?.[1],
      ]),
      [
        ['Add `version "1"`', 'version'],
        ['Add `timezone Europe/Berlin`', 'timezone'],
        ['Add `begins with received`', 'begins'],
      ],
    );
  });

  it('name a calendar where a remedy counts, or for the whole policy', () => {
    const { service, uri, cursors } = openPolicy(
      `policy p { version "1" effective 2026-07-01 timezone UTC begins with received }\n${world}\ncalendar office { open mon..fri 09:00-17:00 }\nremedy r on breach of answer { owes letter within 3 <|>business days }`,
    );
    const range = { start: cursors[0]!, end: cursors[0]! };
    assert.deepEqual(
      service.codeActions(uri, range).map(({ title }) => title),
      ['Count in `office` here', 'Count in `office` wherever no calendar is named'],
    );
  });

  it('break lines as the file does', () => {
    const { service, uri } = openPolicy(
      `${world}\nevents reopened\nbenchmark b {\n  from received until closed\n  within 2 days\n}\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    const [fix] = service.codeActions(uri, {
      start: { line: 0, character: 0 },
      end: { line: 99, character: 0 },
    });
    const texts = fix?.edit?.changes?.[uri]?.map(({ newText }) => newText);
    assert.deepEqual(texts, ['\r\n  reopening on reopened resumes']);
  });

  it('propose no cap where only a case tells what is paid', () => {
    const { service, uri, cursors } = openPolicy(
      `${world}\nremedy r on breach of answer { pays lesser <|>of 10 EUR, 20 EUR each day late }`,
    );
    const range = { start: cursors[0]!, end: cursors[0]! };
    assert.deepEqual(
      service.diagnostics(uri).map(({ code }) => code),
      ['remedy/no-cap'],
    );
    assert.deepEqual(service.codeActions(uri, range), []);
  });

  it('mend at once what needs no decision, and leave every guess', () => {
    const { service, uri, cursors } = openPolicy(
      `<|>${world}\nbenchmark b { from received until closed withn 2 days }\nevents Called-Back\ncalendar o { closed 2026-7-1 }\nbenchmark c { from recieved until closed within 1,000 days }`,
    );
    const range = { start: cursors[0]!, end: cursors[0]! };
    const [all, ...others] = service.codeActions(uri, range, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.deepEqual(
      all?.edit?.changes?.[uri]?.map(({ newText }) => newText),
      ['called-back', '2026-07-01'],
    );
  });

  it('are none for a file that is not there', () => {
    const { service, cursors } = openPolicy('<|>');
    const range = { start: cursors[0]!, end: cursors[0]! };
    assert.deepEqual(service.codeActions(addressOf('nothing.slapolicy'), range), []);
  });
});
