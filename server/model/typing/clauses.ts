import type {
  Amount,
  AttainClause,
  AutomationClause,
  BenchmarkClause,
  CalendarClause,
  ChannelClause,
  Deadline,
  DisputeClause,
  DurationLiteral,
  LadderClause,
  MetricClause,
  MetricDeclaration,
  Moment,
  Name,
  OffsetMoment,
  PaysClause,
  PermitClause,
  PersonClause,
  PolicyClause,
  RateClause,
  RateLine,
  RecordClause,
  Reference,
  RegulationClause,
  RemedyClause,
  RightClause,
  RoleClause,
  StandardClause,
  StepClause,
  TargetClause,
} from '../../../grammar/ast.ts';
import { clockFacts } from '../queries.ts';
import { describeType, type Type, typeOfLiteral, unknownType } from '../types.ts';
import { type Measure, measureOf } from '../units.ts';
import { checkCurrency, expectAmount, typeAmount, typeDuration } from './amounts.ts';
import { typeCondition, typeWhen } from './conditions.ts';
import { type Context, report } from './context.ts';
import { convertDuration } from './convertDuration.ts';
import { typeDeadlineItem, typeMoment } from './moments.ts';
import { refer, referActor, referLoosely, referQualified } from './names.ts';
import { typeAccrual } from './remedies.ts';
import { typeRung } from './rungs.ts';
import { typeStep, typeTransition } from './steps.ts';

export type Clause =
  | PolicyClause
  | CalendarClause
  | RateClause
  | BenchmarkClause
  | LadderClause
  | DisputeClause
  | StepClause
  | RightClause
  | RemedyClause
  | PermitClause
  | MetricClause
  | StandardClause
  | RoleClause
  | PersonClause
  | ChannelClause
  | AutomationClause
  | RecordClause
  | RegulationClause;

