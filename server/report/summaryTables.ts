import { statuses } from '../engine/outcome.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { instantWords, spanWords } from '../engine/simulation/words.ts';
import type { MetricSummary } from '../engine/tally/metricSummary.ts';
import type { RemedySummary } from '../engine/tally/remedySummary.ts';
import type { Summary } from '../engine/tally/summary.ts';
import { instantOf } from './timeline.ts';

/** What people see of a summary, wherever they see it. Columns in which nothing stands are left out by who draws them. */
export interface SummaryTable {
  heads: readonly string[];
  /** The columns that are texts, from 0; the others are numbers. */
  texts: readonly number[];
  rows: readonly (readonly SummaryCell[])[];
}

export interface SummaryCell {
  text: string;
  mark?: SummaryMark;
}

/** What a cell says of how it stands. */
export type SummaryMark =
  | 'attained'
  | 'missed'
  | 'too few'
  | 'passed'
  | 'failed'
  | 'open'
  | 'running'
  | 'owed'
  | 'past due'
  | 'finding';

/** The tables of a summary that have rows, in its order. */
export function summaryTables(engine: Engine, summary: Summary): SummaryTable[] {
  return [
    verdicts(summary),
    attainments(summary),
    metrics(summary),
    audits(summary),
    remedies(summary),
    capsReached(summary),
    triggered(engine, summary),
    reports(engine, summary),
    findingsTable(summary.findings),
  ].filter(({ rows }) => rows.length > 0);
}

type Cells = readonly (string | number | undefined | SummaryCell)[];

function tableOf(heads: readonly string[], texts: readonly number[], rows: readonly Cells[]): SummaryTable {
  return {
    heads,
    texts,
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === 'object' ? cell : { text: String(cell ?? '') })),
    ),
  };
}

function marked(mark: SummaryMark): SummaryCell {
  return { text: mark, mark };
}

function verdicts({ benchmarks }: Summary): SummaryTable {
  const seen = statuses.filter((status) => benchmarks.some((each) => each[status] > 0));
  return tableOf(
    ['benchmark', 'runs', ...seen],
    [0],
    benchmarks
      .filter(({ runs }) => runs > 0)
      .map((each) => [each.id, each.runs, ...seen.map((status) => each[status])]),
  );
}

function attainments(summary: Summary): SummaryTable {
  return tableOf(
    ['attained', 'window', 'group', 'of', 'reached', 'change', 'verdict', 'promised'],
    [0, 1, 2, 6, 7],
    summary.attainments.map(({ benchmark, attain, window, group, assessed, levels, verdict }) => [
      benchmark,
      windowWords(window),
      group,
      assessed,
      levels.map(({ percent }) => `${percent}%`).join(', '),
      levels.flatMap(({ change }) => (change === undefined ? [] : [signed(change)])).join(', '),
      marked(verdict),
      attain,
    ]),
  );
}

function metrics({ metrics: measured = [] }: Summary): SummaryTable {
  return tableOf(
    ['metric', 'measure', 'window', 'group', 'of', 'reached', 'change', 'verdict', 'promised'],
    [0, 1, 2, 3, 7, 8],
    measured.map((each) => [
      each.metric,
      each.measure,
      windowWords(each.window),
      each.group,
      each.denominator,
      valueWords(each, each.value),
      each.change === undefined ? '' : signed(valueWords(each, each.change)),
      each.verdict && marked(each.verdict),
      each.target,
    ]),
  );
}

function audits({ audits: audited = [] }: Summary): SummaryTable {
  return tableOf(
    ['audited', 'window', 'replies', 'sampled', 'passed', 'not seen', 'reached', 'verdict', 'promised'],
    [0, 1, 7, 8],
    audited.map((each) => [
      each.standard,
      windowWords(each.window),
      each.replies,
      each.sampled,
      each.passed,
      each.unseen,
      `${each.percent}%`,
      marked(each.verdict),
      each.audits,
    ]),
  );
}

