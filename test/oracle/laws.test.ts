import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addOpen, isOpen, openBetween } from '../../server/engine/calendar/calendar.ts';
import { layOut } from '../../server/engine/calendar/layOut.ts';
import { loadEngine } from '../../server/engine/load.ts';
import { beginTicket } from '../../server/engine/simulation/beginTicket.ts';
import type { Effect } from '../../server/engine/simulation/effects.ts';
import type { Engine } from '../../server/engine/simulation/engine.ts';
import { readTicket } from '../../server/engine/simulation/readTicket.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import type { State } from '../../server/engine/simulation/state.ts';
import { type Input, step } from '../../server/engine/simulation/step.ts';
import { loadZone } from '../../server/engine/time/zone.ts';
import type { Case, Count } from './case.ts';
import { cases, type Features } from './cases.ts';
import { hoursOf } from './hoursOf.ts';
import { policyOf, ticketOf } from './policyOf.ts';
import { textOf } from './textOf.ts';

const hour = 3_600_000;

/** A clock that nothing but its pauses disturbs. */
const steady: Features = { calendars: true, cutOffs: true, pauses: true, caps: true, by: true };

describe('laws', () => {
  it('due is monotone in the start', () => {
    holds(cases(steady), (c, number) => {
      fc.pre(isMonotone(c) && c.benchmark.rows[0]!.target.target === 'count');
      const hours = 1 + (number % 50);
      const plain = countedFromMidnight(c);
      const later = movedStart(plain, hours * hour);
      assert.ok(dueOf(plain) <= dueOf(later), `${textOf(plain)}\nor from ${hours} hours later`);
    });
  });

  it('due is monotone in the target', () => {
    holds(cases(steady), (c, number) => {
      fc.pre(isMonotone(c));
      assert.ok(dueOf(c) <= dueOf(longerTarget(c, number)), textOf(c));
    });
  });

  it('adding what lies between a and b to a comes back to b, wherever it has been open just before b', () => {
    holds(cases({ calendars: true }), (c, number) => {
      const calendarCase = c.calendars[0]!;
      const policy = policyOf(c);
      const def = policy.zones.find(({ name }) => name === calendarCase.zone)!;
      const zone = loadZone(def, c.firstDay, c.lastDay);
      const calendar = layOut(policy.calendars[0]!, zone, c.firstDay, c.lastDay);
      const from = c.log[0]!.at;
      for (let i = 0; i < 20; i++) {
        const a = from + ((number * (i + 1)) % (300 * hour));
        const b = a + ((number * (i + 7)) % (500 * hour));
        if (!isOpen(calendar, b - 1)) continue;
        assert.equal(addOpen(calendar, a, openBetween(calendar, a, b)), a === b ? a : b);
      }
    });
  });

  it('a pause outside open time costs nothing', () => {
    holds(cases({ calendars: true, cutOffs: true }), (c, number) => {
      const closed = closedSpan(c, number);
      fc.pre(closed !== undefined && c.benchmark.counts.every(({ when }) => when === undefined));
      const row = { target: { target: 'count', measure: 'open', amount: (number % 40) * hour } as const };
      const plain = { ...c, counts: 'office', benchmark: { ...c.benchmark, counts: [], rows: [row] } };
      const paused = {
        ...plain,
        benchmark: { ...plain.benchmark, pauses: [{ while: 'waiting' as const }] },
        log: [
          ...c.log,
          { at: closed[0], is: 'held' as const },
          { at: closed[1], is: 'released' as const },
        ].sort((a, b) => a.at - b.at),
      };
      assert.equal(dueOf(paused), dueOf(plain), textOf(paused));
    });
  });

  it('a simulation split anywhere, its state stored and loaded again, gives the same bytes', () => {
    holds(cases(), (c, number) => {
      const engine = loadEngine(policyOf(c));
      const inputs = inputsOf(engine, c);
      const through = fold(engine, c, inputs, false);
      assert.equal(fold(engine, c, inputs, true), through, textOf(c));
      assert.equal(fold(engine, c, woken(inputs, number), true), through, textOf(c));
    });
  });

  it('a log and the same log with repeated ids give the same outcome', () => {
    holds(cases(), (c, number) => {
      const engine = loadEngine(policyOf(c));
      const ticket = ticketOf(c);
      const events = ticket.events.map((entry, i) => ({ ...entry, id: `e${i}` }));
      const repeated = events.flatMap((entry, i) => {
        const late = events[(number + i) % (i + 1)]!;
        return (number + i) % 3 === 0 ? [entry, late] : [entry];
      });
      const once = simulate(engine, { ...ticket, events }, { asOf: c.asOf });
      const twice = simulate(engine, { ...ticket, events: repeated }, { asOf: c.asOf });
      assert.deepEqual(withoutPaths(twice), withoutPaths(once), textOf(c));
      const inputs = inputsOf(engine, c, { ...ticket, events });
      const repeatedInputs = inputs.flatMap((input, i) => [input, inputs[(number + i) % (i + 1)]!]);
      assert.equal(fold(engine, c, repeatedInputs, false), fold(engine, c, inputs, false), textOf(c));
    });
  });

  it('the order of tickets changes no outcome', () => {
    holds(cases(), (c, number) => {
      const engine = loadEngine(policyOf(c));
      const tickets = c.log.map((_, i) => {
        const ticket = ticketOf(c);
        return { ...ticket, id: `T-${i}`, events: ticket.events.filter((_entry, j) => j === 0 || j !== i) };
      });
      const simulated = (list: typeof tickets) =>
        new Map(
          list.map((ticket) => [ticket.id, JSON.stringify(simulate(engine, ticket, { asOf: c.asOf }))]),
        );
      const shuffled = [...tickets].sort((a, b) => mixed(a.id, number) - mixed(b.id, number));
      const expected = simulated(tickets);
      for (const [id, outcome] of simulated(shuffled)) assert.equal(outcome, expected.get(id));
    });
  });
});

