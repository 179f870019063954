import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import '../../support/properties.ts';
import { compile } from '../../../server/compile/compile.ts';
import { loadHolidays } from '../../../server/compile/loadHolidays.ts';
import { loadEngine } from '../../../server/engine/load.ts';
import type { Outcome } from '../../../server/engine/outcome.ts';
import { beginTicket } from '../../../server/engine/simulation/beginTicket.ts';
import { contextOf } from '../../../server/engine/simulation/context.ts';
import type { Engine } from '../../../server/engine/simulation/engine.ts';
import { outcomeOf } from '../../../server/engine/simulation/outcomeOf.ts';
import { readTicket } from '../../../server/engine/simulation/readTicket.ts';
import { simulate } from '../../../server/engine/simulation/simulate.ts';
import type { State } from '../../../server/engine/simulation/state.ts';
import { type Input, step } from '../../../server/engine/simulation/step.ts';
import { createWorkspace } from '../../../server/model/workspace.ts';

const holidays = await loadHolidays();
const folder = new URL('../../promises/', import.meta.url);
const paths = [
  'disputes/two-steps',
  'disputes/who-decides',
  'disputes/told',
  'rights/windows',
  'permits/disconnection',
] as const;
const engines = new Map(
  paths.map((path) => [path, engineOf(new URL(`${path}/policy.slapolicy`, folder).href)]),
);

const hour = 3_600_000;
const begin = Date.parse('2026-03-02T09:00:00Z');

interface Log {
  readonly policy: (typeof paths)[number];
  readonly events: { readonly at: string; readonly is: string; readonly by?: string }[];
  readonly asOf: number;
}

/** Any events of a policy in any order, by anybody, some at the same instant. */
const logs: fc.Arbitrary<Log> = fc.constantFrom(...paths).chain((policy) => {
  const engine = engines.get(policy)!;
  const names = engine.policy.events.map(({ name }) => name);
  const people = [undefined, 'customer', 'provider', ...engine.people.keys()];
  const entry = fc.record({
    is: fc.constantFrom(...names),
    by: fc.constantFrom(...people),
    gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 * 24 })),
  });
  return fc
    .record({
      entries: fc.array(entry, { minLength: 1, maxLength: 12 }),
      rest: fc.integer({ min: 0, max: 200 * 24 }),
    })
    .map(({ entries, rest }) => {
      let at = begin;
      const later = entries.map(({ is, by, gap }) => {
        at += gap * hour;
        return { at: new Date(at).toISOString(), is, ...(by !== undefined && { by }) };
      });
      const first = { at: new Date(begin).toISOString(), is: engine.policy.begins! };
      return { policy, events: [first, ...later], asOf: at + rest * hour };
    });
});

describe('disputes, rights and permits', () => {
  it('are the same when the state is stored and loaded again between any two inputs', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { benchmarks, ...whole } = run(log);
        const { benchmarks: folded, ...stored } = fold(log);
        assert.deepEqual(
          [stored.disputes, stored.rights, stored.permits, folded],
          [whole.disputes, whole.rights, whole.permits, benchmarks],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('follow each other: one step ends where the next begins, one dispute after another', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { disputes = [] } = run(log);
        for (const [i, now] of disputes.entries()) {
          const next = disputes[i + 1];
          if (now.left !== undefined) assert.ok(instant(now.left) >= instant(now.entered));
          if (now.outcome === 'overdue') assert.equal(now.left, now.overdueAt);
          if (now.overdueAt !== undefined) assert.ok(instant(now.overdueAt) >= instant(now.due!));
          if (next?.id !== now.id) continue;
          assert.ok(now.left !== undefined);
          if (next.run === now.run) assert.equal(next.entered, now.left);
          else assert.ok(now.ended !== undefined && instant(next.entered) >= instant(now.left));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are open one after another, and never before they open', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { rights = [] } = run(log);
        for (const [i, now] of rights.entries()) {
          const next = rights[i + 1];
          if (next?.id !== now.id) continue;
          assert.ok(now.closed !== undefined && instant(now.closed) <= instant(next.opened));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('allow from the instant on that a refusal names, and not a millisecond before', () => {
    fc.assert(
      fc.property(logs, ({ policy, events }) => {
        const all = run({ policy, events, asOf: Date.parse(events[events.length - 1]!.at) }).permits ?? [];
        const refused = all.find(({ from }) => from !== undefined);
        fc.pre(refused?.from !== undefined);
        const { id, from } = refused;
        const { on } = engines.get(policy)!.policy.permits.find((permit) => permit.id === id)!;
        const is = on.kind === 'event' ? on.event : '';
        const number = all.filter((each) => each.id === id).indexOf(refused);
        const indexes = events.flatMap((event, i) => (event.is === is ? [i] : []));
        const before = events.slice(0, indexes[number]);
        const allowedAt = (at: number) => {
          const again = [...before, { at: new Date(at).toISOString(), is }];
          const attempts = run({ policy, events: again, asOf: at }).permits!.filter((each) => each.id === id);
          return attempts[attempts.length - 1]!.allowed;
        };
        assert.equal(allowedAt(Date.parse(from)), true);
        assert.equal(allowedAt(Date.parse(from) - 1), false);
      }),
      { numRuns: 150 },
    );
  });
});

function run({ policy, events, asOf }: Log): Outcome {
  return simulate(engines.get(policy)!, { id: 'T', fields: {}, events }, { asOf, reasons: true });
}

function instant(text: string): number {
  return Date.parse(text);
}

/** The same by `step`, as a runtime does it. */
function fold({ policy, events, asOf }: Log): Outcome {
  const engine = engines.get(policy)!;
  const { id, fields, entries, findings } = readTicket(engine, { id: 'T', fields: {}, events });
  let state = beginTicket(engine, id, fields, findings);
  for (const input of [...entries, { kind: 'wake', at: asOf }] satisfies Input[])
    state = JSON.parse(JSON.stringify(step(engine, state, input).state)) as State;
  return outcomeOf(contextOf(engine, state), asOf, true);
}

function engineOf(uri: string): Engine {
  const workspace = createWorkspace({ read: (each) => readFileSync(new URL(each), 'utf8') });
  return loadEngine(compile(workspace.program(uri), { holidays }).policy!);
}
