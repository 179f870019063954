import type { AdoptsClause, ConformsClause, PolicyClause, PolicyDeclaration } from '../../grammar/ast.ts';
import { type Policy, policyFormat, type ZoneDef } from '../engine/policy.ts';
import { parseDate } from '../engine/time/localDate.ts';
import type { Problem } from '../model/problem.ts';
import { type Declared, type Program, placeIn } from '../model/program.ts';
import { compileAutomations } from './automations.ts';
import { compileBenchmarks } from './benchmarks.ts';
import { compileCalendars } from './calendars.ts';
import { compileChannelField, compileChannels } from './channels.ts';
import { choosePolicy } from './choosePolicy.ts';
import { coversOf } from './covers.ts';
import { compileDisputes } from './disputes.ts';
import { firstError } from './firstError.ts';
import { freezePermits, freezeRemedies } from './freezes.ts';
import type { HolidayProvider } from './holidays.ts';
import { compileLadders } from './ladders.ts';
import { compileMetrics } from './metrics.ts';
import { ofKind } from './ofKind.ts';
import { compilePeople, compileRoles } from './people.ts';
import { compilePermits } from './permits.ts';
import { problemOf } from './problems.ts';
import { compileRates } from './rates.ts';
import { compileRecords } from './records.ts';
import { compileRemedies } from './remedies.ts';
import { compileReports } from './reports.ts';
import { compileRights } from './rights.ts';
import { compileScenarios, type Scenario } from './scenarios.ts';
import type { Compilation } from './scope.ts';
import { createSources } from './sources.ts';
import { compileStandards } from './standards.ts';
import { compileStates } from './states.ts';
import { compileEvents, compileFields } from './tickets.ts';
import { zoneDef } from './zones.ts';

export interface CompileOptions {
  /** Needed where a calendar closes on holidays: `loadHolidays()` gives it, `needsHolidays` asks. */
  readonly holidays?: HolidayProvider;
  /** The version of the time zone data of the machine, `process.versions.tz`. */
  readonly zoneData?: string;
  /** Regulations whose declarations are compiled beside the policy's own although it does not adopt them: for proofs. */
  readonly beside?: readonly string[];
}

export interface CompileResult {
  /** Absent where an error stands in the way. */
  policy?: Policy;
  /** Those without an error, in the order of the files. */
  scenarios: Scenario[];
  problems: Problem[];
}

/**
 * A program's policy as the engine runs it, and its scenarios. Never throws: what stands in the way is a problem. The
 * same program and options give the same bytes, in every time zone and locale.
 */
export function compile(program: Program, options: CompileOptions = {}): CompileResult {
  const chosen = choosePolicy(program);
  if ('code' in chosen) return { scenarios: [], problems: [chosen] };
  const error = firstError(program);
  if (error) return { scenarios: [], problems: [error] };
  return compileChosen(program, chosen, options);
}

/** Whether a calendar of the program closes on holidays, so that they must be loaded first. */
export function needsHolidays(program: Program): boolean {
  return program
    .declarations('calendar')
    .some(({ declaration }) =>
      declaration.clauses.some((clause) => clause.kind === 'closed' && clause.closing.kind === 'holidays'),
    );
}

