/**
 * The typed tree of a `.slapolicy` text.
 *
 * Positions are UTF-16 offsets from the start of the *piece* a node belongs to (one declaration, see `tree.ts`),
 * end exclusive, so that an edit above a declaration moves one number and not every node in it.
 */

export interface Node {
  readonly start: number;
  readonly end: number;
}

/** A name as written, without its backticks. Where a broken header lacks one, its text is '' and it means nothing. */
export interface Name extends Node {
  readonly kind: 'name';
  readonly text: string;
}

/** A name that may be qualified by a regulation: `acma-complaints.acknowledge`. */
export interface Reference extends Node {
  readonly kind: 'reference';
  readonly qualifier?: Name;
  readonly name: Name;
}

/** A quoted text; `value` has its escapes resolved. */
export interface Text extends Node {
  readonly kind: 'text';
  readonly value: string;
}

/** A code that begins with a capital: a currency, a region, a zone. */
export interface Code extends Node {
  readonly kind: 'code';
  readonly text: string;
}

// ---- values ---------------------------------------------------------------------------------------------------

export const durationUnits = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'business second',
  'business minute',
  'business hour',
  'business day',
] as const;
export type DurationUnit = (typeof durationUnits)[number];

export interface DurationPart extends Node {
  /** Decimal text as written, e.g. `1` or `1.5`. */
  readonly value: string;
  readonly unit: DurationUnit;
}
export interface DurationLiteral extends Node {
  readonly kind: 'duration';
  readonly parts: readonly DurationPart[];
}
export interface MoneyLiteral extends Node {
  readonly kind: 'money';
  readonly value: string;
  readonly currency: string;
}
export interface PercentLiteral extends Node {
  readonly kind: 'percent';
  readonly value: string;
}
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: string;
}
/** `2026-12-24` */
export interface DateLiteral extends Node {
  readonly kind: 'date';
  readonly value: string;
}
/** `2026-12-24 16:59`, optionally with seconds and milliseconds: a local time. */
export interface DateTimeLiteral extends Node {
  readonly kind: 'date-time';
  readonly date: string;
  readonly time: string;
}
/** `2026-12-24T16:59+11:00` or with `Z`. */
export interface InstantLiteral extends Node {
  readonly kind: 'instant';
  readonly value: string;
}
/** `16:59`, `24:00` */
export interface TimeLiteral extends Node {
  readonly kind: 'time';
  readonly value: string;
}
/** `09:00-17:00` */
export interface SpanLiteral extends Node {
  readonly kind: 'span';
  readonly from: string;
  readonly to: string;
}
export type Literal =
  | DurationLiteral
  | MoneyLiteral
  | PercentLiteral
  | NumberLiteral
  | DateLiteral
  | DateTimeLiteral
  | InstantLiteral
  | TimeLiteral
  | Text;

// ---- expressions ----------------------------------------------------------------------------------------------

/** What names mean (field, value, event, state, benchmark …) is resolved in the model, never here. */
export type Expression = Amount | Moment | Condition;

export type Amount =
  | Literal
  | Name
  | BinaryAmount
  | ChoiceAmount
  | PercentOf
  | ElapsedOf
  | DataOf
  | LateAmount;
/** `a + b`, `monthly-fee / 30` */
export interface BinaryAmount extends Node {
  readonly kind: 'binary';
  readonly operator: '+' | '-' | '*' | '/';
  readonly left: Amount;
  readonly right: Amount;
}
/** `greater of a, b` and `lesser of a, b` */
export interface ChoiceAmount extends Node {
  readonly kind: 'choice';
  readonly which: 'greater' | 'lesser';
  readonly items: readonly Amount[];
}
/** `20% of monthly-fee` */
export interface PercentOf extends Node {
  readonly kind: 'percent-of';
  readonly percent: PercentLiteral;
  readonly of: Amount;
}
/** `elapsed of resolve` */
export interface ElapsedOf extends Node {
  readonly kind: 'elapsed';
  readonly benchmark: Reference;
}
/** `score of survey-answered` */
export interface DataOf extends Node {
  readonly kind: 'data';
  readonly field: Name;
  readonly event: Name;
}
/** `days late`, `hours late` */
export interface LateAmount extends Node {
  readonly kind: 'late';
  readonly unit: 'days' | 'hours';
}

