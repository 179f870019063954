import type { Counting } from '../clock/ruler.ts';
import type { RateDef } from '../policy/rate.ts';
import type { Condition, FieldDef } from '../policy.ts';
import type { LocalDay } from '../time/localDate.ts';
import type { Instant, Zone } from '../time/zone.ts';
import type { Fraction } from '../value/fraction.ts';
import type { State } from './state.ts';

/** What expressions are loaded against: the policy's names, and the calendars and zones laid out. */
export interface Scope {
  readonly zone: Zone;
  readonly fields: ReadonlyMap<string, FieldDef>;
  readonly data: ReadonlyMap<string, FieldDef>;
  readonly stateIndex: ReadonlyMap<string, number>;
  readonly benchmarkIndex: ReadonlyMap<string, number>;
  readonly disputeIndex: ReadonlyMap<string, number>;
  /** The number of a step among those of its dispute. */
  readonly stepIndex: (dispute: string, step: string) => number;
  readonly rightIndex: ReadonlyMap<string, number>;
  readonly zoneNamed: (name: string) => Zone;
  /** A calendar with its zone; without a name, the policy's zone alone. */
  readonly counting: (calendar: string | undefined) => Counting;
  /** `E where C` keeps the first instant for which C held under a number of its own. */
  readonly watch: (event: string, condition: Condition) => string;
  /** What a benchmark's latest run has counted, and its moments: known once benchmarks are loaded. */
  readonly benchmarks: BenchmarkReader;
  readonly rates: ReadonlyMap<string, RateDef>;
  readonly settling: Settling;
}

/** What is being settled while amounts and conditions are read; changed in place by whoever settles. */
export interface Settling {
  /** The day that is paid; undefined where none is. */
  day?: LocalDay;
  /** What `days late` and `hours late` are. */
  daysLate: number;
  hoursLate: Fraction;
  /** The run whose breach is settled: of its benchmark no other is meant. */
  breach?: { readonly benchmark: number; readonly run: number };
}

export interface Counted {
  readonly inDays: boolean;
  readonly amount: number;
}

export interface BenchmarkReader {
  elapsed(state: State, benchmark: number): Counted | undefined;
  moment(state: State, benchmark: number, what: 'start' | 'due' | 'breach' | 'met'): Instant | undefined;
}

/** The key of an event's data field in `Scope.data`. */
export function dataKey(event: string, field: string): string {
  return `${event} ${field}`;
}
