import type {
  ActionOutcome,
  BenchmarkOutcome,
  Outcome,
  ProjectedOutcome,
  Reason,
  Status,
} from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import type { Entry } from '../engine/simulation/entries.ts';
import { readTicket } from '../engine/simulation/readTicket.ts';
import { instantWords, plural, spanWords } from '../engine/simulation/words.ts';
import { parseInstant } from '../engine/time/iso.ts';
import type { Instant } from '../engine/time/zone.ts';
import { type Stored, showStored } from '../engine/value/stored.ts';
import { conductItems } from './conductItems.ts';
import { clockOfStep, disputeItems } from './disputeItems.ts';

/** A ticket's history as a reader wants it: what happened when, and every clock as a bar. */
export interface Timeline {
  /** In order of time; what happened to the ticket before what the policy made of it. */
  items: TimelineItem[];
  bars: TimelineBar[];
  /** What the bars span. */
  from: Instant;
  to: Instant;
}

/** The order within an instant. A run that follows another begins after that one has ended. */
const order = {
  event: 0,
  change: 1,
  begin: 2,
  pause: 3,
  resume: 4,
  met: 5,
  stop: 6,
  cancel: 7,
  breach: 8,
  'begin again': 9,
  action: 10,
  ahead: 11,
} as const;
export type TimelineKind = keyof typeof order;

export interface TimelineItem {
  at: Instant;
  kind: TimelineKind;
  text: string;
}

export interface TimelineBar {
  /** `resolve`, or `resolve (2)` for a second run. */
  label: string;
  status: Status;
  /** Side by side, in order of time. */
  spans: TimelineSpan[];
  due?: Instant;
}

export interface TimelineSpan {
  from: Instant;
  to: Instant;
  kind: 'counting' | 'paused' | 'late' | 'ahead';
}

/** The timeline of a ticket, given as parsed JSON with its outcome. Pauses are known where the outcome has reasons. */
export function timelineOf(engine: Engine, ticket: unknown, outcome: Outcome): Timeline {
  const at = (text: string): Instant => instantOf(engine, text);
  const asOf = outcome.asOf === null ? undefined : at(outcome.asOf);
  const entries = readTicket(engine, ticket).entries.filter(
    (entry) => asOf === undefined || entry.at <= asOf,
  );
  const runs = outcome.benchmarks.filter((run) => run.target !== undefined);
  const steps = (outcome.disputes ?? []).filter((step) => step.target !== undefined).map(clockOfStep);
  const items = [
    ...entries.map((entry) => entryItem(engine, entry)),
    ...runs.flatMap((run) => runItems(engine, run, at)),
    ...rungItems(outcome.actions, at),
    ...disputeItems(outcome, engine.zone, at),
    ...steps.flatMap((step) => gapsOf(step).flatMap((reason) => gapItems(runLabel(step), reason, at))),
    ...conductItems(outcome, engine.zone, at),
    ...outcome.projected.map((ahead) => ({
      at: at(ahead.at),
      kind: 'ahead' as const,
      text: aheadWords(ahead),
    })),
  ];
  const bars = [...runs, ...steps].map((run) => barOf(run, at, asOf));
  const instants = bars.flatMap(({ spans, due }) => [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...(due === undefined ? [] : [due]),
  ]);
  return {
    items: items.sort((a, b) => a.at - b.at || order[a.kind] - order[b.kind]),
    bars,
    from: Math.min(...instants),
    to: Math.max(...instants),
  };
}

/** What lies ahead. */
function aheadWords({ benchmark, dispute, right, permit, effect }: ProjectedOutcome): string {
  if (benchmark !== undefined) return effect === 'breach' ? `${benchmark} would be breached` : effect;
  return `${dispute ?? right ?? permit} ${effect}`;
}

/** An instant of an outcome. */
export function instantOf(engine: Engine, text: string): Instant {
  const parsed = parseInstant(text, engine.zone);
  return parsed.ok ? parsed.at : Number.NaN;
}

/** `resolve`, and from the second run on its number. */
export function runLabel({ id, run }: Pick<BenchmarkOutcome, 'id' | 'run'>): string {
  return run === 1 ? id : `${id} (${run})`;
}

/** What a rung did: `notify duty-manager by sms, email`. */
export function actionWords({ action, to = [], by = [], field, value, event }: ActionOutcome): string {
  const media = by.length > 0 ? ` by ${by.join(', ')}` : '';
  switch (action) {
    case 'notify':
    case 'assign':
      return `${action} ${to.join(', ')}${media}`;
    case 'raise':
    case 'set':
      return `${action} ${field}${value === undefined ? '' : ` to ${value}`}`;
    case 'emit':
      return `emit ${event}`;
  }
}

/** What one rung does at once is one item. */
function rungItems(actions: readonly ActionOutcome[], at: (text: string) => Instant): TimelineItem[] {
  const items = new Map<string, TimelineItem>();
  for (const action of actions) {
    const { ladder, rung, run, occurrence } = action;
    const key = JSON.stringify([action.at, ladder, rung, run, occurrence]);
    const item = items.get(key);
    if (item) item.text += `; ${actionWords(action)}`;
    else items.set(key, { at: at(action.at), kind: 'action', text: `${ladder}: ${actionWords(action)}` });
  }
  return [...items.values()];
}