export type Moment =
  | Name
  | DateLiteral
  | DateTimeLiteral
  | InstantLiteral
  | FirstEvent
  | EventWhere
  | BenchmarkMoment
  | OffsetMoment
  | ChoiceMoment
  | EitherMoment
  | AnchorMoment;
/** `first E` */
export interface FirstEvent extends Node {
  readonly kind: 'first';
  readonly event: Name;
}
/** `E where C` */
export interface EventWhere extends Node {
  readonly kind: 'where';
  readonly event: Name;
  readonly condition: Condition;
}
/** `start of B`, `due of B`, `breach of B`, `met of B` */
export interface BenchmarkMoment extends Node {
  readonly kind: 'benchmark-moment';
  readonly what: 'start' | 'due' | 'breach' | 'met';
  readonly benchmark: Reference;
}
/** `D after M`, `D before M`; the duration is a literal or the name of a field or rate. */
export interface OffsetMoment extends Node {
  readonly kind: 'offset';
  readonly duration: DurationLiteral | Name;
  readonly direction: 'after' | 'before';
  readonly of: Moment;
}
/** `earlier of a, b`, `later of a, b` */
export interface ChoiceMoment extends Node {
  readonly kind: 'choice-moment';
  readonly which: 'earlier' | 'later';
  readonly items: readonly DeadlineItem[];
}
/** `a or b`: whichever comes first. */
export interface EitherMoment extends Node {
  readonly kind: 'either';
  readonly items: readonly Moment[];
}
/** A moment that the clause supplies: `breach`, `start`, `due` of a ladder's benchmark, `opening` of a right. */
export interface AnchorMoment extends Node {
  readonly kind: 'anchor';
  readonly what: 'start' | 'due' | 'breach' | 'opening';
}

export type Condition =
  | Name
  | LogicCondition
  | NotCondition
  | ComparisonCondition
  | OneOfCondition
  | SetCondition
  | OrderCondition
  | DistanceCondition
  | ClosedDayCondition;
/** `a and b and c`, `a or b` */
export interface LogicCondition extends Node {
  readonly kind: 'and' | 'or';
  readonly items: readonly Condition[];
}
export interface NotCondition extends Node {
  readonly kind: 'not';
  readonly condition: Condition;
}
export const comparisons = ['is', 'is not', 'at least', 'at most', 'more than', 'less than'] as const;
export type Comparison = (typeof comparisons)[number];
/** `priority is urgent`, `score at least 8` */
export interface ComparisonCondition extends Node {
  readonly kind: 'comparison';
  readonly left: Amount;
  readonly operator: Comparison;
  readonly right: Amount;
}
/** `channel is one of phone, webchat`; also `is not one of`. */
export interface OneOfCondition extends Node {
  readonly kind: 'one-of';
  readonly negated: boolean;
  readonly left: Amount;
  readonly values: readonly Amount[];
}
/** `promised-date is set`, `is not set`; the subject is a field, an event or `breach of B` … */
export interface SetCondition extends Node {
  readonly kind: 'set';
  readonly negated: boolean;
  readonly subject: Amount | Moment;
}
/** `a before b`, `received after 16:00`, `not after 12:00 on the day before a holiday` keeps its time in `right`. */
export interface OrderCondition extends Node {
  readonly kind: 'order';
  readonly left: Moment;
  readonly operator: 'before' | 'after';
  readonly right: Moment | TimeLiteral;
}
/** `cancelled less than 24 hours before appointment-at` */
export interface DistanceCondition extends Node {
  readonly kind: 'distance';
  readonly left: Moment;
  readonly operator: Exclude<Comparison, 'is' | 'is not'>;
  readonly duration: DurationLiteral | Name;
  readonly direction: 'before' | 'after';
  readonly right: Moment;
}
/** `received is on a closed day` */
export interface ClosedDayCondition extends Node {
  readonly kind: 'closed-day';
  readonly negated: boolean;
  readonly left: Moment;
}

// ---- shared parts ---------------------------------------------------------------------------------------------

/** `when C` or `otherwise`; `otherwise` is a row that always holds. */
export interface Otherwise extends Node {
  readonly kind: 'otherwise';
}
export type When = Condition | Otherwise;

/** What a clock may wait for: a duration, a field or rate that is one, a moment, or a choice of these. */
export type DeadlineItem = DurationLiteral | Moment;

