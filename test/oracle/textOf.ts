import { calculate } from './calculator.ts';
import type {
  CalendarCase,
  CalendarLine,
  Case,
  DaySpan,
  Fields,
  LogEntry,
  PauseCase,
  RowCase,
} from './case.ts';
import { eventNames } from './case.ts';
import { isoDay } from './localTime.ts';
import { amountText, rowText, rungText, timeText } from './words.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A case as a policy and a scenario, to be pasted into a file; it expects what the slow calculator says. */
export function textOf(c: Case): string {
  const lines = [
    'policy agreement {',
    '  title     "Agreement"',
    '  version   "1"',
    `  effective ${isoDay(c.firstDay)} until ${isoDay(c.lastDay)}`,
    `  timezone  ${c.zone}`,
    ...(c.counts === undefined ? [] : [`  counts    ${c.counts}`]),
    '  begins    with received',
    '}',
    '',
    ...c.calendars.flatMap(calendarText),
    'ticket {',
    '  kind     one of a, b, c = a',
    '  live     yes or no = yes',
    '  promised date optional',
    '  agreed   date-time optional',
    '}',
    '',
    `events ${eventNames.join(', ')}`,
    '',
    'state waiting from held until released',
    'state storm   from storm-began until storm-ended',
    '',
    'roles lead',
    '',
    ...benchmarkText(c),
    '',
    ...ladderText(c),
    ...scenarioText(c),
  ];
  return `${lines.join('\n')}\n`;
}

function calendarText({ id, zone, lines, cutOff }: CalendarCase): string[] {
  const from = cutOff?.countsFrom === undefined ? '' : ` counts from ${timeText(cutOff.countsFrom)}`;
  return [
    `calendar ${id} in ${zone} {`,
    ...lines.map((line) => `  ${calendarLine(line)}`),
    ...(cutOff ? [`  cut-off ${timeText(cutOff.at)}${from}`] : []),
    '}',
    '',
  ];
}

function calendarLine(line: CalendarLine): string {
  switch (line.line) {
    case 'weekly':
      return `open ${line.days.map((day) => weekdays[day]).join(', ')} ${spansText(line.spans)}`;
    case 'holidays':
      return `closed holidays ${line.region}`;
    case 'yearly':
      return `closed every ${String(line.month).padStart(2, '0')}-${String(line.day).padStart(2, '0')}`;
    case 'closed':
      return `closed ${isoDay(line.from)}..${isoDay(line.until)}`;
    case 'part':
      return `closed ${isoDay(line.day)} ${spansText([line.span])}`;
    case 'open':
      return `open ${isoDay(line.day)} ${spansText(line.spans)}`;
  }
}

function spansText(spans: DaySpan[]): string {
  return spans.map(({ from, to }) => `${timeText(from)}-${timeText(to)}`).join(', ');
}

function benchmarkText({ benchmark }: Case): string[] {
  return [
    'benchmark answer {',
    ...(benchmark.applies ? ['  applies when live'] : []),
    `  from    ${benchmark.each ? 'each ' : ''}opened until closed`,
    ...benchmark.pauses.map((pause) => `  pauses  ${pauseText(pause)}`),
    ...(benchmark.cancels ? ['  cancels on withdrawn'] : []),
    ...(benchmark.reopening ? [`  reopening on reopened ${benchmark.reopening}`] : []),
    ...benchmark.counts.map(({ calendar, when }) => `  counts  ${calendar}${whenText(when)}`),
    ...(benchmark.arrives === undefined ? [] : [`  arrives ${benchmark.arrives}`]),
    ...benchmark.rows.map((row: RowCase) => `  within  ${rowText(row)}${whenText(row.when)}`),
    ...(benchmark.retargets ? [] : ['  retargets never']),
    '}',
  ];
}

function pauseText({ while: state, cap }: PauseCase): string {
  if (!cap) return `while ${state}`;
  return `while ${state} up to ${amountText(cap)} ${cap.per === 'all' ? 'in all' : 'each'}`;
}

function whenText(kind: string | undefined): string {
  return kind === undefined ? '' : ` when kind is ${kind}`;
}

function ladderText({ rungs }: Case): string[] {
  if (rungs.length === 0) return [];
  return ['ladder late on answer {', ...rungs.map((rung) => `  ${rungText(rung)} notify lead`), '}', ''];
}

function scenarioText(c: Case): string[] {
  return [
    'scenario "Agreement" {',
    `  ticket ${fieldList(c.fields, ', ', ' ')}`,
    ...c.log.flatMap(logLines),
    `  as of ${instantText(c.asOf)}`,
    ...expectations(c),
    '}',
  ];
}

/** What the calculator says of the only run; of several, the scenario leaves it to its reader. */
function expectations(c: Case): string[] {
  const { runs } = calculate(c);
  const [run] = runs;
  if (!run || runs.length > 1) return [];
  const due = run.due === undefined || run.due === null ? '' : ` due ${instantText(run.due)}`;
  return [`  expect answer ${run.status}${due}`];
}

function logLines(entry: LogEntry): string[] {
  const at = instantText(entry.at);
  return 'set' in entry ? [`  ${at} set ${fieldList(entry.set, ', ', ' ')}`] : [`  ${at} ${entry.is}`];
}

function fieldList({ kind, live, promised, agreed }: Partial<Fields>, between: string, is: string): string {
  return [
    ...(kind === undefined ? [] : [`kind${is}${kind}`]),
    ...(live === undefined ? [] : [`live${is}${live ? 'yes' : 'no'}`]),
    ...(promised === undefined ? [] : [`promised${is}${isoDay(promised)}`]),
    ...(agreed === undefined ? [] : [`agreed${is}${instantText(agreed)}`]),
  ].join(between);
}

function instantText(at: number): string {
  return new Date(at).toISOString().replace('Z', '+00:00');
}
