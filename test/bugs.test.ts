import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../server/checks/check.ts';
import { compile } from '../server/compile/compile.ts';
import { loadEngine } from '../server/engine/load.ts';
import type { Outcome } from '../server/engine/outcome.ts';
import { beginTicket } from '../server/engine/simulation/beginTicket.ts';
import { contextOf } from '../server/engine/simulation/context.ts';
import type { Effect } from '../server/engine/simulation/effects.ts';
import type { Engine } from '../server/engine/simulation/engine.ts';
import { outcomeOf } from '../server/engine/simulation/outcomeOf.ts';
import { readTicket } from '../server/engine/simulation/readTicket.ts';
import { simulate } from '../server/engine/simulation/simulate.ts';
import type { State } from '../server/engine/simulation/state.ts';
import { type Input, step } from '../server/engine/simulation/step.ts';
import { createWorkspace } from '../server/model/workspace.ts';
import { runScenarios } from './support/runScenarios.ts';

const uri = 'file:///bugs.slapolicy';
const policy = `
policy bugs {
  title       "Bugs"
  version     "7"
  effective   2026-01-01 until 2026-12-31
  timezone    Europe/Berlin
  counts      office
  begins with opened
}
calendar office {
  open   mon..fri 09:00-17:00
  closed 2026-03-03 "Founders' Day"
}
events opened, asked, answered, resolved, reopened
roles lead
state waiting from asked until answered
benchmark hours {
  from   opened until resolved
  pauses while waiting
  reopening on reopened resumes
  within 8 business hours
}
benchmark days {
  from   opened until resolved
  reopening on reopened resumes
  within 2 business days
}
ladder late on hours {
  at breach                                           notify lead
  every 1 business hour after breach up to 3 times    notify lead
}
`;

