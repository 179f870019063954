import type { BenchmarkDef } from '../../engine/policy.ts';
import type { Clockwork } from '../clockwork.ts';
import { type Term, type TermScope, termOf } from './terms.ts';

/** A row, or `every`, in one of the calendars in which it is counted. */
export interface Way {
  readonly row: number;
  readonly calendar: number;
  readonly term: Term;
  readonly text: string;
}

/** All ways in which a benchmark's deadline can come about; `starts` are the events that start its clock. */
export function waysOf(def: BenchmarkDef, clockwork: Clockwork, starts: readonly string[]): Way[] {
  const { policy, engine, countingOf, identityOf } = clockwork;
  const arrives =
    def.arrives === undefined
      ? {}
      : { arrives: countingOf(def.arrives), arrivesId: identityOf(def.arrives) ?? def.arrives };
  const calendars = [...def.counts.map(({ calendar }) => calendar), policy.counts];
  const rows = def.every
    ? [
        {
          target: { kind: 'count', duration: def.every.period } as const,
          text: `every ${def.every.period.text}`,
        },
      ]
    : def.rows;
  return rows.flatMap(({ target, text }, row) =>
    calendars.map((id, calendar) => {
      const scope: TermScope = {
        counting: countingOf(id),
        calendar: identityOf(id),
        ...arrives,
        starts,
        fields: engine.fields,
        countingOf,
        identityOf,
      };
      return { row, calendar, term: termOf(target, scope), text };
    }),
  );
}