/** `2 business days by 12:00 rolling`, `earlier of 5 business days, promised-date` */
export interface Deadline extends Node {
  readonly kind: 'deadline';
  readonly item: DeadlineItem;
  readonly by?: 'close' | TimeLiteral;
  readonly rolling: boolean;
}

/** `each month`, `each year starting 1 July` */
export interface Window extends Node {
  readonly kind: 'window';
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  readonly starting?: { readonly day: number; readonly month: number } & Node;
}

/** `over at least 50 tickets` */
export interface Sample extends Node {
  readonly kind: 'sample';
  readonly least: NumberLiteral;
  /** `tickets`, `answers`, `runs`, as written. */
  readonly of: string;
}

// ---- clauses --------------------------------------------------------------------------------------------------

interface ClauseNode<K extends string> extends Node {
  readonly kind: K;
}

/** Clauses that several declarations share. */
export interface TitleClause extends ClauseNode<'title'> {
  readonly title: Text;
}
export interface CitesClause extends ClauseNode<'cites'> {
  readonly citation: Text;
}
export interface StatusClause extends ClauseNode<'status'> {
  readonly status: Name;
}
export interface AppliesClause extends ClauseNode<'applies'> {
  readonly condition: Condition;
}
export interface CountsClause extends ClauseNode<'counts'> {
  readonly calendar: Name;
  readonly when?: When;
}
export interface PausesClause extends ClauseNode<'pauses'> {
  readonly condition: Condition;
  readonly cap?: DurationLiteral;
  readonly per: 'all' | 'each';
}
export interface EffectiveClause extends ClauseNode<'effective'> {
  readonly from: DateLiteral;
  readonly until?: DateLiteral;
}
export interface OpensClause extends ClauseNode<'opens'> {
  readonly on: Moment;
  readonly when?: Condition;
}
export interface WithinClause extends ClauseNode<'within'> {
  readonly deadline: Deadline;
  readonly when?: When;
}

// policy
export interface VersionClause extends ClauseNode<'version'> {
  readonly version: Text;
}
export interface TimezoneClause extends ClauseNode<'timezone'> {
  readonly zone: Code;
}
export interface CurrencyClause extends ClauseNode<'currency'> {
  readonly currency: Code;
}
export interface BeginsClause extends ClauseNode<'begins'> {
  readonly event: Name;
}
export interface ConformsClause extends ClauseNode<'conforms'> {
  readonly regulations: readonly Name[];
}
export interface AdoptsClause extends ClauseNode<'adopts'> {
  readonly regulations: readonly Name[];
}
export type PolicyClause =
  | TitleClause
  | VersionClause
  | EffectiveClause
  | TimezoneClause
  | CurrencyClause
  | CountsClause
  | BeginsClause
  | ConformsClause
  | AdoptsClause
  | CitesClause;

// ticket and events
export type FieldType =
  | (Node & { readonly kind: 'one-of'; readonly values: readonly Name[]; readonly ordered: boolean })
  | (Node & { readonly kind: 'yes-or-no' | 'money' | 'date' | 'date-time' | 'duration' | 'text' })
  | (Node & { readonly kind: 'number'; readonly from?: NumberLiteral; readonly to?: NumberLiteral });
/** `priority one of low < normal < high = normal` */
export interface Field extends ClauseNode<'field'> {
  readonly name: Name;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly default?: Amount;
  readonly documentation?: string;
}

// calendar
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type Days =
  | (Node & {
      readonly kind: 'weekdays';
      readonly days: readonly (Node & { readonly from: Weekday; readonly to: Weekday })[];
    })
  | (Node & { readonly kind: 'dates'; readonly from: DateLiteral; readonly to: DateLiteral });
/** `open mon..fri 08:00-12:00, 13:00-17:00`, `open 2026-12-28 10:00-14:00` */
export interface OpenClause extends ClauseNode<'open'> {
  readonly days: Days;
  readonly spans: readonly SpanLiteral[];
}
export type Closing =
  | (Node & { readonly kind: 'holidays'; readonly region: Code; readonly types: readonly Name[] })
  | (Node & { readonly kind: 'every'; readonly month: number; readonly day: number })
  | (Node & {
      readonly kind: 'dates';
      readonly from: DateLiteral;
      readonly to: DateLiteral;
      readonly spans: readonly SpanLiteral[];
    });
