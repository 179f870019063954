import { after, before, boundsBefore } from '../clock/offset.ts';
import type { Moment } from '../policy.ts';
import { parseDate } from '../time/localDate.ts';
import { dayAt, endOfDay, type Instant, startOfDay, type Zone } from '../time/zone.ts';
import type { Stored } from '../value/stored.ts';
import type { Scope } from './scope.ts';
import { type LoadedSpan, loadSpan } from './spans.ts';
import type { State } from './state.ts';

/** Something that happens at an instant and that a moment may wait for. */
export type Happening =
  | { kind: 'event'; event: string; at: Instant }
  | { kind: 'benchmark'; benchmark: number; what: 'start' | 'breach' | 'met'; at: Instant };

/** A moment made ready. */
export interface LoadedMoment {
  /** Its instant as things stand; a date is its day's first millisecond. Undefined while there is none. */
  readonly at: (state: State) => Instant | undefined;
  /** The same as a deadline: a date is its day's last millisecond in the zone counted. */
  readonly deadline: (state: State, zone: Zone) => Instant | undefined;
  /** Whether this happening is an arrival of the moment. */
  readonly arrives: (state: State, happening: Happening) => boolean;
  /** The part that comes by time alone, such as `2 days after received`; absent where only happenings count. */
  readonly computed?: (state: State) => Instant | undefined;
  /** The events it listens to. */
  readonly events: readonly string[];
  /** The benchmarks it listens to. */
  readonly benchmarks: readonly number[];
}

const never = () => false;

export function loadMoment(moment: Moment, scope: Scope): LoadedMoment {
  switch (moment.kind) {
    case 'event':
      return happeningMoment(
        moment.event,
        (state) => state.events[moment.event]?.latest,
        (_, happening) => happening.kind === 'event' && happening.event === moment.event,
      );
    case 'first':
      return happeningMoment(
        moment.event,
        (state) => state.events[moment.event]?.first,
        (state, happening) =>
          happening.kind === 'event' &&
          happening.event === moment.event &&
          state.events[moment.event]?.count === 1,
      );
    case 'where': {
      const watcher = scope.watch(moment.event, moment.condition);
      return happeningMoment(
        moment.event,
        (state) => state.firsts[watcher],
        (state, happening) =>
          happening.kind === 'event' &&
          happening.event === moment.event &&
          state.firsts[watcher] === happening.at,
      );
    }
    case 'field':
      return storedMoment((state) => state.fields[moment.field], scope);
    case 'data':
      return {
        ...storedMoment((state) => state.events[moment.event]?.data?.[moment.field], scope),
        events: [moment.event],
      };
    case 'date': {
      const day = parseDate(moment.date) ?? 0;
      return computedMoment(
        () => startOfDay(scope.zone, day),
        (_, zone) => endOfDay(zone, day),
      );
    }
    case 'instant':
      return computedMoment(() => moment.at);
    case 'benchmark':
      return benchmarkMoment(moment.what, scope.benchmarkIndex.get(moment.benchmark), scope);
    case 'opening': {
      const index = scope.rightIndex.get(moment.right) ?? -1;
      return computedMoment((state) => {
        const times = state.rights[index]?.times ?? [];
        return times[times.length - 1]?.opened;
      });
    }
    case 'offset':
      return offsetMoment(moment, { duration: () => moment.duration, events: [] }, scope);
    case 'computed offset':
      return offsetMoment(moment, loadSpan(moment.span, scope), scope);
    case 'earlier':
    case 'later':
      return choiceMoment(
        moment.kind,
        moment.of.map((operand) => loadMoment(operand, scope)),
      );
    case 'either':
      return eitherMoment(moment.of.map((operand) => loadMoment(operand, scope)));
  }
}

function happeningMoment(
  event: string,
  at: LoadedMoment['at'],
  arrives: LoadedMoment['arrives'],
): LoadedMoment {
  return { at, deadline: at, arrives, events: [event], benchmarks: [] };
}

function computedMoment(at: LoadedMoment['at'], deadline: LoadedMoment['deadline'] = at): LoadedMoment {
  return { at, deadline, arrives: never, computed: at, events: [], benchmarks: [] };
}

