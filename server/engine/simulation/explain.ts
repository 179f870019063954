import type { Reason } from '../outcome.ts';
import { formatInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import type { Engine, LoadedBenchmark } from './engine.ts';
import { dayReasons } from './explainDays.ts';
import { spanReasons } from './explainSpans.ts';
import { countIn, pausedIn, type RunClock, statusOf } from './run.ts';
import type { RunGap, RunState } from './state.ts';
import { dayWords, instantWords, plural, spanWords } from './words.ts';

/** What the parts of an explanation are built from. */
export interface Explaining {
  readonly engine: Engine;
  readonly benchmark: LoadedBenchmark;
  readonly run: RunState;
  readonly clock: RunClock;
  /** Up to where the clock is explained: its due instant, or as far as it has come. */
  readonly until: Instant;
}

/**
 * Why a run stands as it does, step by step, so that a person with a calendar on the wall can check it. Built only
 * when asked for.
 */
export function explain(
  engine: Engine,
  benchmark: LoadedBenchmark,
  run: RunState,
  clock: RunClock | undefined,
  asOf: Instant,
): Reason[] {
  return [
    startReason(engine, benchmark, run),
    ...(clock ? explainClock(engine, benchmark, run, clock, asOf) : []),
    ...endReasons(engine, benchmark, run),
  ];
}

/** What a clock counts, what it counted, where it paused, and when it is due. */
export function explainClock(
  engine: Engine,
  benchmark: LoadedBenchmark,
  run: RunState,
  clock: RunClock,
  asOf: Instant,
): Reason[] {
  const due = run.missed ?? run.due;
  const explaining = { engine, benchmark, run, clock, until: due ?? run.stopped ?? asOf };
  return [
    ...clockReasons(explaining),
    ...countReasons(explaining),
    ...run.gaps.map((gap) => gapReason(explaining, gap)),
    ...(due === null ? [] : [dueReason(explaining, due)]),
  ];
}

function startReason({ zone }: Engine, { def }: LoadedBenchmark, run: RunState): Reason {
  return {
    why: 'started',
    text: `Started ${instantWords(zone, run.start)}.`,
    at: formatInstant(zone, run.start),
    source: def.fromSource,
  };
}

function clockReasons({ engine, benchmark, run, clock }: Explaining): Reason[] {
  const reasons: Reason[] = [];
  const { calendar } = clock.counting;
  const counts = benchmark.counts.find((candidate) => candidate.calendar === run.calendar);
  if (calendar) {
    reasons.push({
      why: 'calendar',
      text: `Counts ${calendar.id}, in ${calendar.zone.name}.`,
      ...(counts?.source !== undefined && { source: counts.source }),
    });
  }
  if (clock.start.moved) {
    const from =
      clock.start.openFrom === clock.start.at
        ? ''
        : `, counting from ${instantWords(engine.zone, clock.start.openFrom)}`;
    reasons.push({
      why: 'arrived',
      text: `Arrived after the cut-off or on a closed day, so it counts as arriving on ${dayWords(clock.start.businessDay)}${from}.`,
      day: dayWords(clock.start.businessDay),
    });
  }
  const { cites } = benchmark.def;
  reasons.push({
    why: 'row',
    text: benchmark.def.every
      ? `Every ${clock.row.label}.`
      : `Within ${clock.row.def.text.replace(/^within\s+/, '')}.`,
    source: clock.row.def.source,
    ...(cites !== undefined && { cites }),
  });
  return reasons;
}

function countReasons(explaining: Explaining): Reason[] {
  const count = countIn(explaining.clock);
  if (!count || count.amount === 0) return [];
  return count.ruler.inDays ? dayReasons(explaining, count) : spanReasons(explaining, count);
}

function gapReason({ engine, benchmark, clock, until }: Explaining, gap: RunGap): Reason {
  const { zone } = engine;
  const cost = pausedIn(clock, [gap], until);
  const words = cost.inDays ? plural(cost.amount, 'day') : spanWords(cost.amount);
  const range = `from ${instantWords(zone, gap.begin)} ${gap.end === null ? 'on' : `to ${instantWords(zone, gap.end)}`}`;
  const pause = gap.cause === 'reopened' ? undefined : benchmark.pauses[gap.cause];
  return {
    why: pause ? 'paused' : 'reopened',
    text: pause
      ? `Paused ${range}, ${pause.def.text.replace(/^pauses\s+/, '')}: ${words} not counted.`
      : `Stopped and reopened, ${range}: ${words} not counted.`,
    from: formatInstant(zone, gap.begin),
    ...(gap.end !== null && { to: formatInstant(zone, gap.end) }),
    ...(cost.inDays ? { days: cost.amount } : { ms: cost.amount }),
    ...(pause && { source: pause.def.source }),
    ...(!pause && benchmark.def.reopening && { source: benchmark.def.reopening.source }),
  };
}

function dueReason({ engine, clock }: Explaining, due: Instant): Reason {
  return {
    why: 'due',
    text: `Due ${instantWords(engine.zone, due)}: ${clock.row.label}.`,
    at: formatInstant(engine.zone, due),
  };
}

function endReasons(engine: Engine, benchmark: LoadedBenchmark, run: RunState): Reason[] {
  const { zone } = engine;
  const { def } = benchmark;
  const reasons: Reason[] = [];
  const say = (why: Reason['why'], text: string, at?: Instant, source = def.source) =>
    reasons.push({ why, text, ...(at !== undefined && { at: formatInstant(zone, at) }), source });
  if (!run.applied) say('not-applicable', `${def.id} does not apply to this ticket.`);
  else if (run.row === null) say('not-applicable', `No row of ${def.id} fits this ticket.`);
  if (run.ceased !== null) say('cancelled', `${def.id} no longer applies.`, run.ceased);
  if (run.breached !== null) say('breached', `Breached ${instantWords(zone, run.breached)}.`, run.breached);
  if (run.cancelled !== null)
    say('cancelled', `Ended without a verdict ${instantWords(zone, run.cancelled)}.`, run.cancelled);
  if (run.stopped !== null) {
    const verdict = run.breached !== null ? ', after the breach' : statusOf(run) === 'met' ? ', in time' : '';
    say('stopped', `Stopped ${instantWords(zone, run.stopped)}${verdict}.`, run.stopped, def.fromSource);
  }
  if (run.notAssessed !== null) {
    const clause = def.notAssessed[run.notAssessed]!;
    say(
      'not-assessed',
      `Not assessed${clause.reason === undefined ? '' : `: ${clause.reason}`}.`,
      undefined,
      clause.source,
    );
  }
  return reasons;
}
