import type { BenchmarkOutcome, Outcome, Status } from '../../engine/outcome.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { dayWords, instantWords, plural, spanWords, timeWords } from '../../engine/simulation/words.ts';
import { dayLength } from '../../engine/time/localDate.ts';
import { type Instant, localOfInstant } from '../../engine/time/zone.ts';
import { recordSentences } from '../../report/conductItems.ts';
import { stepLabel } from '../../report/disputeItems.ts';
import { claimLabel, owedSentences, owedWords } from '../../report/owedSentences.ts';
import { qualitySentences } from '../../report/qualitySentences.ts';
import { standingSentences } from '../../report/standingSentences.ts';
import { instantOf, runLabel, type Timeline, type TimelineKind, timelineOf } from '../../report/timeline.ts';
import type { Colour, Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { cutTo, padTo, widthOf, wrap } from '../terminal/width.ts';
import { barLines } from './barText.ts';
import { reasonLines, whyLines } from './reasonText.ts';

export const statusColours: Readonly<Record<Status, Colour>> = {
  met: 'green',
  breached: 'red',
  running: 'blue',
  paused: 'yellow',
  cancelled: 'dim',
  'not-applicable': 'dim',
  'not-assessed': 'dim',
};

const marks: Readonly<Record<TimelineKind, readonly [mark: string, ...colours: Colour[]]>> = {
  event: ['●', 'bold'],
  change: ['◆', 'bold'],
  begin: ['▷', 'cyan'],
  'begin again': ['▷', 'cyan'],
  pause: ['‖', 'yellow'],
  resume: ['▶', 'cyan'],
  met: ['✓', 'green'],
  stop: ['■', 'magenta'],
  cancel: ['–', 'dim'],
  breach: ['✗', 'red', 'bold'],
  action: ['→', 'magenta'],
  ahead: ['○', 'dim'],
};

/**
 * A ticket as a person reads it: what became of every benchmark, bars, the history in local time, and with `reasons`
 * why. Local time is the policy's. The outcome must have its reasons: pauses are drawn from them.
 */
export function ticketText(
  engine: Engine,
  ticket: unknown,
  outcome: Outcome,
  { style, reasons }: { style: Style; reasons: boolean },
): string {
  const timeline = timelineOf(engine, ticket, outcome);
  const sections = [
    [heading(engine, outcome, style), ...fieldLines(ticket, style)],
    verdictLines(engine, outcome, style),
    barLines(engine, timeline, style),
    historyLines(engine, timeline, style),
    standingLines(engine, outcome, style),
    owedLines(engine, outcome, style),
    qualityLines(engine, outcome, style),
    recordLines(engine, outcome, style),
    reasons ? outcome.benchmarks.flatMap((run) => reasonLines(engine, run, style)) : [],
    reasons ? standingReasons(engine, outcome, style) : [],
    reasons ? owedReasons(engine, outcome, style) : [],
    reasons ? conductReasons(engine, outcome, style) : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading(engine: Engine, outcome: Outcome, style: Style): string {
  const name = outcome.ticket === '' ? 'a ticket without an id' : visibleLine(outcome.ticket);
  const asOf = outcome.asOf === null ? 'nothing happened' : `as of ${words(engine, outcome.asOf)}`;
  const all = `${visibleLine(outcome.policy)} ${visibleLine(outcome.version)}, ${asOf}`;
  const title = cutTo(name, style.width - 20);
  const rest = cutTo(all, style.width - widthOf(title) - 4);
  const rule = '─'.repeat(Math.max(2, style.width - widthOf(title) - widthOf(rest) - 4));
  return `${style.paint(title, 'bold')} ${style.paint(`${rule} ${rest}`, 'dim')}`;
}

/** The fields as they were given. */
function fieldLines(ticket: unknown, style: Style): string[] {
  const fields = isRecord(ticket) && isRecord(ticket.fields) ? Object.entries(ticket.fields) : [];
  if (fields.length === 0) return [];
  const text = fields.map(([name, value]) => `${name} ${fieldWords(value)}`).join(' · ');
  return wrap(cutTo(visibleLine(text), 4 * style.width), style.width - 2).map((line) =>
    style.paint(`  ${line}`, 'dim'),
  );
}

function fieldWords(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'string' ? value : String(JSON.stringify(value));
}

function verdictLines(engine: Engine, outcome: Outcome, style: Style): string[] {
  const rows = outcome.benchmarks.map((run) => ({
    label: visibleLine(runLabel(run)),
    status: run.status,
    target: visibleLine(run.target ?? ''),
    due: dueWords(engine, run),
  }));
  const widest = (column: (row: (typeof rows)[number]) => string): number =>
    Math.max(0, ...rows.map((row) => widthOf(column(row))));
  const [labels, statuses, targets] = [
    widest((row) => row.label),
    widest((row) => row.status),
    widest((row) => row.target),
  ];
  return rows.flatMap(({ label, status, target, due }) => {
    const verdict = style.paint(padTo(status, statuses), statusColours[status]);
    const line = `  ${padTo(label, labels)}  ${verdict}  ${padTo(target, targets)}`.trimEnd();
    if (due === '') return [line];
    const fits = labels + statuses + targets + widthOf(due) + 8 <= style.width;
    return fits
      ? [`  ${padTo(label, labels)}  ${verdict}  ${padTo(target, targets)}  ${due}`]
      : [line, `    ${due}`];
  });
}

function dueWords(engine: Engine, run: BenchmarkOutcome): string {
  if (run.due) return `due ${words(engine, run.due)}`;
  if (!run.remaining) return '';
  const left = 'days' in run.remaining ? plural(run.remaining.days, 'day') : spanWords(run.remaining.ms);
  return `${left} left when it goes on`;
}

function qualityLines({ policy }: Engine, outcome: Outcome, style: Style): string[] {
  return qualitySentences(outcome, policy).flatMap((text) =>
    wrap(visibleLine(text), style.width - margin.length).map((line) => `${margin}${line}`),
  );
}

function recordLines(engine: Engine, outcome: Outcome, style: Style): string[] {
  const at = (text: string): Instant => instantOf(engine, text);
  return recordSentences(outcome, engine.zone, at).flatMap((text) =>
    wrap(visibleLine(text), style.width - margin.length).map((line) => `${margin}${line}`),
  );
}

function standingLines(engine: Engine, outcome: Outcome, style: Style): string[] {
  const at = (text: string): Instant => instantOf(engine, text);
  return standingSentences(outcome, engine.zone, at).flatMap((text) =>
    wrap(visibleLine(text), style.width - margin.length).map((line) => `${margin}${line}`),
  );
}

function standingReasons(
  engine: Engine,
  { disputes = [], rights = [], permits = [] }: Outcome,
  style: Style,
): string[] {
  const answers = { true: ['allowed', 'green'], false: ['not allowed', 'red'] } as const;
  return [
    ...disputes.flatMap((step) => whyLines(engine, stepLabel(step), step.because, style)),
    ...rights.flatMap(({ id, because }) => whyLines(engine, id, because, style)),
    ...permits.flatMap(({ id, allowed, because }) => {
      const [answer, colour] = answers[`${allowed}`];
      return whyLines(engine, `${id} ${style.paint(answer, colour)}`, because, style);
    }),
  ];
}

function owedLines(engine: Engine, outcome: Outcome, style: Style): string[] {
  const at = (text: string): Instant => instantOf(engine, text);
  return owedSentences(outcome, engine.zone, at).flatMap((text) =>
    wrap(visibleLine(text), style.width - margin.length).map((line) => `${margin}${line}`),
  );
}

function owedReasons(engine: Engine, { remedies = [] }: Outcome, style: Style): string[] {
  return remedies.flatMap((remedy) =>
    whyLines(
      engine,
      `${claimLabel(remedy)} ${style.paint(owedWords(remedy), 'bold')}`,
      remedy.because,
      style,
    ),
  );
}

function conductReasons(engine: Engine, { automations = [], records = [] }: Outcome, style: Style): string[] {
  return [
    ...automations.flatMap(({ id, status, because }) =>
      whyLines(engine, `${id} ${style.paint(status, statusColours[status])}`, because, style),
    ),
    ...records.flatMap(({ id, because }) => whyLines(engine, id, because, style)),
  ];
}

function historyLines(engine: Engine, { items }: Timeline, style: Style): string[] {
  const lines: string[] = [];
  let day = '';
  let time = '';
  const text = Math.max(20, style.width - margin.length - dayWidth - timeWidth - 2);
  for (const item of items) {
    const place = placeInTime(engine, item.at);
    const [mark, ...colours] = marks[item.kind];
    const showDay = place.day !== day;
    const showTime = showDay || place.time !== time;
    ({ day, time } = place);
    const at = padTo(showDay ? day : '', dayWidth) + padTo(showTime ? time : '', timeWidth);
    const [first = '', ...more] = wrap(visibleLine(item.text), text);
    const painted = item.kind === 'ahead' || item.kind === 'cancel' ? style.paint(first, 'dim') : first;
    lines.push(`${margin}${at}${style.paint(mark, ...colours)} ${painted}`);
    for (const line of more) lines.push(`${margin}${' '.repeat(dayWidth + timeWidth + 2)}${line}`);
  }
  return lines;
}

const margin = '  ';
const dayWidth = 'Thu 24 Dec 2026'.length + 2;
const timeWidth = 'end of day'.length + 2;

/** The day with its weekday, and the time of the day; the last millisecond of a day is its end. */
function placeInTime(engine: Engine, at: Instant): { day: string; time: string } {
  const local = localOfInstant(engine.zone, at);
  const day = Math.floor(local / dayLength);
  const time = local - day * dayLength;
  return { day: dayWords(day), time: time === dayLength - 1 ? 'end of day' : timeWords(time) };
}

function words(engine: Engine, text: string): string {
  return instantWords(engine.zone, instantOf(engine, text));
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