export interface ClosedClause extends ClauseNode<'closed'> {
  readonly closing: Closing;
  readonly reason?: Text;
}
export interface CutOffClause extends ClauseNode<'cut-off'> {
  readonly at: TimeLiteral;
  readonly countsFrom?: TimeLiteral;
}
export type CalendarClause = OpenClause | ClosedClause | CutOffClause | CitesClause;

// rate
/** `from 2026-04-01 10.34 AUD`, or one value alone. */
export interface RateLine extends ClauseNode<'rate-line'> {
  readonly from?: DateLiteral;
  readonly value: Amount;
}
export type RateClause = RateLine | CitesClause;

// benchmark
export interface MeetsClause extends ClauseNode<'meets'> {
  readonly benchmarks: readonly Reference[];
}
export interface FromClause extends ClauseNode<'from'> {
  readonly each: boolean;
  readonly from: Moment;
  readonly until: Moment;
  /** Roles or people who may stop the clock; empty: anybody. */
  readonly by: readonly Name[];
}
export interface ArrivesClause extends ClauseNode<'arrives'> {
  readonly calendar: Name;
}
export interface EveryClause extends ClauseNode<'every'> {
  readonly period: DurationLiteral;
  readonly expects: Moment;
}
export interface CancelsClause extends ClauseNode<'cancels'> {
  readonly on: Moment;
}
export interface ReopeningClause extends ClauseNode<'reopening'> {
  readonly on: Moment;
  readonly effect: 'resumes' | 'starts a new run';
}
export interface RetargetsClause extends ClauseNode<'retargets'> {
  readonly never: true;
}
/** One of `at least 90% in 5 business days and 100%`; a later level without words is `at least`. */
export interface AttainLevel extends Node {
  readonly operator: Exclude<Comparison, 'is' | 'is not'>;
  readonly percent: PercentLiteral;
  readonly in?: DurationLiteral;
}
export interface AttainClause extends ClauseNode<'attain'> {
  readonly levels: readonly AttainLevel[];
  readonly window?: Window;
  /** `by received`: the event whose instant chooses the window. */
  readonly by?: Name;
  /** `per region` */
  readonly per?: Name;
  readonly over?: Sample;
  readonly when?: Condition;
}
export interface NotAssessedClause extends ClauseNode<'not assessed'> {
  readonly condition: Condition;
  readonly reason?: Text;
}
export type BenchmarkClause =
  | TitleClause
  | CitesClause
  | StatusClause
  | MeetsClause
  | AppliesClause
  | FromClause
  | CountsClause
  | ArrivesClause
  | WithinClause
  | EveryClause
  | PausesClause
  | CancelsClause
  | ReopeningClause
  | RetargetsClause
  | AttainClause
  | NotAssessedClause;

// ladder
export type RungTime =
  | (Node & { readonly kind: 'percent'; readonly percent: PercentLiteral })
  /** `at breach`, `at 1 day after breach`, `at 2 business hours before due`, `at start` */
  | (Node & { readonly kind: 'moment'; readonly moment: Moment })
  /** `every 2 business days after breach up to 5 times` */
  | (Node & {
      readonly kind: 'every';
      readonly period: DurationLiteral;
      readonly after: Moment;
      readonly limit?: NumberLiteral;
    });
export type Action =
  | (Node & { readonly kind: 'notify'; readonly to: readonly Name[]; readonly by: readonly Name[] })
  | (Node & { readonly kind: 'assign'; readonly to: Name })
  | (Node & { readonly kind: 'raise'; readonly field: Name })
  | (Node & { readonly kind: 'set'; readonly field: Name; readonly value: Amount })
  | (Node & { readonly kind: 'emit'; readonly event: Name });
export interface Rung extends ClauseNode<'rung'> {
  readonly time: RungTime;
  readonly actions: readonly Action[];
  readonly when?: Condition;
}
export type LadderClause = Rung | CitesClause;

// dispute
export type TransitionTarget =
  | (Node & { readonly kind: 'ends'; readonly outcome: Name })
  | (Node & { readonly kind: 'step'; readonly step: Name });