/** Bugs that other tools have had: those that a scenario cannot show. The others are cases in `bugs/`. */
describe('bugs of other tools', () => {
  runScenarios(new URL('bugs/', import.meta.url));

  const engine = engineOf(policy);
  const opened = { at: '2026-03-02T16:00', is: 'opened' };

  it('glpi#1912: paused time stands beside what was counted, not in it', () => {
    const { elapsed, paused } = run([
      { at: '2026-03-02T09:00', is: 'opened' },
      { at: '2026-03-02T10:00', is: 'asked' },
      { at: '2026-03-02T12:00', is: 'answered' },
      { at: '2026-03-02T14:00', is: 'resolved' },
    ]);
    assert.deepEqual([elapsed, paused], [{ ms: 3 * 3_600_000 }, { ms: 2 * 3_600_000 }]);
  });

  it('glpi#23359: time between resolution and reopening has a bucket of its own', () => {
    const outcome = run([
      { at: '2026-03-02T09:00', is: 'opened' },
      { at: '2026-03-02T10:00', is: 'resolved' },
      { at: '2026-03-02T13:00', is: 'reopened' },
      { at: '2026-03-02T14:00', is: 'resolved' },
    ]);
    assert.deepEqual(
      [outcome.elapsed, outcome.reopened, outcome.paused],
      [{ ms: 7_200_000 }, { ms: 10_800_000 }, undefined],
    );
  });

  it('frappe/helpdesk#1675: while paused there is no due instant, only what is left', () => {
    const outcome = run([opened, { at: '2026-03-02T16:30', is: 'asked' }]);
    assert.deepEqual(
      [outcome.status, outcome.due, outcome.remaining],
      ['paused', null, { ms: 7.5 * 3_600_000 }],
    );
  });

  it('znuny PR369: a policy that does not say what reopening does is warned, and it does nothing', () => {
    const silent = policy.replaceAll('reopening on reopened resumes', '');
    const codes = problemsOf(silent).map(({ code }) => code);
    assert.deepEqual(codes, ['benchmark/reopening-unsaid', 'benchmark/reopening-unsaid']);
    const outcome = simulate(
      engineOf(silent),
      ticket([
        opened,
        { at: '2026-03-02T16:30', is: 'resolved' },
        { at: '2026-03-10T09:00', is: 'reopened' },
      ]),
    );
    assert.deepEqual(
      outcome.benchmarks.map(({ id, status }) => [id, status]),
      [
        ['hours', 'met'],
        ['days', 'met'],
      ],
    );
  });

  it('zammad#2579: a closed ticket says what was counted and what was due', () => {
    const outcome = run([opened, { at: '2026-03-04T10:00', is: 'resolved' }]);
    assert.deepEqual(
      [outcome.elapsed, outcome.due],
      [{ ms: 2 * 3_600_000 }, '2026-03-04T16:00:00.000+01:00'],
    );
  });

  it('zammad#390: the explanation lists each span counted and each day skipped', () => {
    const because = run([opened, { at: '2026-03-04T10:00', is: 'resolved' }], true).because ?? [];
    assert.deepEqual(
      because.filter(({ why }) => why === 'counted' || why === 'skipped').map(({ text }) => text),
      [
        'Mon 2 Mar 2026 16:00 to Mon 2 Mar 2026 17:00: 1 hour, 1 hour of 8 hours.',
        "Tue 3 Mar 2026 not counted: Founders' Day.",
        'Wed 4 Mar 2026 09:00 to Wed 4 Mar 2026 16:00: 7 hours, 8 hours of 8 hours.',
      ],
    );
  });

  it('zammad#2497, biz#130: a calendar that never opens is a finding, not a loop', () => {
    const never = engineOf(policy.replace('open   mon..fri 09:00-17:00', 'open 2026-01-05 09:00-17:00'));
    const outcome = simulate(never, ticket([opened]));
    assert.deepEqual(
      outcome.findings.map(({ rule }) => rule),
      ['benchmark/beyond-years', 'benchmark/beyond-years'],
    );
  });

  it('calcom/cal.diy PR30022: instants survive being written and read', () => {
    const outcome = run([{ at: '2026-10-25T02:30:15.250+01:00', is: 'opened' }]);
    assert.equal(outcome.started, '2026-10-25T02:30:15.250+01:00');
  });

  it('working_hours PR44: a clock counts to the millisecond', () => {
    const outcome = run([{ at: '2026-03-02T09:00:00.001', is: 'opened' }]);
    assert.equal(outcome.due, '2026-03-04T09:00:00.001+01:00');
  });

  it('Zendesk, GitLab#323139: the same event twice is one, and each act has one name', () => {
    const events = [
      { at: '2026-03-02T09:00', is: 'opened', id: 'a' },
      { at: '2026-03-05T12:00', is: 'resolved', id: 'b' },
    ];
    const once = simulate(engine, ticket(events), { reasons: true });
    const twice = simulate(engine, ticket(events.flatMap((event) => [event, event])), { reasons: true });
    assert.equal(JSON.stringify(twice), JSON.stringify(once));
    const ids = once.actions.map(({ id }) => id);
    assert.equal(ids.length, 4);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('frappe/helpdesk#2214, osTicket#4078: an outcome names its policy, version and target', () => {
    const outcome = simulate(engine, ticket([opened]));
    assert.deepEqual([outcome.policy, outcome.version], ['bugs', '7']);
    assert.deepEqual(
      outcome.benchmarks.map(({ target }) => target),
      ['8 business hours', '2 business days'],
    );
  });

  it('frappe/helpdesk, blank conditions: what catches everything hides the rows after it, and is reported', () => {
    const blank = policy.replace(
      'within 8 business hours',
      'within 8 business hours  within 4 business hours when waiting',
    );
    assert.ok(problemsOf(blank).some(({ code }) => code === 'benchmark/unreachable-row'));
  });

  it('ServiceNow KB0869748: a stored state goes on to the same bytes', () => {
    const log = ticket([
      { at: '2026-03-02T09:00', is: 'opened' },
      { at: '2026-03-02T10:00', is: 'asked' },
      { at: '2026-03-04T12:00', is: 'answered' },
      { at: '2026-03-09T12:00', is: 'resolved' },
    ]);
    const { id, fields, entries } = readTicket(engine, log);
    const inputs: Input[] = [...entries, { kind: 'wake', at: entries[entries.length - 1]!.at }];
    let stored = JSON.stringify(beginTicket(engine, id, fields));
    const effects: Effect[] = [];
    for (const input of inputs) {
      const next = step(engine, JSON.parse(stored) as State, input);
      stored = JSON.stringify(next.state);
      effects.push(...next.effects);
    }
    const last = inputs[inputs.length - 1]!.at;
    const stepped = outcomeOf({ ...contextOf(engine, JSON.parse(stored) as State), effects }, last, true);
    assert.equal(JSON.stringify(stepped), JSON.stringify(simulate(engine, log, { reasons: true })));
  });

  it('spconroy/alert24-app#146: what will happen is shown before it does', () => {
    const { projected } = simulate(engine, ticket([opened]));
    assert.deepEqual(
      projected.map(({ at, effect }) => `${at.slice(0, 16)} ${effect}`),
      [
        '2026-03-04T16:00 breach',
        '2026-03-04T16:00 late: notify lead',
        '2026-03-04T17:00 late: notify lead',
        '2026-03-05T10:00 late: notify lead',
        '2026-03-05T11:00 late: notify lead',
        '2026-03-05T23:59 breach',
      ],
    );
  });

  it('ten thousand pauses end in bounded time', () => {
    const events: object[] = [{ at: '2026-03-02T09:00:00Z', is: 'opened' }];
    for (let i = 0; i < 10_000; i++) {
      const at = Date.parse('2026-03-02T10:00:00Z') + i * 20_000;
      events.push({ at: new Date(at).toISOString(), is: 'asked' });
      events.push({ at: new Date(at + 10_000).toISOString(), is: 'answered' });
    }
    assert.equal(simulate(engine, ticket(events)).benchmarks[0]?.status, 'breached');
  });

  it('a target beyond the compiled years is a finding', () => {
    const long = engineOf(policy.replace('within 2 business days', 'within 20000 business hours'));
    const { findings } = simulate(long, ticket([{ at: '2026-12-30T09:00', is: 'opened' }]));
    assert.ok(findings.every(({ rule }) => rule === 'benchmark/beyond-years'));
  });

  it('each of the sixty-four is listed once, with a test or the reason why it cannot occur', () => {
    const page = readFileSync(new URL('../docs/language/known-bugs.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (\d+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)];
    assert.deepEqual(
      rows.map(([, number]) => Number(number)),
      Array.from({ length: 64 }, (_, i) => i + 1),
    );
    const tests = [
      'bugs.test.ts',
      ...readdirSync(new URL('bugs/', import.meta.url)).map((name) => `bugs/${name}`),
    ]
      .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
      .join('\n');
    for (const [, , reported = '', here = ''] of rows) {
      const name = reported
        .split(',')[0]!
        .replace(/ "[^"]*"/, '')
        .trim();
      assert.ok(here.startsWith('cannot occur: ') || tests.includes(name), `no test is named after ${name}`);
    }
  });

  function run(events: object[], reasons = false): Outcome['benchmarks'][number] {
    return simulate(engine, ticket(events), { reasons }).benchmarks[0]!;
  }
});

function ticket(events: object[]): object {
  return { id: 'T-1', fields: {}, events };
}

function programOf(text: string) {
  const workspace = createWorkspace({ read: () => undefined });
  workspace.set(uri, text);
  return workspace;
}

function engineOf(text: string): Engine {
  const compiled = compile(programOf(text).program(uri));
  assert.deepEqual(compiled.problems, []);
  assert.ok(compiled.policy);
  return loadEngine(compiled.policy);
}

function problemsOf(text: string) {
  return check(programOf(text), uri, {});
}
