import assert from 'node:assert/strict';
import { openPolicy, world } from './openPolicy.ts';

interface Case {
  it: string;
  at: string;
  /** Parts of what is shown, in order. */
  shows: string[];
  /** The text that it is about. */
  about: string;
}

const cases: Case[] = [
  {
    it: 'a declaration word',
    at: 'bench<|>mark b { from a until b }',
    shows: ['One clock', 'benchmark NAME', 'For example'],
    about: 'benchmark',
  },
  {
    it: 'a clause word',
    at: `${world}\nbenchmark b { wit<|>hin 2 days }`,
    shows: ['How long there is', 'within DURATION'],
    about: 'within',
  },
  {
    it: 'a clause of two words, at the first',
    at: `${world}\nbenchmark b { no<|>t assessed while waiting }`,
    shows: ['left out of attainment'],
    about: 'not',
  },
  {
    it: 'a clause of two words, at the second',
    at: `${world}\nbenchmark b { not asse<|>ssed while waiting }`,
    shows: ['left out of attainment'],
    about: 'assessed',
  },
  {
    it: 'the same word in a step',
    at: 'dispute d { step s { with<|>in 6 weeks } }',
    shows: ['How long there is'],
    about: 'within',
  },
  {
    it: 'a connecting word',
    at: `${world}\nbenchmark b { from received un<|>til closed }`,
    shows: ['Where a span ends'],
    about: 'until',
  },
  {
    it: 'an event',
    at: `${world}\nbenchmark b { from recei<|>ved until closed }`,
    shows: ['event received', 'An event.'],
    about: 'received',
  },
  {
    it: 'a state, with its documentation',
    at: `${world}\nbenchmark b { pauses while wait<|>ing }`,
    shows: ['state waiting from asked until replied', 'We have asked, and wait.', 'A state.'],
    about: 'waiting',
  },
  {
    it: 'a field with its type',
    at: `${world}\nbenchmark b { applies when prio<|>rity is high }`,
    shows: ['priority one of low < normal < high = normal', 'A field'],
    about: 'priority',
  },
  {
    it: 'a value with its field',
    at: `${world}\nbenchmark b { applies when priority is hi<|>gh }`,
    shows: ['priority one of', 'A value of `priority`.'],
    about: 'high',
  },
  {
    it: 'a benchmark with its rows',
    at: `${world}\nladder l on ans<|>wer { at breach notify agent }`,
    shows: [
      'from received until answered',
      'within 1 day when priority is high',
      'Somebody has answered.',
      'tried in order',
    ],
    about: 'answer',
  },
  {
    it: 'a regulation’s benchmark',
    at: `${world}\nbenchmark b { meets law.re<|>ply }`,
    shows: ['benchmark reply of law', 'of `law`'],
    about: 'reply',
  },
  {
    it: 'the name in its own declaration',
    at: world.replace('office in', 'off<|>ice in'),
    shows: ['calendar office in Europe/Berlin', 'open mon..fri 09:00-17:00'],
    about: 'office',
  },
  {
    it: 'a date',
    at: world.replace('2026-12-24', '2026-12-<|>24'),
    shows: ['Thursday, 2026-12-24'],
    about: '2026-12-24',
  },
  {
    it: 'days',
    at: `${world}\nbenchmark b { within 3 da<|>ys }`,
    shows: ['3 days', 'last millisecond of day 3'],
    about: '3 days',
  },
  {
    it: 'business days',
    at: `${world}\nbenchmark b { within 2 busi<|>ness days }`,
    shows: ['2 business days', 'calendar opens', '2nd business day'],
    about: '2 business days',
  },
  {
    it: 'open time',
    at: `${world}\nbenchmark b { within 1 business hour 30 busin<|>ess minutes }`,
    shows: ['1 hour 30 minutes of open time'],
    about: '1 business hour 30 business minutes',
  },
  {
    it: 'elapsed time',
    at: `${world}\nbenchmark b { within 90 min<|>utes }`,
    shows: ['1 hour 30 minutes of elapsed time'],
    about: '90 minutes',
  },
  {
    it: 'months',
    at: `${world}\nbenchmark b { within 6 mon<|>ths }`,
    shows: ['6 months', 'last day'],
    about: '6 months',
  },
];

describe('hover tells of', () => {
  for (const { it: name, at, shows, about } of cases)
    it(name, () => {
      const { service, uri, cursors, between } = openPolicy(at);
      const hover = service.hover(uri, cursors[0]!);
      assert.ok(hover, 'nothing is shown');
      assert.ok(typeof hover.contents === 'object' && 'value' in hover.contents && hover.range);
      const { value } = hover.contents;
      let from = 0;
      for (const part of shows) {
        const found = value.indexOf(part, from);
        assert.ok(found >= 0, `“${part}” is missing from: ${value}`);
        from = found;
      }
      assert.equal(between(hover.range), about);
    });

  it('where an imported name is declared', () => {
    const files = { 'people.slapolicy': '/// They decide.\nroles board' };
    const source = `import "people.slapolicy"\n${world}\nladder l on answer { at breach notify bo<|>ard }`;
    const { service, uri, cursors } = openPolicy(source, files);
    assert.match(
      JSON.stringify(service.hover(uri, cursors[0]!)),
      /They decide.*declared in `people.slapolicy`/,
    );
  });

  it('the next closed days of a calendar, once the policy has been compiled', async () => {
    const { service, uri, cursors } = openPolicy(
      world.replace('counts      office', 'counts      off<|>ice'),
      {},
      { today: () => '2026-12-01' },
    );
    const shown = () => JSON.stringify(service.hover(uri, cursors[0]!));
    assert.doesNotMatch(shown(), /Closed next/);
    await service.allDiagnostics(uri);
    assert.match(shown(), /Closed next, from 2026-12-01 on:.*Thu 2026-12-24 · Christmas Eve/);
  });

  it('how long the longest wait is, once the policy is compiled', async () => {
    const { service, uri, cursors } = openPolicy(world.replace('benchmark answer', 'benchmark ans<|>wer'));
    const shown = () => JSON.stringify(service.hover(uri, cursors[0]!));
    assert.doesNotMatch(shown(), /Longest wait/);
    await service.allDiagnostics(uri);
    assert.match(
      shown(),
      /Longest wait, without pauses: begun .* due the end of .* \(`2 business days otherwise`\)/,
    );
  });

  it('how long a dispute can take', async () => {
    const dispute = (within: string) => `
dispute compl<|>aint {
  opens on asked
  step review  { within 2 days on replied -> outside on overdue -> outside }
  step outside { ${within} on closed -> ends as closed on overdue -> ends as open }
}`;
    const note = async (within: string) => {
      const { service, uri, cursors } = openPolicy(world + dispute(within));
      await service.allDiagnostics(uri);
      return JSON.stringify(service.hover(uri, cursors[0]!));
    };
    assert.match(await note('within 3 weeks'), /at most 2 days at `review`, then 3 weeks at `outside`/);
    assert.match(await note(''), /can last for ever/);
  });

  for (const [what, at] of [
    ['a comment', `${world}\n// received un<|>til`],
    ['a text', 'policy p { title "wit<|>hin" }'],
    ['a blank', 'policy p {  <|>  }'],
    ['an empty file', '<|>'],
  ] as const)
    it(`nothing in ${what}`, () => {
      const { service, uri, cursors } = openPolicy(at);
      assert.equal(service.hover(uri, cursors[0]!), undefined);
    });
});
