import type { Counting } from '../clock/ruler.ts';
import type {
  AttainDef,
  BenchmarkDef,
  EventDef,
  FieldDef,
  LadderDef,
  PauseDef,
  Policy,
  RowDef,
  RungDef,
  RungTime,
  StateDef,
} from '../policy.ts';
import type { Instant, Zone } from '../time/zone.ts';
import type { LoadedCondition } from './conditions.ts';
import type { LoadedDispute } from './dispute/loadDisputes.ts';
import type { ListenerIndex } from './listeners.ts';
import type { Conduct } from './loadConduct.ts';
import type { LoadedMetric } from './loadMetrics.ts';
import type { LoadedStandard } from './loadStandards.ts';
import type { LoadedMoment } from './moments.ts';
import type { LoadedPermit } from './permit/loadPermits.ts';
import type { LoadedRemedy } from './remedy/loadRemedies.ts';
import type { LoadedRight } from './right/loadRights.ts';
import type { Settling } from './scope.ts';
import type { LoadedSpan } from './spans.ts';
import type { LoadedTarget } from './targets.ts';

/** A compiled policy made ready to run: calendars laid out, conditions and moments turned into functions. */
export interface Engine {
  readonly policy: Policy;
  readonly zone: Zone;
  /** The first and last instant of the years compiled in. */
  readonly firstInstant: Instant;
  readonly lastInstant: Instant;
  /** The policy's effective span; open ends are infinite. */
  readonly effectiveFrom: Instant;
  readonly effectiveUntil: Instant;
  readonly fields: ReadonlyMap<string, FieldDef>;
  readonly events: ReadonlyMap<string, EventDef>;
  /** The roles of each person. */
  readonly people: ReadonlyMap<string, readonly string[]>;
  readonly conduct: Conduct;
  readonly states: readonly LoadedState[];
  readonly benchmarks: readonly LoadedBenchmark[];
  readonly disputes: readonly LoadedDispute[];
  readonly rights: readonly LoadedRight[];
  readonly permits: readonly LoadedPermit[];
  /** How many clocks there are: of benchmarks, of steps and of what is told in them. */
  readonly clocks: number;
  readonly remedies: readonly LoadedRemedy[];
  /** What is being settled while a remedy's amounts are read. */
  readonly settling: Settling;
  readonly metrics: readonly LoadedMetric[];
  readonly standards: readonly LoadedStandard[];
  /** The metrics that an event answers, and the standards that it is a reply to. */
  readonly metricsOn: ReadonlyMap<string, readonly LoadedMetric[]>;
  readonly standardsOn: ReadonlyMap<string, readonly LoadedStandard[]>;
  /** Whether something is counted by when a case began. */
  readonly datesCases: boolean;
  /** A calendar with its zone; without a name, the policy's zone alone. */
  readonly counting: (calendar: string | undefined) => Counting;
  /** Watchers of `E where C`, by event. */
  readonly watchers: ReadonlyMap<string, readonly Watcher[]>;
  readonly listeners: ListenerIndex;
  /** What is not run because its regulation is not adopted, as the finding every outcome carries. */
  readonly notRun?: string;
  /** Those that wait for a moment that comes by time alone. */
  readonly timedStates: readonly number[];
  readonly timedBenchmarks: readonly number[];
  readonly timedRemedies: readonly number[];
}

export interface Watcher {
  readonly id: string;
  readonly holds: LoadedCondition;
}

export interface LoadedState {
  readonly def: StateDef;
  readonly from: LoadedMoment;
  readonly until: LoadedMoment;
}

export interface LoadedBenchmark {
  readonly def: BenchmarkDef;
  readonly index: number;
  readonly applies?: LoadedCondition;
  /** Cancels, until, expects, reopening, from: the order in which one happening works on a clock. */
  readonly moments: readonly ClockMoment[];
  readonly by?: ReadonlySet<string>;
  /** Tried in order; the last one always holds. */
  readonly counts: readonly LoadedCounts[];
  readonly arrives?: Counting;
  /** An `every` benchmark has one row, its period. */
  readonly rows: readonly LoadedRow[];
  /** Whether its deadlines or rungs can move when no field changes. */
  readonly volatile: boolean;
  readonly pauses: readonly LoadedPause[];
  readonly notAssessed: readonly LoadedCondition[];
  readonly attain: readonly LoadedAttain[];
  readonly ladders: readonly LoadedLadder[];
}

/** What a moment does to a clock. */
export type MomentRole = 'cancels' | 'until' | 'expects' | 'reopening' | 'from';

export interface ClockMoment {
  readonly role: MomentRole;
  /** The role, numbered where there are several. */
  readonly key: string;
  readonly moment: LoadedMoment;
}

export interface LoadedCounts {
  readonly calendar: string | null;
  readonly counting: Counting;
  readonly when?: LoadedCondition;
  readonly source?: number;
}

export interface LoadedRow {
  readonly def: Pick<RowDef, 'text' | 'source'>;
  /** What it promises, as written and without its `when`. */
  readonly label: string;
  readonly when?: LoadedCondition;
  readonly target: LoadedTarget;
}

export interface LoadedPause {
  readonly def: PauseDef;
  readonly holds: LoadedCondition;
}

export interface LoadedAttain {
  readonly def: AttainDef;
  readonly when?: LoadedCondition;
}

export interface LoadedLadder {
  readonly def: LadderDef;
  readonly rungs: readonly LoadedRung[];
}

export interface LoadedRung extends LoadedRungTime {
  readonly def: RungDef;
  /** `ladder.rung`, the key under which a run remembers what has fired. */
  readonly key: string;
  readonly when?: LoadedCondition;
}

/** What a rung waits for; what it needs beside its form in the policy, where it needs it. */
export interface LoadedRungTime {
  readonly time: RungTime;
  readonly moment?: LoadedMoment;
  readonly span?: LoadedSpan;
  readonly of?: readonly LoadedRungTime[];
}
