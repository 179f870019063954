import type { BlockName } from '../../../grammar/keywords.ts';

/**
 * What may follow what, for completion. The parser decides what a text means; this table only has to know, at a place
 * in a text that may be broken before and behind, what could come next. A test reads every clause of the samples with
 * it, so the two cannot drift apart.
 *
 * Words and signs stand for themselves; a phrase that is offered as one is joined by `_`. CAPITALS are phrases, or
 * names of a kind, or values (see `terminals.ts`). `[…]` may be left out, `( … | … )` is a choice, `X…` is a list with
 * commas, `X*` is any number.
 */
export const phrases: Readonly<Record<string, string>> = {
  CONDITION: 'SIMPLE ( ( and | or ) SIMPLE )*',
  SIMPLE: 'not* ( GROUP | FLAG | STATE | DISPUTE | CALENDAR | SUBJECT RELATION )',
  GROUP: '\\( CONDITION \\)',
  SUBJECT: 'AMOUNT | MOMENTTERM',
  RELATION:
    'is [ not ] ( set | one_of VALUE… | on_a_closed_day | VALUE ) | BOUND AMOUNT [ ( before | after ) MOMENTTERM ] | ( before | after ) ( MOMENTTERM | TIME )',
  BOUND: 'at_least | at_most | more_than | less_than',
  VALUE: 'VALUENAME | AMOUNT',
  AMOUNT: 'TERM ( ( + | - | * | / ) TERM )*',
  TERM: 'NUMBER | MONEY | DURATION | PERCENT [ of TERM ] | DATETIME | INSTANT | TEXT | COMPARED | RATE | DATA | DATA of EVENT | ( greater_of | lesser_of ) AMOUNT… | elapsed_of BENCHMARKREF | days_late | hours_late | \\( AMOUNT \\)',
  MOMENT: 'MOMENTTERM ( or MOMENTTERM )*',
  MOMENTTERM:
    'EVENT [ where CONDITION ] | first EVENT | ANCHOR | DATEFIELD | ( start_of | due_of | breach_of | met_of ) BENCHMARKREF | ( DURATION | RATE | DURATIONFIELD ) ( after | before ) MOMENTTERM | ( earlier_of | later_of ) DEADLINE… | DATETIME | INSTANT | \\( MOMENT \\)',
  DEADLINE: 'DURATION | MOMENT',
  BENCHMARKREF: 'BENCHMARK | OWNER . BENCHMARKOF',
  FROZENREF: 'FROZEN | FREE | OWNER . FROZENOF',
  REFERENCE: 'EXPECTED | OWNER . EXPECTEDOF',
  MONEY: 'NUMBER CURRENCY',
  UNIT: `UNITWORD | ${['second', 'minute', 'hour', 'day'].map((unit) => `business_${unit} | business_${unit}s`).join(' | ')}`,
  DURATION: 'NUMBER UNIT ( NUMBER UNIT )*',
  DATETIME: 'DATE [ TIME ]',
  INSTANTLIKE: 'DATE TIME | INSTANT',
  WHEN: 'when CONDITION',
  ROW: 'when CONDITION | otherwise',
  WINDOW: 'each ( day | week | month | quarter | half-year | year ) [ starting NUMBER MONTH ]',
  OVER: 'over_at_least NUMBER ( tickets | answers | runs )',
  LEVEL: '[ BOUND ] PERCENT [ in DURATION ]',
  ACTION: 'notify ACTOR… [ by MEDIUM… ] | assign ACTOR | raise ORDEREDFIELD | set FIELD VALUE | emit EVENT',
  RUNGTIME: 'PERCENT | MOMENT | DURATION before due',
  TYPE: 'one_of NEW [ , NEW… | ( < NEW )* ] | yes_or_no | number [ NUMBER .. NUMBER ] | money | date | date-time | duration | text',
  ENTRY: 'FIELD VALUE',
  DATUM: 'DATA VALUE',
  ACCRUAL:
    'each ( percent_short | [ full | started ] EVERY ( late | since MOMENT ) ) | on ( days | day ) NUMBER [ .. NUMBER ] after MOMENT',
  EVERY: 'DURATION | [ business ] ( day | hour | week | month )',
  FACT: 'met | breached | running | paused | cancelled | not-applicable | not-assessed | run NUMBER | ( due | since | opened | closes | refused_at | allowed_at ) ( DATETIME | INSTANT ) | ( notified | assigned | raised | emitted ) ( ACTOR | FIELD | EVENT ) [ at ( RUNGTIME | EVERYRUNG ) ] | at STEP | ended FREE | automatic | on-request | NUMBER | MONEY | PERCENT | finding CODE',
  EVERYRUNG: 'every DURATION after MOMENT [ up_to NUMBER times ]',
  DAYS: 'WEEKDAY [ .. WEEKDAY ] | DATE [ .. DATE ]',
};

