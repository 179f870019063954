import { type CalendarClause, type SpanLiteral, weekdays } from '../../grammar/ast.ts';
import type { CalendarDef, CalendarRule, LocalSpan } from '../engine/policy.ts';
import { type HolidayProvider, type HolidayType, holidayTypes } from './holidays.ts';
import { timeOf } from './instants.ts';
import { lineageOf, zoneOfCalendar } from './lineage.ts';
import { type Compilation, report, type Scope, scopeOf, sourceOf } from './scope.ts';

/** Holidays, and the years for which they are wanted. */
export interface HolidayYears {
  readonly provider?: HolidayProvider;
  readonly first: number;
  readonly last: number;
}

/** The calendars that something counts, in the order of the files. */
export function compileCalendars(compilation: Compilation, years: HolidayYears): CalendarDef[] {
  const names = compilation.program.declarations('calendar').map(({ declaration }) => declaration.name.text);
  const used = [...new Set(names)].filter((name) => compilation.calendars.has(name));
  return used.map((name) => compileCalendar(compilation, name, years));
}

/** The base's lines come first, so that a calendar's own win. */
function compileCalendar(compilation: Compilation, name: string, years: HolidayYears): CalendarDef {
  const lineage = lineageOf(compilation.program, name)
    .reverse()
    .map((declared) => ({ ...declared, scope: scopeOf(compilation, declared, undefined) }));
  const own = lineage[lineage.length - 1]!;
  const { base } = lineage[0]!.declaration;
  if (base)
    report(
      lineage[0]!.scope,
      'calendar/extends-itself',
      base,
      `\`${base.text}\` extends itself, so it has no hours.`,
    );
  const lines = lineage.flatMap(({ declaration, scope }) =>
    declaration.clauses.map((clause) => ({ clause, scope })),
  );
  const cutOffs = lines.flatMap(({ clause, scope }) =>
    clause.kind === 'cut-off' ? [{ clause, source: sourceOf(scope, clause) }] : [],
  );
  const last = cutOffs.at(-1);
  return {
    id: name,
    zone: zoneOfCalendar(compilation.program, name) ?? compilation.zone,
    rules: lines.flatMap(({ clause, scope }) => rulesOf(clause, scope, years)),
    ...(last && {
      cutOff: {
        at: timeOf(last.clause.at.value),
        ...(last.clause.countsFrom && { countsFrom: timeOf(last.clause.countsFrom.value) }),
        source: last.source,
      },
    }),
    source: sourceOf(own.scope, own.declaration),
  };
}

function rulesOf(clause: CalendarClause, scope: Scope, years: HolidayYears): CalendarRule[] {
  if (clause.kind === 'open') {
    const spans = clause.spans.map(spanOf);
    const source = sourceOf(scope, clause);
    if (clause.days.kind === 'weekdays')
      return [
        { rule: 'weekly', days: clause.days.days.flatMap(({ from, to }) => daysOf(from, to)), spans, source },
      ];
    const { from, to } = clause.days;
    return [{ rule: 'open', from: from.value, until: to.value, spans, source }];
  }
  return clause.kind === 'closed' ? closingRules(clause, scope, years) : [];
}

function closingRules(
  clause: Extract<CalendarClause, { kind: 'closed' }>,
  scope: Scope,
  years: HolidayYears,
): CalendarRule[] {
  const { closing } = clause;
  const source = sourceOf(scope, clause);
  const name = clause.reason && { name: clause.reason.value };
  if (closing.kind === 'holidays') return holidayRules(clause, scope, years);
  if (closing.kind === 'every')
    return [{ rule: 'yearly', month: closing.month, day: closing.day, ...name, source }];
  const dates = { from: closing.from.value, until: closing.to.value };
  if (closing.spans.length === 0) return [{ rule: 'closed', ...dates, ...name, source }];
  return [{ rule: 'part', ...dates, spans: closing.spans.map(spanOf), ...name, source }];
}

/** The whole days of all years, and after them the parts of days. */
function holidayRules(
  clause: Extract<CalendarClause, { kind: 'closed' }>,
  scope: Scope,
  { provider, first, last }: HolidayYears,
): CalendarRule[] {
  const { closing } = clause;
  if (closing.kind !== 'holidays') return [];
  const region = closing.region.text;
  const types = typesOf(closing.types, scope);
  if (!provider) {
    report(
      scope,
      'calendar/holidays-not-loaded',
      closing,
      `The holidays of \`${region}\` could not be loaded.`,
    );
    return [];
  }
  const source = sourceOf(scope, clause);
  const days: [string, string][] = [];
  const parts: CalendarRule[] = [];
  for (let year = first; year <= last; year++) {
    const holidays = provider.holidays(region, types, year);
    if (!holidays) {
      report(scope, 'region/unknown', closing.region, `No public holidays are known for \`${region}\`.`);
      return [];
    }
    for (const { date, name, part } of holidays) {
      if (part) parts.push({ rule: 'part', from: date, until: date, spans: [[...part]], name, source });
      else days.push([date, name]);
    }
  }
  return [{ rule: 'holidays', region, days, source }, ...parts];
}

function typesOf(
  names: readonly { readonly text: string; start: number; end: number }[],
  scope: Scope,
): HolidayType[] {
  const types: HolidayType[] = [];
  for (const name of names) {
    const type = holidayTypes.find((each) => each === name.text);
    if (type) types.push(type);
    else
      report(
        scope,
        'calendar/unknown-holidays',
        name,
        `\`${name.text}\` is no kind of holiday. Write one of ${holidayTypes.join(', ')}.`,
      );
  }
  return names.length === 0 ? ['public'] : types;
}

/** From one weekday to another, on across Sunday where the second comes first in the week. */
function daysOf(from: (typeof weekdays)[number], to: (typeof weekdays)[number]): number[] {
  const first = weekdays.indexOf(from);
  const count = (weekdays.indexOf(to) - first + 7) % 7;
  return Array.from({ length: count + 1 }, (_, i) => (first + i) % 7);
}

function spanOf(span: SpanLiteral): LocalSpan {
  return [timeOf(span.from), timeOf(span.to)];
}