function holds(arbitrary: fc.Arbitrary<Case>, law: (c: Case, number: number) => void): void {
  fc.assert(fc.property(arbitrary, fc.nat(1_000_000), law), {
    seed: Number(process.env.SEED ?? 20_260_704),
    numRuns: Number(process.env.LAWS ?? 100),
  });
}

/** The due instant as it turns out in the end; never where the ticket stays paused, or beyond the days compiled. */
function dueOf(c: Case): number {
  const outcome = simulate(loadEngine(policyOf(c)), ticketOf(c), { asOf: (c.lastDay - 2) * 24 * hour });
  const { due } = outcome.benchmarks[0]!;
  return due === null || due === undefined ? Number.POSITIVE_INFINITY : Date.parse(due);
}

/** Months become days when the clock starts, so that a later start may have fewer of them to go, pauses left out. */
function isMonotone(c: Case): boolean {
  const { target } = c.benchmark.rows[0]!;
  const months = target.target === 'count' && target.measure === 'months';
  return !(months && c.benchmark.pauses.length > 0);
}

/**
 * A cut-off that counts from 08:00 puts what arrives on a closed day behind what arrives before 08:00 on the next
 * business day. That is what such a policy says, and no fault of the clock.
 */
function countedFromMidnight(c: Case): Case {
  const calendars = c.calendars.map(({ cutOff, ...calendar }) => ({
    ...calendar,
    ...(cutOff && { cutOff: cutOff.countsFrom === undefined ? cutOff : { ...cutOff, countsFrom: 0 } }),
  }));
  return { ...c, calendars };
}

function movedStart(c: Case, by: number): Case {
  const log = c.log.map((entry) =>
    'is' in entry && entry.is === 'opened' ? { ...entry, at: entry.at + by } : entry,
  );
  return { ...c, log: log.sort((a, b) => a.at - b.at) };
}

function longerTarget(c: Case, number: number): Case {
  const rows = c.benchmark.rows.map((row) => {
    if (row.target.target !== 'count') return row;
    const { measure, amount } = row.target;
    const more = measure === 'elapsed' || measure === 'open' ? number * 1000 : number % 5;
    return {
      ...row,
      target: { target: 'count' as const, measure, amount: amount + more } satisfies {
        target: 'count';
      } & Count,
    };
  });
  return { ...c, benchmark: { ...c.benchmark, rows } };
}

/** A span between two openings of the first calendar, if there is one. */
function closedSpan(c: Case, number: number): [number, number] | undefined {
  const hours = hoursOf(c.calendars[0]!, c.firstDay, c.lastDay);
  const closed = (minute: number) => hours.open[minute] === 0;
  const first = (c.log[0]!.at - hours.origin) / 60_000;
  let from = Math.ceil(first + (number % 20_000));
  while (from < hours.open.length && !closed(from)) from++;
  let until = from;
  while (until < from + 3000 && closed(until)) until++;
  return until > from ? [hours.origin + from * 60_000, hours.origin + until * 60_000] : undefined;
}

function inputsOf(engine: Engine, c: Case, ticket = ticketOf(c)): Input[] {
  const { entries } = readTicket(engine, ticket);
  return [...entries.filter(({ at }) => at <= c.asOf), { kind: 'wake', at: c.asOf }];
}

/** Wake-ups in between, as a runtime gives them, never among the events of one instant. */
function woken(inputs: Input[], number: number): Input[] {
  return inputs.flatMap((input, i): Input[] => {
    const next = inputs[i + 1];
    if (!next || next.at === input.at) return [input];
    const at = input.at + ((number * (i + 1)) % (next.at - input.at));
    return [input, { kind: 'wake', at }];
  });
}

function fold(engine: Engine, c: Case, inputs: Input[], stored: boolean): string {
  const { id, fields, findings } = readTicket(engine, ticketOf(c));
  let state: State = beginTicket(engine, id, fields, findings);
  const effects: Effect[] = [];
  for (const input of inputs) {
    const next = step(engine, stored ? (JSON.parse(JSON.stringify(state)) as State) : state, input);
    state = next.state;
    effects.push(...next.effects);
  }
  return JSON.stringify({ state, effects });
}

/** A finding's place in the log, which repetition moves. */
function withoutPaths(outcome: ReturnType<typeof simulate>): unknown {
  return { ...outcome, findings: outcome.findings.map(({ path: _path, ...finding }) => finding) };
}

function mixed(id: string, number: number): number {
  let hash = number;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return hash;
}