const cites = 'cites TEXT';
const status = 'status ( statute | guidance | promise | unverified )';
const applies = 'applies_when CONDITION';
const counts = 'counts CALENDAR [ ROW ]';
const pauses = 'pauses_while CONDITION [ up_to DURATION [ in_all | each ] ]';
const within = 'within DEADLINE [ by ( close | TIME ) ] [ rolling ] [ ROW ]';
const opens = 'opens_on MOMENT [ WHEN ]';
const title = 'title TEXT';
const effective = 'effective DATE [ until DATE ]';
const timezone = 'timezone ZONE';
const field = 'NEW TYPE [ optional ] [ = VALUE ]';

/** Everything before the block, or the whole declaration where there is none. */
export const headers: Readonly<Record<Exclude<BlockName, 'step'>, string>> = {
  import: 'import TEXT',
  policy: 'policy NEW',
  ticket: 'ticket',
  events: 'events NEW…',
  event: 'event NEW',
  state: 'state NEW from MOMENT until MOMENT',
  calendar: 'calendar NEW [ extends CALENDAR ] [ in ZONE ]',
  rate: 'rate NEW [ by ( day | EVENT ) ]',
  regulation: 'regulation NEW',
  benchmark: 'benchmark NEW [ of REGULATION ]',
  ladder: 'ladder NEW [ of REGULATION ] on BENCHMARKREF',
  dispute: 'dispute NEW [ of REGULATION ]',
  right: 'right NEW [ of REGULATION ]',
  remedy:
    'remedy NEW [ of REGULATION ] on ( MOMENT | NUMBER breaches_of BENCHMARKREF within DURATION [ per FIELD ] | shortfall_of ( BENCHMARKREF | METRIC ) )',
  permit: 'permit NEW [ of REGULATION ] on MOMENT',
  report: 'report NEW [ of REGULATION ] to PARTY WINDOW within DURATION',
  metric: 'metric NEW [ of REGULATION ] from ( tickets | EVENT )',
  standard: 'standard NEW [ of REGULATION ]',
  roles: 'roles NEW…',
  role: 'role NEW',
  person: 'person NEW is ROLE…',
  people: 'people from TEXT',
  channel: 'channel NEW',
  automation: 'automation NEW',
  record: 'record NEW [ of REGULATION ]',
  scenario: 'scenario TEXT',
};