function entryItem(engine: Engine, entry: Entry): TimelineItem {
  if (entry.kind === 'set') {
    const changes = Object.entries(entry.fields).map(([name, value]) =>
      value === undefined ? `${name} unset` : `${name} set to ${shown(engine, name, value)}`,
    );
    return { at: entry.at, kind: 'change', text: changes.join(', ') };
  }
  const fields = engine.events.get(entry.event)?.data ?? [];
  const data = fields
    .filter(({ name }) => entry.data?.[name] !== undefined)
    .map(({ name, type }) => ` ${name} ${showStored(entry.data![name]!, type, engine.zone)}`);
  const by = entry.by === undefined ? '' : ` by ${entry.by}`;
  return { at: entry.at, kind: 'event', text: `${entry.event}${data.join('')}${by}` };
}

function shown(engine: Engine, name: string, value: Stored): string {
  const field = engine.fields.get(name);
  return field ? showStored(value, field.type, engine.zone) : String(value);
}

function runItems(engine: Engine, run: BenchmarkOutcome, at: (text: string) => Instant): TimelineItem[] {
  const label = runLabel(run);
  const items: TimelineItem[] = [
    {
      at: at(run.started),
      kind: run.run === 1 ? 'begin' : 'begin again',
      text: `${label} begins: ${run.target}`,
    },
  ];
  for (const reason of gapsOf(run)) items.push(...gapItems(label, reason, at));
  if (run.breachedAt !== undefined) {
    items.push({ at: at(run.breachedAt), kind: 'breach', text: `${label} breached: ${run.target}` });
  }
  if (run.stopped !== undefined && run.stopped !== run.breachedAt)
    items.push(endItem(engine, label, run, at));
  return items;
}

function gapItems(label: string, reason: Reason, at: (text: string) => Instant): TimelineItem[] {
  const cost = reason.days === undefined ? spanWords(reason.ms ?? 0) : plural(reason.days, 'day');
  const paused = reason.why === 'paused';
  const items: TimelineItem[] = [
    {
      at: at(reason.from!),
      kind: paused ? 'pause' : 'stop',
      text: `${label} ${paused ? 'paused' : 'stopped'}`,
    },
  ];
  if (reason.to !== undefined) {
    const word = paused ? 'counts again' : 'reopened';
    items.push({ at: at(reason.to), kind: 'resume', text: `${label} ${word}: ${cost} not counted` });
  }
  return items;
}

function endItem(
  engine: Engine,
  label: string,
  run: BenchmarkOutcome,
  at: (text: string) => Instant,
): TimelineItem {
  const stopped = at(run.stopped!);
  const due = run.due ? `, due ${instantWords(engine.zone, at(run.due))}` : '';
  switch (run.status) {
    case 'met':
      return { at: stopped, kind: 'met', text: `${label} met${due}` };
    case 'cancelled':
      return { at: stopped, kind: 'cancel', text: `${label} ended without a verdict` };
    case 'breached':
      return { at: stopped, kind: 'stop', text: `${label} stopped, too late` };
    default:
      return { at: stopped, kind: 'stop', text: `${label} stopped` };
  }
}

function gapsOf(run: BenchmarkOutcome): Reason[] {
  return (run.because ?? []).filter(
    ({ why, from }) => (why === 'paused' || why === 'reopened') && from !== undefined,
  );
}

function barOf(run: BenchmarkOutcome, at: (text: string) => Instant, asOf: Instant | undefined): TimelineBar {
  const started = at(run.started);
  const due = run.due ? at(run.due) : undefined;
  const end = run.stopped === undefined ? Math.max(started, asOf ?? started) : at(run.stopped);
  const late = run.breachedAt === undefined ? end : Math.min(end, at(run.breachedAt));
  const spans: TimelineSpan[] = [];
  const add = (from: Instant, to: Instant, kind: TimelineSpan['kind']): void => {
    if (to > from) spans.push({ from, to, kind });
  };
  let reached = started;
  for (const gap of gapsOf(run)) {
    const from = Math.max(reached, at(gap.from!));
    const to = Math.max(from, Math.min(end, gap.to === undefined ? end : at(gap.to)));
    addCounting(add, reached, from, late);
    add(from, to, 'paused');
    reached = to;
  }
  addCounting(add, reached, end, late);
  if (due !== undefined && run.stopped === undefined) add(end, due, 'ahead');
  return { label: runLabel(run), status: run.status, spans, ...(due !== undefined && { due }) };
}

function addCounting(
  add: (from: Instant, to: Instant, kind: TimelineSpan['kind']) => void,
  from: Instant,
  to: Instant,
  late: Instant,
): void {
  add(from, Math.min(to, late), 'counting');
  add(Math.max(from, late), to, 'late');
}