/** Resolves and types what a clause says; the same clause means the same in every block that knows it. */
export function typeClause(context: Context, clause: Clause): void {
  switch (clause.kind) {
    case 'title':
    case 'cites':
    case 'version':
    case 'effective':
    case 'timezone':
    case 'retargets':
    case 'open':
    case 'closed':
    case 'cut-off':
    case 'certificate':
    case 'skill':
    case 'independent':
    case 'suspends':
    case 'not after':
    case 'free':
    case 'accessible':
    case 'keeps':
    case 'audits':
      return;
    case 'status':
      checkStatus(context, clause.status);
      return;
    case 'currency':
      checkCurrency(context, clause.currency.text, clause.currency);
      return;
    case 'begins':
      refer(context, clause.event, ['event']);
      return;
    case 'conforms':
    case 'adopts':
      for (const name of clause.regulations) refer(context, name, ['regulation']);
      return;
    case 'rate-line':
      typeRateLine(context, clause);
      return;
    case 'meets':
      for (const reference of clause.benchmarks) typeMet(context, reference);
      return;
    case 'applies':
    case 'not assessed':
    case 'unless':
    case 'share':
      typeCondition(context, clause.condition);
      return;
    case 'from':
      typeMoment(context, clause.from);
      typeMoment(context, clause.until);
      for (const name of clause.by) referActor(context, name, true);
      return;
    case 'counts':
      refer(context, clause.calendar, ['calendar']);
      typeWhen(context, clause.when);
      return;
    case 'arrives':
      refer(context, clause.calendar, ['calendar']);
      return;
    case 'within':
      typeDeadline(context, clause.deadline);
      typeWhen(context, clause.when);
      return;
    case 'every':
      typeDuration(context, clause.period);
      typeMoment(context, clause.expects);
      return;
    case 'pauses':
      typeCondition(context, clause.condition);
      if (clause.cap) typeClockDuration(context, clause.cap, 'The cap of a pause');
      return;
    case 'cancels':
    case 'reopening':
      typeMoment(context, clause.on);
      return;
    case 'attain':
      typeAttain(context, clause);
      return;
    case 'rung':
      typeRung(context, clause);
      return;
    case 'opens':
      typeMoment(context, clause.on);
      typeWhen(context, clause.when);
      return;
    case 'step':
      typeStep(context, clause, typeClause);
      return;
    case 'on':
      typeTransition(context, clause);
      return;
    case 'owner':
      referActor(context, clause.owner, false);
      return;
    case 'heard':
      referLoosely(context, clause.by, ['role']);
      return;
    case 'owed':
      referLoosely(context, clause.by, ['role']);
      return;
    case 'freezes':
      for (const what of clause.what) {
        if (what.qualifier) referQualified(context, what, ['permit', 'remedy']);
        else referLoosely(context, what.name, ['permit', 'remedy']);
      }
      return;
    case 'tells':
      refer(context, clause.with, ['event']);
      typeDuration(context, clause.in);
      return;
    case 'binds':
      if (clause.upTo) expectMoney(context, clause.upTo, 'What binds');
      return;
    case 'closes':
      typeMoment(context, clause.at);
      return;
    case 'pays':
      typePaid(context, clause);
      if (clause.accrual) typeAccrual(context, clause.accrual);
      if (clause.fromDayAfter) typeMoment(context, clause.fromDayAfter);
      if (clause.withDayOf) typeMoment(context, clause.withDayOf);
      typeWhen(context, clause.when);
      return;
    case 'owes':
      if (clause.within) typeDuration(context, clause.within);
      typeWhen(context, clause.when);
      return;
    case 'never':
      expectMoney(context, clause.amount, 'This amount');
      typeWhen(context, clause.when);
      return;
    case 'deducts':
    case 'costs':
      expectMoney(context, clause.amount, 'This amount');
      return;
    case 'capped':
      expectMoney(context, clause.at, 'A cap');
      if (clause.per) refer(context, clause.per, ['field']);
      typeWhen(context, clause.when);
      return;
    case 'not together':
      for (const name of clause.with) refer(context, name, ['remedy']);
      return;
    case 'stops':
      typeMoment(context, clause.at);
      typeWhen(context, clause.when);
      return;
    case 'paid':
      typeMoment(context, clause.within);
      return;
    case 'requires':
      if ('in' in clause) {
        for (const name of clause.in) refer(context, name, ['event']);
        typeWhen(context, clause.when);
      } else if ('within' in clause && clause.within) typeDuration(context, clause.within);
      else if ('refreshed' in clause && clause.refreshed) typeDuration(context, clause.refreshed);
      return;
    case 'report':
      typeDuration(context, clause.within);
      return;
    case 'automatic':
      expectMoney(context, clause.amount, 'This amount');
      return;
    case 'exposes':
      expectMoney(context, clause.upTo, 'A penalty');
      return;
    case 'only':
      typeCondition({ ...context, calendars: true }, clause.during);
      return;
    case 'waits':
      typeDuration(context, clause.duration);
      typeMoment(context, clause.after);
      return;
    case 'not while':
      typeCondition({ ...context, calendars: true }, clause.condition);
      return;
    case 'average':
    case 'percentile':
    case 'nps':
      typeAmount(context, clause.of);
      return;
    case 'count':
      typeWhen(context, clause.condition);
      return;
    case 'target':
      typeTarget(context, clause);
      if (clause.by) refer(context, clause.by, ['event']);
      if (clause.per) refer(context, clause.per, ['field']);
      typeWhen(context, clause.when);
      return;
    case 'hours':
      if (clause.calendar !== 'always') refer(context, clause.calendar, ['calendar']);
      return;
    case 'hands':
      if (clause.to) refer(context, clause.to, ['channel']);
      if (clause.within) typeHandover(context, clause.within);
      return;
    case 'discloses':
      if (clause.with) refer(context, clause.with, ['event']);
      return;
    case 'may':
    case 'may not':
      for (const name of clause.events) refer(context, name, ['event']);
      typeWhen(context, clause.when);
      return;
    case 'retains':
      typeMoment(context, clause.until);
      return;
    case 'redacts':
      if (clause.after) typeDuration(context, clause.after);
      if (clause.at) typeMoment(context, clause.at);
      return;
  }
}

/** A person takes over after something has happened: a request that comes by time alone nobody has made. */
function typeHandover(context: Context, within: OffsetMoment): void {
  typeMoment(context, within);
  if (within.direction === 'after' && isHappening(context, within.of)) return;
  report(
    context,
    'type/mismatch',
    within,
    'A hand-over is counted from an event: write `within DURATION after EVENT`.',
  );
}

function isHappening(context: Context, moment: Moment): boolean {
  switch (moment.kind) {
    case 'name':
      return (context.references.get(moment)?.kind ?? 'event') === 'event';
    case 'either':
      return moment.items.every((item) => isHappening(context, item));
    case 'benchmark-moment':
      return moment.what !== 'due';
    default:
      return moment.kind === 'first' || moment.kind === 'where';
  }
}