/** By block, what its clauses look like, keyed as in the table of keywords; `''` is a line without a word of its own. */
export const clauses: Readonly<Record<BlockName, Readonly<Record<string, string>>>> = {
  import: {},
  events: {},
  state: {},
  report: {},
  roles: {},
  people: {},
  policy: {
    title,
    version: 'version TEXT',
    effective,
    timezone,
    currency: 'currency CURRENCY',
    counts: 'counts CALENDAR',
    begins: 'begins_with EVENT',
    conforms: 'conforms_to REGULATION…',
    adopts: 'adopts REGULATION…',
    cites,
  },
  ticket: { '': field },
  event: { '': field },
  calendar: {
    open: 'open DAYS… SPAN…',
    closed:
      'closed ( holidays REGION [ of HOLIDAYTYPE… ] | every MONTHDAY | DATE [ .. DATE ] [ SPAN… ] ) [ TEXT ]',
    'cut-off': 'cut-off TIME [ counts_from TIME ]',
    cites,
  },
  rate: { from: 'from DATE AMOUNT', cites, '': 'AMOUNT' },
  regulation: { title, cites, status, effective, timezone },
  benchmark: {
    title,
    cites,
    status,
    meets: 'meets BENCHMARKREF…',
    applies,
    from: 'from [ each ] MOMENT until MOMENT [ by ACTOR… ]',
    counts,
    arrives: 'arrives CALENDAR',
    within,
    every: 'every DURATION expects MOMENT',
    pauses,
    cancels: 'cancels_on MOMENT',
    reopening: 'reopening_on MOMENT ( resumes | starts_a_new_run )',
    retargets: 'retargets_never',
    attain: 'attain LEVEL ( and LEVEL )* [ WINDOW ] [ by EVENT ] [ per FIELD ] [ OVER ] [ WHEN ]',
    'not assessed': 'not_assessed_while CONDITION [ TEXT ]',
  },
  ladder: {
    at: 'at RUNGTIME ACTION ACTION* [ WHEN ]',
    every: 'every DURATION after MOMENT [ up_to NUMBER times ] ACTION ACTION* [ WHEN ]',
    cites,
  },
  dispute: { opens, counts, pauses, step: 'step NEW', cites },
  step: {
    owner: 'owner ROLE',
    heard: 'heard_by FREE [ TEXT ]',
    independent: 'independent',
    freezes: 'freezes FROZENREF…',
    tells: 'tells PARTY with EVENT in DURATION',
    within,
    counts,
    pauses,
    binds: 'binds PARTY… [ up_to AMOUNT ]',
    on: 'on ( overdue | MOMENT ) -> ( ends_as FREE | STEP ) [ WHEN ]',
    cites,
  },
  right: { opens, closes: 'closes MOMENT', applies, counts, cites, status },
  remedy: {
    applies,
    owed: 'owed_by PARTY',
    counts,
    pays: 'pays AMOUNT [ of_validity ] [ ACCRUAL ] [ for_the_first NUMBER | after_that ] [ from_the_day_after MOMENT ] [ with_the_day_of MOMENT ] [ ROW ]',
    owes: 'owes FREE [ within DURATION ] [ WHEN ]',
    never: 'never_below AMOUNT [ ROW ]',
    capped: 'capped_at AMOUNT [ WINDOW ] [ per FIELD ] [ ROW ]',
    'not together': 'not_together_with REMEDY…',
    suspends: 'suspends FREE [ TEXT ]',
    pauses,
    stops: 'stops MOMENT [ WHEN ]',
    unless: 'unless CONDITION',
    deducts: 'deducts AMOUNT',
    paid: 'paid_within MOMENT',
    requires: 'requires FREE… [ within DURATION ]',
    report: 'report_to PARTY within DURATION',
    exposes: 'exposes_up_to AMOUNT [ TEXT ]',
    automatic: 'automatic_when BOUND AMOUNT',
    cites,
    status,
  },
  permit: {
    applies,
    counts,
    only: 'only_during CONDITION',
    waits: 'waits DURATION after MOMENT',
    'not after': 'not_after TIME [ on_the_day_before_a_holiday ]',
    'not while': 'not_while CONDITION',
    cites,
    status,
  },
  metric: {
    applies,
    share: 'share_where CONDITION',
    average: 'average_of AMOUNT',
    percentile: 'percentile NUMBER of AMOUNT',
    count: 'count [ where CONDITION ]',
    nps: 'nps_of AMOUNT',
    target: 'target BOUND AMOUNT WINDOW [ by EVENT ] [ per FIELD ] [ OVER ] [ WHEN ]',
    counts,
    cites,
  },
  standard: {
    applies,
    requires: 'requires FREE… in EVENT… [ WHEN ]',
    audits: 'audits PERCENT WINDOW [ at_least NUMBER ] pass PERCENT',
    cites,
    status,
  },
  role: { requires: 'requires ( certificate | skill ) FREE [ refreshed_every DURATION ]', cites },
  person: { certificate: 'certificate FREE [ since DATE ]', skill: 'skill FREE [ since DATE ]' },
  channel: {
    hours: 'hours ( always | CALENDAR )',
    free: 'free',
    costs: 'costs AMOUNT',
    accessible: 'accessible_by FREE…',
    hands: 'hands_over to CHANNEL [ keeping FREE… ]',
    cites,
  },
  automation: {
    may: 'may EVENT… [ WHEN ]',
    'may not': 'may_not EVENT… [ WHEN ]',
    discloses: 'discloses_itself [ with EVENT ]',
    hands: 'hands_over [ to CHANNEL ] [ keeping FREE… ] within DURATION after MOMENT',
    cites,
  },
  record: {
    keeps: 'keeps FREE…',
    retains: 'retains MOMENT',
    redacts: 'redacts FREE… ( after DURATION | DURATION after MOMENT )',
    cites,
    status,
  },
  scenario: {
    ticket: 'ticket ENTRY…',
    'as of': 'as_of INSTANTLIKE',
    expect: 'expect ( [ no ] REFERENCE FACT* | finding CODE )',
    '': 'INSTANTLIKE ( set ENTRY… | EVENT [ by ACTOR ] [ DATUM… ] [ containing FREE… ] )',
  },
};