export interface TransitionClause extends ClauseNode<'on'> {
  /** An event, or `overdue`. */
  readonly on: Moment | (Node & { readonly kind: 'overdue' });
  readonly target: TransitionTarget;
  readonly when?: Condition;
}
export interface OwnerClause extends ClauseNode<'owner'> {
  readonly owner: Name;
}
export interface HeardClause extends ClauseNode<'heard'> {
  readonly by: Name;
  readonly body?: Text;
}
export interface TellsClause extends ClauseNode<'tells'> {
  readonly party: Name;
  readonly with: Name;
  readonly in: DurationLiteral;
}
export interface BindsClause extends ClauseNode<'binds'> {
  readonly parties: readonly Name[];
  readonly upTo?: Amount;
}
export interface IndependentClause extends ClauseNode<'independent'> {}
export interface FreezesClause extends ClauseNode<'freezes'> {
  /** Permits and remedies; other names are free. */
  readonly what: readonly Reference[];
}
export type StepClause =
  | OwnerClause
  | HeardClause
  | IndependentClause
  | FreezesClause
  | TellsClause
  | WithinClause
  | CountsClause
  | PausesClause
  | BindsClause
  | TransitionClause
  | CitesClause;
export interface Step extends ClauseNode<'step'> {
  readonly name: Name;
  readonly clauses: readonly StepClause[];
  readonly documentation?: string;
}
export type DisputeClause = OpensClause | CountsClause | PausesClause | CitesClause | Step;

// right
export interface ClosesClause extends ClauseNode<'closes'> {
  readonly at: Moment;
}
export type RightClause =
  | OpensClause
  | ClosesClause
  | AppliesClause
  | CountsClause
  | CitesClause
  | StatusClause;

// remedy
export type RemedyTrigger =
  | (Node & { readonly kind: 'moment'; readonly moment: Moment })
  /** `3 breaches of resolve within 90 days per account` */
  | (Node & {
      readonly kind: 'repetition';
      readonly count: NumberLiteral;
      readonly benchmark: Reference;
      readonly within: DurationLiteral;
      readonly per?: Name;
    })
  | (Node & { readonly kind: 'shortfall'; readonly of: Reference });
export type AccrualUnit =
  | DurationLiteral
  | 'day'
  | 'hour'
  | 'week'
  | 'month'
  | 'business day'
  | 'business hour';
/** How often a `pays` row pays; without one, once. */
export type Accrual =
  | (Node & {
      readonly kind: 'late';
      /** `each day late`, `each full day late`, `each started 24 hours late`, `each business day late` */
      readonly every: AccrualUnit;
      readonly rounding?: 'full' | 'started';
    })
  | (Node & {
      readonly kind: 'since';
      /** `each day since reported`, `each started 24 hours since outage-began` */
      readonly every: AccrualUnit;
      readonly rounding?: 'full' | 'started';
      readonly since: Moment;
    })
  | (Node & {
      readonly kind: 'days';
      readonly from: NumberLiteral;
      readonly to?: NumberLiteral;
      readonly after: Moment;
    })
  | (Node & { readonly kind: 'percent-short' });
export interface PaysClause extends ClauseNode<'pays'> {
  readonly amount: Amount;
  /** `3 days of validity` */
  readonly ofValidity: boolean;
  readonly accrual?: Accrual;
  /** `for the first 5` */
  readonly first?: NumberLiteral;
  /** `after that` */
  readonly afterThat: boolean;
  /** `from the day after breach` */
  readonly fromDayAfter?: Moment;
  /** `with the day of resolved` */
  readonly withDayOf?: Moment;
  readonly when?: When;
}
export interface OwedByClause extends ClauseNode<'owed'> {
  readonly by: Name;
}
export interface OwesClause extends ClauseNode<'owes'> {
  readonly what: Name;
  readonly within?: DurationLiteral;
  readonly when?: Condition;
}
export interface NeverBelowClause extends ClauseNode<'never'> {
  readonly amount: Amount;
  readonly when?: When;
}
export interface CappedClause extends ClauseNode<'capped'> {
  readonly at: Amount;
  readonly window?: Window;
  readonly per?: Name;
  readonly when?: When;
}
export interface NotTogetherClause extends ClauseNode<'not together'> {
  readonly with: readonly Name[];
}
export interface SuspendsClause extends ClauseNode<'suspends'> {
  readonly what: Name;
  readonly citation?: Text;
}
export interface StopsClause extends ClauseNode<'stops'> {
  readonly at: Moment;
  readonly when?: Condition;
}
export interface UnlessClause extends ClauseNode<'unless'> {
  readonly condition: Condition;
}
export interface DeductsClause extends ClauseNode<'deducts'> {
  readonly amount: Amount;
}
export interface PaidClause extends ClauseNode<'paid'> {
  readonly within: Moment;
}
export interface RemedyRequiresClause extends ClauseNode<'requires'> {
  readonly what: readonly Name[];
  readonly within?: DurationLiteral;
}
export interface RemedyReportClause extends ClauseNode<'report'> {
  readonly to: Name;
  readonly within: DurationLiteral;
}
export interface ExposesClause extends ClauseNode<'exposes'> {
  readonly upTo: Amount;
  readonly citation?: Text;
}
/** `automatic when more than 1 EUR`: less is owed on request only. */
export interface AutomaticClause extends ClauseNode<'automatic'> {
  readonly operator: Exclude<Comparison, 'is' | 'is not'>;
  readonly amount: Amount;
}
export type RemedyClause =
  | AppliesClause
  | OwedByClause
  | CountsClause
  | PaysClause
  | OwesClause
  | NeverBelowClause
  | CappedClause
  | NotTogetherClause
  | SuspendsClause
  | PausesClause
  | StopsClause
  | UnlessClause
  | DeductsClause
  | PaidClause
  | RemedyRequiresClause
  | RemedyReportClause
  | ExposesClause
  | AutomaticClause
  | CitesClause
  | StatusClause;