/** A date or date-time that is stored. */
function storedMoment(read: (state: State) => Stored | undefined, scope: Scope): LoadedMoment {
  const dayOf = (state: State) => {
    const stored = read(state);
    return typeof stored === 'string' ? parseDate(stored) : undefined;
  };
  const instantOf = (state: State) => {
    const stored = read(state);
    return typeof stored === 'number' ? stored : undefined;
  };
  return computedMoment(
    (state) => {
      const day = dayOf(state);
      return day === undefined ? instantOf(state) : startOfDay(scope.zone, day);
    },
    (state, zone) => {
      const day = dayOf(state);
      return day === undefined ? instantOf(state) : endOfDay(zone, day);
    },
  );
}

function benchmarkMoment(
  what: 'start' | 'due' | 'breach' | 'met',
  benchmark: number | undefined,
  scope: Scope,
): LoadedMoment {
  if (benchmark === undefined) return computedMoment(() => undefined);
  const at = (state: State) => scope.benchmarks.moment(state, benchmark, what);
  if (what === 'due') return { ...computedMoment(at), benchmarks: [benchmark] };
  return {
    at,
    deadline: at,
    arrives: (_, happening) =>
      happening.kind === 'benchmark' && happening.benchmark === benchmark && happening.what === what,
    events: [],
    benchmarks: [benchmark],
  };
}

function offsetMoment(
  moment: Extract<Moment, { kind: 'offset' | 'computed offset' }>,
  span: LoadedSpan,
  scope: Scope,
): LoadedMoment {
  const base = loadMoment(moment.of, scope);
  const counting = scope.counting(moment.calendar);
  const isBefore = moment.direction === 'before';
  const shift = isBefore ? before : after;
  const at = (state: State) => {
    const instant = base.at(state);
    const duration = span.duration(state);
    return instant === undefined || !duration ? undefined : finite(shift(counting, instant, duration));
  };
  // What must be done at least so many days before may be done until that day ends.
  const deadline = (state: State) => {
    const instant = base.at(state);
    const duration = span.duration(state);
    if (instant === undefined || !duration) return undefined;
    const inTime = duration.measure === 'elapsed' || duration.measure === 'open';
    return finite(
      inTime ? before(counting, instant, duration) : boundsBefore(counting, instant, duration)[1],
    );
  };
  return {
    ...computedMoment(at, isBefore ? deadline : at),
    events: [...base.events, ...span.events],
    benchmarks: base.benchmarks,
  };
}

function finite(instant: Instant): Instant | undefined {
  return Number.isFinite(instant) ? instant : undefined;
}

function choiceMoment(which: 'earlier' | 'later', of: readonly LoadedMoment[]): LoadedMoment {
  const best = which === 'earlier' ? Math.min : Math.max;
  const choose = (instants: (Instant | undefined)[]) => {
    const known = instants.filter((instant) => instant !== undefined);
    return known.length > 0 ? best(...known) : undefined;
  };
  return {
    ...computedMoment(
      (state) => choose(of.map((operand) => operand.at(state))),
      (state, zone) => choose(of.map((operand) => operand.deadline(state, zone))),
    ),
    events: of.flatMap((operand) => operand.events),
    benchmarks: of.flatMap((operand) => operand.benchmarks),
  };
}

/** Whichever comes first: as a point in time the earliest, as an arrival any of them. */
function eitherMoment(of: readonly LoadedMoment[]): LoadedMoment {
  const computed = of.map((operand) => operand.computed).filter((part) => part !== undefined);
  const earliest = (instants: (Instant | undefined)[]) => {
    const known = instants.filter((instant) => instant !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  };
  return {
    at: (state) => earliest(of.map((operand) => operand.at(state))),
    deadline: (state, zone) => earliest(of.map((operand) => operand.deadline(state, zone))),
    arrives: (state, happening) => of.some((operand) => operand.arrives(state, happening)),
    ...(computed.length > 0 && {
      computed: (state: State) => earliest(computed.map((part) => part(state))),
    }),
    events: of.flatMap((operand) => operand.events),
    benchmarks: of.flatMap((operand) => operand.benchmarks),
  };
}

/** The day of a moment, in the zone of what is counted. */
export function dayOfMoment(moment: LoadedMoment, state: State, zone: Zone): number | undefined {
  const at = moment.at(state);
  return at === undefined ? undefined : dayAt(zone, at);
}
