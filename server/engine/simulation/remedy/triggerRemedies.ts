import { boundsBefore } from '../../clock/offset.ts';
import type { RemedyRun } from '../../remedy/remedyState.ts';
import type { Instant } from '../../time/zone.ts';
import type { Context } from '../context.ts';
import type { Happening } from '../moments.ts';
import { pendingMoment } from '../pendingMoment.ts';
import type { RunState, State } from '../state.ts';
import type { LoadedRemedy } from './loadRemedies.ts';

/** Tells a remedy what has happened: it begins where it waits for that. */
export function hearRemedy(context: Context, remedy: LoadedRemedy, happening: Happening): void {
  const { state } = context;
  if (!remedy.trigger?.arrives(state, happening)) return;
  const run = happening.kind === 'benchmark' ? breachedRun(state, remedy, happening) : undefined;
  if (remedy.repetition && !(run && isRepeated(state, remedy, run))) return;
  const breach =
    happening.kind === 'benchmark' && run && happening.what === 'breach'
      ? { benchmark: happening.benchmark, run: run.run }
      : null;
  begin(context, remedy, happening.at, breach);
}

/** Begins the remedies whose moment has come by time alone. */
export function triggerRemedies(context: Context, at: Instant): boolean {
  const { engine, state } = context;
  let triggered = false;
  for (const i of engine.timedRemedies) {
    const remedy = engine.remedies[i]!;
    const held = state.remedies![i]!;
    const arrival = pendingMoment(remedy.trigger!, state, held.arrived);
    if (arrival === undefined || arrival > at) continue;
    held.arrived = arrival;
    begin(context, remedy, at, null);
    triggered = true;
  }
  return triggered;
}

/** The run of which a happening tells: of several at one instant, the first that the remedy has not answered. */
function breachedRun(
  { benchmarks, remedies }: State,
  { index }: LoadedRemedy,
  { benchmark, what, at }: Extract<Happening, { kind: 'benchmark' }>,
): RunState | undefined {
  if (what !== 'breach') return undefined;
  return benchmarks[benchmark]?.runs.find(
    ({ run, breached }) =>
      breached === at &&
      !remedies![index]!.runs.some(
        ({ breach }) => breach !== null && breach.benchmark === benchmark && breach.run === run,
      ),
  );
}

/**
 * Whether a breach is the last one that a repetition waits for: looking back from each breach, with those of an earlier
 * repetition used up.
 */
function isRepeated(state: State, { def, repetition }: LoadedRemedy, last: RunState): boolean {
  const { on } = def;
  if (on.kind !== 'repetition' || !repetition) return false;
  const breaches = state.benchmarks[repetition.benchmark]!.runs.filter(
    ({ breached, notAssessed }) => breached !== null && notAssessed === null,
  ).sort((a, b) => a.breached! - b.breached! || a.run - b.run);
  let open: RunState[] = [];
  for (const run of breaches) {
    const [first] = boundsBefore(repetition.counting, run.breached!, on.within);
    open = [...open.filter(({ breached }) => breached! >= first), run];
    if (open.length < on.count) continue;
    if (run === last) return true;
    open = [];
  }
  return false;
}

function begin(context: Context, remedy: LoadedRemedy, at: Instant, breach: RemedyRun['breach']): void {
  const { engine, state, effects } = context;
  if (remedy.applies && !remedy.applies(state)) return;
  const { runs } = state.remedies![remedy.index]!;
  const { id } = remedy.def;
  const run = runs.length + 1;
  runs.push({
    run,
    at,
    breach,
    calendar: calendarOf(context, remedy, breach),
    settled: at,
    barred: null,
    stopped: null,
    counted: remedy.sequences.map(({ since }) => ({
      from: since ? null : at,
      days: 0,
      last: null,
      units: 0,
      prices: [],
    })),
    once: null,
    payable: null,
  });
  effects.push({
    kind: 'remedy',
    at,
    remedy: id,
    run,
    id: `${state.ticket}/${engine.policy.version}/${id}/${run}`,
  });
}

/** The remedy's own calendar, else the one that the breached run counted, else the policy's. */
function calendarOf(
  { engine, state }: Context,
  remedy: LoadedRemedy,
  breach: RemedyRun['breach'],
): string | null {
  const own = remedy.counts.find(({ when }) => !when || when(state));
  if (own) return own.calendar;
  const run = breach && state.benchmarks[breach.benchmark]!.runs.find((each) => each.run === breach.run);
  return run?.calendar ?? engine.policy.counts ?? null;
}