// permit
export interface OnlyClause extends ClauseNode<'only'> {
  readonly during: Condition;
}
export interface WaitsClause extends ClauseNode<'waits'> {
  readonly duration: DurationLiteral;
  readonly after: Moment;
}
export interface NotAfterClause extends ClauseNode<'not after'> {
  readonly time: TimeLiteral;
  /** `on the day before a holiday` */
  readonly dayBeforeHoliday: boolean;
}
export interface NotWhileClause extends ClauseNode<'not while'> {
  readonly condition: Condition;
}
export type PermitClause =
  | AppliesClause
  | CountsClause
  | OnlyClause
  | WaitsClause
  | NotAfterClause
  | NotWhileClause
  | CitesClause
  | StatusClause;

// metric
export interface ShareClause extends ClauseNode<'share'> {
  readonly condition: Condition;
}
export interface AverageClause extends ClauseNode<'average'> {
  readonly of: Amount;
}
export interface PercentileClause extends ClauseNode<'percentile'> {
  readonly rank: NumberLiteral;
  readonly of: Amount;
}
export interface CountClause extends ClauseNode<'count'> {
  readonly condition?: Condition;
}
export interface NpsClause extends ClauseNode<'nps'> {
  readonly of: Amount;
}
export interface TargetClause extends ClauseNode<'target'> {
  readonly operator: Exclude<Comparison, 'is' | 'is not'>;
  readonly value: Amount;
  readonly window: Window;
  readonly by?: Name;
  readonly per?: Name;
  readonly over?: Sample;
  readonly when?: Condition;
}
export type MetricClause =
  | AppliesClause
  | ShareClause
  | AverageClause
  | PercentileClause
  | CountClause
  | NpsClause
  | TargetClause
  | CountsClause
  | CitesClause;

// standard
export interface StandardRequiresClause extends ClauseNode<'requires'> {
  readonly what: readonly Name[];
  readonly in: readonly Name[];
  readonly when?: Condition;
}
export interface AuditsClause extends ClauseNode<'audits'> {
  readonly share: PercentLiteral;
  readonly window: Window;
  readonly atLeast?: NumberLiteral;
  readonly pass: PercentLiteral;
}
export type StandardClause =
  | AppliesClause
  | StandardRequiresClause
  | AuditsClause
  | CitesClause
  | StatusClause;

// people
export interface RoleRequiresClause extends ClauseNode<'requires'> {
  readonly what: 'certificate' | 'skill';
  readonly name: Name;
  readonly refreshed?: DurationLiteral;
}
export type RoleClause = RoleRequiresClause | CitesClause;
export interface HoldsClause extends ClauseNode<'certificate' | 'skill'> {
  readonly name: Name;
  readonly since?: DateLiteral;
}
export type PersonClause = HoldsClause;