function compileChosen(
  program: Program,
  chosen: Declared<PolicyDeclaration>,
  options: CompileOptions,
): CompileResult {
  const { declaration, document, placed } = chosen;
  const problems: Problem[] = [];
  const header = headerOf(declaration);
  const zone = header.zone;
  if (zone === undefined) {
    const message = `\`${declaration.name.text}\` needs the clause \`timezone\`: without it there are no days.`;
    const problem = problemOf('clause/missing', message, document.uri, placeIn(placed, declaration.name));
    return { scenarios: [], problems: [problem] };
  }
  const compilation: Compilation = {
    program,
    zone,
    effective: header.effective,
    currency: header.currency,
    counts: header.counts,
    adopted: new Set([...header.adopts, ...(options.beside ?? [])]),
    sources: createSources(document.uri),
    problems,
    notRun: [],
    calendars: new Set(header.counts === undefined ? [] : [header.counts]),
  };
  const covers = coversOf(program, header.effective);
  if (covers.cut)
    problems.push(
      problemOf(
        'policy/covers-too-long',
        `Time zones and holidays are compiled for a hundred years only, until the end of ${covers.last}.`,
        document.uri,
        placeIn(placed, header.effectiveClause ?? declaration.name),
      ),
    );
  const fields = compileFields(compilation);
  const events = compileEvents(compilation);
  const roles = compileRoles(compilation);
  const states = compileStates(compilation);
  const benchmarks = compileBenchmarks(compilation);
  const ladders = compileLadders(compilation);
  const disputes = compileDisputes(compilation);
  const rights = compileRights(compilation);
  const permits = freezePermits(compilePermits(compilation), disputes);
  const rates = compileRates(compilation);
  const remedies = freezeRemedies(compileRemedies(compilation), disputes);
  const metrics = compileMetrics(compilation);
  const standards = compileStandards(compilation);
  const reports = compileReports(compilation);
  const automations = compileAutomations(compilation);
  const channels = compileChannels(compilation);
  const records = compileRecords(compilation);
  const { first, last } = covers;
  const calendars = compileCalendars(compilation, { provider: options.holidays, first, last });
  const days = { from: `${yearText(first)}-01-01`, until: `${yearText(last)}-12-31` };
  const usesHolidays = calendars.some(({ rules }) => rules.some(({ rule }) => rule === 'holidays'));
  const policy: Policy = {
    format: policyFormat,
    id: declaration.name.text,
    ...(header.title !== undefined && { title: header.title }),
    version: header.version,
    effective: header.effective,
    covers: days,
    zone,
    ...(header.currency !== undefined && { currency: header.currency }),
    ...(header.counts !== undefined && { counts: header.counts }),
    ...(header.begins !== undefined && { begins: header.begins }),
    ...(header.conforms.length > 0 && { conforms: header.conforms }),
    data: {
      zones: `tzdata ${options.zoneData ?? 'unknown'}`,
      holidays: usesHolidays ? (options.holidays?.version ?? 'none') : 'none',
    },
    fields,
    events,
    roles,
    people: compilePeople(compilation, roles),
    states,
    zones: compileZones([zone, ...calendars.map((calendar) => calendar.zone)], days, chosen, problems),
    calendars,
    benchmarks,
    ladders,
    rates,
    remedies,
    metrics,
    standards,
    reports,
    disputes,
    rights,
    permits,
    automations,
    channels,
    ...compileChannelField(program),
    records,
    notRun: compilation.notRun,
    sources: compilation.sources.map,
  };
  const broken = problems.some(({ severity }) => severity === 'error');
  const scenarios = broken ? [] : compileScenarios(compilation, policy);
  return { ...(!broken && { policy }), scenarios, problems };
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

function compileZones(
  names: readonly string[],
  days: { from: string; until: string },
  { document, placed, declaration }: Declared<PolicyDeclaration>,
  problems: Problem[],
): ZoneDef[] {
  const [first, last] = [parseDate(days.from)!, parseDate(days.until)!];
  return [...new Set(names)].flatMap((name) => {
    const def = zoneDef(name, first, last);
    if (!def)
      problems.push(
        problemOf(
          'zone/unknown',
          `There is no time zone \`${name}\`.`,
          document.uri,
          placeIn(placed, declaration.name),
        ),
      );
    return def ?? [];
  });
}

interface Header {
  readonly title?: string;
  readonly version: string;
  readonly effective: Policy['effective'];
  readonly effectiveClause?: PolicyClause;
  readonly zone?: string;
  readonly currency?: string;
  readonly counts?: string;
  readonly begins?: string;
  readonly conforms: string[];
  readonly adopts: readonly string[];
}

function headerOf({ clauses }: PolicyDeclaration): Header {
  const [effective] = ofKind(clauses, 'effective');
  return {
    title: ofKind(clauses, 'title')[0]?.title.value,
    version: ofKind(clauses, 'version')[0]?.version.value ?? '',
    effective: {
      ...(effective && { from: effective.from.value }),
      ...(effective?.until && { until: effective.until.value }),
    },
    effectiveClause: effective,
    zone: ofKind(clauses, 'timezone')[0]?.zone.text,
    currency: ofKind(clauses, 'currency')[0]?.currency.text,
    counts: ofKind(clauses, 'counts')[0]?.calendar.text,
    begins: ofKind(clauses, 'begins')[0]?.event.text,
    conforms: regulationsOf(ofKind(clauses, 'conforms')),
    adopts: regulationsOf(ofKind(clauses, 'adopts')),
  };
}

function regulationsOf(clauses: readonly (ConformsClause | AdoptsClause)[]): string[] {
  return clauses.flatMap(({ regulations }) => regulations.map((name) => name.text));
}