const statuses: readonly string[] = ['statute', 'guidance', 'promise', 'unverified'];

function checkStatus(context: Context, status: Name): void {
  if (status.text === '' || statuses.includes(status.text)) return;
  report(
    context,
    'value/unknown',
    status,
    `\`${status.text}\` is no status. Write one of ${statuses.join(', ')}.`,
  );
}

/** All values of a rate are of the type of its first. */
function typeRateLine(context: Context, line: RateLine): void {
  const { declaration } = context;
  const first =
    declaration.kind === 'rate'
      ? declaration.clauses.find((clause) => clause.kind === 'rate-line')
      : undefined;
  if (!first || first === line) typeAmount(context, line.value);
  else expectAmount(context, line.value, typeOfLiteral(first.value), 'The first value of this rate');
}

/** Only what a regulation demands can be met. */
function typeMet(context: Context, reference: Reference): void {
  const benchmark = referQualified(context, reference, ['benchmark']);
  if (!benchmark || benchmark.of !== undefined) return;
  report(
    context,
    'name/wrong-kind',
    reference,
    `\`${benchmark.name}\` is a benchmark of the policy. Write what a regulation demands, with its name before it: \`REGULATION.${benchmark.name}\`.`,
  );
}

const money: Type = { kind: 'money' };
const validity: Type = { kind: 'duration', measure: 'days' };

function expectMoney(context: Context, amount: Amount, what: string): void {
  expectAmount(context, amount, money, what);
}

function typePaid(context: Context, clause: PaysClause): void {
  if (clause.ofValidity) expectAmount(context, clause.amount, validity, 'How long something stays valid');
  else expectMoney(context, clause.amount, 'What a remedy pays');
}

/** A target is of the type of what the metric measures. */
function typeTarget(context: Context, clause: TargetClause): void {
  const { declaration } = context;
  const measured = declaration.kind === 'metric' ? measuredBy(context, declaration) : unknownType;
  // It is compared with what clocks have counted in their own calendars, so it needs none.
  expectAmount({ ...context, businessTime: [] }, clause.value, measured, 'What this metric measures');
}

function measuredBy(context: Context, metric: MetricDeclaration): Type {
  for (const clause of metric.clauses) {
    if (clause.kind === 'share') return { kind: 'percent' };
    if (clause.kind === 'count' || clause.kind === 'nps') return { kind: 'number' };
    if (clause.kind === 'average' || clause.kind === 'percentile')
      return context.types.get(clause.of) ?? unknownType;
  }
  return unknownType;
}

function typeDeadline(context: Context, deadline: Deadline): void {
  const { item } = deadline;
  typeDeadlineItem(context, item);
  if (!deadline.by && !deadline.rolling) return;
  const measure = item.kind === 'duration' ? measureOf(item) : undefined;
  if (measure !== 'elapsed' && measure !== 'open') return;
  report(
    context,
    'unit/mismatch',
    deadline,
    `\`${deadline.by ? 'by' : 'rolling'}\` chooses a time on the last day, and a deadline in ${describeType({ kind: 'duration', measure })} ` +
      'has none. Count days or business days, or leave it out.',
  );
}

function typeAttain(context: Context, clause: AttainClause): void {
  for (const level of clause.levels)
    if (level.in) typeClockDuration(context, level.in, 'The time in which runs count');
  if (clause.by) refer(context, clause.by, ['event']);
  if (clause.per) refer(context, clause.per, ['field']);
  typeWhen(context, clause.when);
}

/** A duration that is compared with what the benchmark's own clock counted. */
function typeClockDuration(context: Context, duration: DurationLiteral, what: string): void {
  typeDuration(context, duration);
  const { declaration } = context;
  if (declaration.kind !== 'benchmark') return;
  const clock = clockFacts(declaration);
  const measure = measureOf(duration);
  if (!measure || clock.moments || clock.measures.length === 0) return;
  if (clock.measures.some((each) => each === measure || (each === 'months' && measure === 'days'))) return;
  report(
    context,
    'unit/mismatch',
    duration,
    `${what} is measured by the benchmark's own clock, which counts ${measureList(clock.measures)}. ` +
      `Write it in ${measureList(clock.measures)}.`,
    convertDuration(duration, clock.measures),
  );
}

function measureList(measures: readonly Measure[]): string {
  return measures.map((measure) => describeType({ kind: 'duration', measure })).join(' or ');
}