// channel, automation, record
export interface HoursClause extends ClauseNode<'hours'> {
  readonly calendar: Name | 'always';
}
export interface FreeClause extends ClauseNode<'free'> {}
export interface CostsClause extends ClauseNode<'costs'> {
  readonly amount: Amount;
}
export interface AccessibleClause extends ClauseNode<'accessible'> {
  readonly by: readonly Name[];
}
/** `hands over to phone keeping reference` (channel), `hands over within 5 minutes after E` (automation) */
export interface HandsOverClause extends ClauseNode<'hands'> {
  readonly to?: Name;
  readonly keeping: readonly Name[];
  readonly within?: OffsetMoment;
}
export type ChannelClause =
  | HoursClause
  | FreeClause
  | CostsClause
  | AccessibleClause
  | HandsOverClause
  | CitesClause;
export interface MayClause extends ClauseNode<'may' | 'may not'> {
  readonly events: readonly Name[];
  readonly when?: Condition;
}
/** `discloses itself`, `discloses itself with bot-introduced` */
export interface DisclosesClause extends ClauseNode<'discloses'> {
  readonly with?: Name;
}
export type AutomationClause = MayClause | DisclosesClause | HandsOverClause | CitesClause;
export interface KeepsClause extends ClauseNode<'keeps'> {
  readonly what: readonly Name[];
}
export interface RetainsClause extends ClauseNode<'retains'> {
  readonly until: Moment;
}
/** `redacts card-number after 6 months`, `redacts card-number 6 months after closed` */
export interface RedactsClause extends ClauseNode<'redacts'> {
  readonly what: readonly Name[];
  /** From the first event of the case. */
  readonly after?: DurationLiteral;
  readonly at?: OffsetMoment;
}
export type RecordClause = KeepsClause | RetainsClause | RedactsClause | CitesClause | StatusClause;

// regulation
export type RegulationClause = TitleClause | CitesClause | StatusClause | EffectiveClause | TimezoneClause;

// scenario
export type ScenarioTime = DateTimeLiteral | InstantLiteral | DateLiteral;
/** `category complaint`, `score 9` */
export interface Pair extends Node {
  readonly name: Name;
  readonly value: Amount;
}
export interface GivenClause extends ClauseNode<'ticket'> {
  readonly fields: readonly Pair[];
}
/** `2026-12-29 10:00 acknowledged by ana containing case-reference, next-step` */
export interface HappensLine extends ClauseNode<'happens'> {
  readonly at: DateTimeLiteral | InstantLiteral;
  readonly event: Name;
  readonly by?: Name;
  readonly data: readonly Pair[];
  /** What the reply contains; empty: nobody says. */
  readonly contains: readonly Name[];
}
/** `2026-12-30 12:00 set priority urgent` */
export interface ChangeLine extends ClauseNode<'change'> {
  readonly at: DateTimeLiteral | InstantLiteral;
  readonly fields: readonly Pair[];
}
export interface AsOfClause extends ClauseNode<'as of'> {
  readonly at: DateTimeLiteral | InstantLiteral;
}
/**
 * `expect resolve breached due 2027-01-14`. A fact is one word of the expectation with what follows it; which facts
 * fit which subject is judged in the model.
 */
export type ExpectFact =
  | (Node & {
      readonly kind: 'status';
      readonly status:
        | 'met'
        | 'breached'
        | 'running'
        | 'paused'
        | 'cancelled'
        | 'not-applicable'
        | 'not-assessed';
    })
  | (Node & { readonly kind: 'run'; readonly number: NumberLiteral })
  | (Node & { readonly kind: 'due' | 'since' | 'opened' | 'closes'; readonly at: ScenarioTime })
  | (Node & { readonly kind: 'refused' | 'allowed'; readonly at: ScenarioTime })
  /** `notified compliance at breach`, `assigned complaints-manager at 2027-01-14 15:00` */
  | (Node & {
      readonly kind: 'notified' | 'assigned' | 'raised' | 'emitted';
      readonly whom: Name;
      readonly at?: RungTime | ScenarioTime;
    })
  | (Node & { readonly kind: 'at'; readonly step: Name })
  | (Node & { readonly kind: 'ended'; readonly outcome: Name })
  | (Node & { readonly kind: 'amount'; readonly amount: Amount })
  /** Whether a remedy is owed without being asked for. */
  | (Node & { readonly kind: 'automatic' | 'on-request' })
  | (Node & { readonly kind: 'finding'; readonly code: string });
export interface ExpectClause extends ClauseNode<'expect'> {
  readonly negated: boolean;
  /** Absent for `expect finding role/lapsed-certificate`. */
  readonly subject?: Reference;
  readonly facts: readonly ExpectFact[];
}
export type ScenarioClause = GivenClause | HappensLine | ChangeLine | AsOfClause | ExpectClause;