function remedies({ remedies: owed = [] }: Summary): SummaryTable {
  return tableOf(
    ['remedy', 'claims', 'owed', 'on request', 'above the caps', 'validity'],
    [0],
    owed.map((each) => [
      each.remedy,
      each.claims,
      moneyWords(each, each.owed),
      moneyWords(each, each.onRequest),
      moneyWords(each, each.capped),
      each.days === undefined ? '' : `${each.days} days`,
    ]),
  );
}

function capsReached({ remedies: owed = [] }: Summary): SummaryTable {
  return tableOf(
    ['cap reached', 'window', 'group', 'claimed', 'owed', 'as written'],
    [0, 1, 2, 5],
    owed.flatMap((remedy) =>
      (remedy.caps ?? []).map(({ clause, window, group, claimed, owed: left }) => [
        remedy.remedy,
        windowWords(window),
        group,
        moneyWords(remedy, claimed),
        moneyWords(remedy, left),
        clause,
      ]),
    ),
  );
}

function triggered(engine: Engine, { triggered: due = [] }: Summary): SummaryTable {
  return tableOf(
    ['came due', 'on', 'window', 'group', 'short by', 'when', 'owed', 'demands'],
    [0, 1, 2, 3, 5, 7],
    due.map((each) => [
      each.id,
      each.on,
      each.window === undefined ? '' : windowWords(each.window),
      each.group,
      each.percentShort === undefined ? '' : `${each.percentShort}%`,
      whenWords(engine, each.at),
      moneyWords(each, each.amount),
      [
        ...(each.requires ?? []).map(({ what, due: by }) => `${what}${byWords(engine, by)}`),
        ...(each.owes ?? []).map(({ what, due: by }) => `${what}${byWords(engine, by)}`),
        ...(each.reports ?? []).map(({ to, due: by }) => `report to ${to}${byWords(engine, by)}`),
        ...(each.exposes ?? []).map(({ upTo, currency }) => `penalty up to ${upTo} ${currency ?? ''}`.trim()),
        ...(each.suspends ?? []).map(({ what }) => `${what} suspended`),
      ].join('; '),
    ]),
  );
}

function reports(engine: Engine, { reports: owed = [] }: Summary): SummaryTable {
  return tableOf(
    ['report', 'to', 'window', 'due', 'status', 'tickets', 'holds'],
    [0, 1, 2, 3, 4, 6],
    owed.map((each) => [
      each.report,
      each.to,
      `${each.window} to ${each.until}`,
      whenWords(engine, each.due),
      marked(each.status),
      each.tickets,
      each.benchmarks
        .filter(({ met, breached }) => met + breached > 0)
        .map(({ id, met, breached }) => `${id} ${met} met, ${breached} breached`)
        .join('; '),
    ]),
  );
}

/** Findings by rule, with how often each came. */
export function findingsTable(findings: Summary['findings']): SummaryTable {
  return tableOf(
    ['findings', ''],
    [0],
    findings.map(({ rule, count }) => [{ text: rule, mark: 'finding' }, count]),
  );
}

function windowWords(window: string | undefined): string {
  return window === undefined ? 'always' : `from ${window}`;
}

function whenWords(engine: Engine, text: string): string {
  return instantWords(engine.zone, instantOf(engine, text));
}

function byWords(engine: Engine, due: string | null | undefined): string {
  return due === null || due === undefined ? '' : ` by ${whenWords(engine, due)}`;
}

function signed(change: string): string {
  return change.startsWith('-') ? change : `+${change}`;
}

function valueWords({ unit, currency }: MetricSummary, value: string | undefined): string {
  if (value === undefined) return '';
  switch (unit) {
    case 'percent':
      return `${value}%`;
    case 'money':
      return `${value} ${currency ?? ''}`.trim();
    case 'ms':
      return `${value.startsWith('-') ? '-' : ''}${spanWords(Math.abs(Number(value)))}`;
    case 'days':
      return `${value} days`;
    case 'number':
      return value;
  }
}

function moneyWords({ currency }: Pick<RemedySummary, 'currency'>, amount: string | undefined): string {
  return amount === undefined ? '' : `${amount} ${currency ?? ''}`.trim();
}