// ---- declarations ---------------------------------------------------------------------------------------------

interface DeclarationNode<K extends string> extends Node {
  readonly kind: K;
  /** The text of the `///` lines above, without the slashes. */
  readonly documentation?: string;
}
interface Named {
  readonly name: Name;
  /** The regulation a benchmark, remedy, right, permit, record or standard belongs to: `… of acma-complaints`. */
  readonly of?: Name;
}
interface Block<C> {
  readonly clauses: readonly C[];
}

export type PolicyDeclaration = DeclarationNode<'policy'> & Named & Block<PolicyClause>;
export type ImportDeclaration = DeclarationNode<'import'> & { readonly path: Text };
export type TicketDeclaration = DeclarationNode<'ticket'> & Block<Field>;
export type EventsDeclaration = DeclarationNode<'events'> & { readonly names: readonly Name[] };
export type EventDeclaration = DeclarationNode<'event'> & Named & Block<Field>;
export type StateDeclaration = DeclarationNode<'state'> &
  Named & { readonly from: Moment; readonly until: Moment };
export type CalendarDeclaration = DeclarationNode<'calendar'> &
  Named & { readonly base?: Name; readonly zone?: Code } & Block<CalendarClause>;
export type RateDeclaration = DeclarationNode<'rate'> &
  Named & { readonly by?: Name | 'day' } & Block<RateClause>;
export type BenchmarkDeclaration = DeclarationNode<'benchmark'> & Named & Block<BenchmarkClause>;
export type LadderDeclaration = DeclarationNode<'ladder'> &
  Named & { readonly on: Reference } & Block<LadderClause>;
export type DisputeDeclaration = DeclarationNode<'dispute'> & Named & Block<DisputeClause>;
export type RightDeclaration = DeclarationNode<'right'> & Named & Block<RightClause>;
export type RemedyDeclaration = DeclarationNode<'remedy'> &
  Named & { readonly on: RemedyTrigger } & Block<RemedyClause>;
export type PermitDeclaration = DeclarationNode<'permit'> &
  Named & { readonly on: Moment } & Block<PermitClause>;
export type ReportDeclaration = DeclarationNode<'report'> &
  Named & { readonly to: Name; readonly window: Window; readonly within: DurationLiteral };
export type MetricDeclaration = DeclarationNode<'metric'> &
  Named & { readonly from: Name | 'tickets' } & Block<MetricClause>;
export type StandardDeclaration = DeclarationNode<'standard'> & Named & Block<StandardClause>;
export type RoleDeclaration = DeclarationNode<'role'> & Named & Block<RoleClause>;
export type RolesDeclaration = DeclarationNode<'roles'> & { readonly names: readonly Name[] };
export type PersonDeclaration = DeclarationNode<'person'> &
  Named & { readonly roles: readonly Name[] } & Block<PersonClause>;
export type PeopleDeclaration = DeclarationNode<'people'> & { readonly path: Text };
export type ChannelDeclaration = DeclarationNode<'channel'> & Named & Block<ChannelClause>;
export type AutomationDeclaration = DeclarationNode<'automation'> & Named & Block<AutomationClause>;
export type RecordDeclaration = DeclarationNode<'record'> & Named & Block<RecordClause>;
export type RegulationDeclaration = DeclarationNode<'regulation'> & Named & Block<RegulationClause>;
export type ScenarioDeclaration = DeclarationNode<'scenario'> & {
  readonly title: Text;
} & Block<ScenarioClause>;

export type Declaration =
  | PolicyDeclaration
  | ImportDeclaration
  | TicketDeclaration
  | EventsDeclaration
  | EventDeclaration
  | StateDeclaration
  | CalendarDeclaration
  | RateDeclaration
  | BenchmarkDeclaration
  | LadderDeclaration
  | DisputeDeclaration
  | RightDeclaration
  | RemedyDeclaration
  | PermitDeclaration
  | ReportDeclaration
  | MetricDeclaration
  | StandardDeclaration
  | RoleDeclaration
  | RolesDeclaration
  | PersonDeclaration
  | PeopleDeclaration
  | ChannelDeclaration
  | AutomationDeclaration
  | RecordDeclaration
  | RegulationDeclaration
  | ScenarioDeclaration;
export type DeclarationKind = Declaration['kind'];
