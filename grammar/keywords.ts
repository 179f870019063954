/**
 * The one table of the language's words. Tokens, completion, hover, highlighting and the reference page are made from
 * it, so a word that is not here does not exist, and what is said of it is said once.
 *
 * In a `syntax` line CAPITALS stand for what the author writes, `[…]` for what may be left out, `|` for a choice and
 * `…` for a list that goes on after a comma; everything else is written as it stands.
 */

export interface ClauseEntry {
  readonly meaning: string;
  readonly syntax: string;
  readonly example: string;
  /** The declaration says nothing without it. */
  readonly required?: true;
  /** It may stand more than once in a block. */
  readonly repeated?: true;
  /** Its first two words are read as one: `begins with`. */
  readonly phrase?: true;
}

export interface DeclarationEntry {
  readonly meaning: string;
  /** The header, with `{ … }` where a block follows. */
  readonly syntax: string;
  readonly example: string;
  /** What follows the word. */
  readonly named: 'name' | 'names' | 'text' | 'nothing';
  readonly block: 'always' | 'never' | 'optional';
  /** Keyed by the clause's own word, or words: `not while`. */
  readonly clauses: Readonly<Record<string, ClauseEntry>>;
  /** What stands in the block without a word of its own: fields, values of a rate, events of a scenario. */
  readonly lines?: ClauseEntry;
}

const cites = {
  meaning: 'Says which rule this comes from; the citation stands in every reason and report.',
  syntax: 'cites TEXT',
  example: 'cites "Standard 2018, s 13"',
  repeated: true,
} as const;
const status = {
  meaning: 'How binding this is: statute, guidance, promise or unverified.',
  syntax: 'status statute | guidance | promise | unverified',
  example: 'status statute',
} as const;
const title = {
  meaning: 'What people call it in reports.',
  syntax: 'title TEXT',
  example: 'title "Northwind complaints handling"',
} as const;
const applies = {
  meaning: 'To which cases this applies; without it, to all.',
  syntax: 'applies when CONDITION',
  example: 'applies when category is complaint',
} as const;
const counts = {
  meaning: 'The calendar whose business days and hours are counted; rows are tried in order.',
  syntax: 'counts CALENDAR [when CONDITION | otherwise]',
  example: 'counts nsw-office when region is nsw',
  repeated: true,
} as const;
const pauses = {
  meaning: 'When the clock stands still, and for how long at most.',
  syntax: 'pauses while CONDITION [up to DURATION [in all | each]]',
  example: 'pauses while waiting-on-customer up to 10 business days in all',
  repeated: true,
} as const;
const within = {
  meaning: 'How long there is; rows are tried in order and the first that fits holds.',
  syntax: 'within DURATION | MOMENT [by close | by TIME] [rolling] [when CONDITION | otherwise]',
  example: 'within 2 business days when priority is urgent',
  repeated: true,
} as const;
const opens = {
  meaning: 'What opens it.',
  syntax: 'opens on MOMENT [when CONDITION]',
  example: 'opens on dispute-raised when category is complaint',
  required: true,
} as const;
const effective = {
  meaning: 'From which day it is in force, and until the end of which.',
  syntax: 'effective DATE [until DATE]',
  example: 'effective 2026-07-01 until 2027-06-30',
} as const;
const timezone = {
  meaning: 'The zone of its days and times, unless a calendar says another.',
  syntax: 'timezone ZONE',
  example: 'timezone Australia/Sydney',
} as const;
const field = {
  meaning: 'A field: its name, its type, whether it may be left open, and its value where nothing is said.',
  syntax:
    'NAME one of VALUE, … | one of VALUE < … | yes or no | number [FROM..TO] | money | date | date-time | duration | text [optional] [= VALUE]',
  example: 'priority one of low < normal < high < urgent = normal',
  repeated: true,
} as const;

/** What may be declared, in the order in which a reader meets it. */
export const declarations = {
  import: {
    meaning: 'Makes the names of another file known here.',
    syntax: 'import TEXT',
    example: 'import "calendars.slapolicy"',
    named: 'text',
    block: 'never',
    clauses: {},
  },
  policy: {
    meaning: 'The policy of this file: its title, version, dates in force, zone, currency and first event.',
    syntax: 'policy NAME { … }',
    example: 'policy northwind-complaints { title "Complaints handling" }',
    named: 'name',
    block: 'always',
    clauses: {
      title,
      version: {
        meaning: 'The version, which every outcome names.',
        syntax: 'version TEXT',
        example: 'version "2026.2"',
        required: true,
      },
      effective: { ...effective, required: true },
      timezone: { ...timezone, required: true },
      currency: {
        meaning: 'The currency of amounts that are owed.',
        syntax: 'currency CODE',
        example: 'currency AUD',
      },
      counts: {
        meaning: 'The calendar counted where none is named.',
        syntax: 'counts CALENDAR',
        example: 'counts nsw-office',
      },
      begins: {
        meaning: 'The event that every case begins with.',
        syntax: 'begins with EVENT',
        example: 'begins with received',
        phrase: true,
        required: true,
      },
      conforms: {
        meaning: 'Regulations that this policy is proved to satisfy.',
        syntax: 'conforms to REGULATION, …',
        example: 'conforms to acma-complaints',
        phrase: true,
        repeated: true,
      },
      adopts: {
        meaning: 'Regulations whose benchmarks are run beside those of the policy.',
        syntax: 'adopts REGULATION, …',
        example: 'adopts acma-complaints',
        repeated: true,
      },
      cites,
    },
  },
  ticket: {
    meaning: 'The fields that every case has.',
    syntax: 'ticket { … }',
    example: 'ticket { channel one of phone, webchat, email, letter }',
    named: 'nothing',
    block: 'always',
    clauses: {},
    lines: field,
  },
  events: {
    meaning: 'What can happen to a case.',
    syntax: 'events NAME, …',
    example: 'events received, acknowledged, resolved',
    named: 'names',
    block: 'never',
    clauses: {},
  },
  event: {
    meaning: 'Something that can happen to a case, with the data that comes with it.',
    syntax: 'event NAME [{ … }]',
    example: 'event survey-answered { score number 0..10 }',
    named: 'name',
    block: 'optional',
    clauses: {},
    lines: field,
  },
  state: {
    meaning: 'A span of time in the life of a case, from one moment until another.',
    syntax: 'state NAME from MOMENT until MOMENT',
    example: 'state waiting-on-customer from info-requested until info-received or closed',
    named: 'name',
    block: 'never',
    clauses: {},
  },
  calendar: {
    meaning: 'Opening hours, holidays, exceptions and the cut-off of an office.',
    syntax: 'calendar NAME [extends CALENDAR] [in ZONE] { … }',
    example: 'calendar nsw-office { open mon..fri 09:00-17:00 closed holidays AU-NSW }',
    named: 'name',
    block: 'always',
    clauses: {
      open: {
        meaning: 'Opening hours of days of the week or of a date; a later line replaces an earlier one.',
        syntax: 'open DAYS SPAN, …',
        example: 'open mon..fri 08:00-12:00, 13:00-17:00',
        repeated: true,
      },
      closed: {
        meaning: 'Days, or parts of one, on which it is closed; a later line wins over an earlier one.',
        syntax: 'closed holidays REGION [of TYPE, …] | every MM-DD | DATE [..DATE] [SPAN, …] [TEXT]',
        example: 'closed 2026-12-29..2027-01-02 "shutdown"',
        repeated: true,
      },
      'cut-off': {
        meaning: 'What arrives after this time counts as arriving on the next business day.',
        syntax: 'cut-off TIME [counts from TIME]',
        example: 'cut-off 16:00',
      },
      cites,
    },
  },
  rate: {
    meaning: 'A value that changes on dates; with a single value, a fact about the provider.',
    syntax: 'rate NAME [by EVENT | by day] { … }',
    example: 'rate daily-credit by received { from 2026-04-01 10.34 AUD }',
    named: 'name',
    block: 'always',
    clauses: {
      from: {
        meaning: 'The value from this day on.',
        syntax: 'from DATE VALUE',
        example: 'from 2026-04-01 10.34 AUD',
        repeated: true,
      },
      cites,
    },
    lines: {
      meaning: 'The value, where it never changes.',
      syntax: 'VALUE',
      example: '30000',
    },
  },
  regulation: {
    meaning: 'A law, standard or promise outside the policy; what it demands is declared `of` it.',
    syntax: 'regulation NAME { … }',
    example: 'regulation acma-complaints { title "Consumer Complaints Handling Standard" status statute }',
    named: 'name',
    block: 'always',
    clauses: { title: { ...title, required: true }, cites, status, effective, timezone },
  },
  benchmark: {
    meaning:
      'One clock: what starts and stops it, what it counts, how long there is, and what must be attained.',
    syntax: 'benchmark NAME [of REGULATION] { … }',
    example: 'benchmark acknowledge { from received until acknowledged within 2 business days }',
    named: 'name',
    block: 'always',
    clauses: {
      title,
      cites,
      status,
      meets: {
        meaning: 'The benchmarks of regulations that this one is proved to meet.',
        syntax: 'meets REGULATION.BENCHMARK, …',
        example: 'meets acma-complaints.acknowledge',
        repeated: true,
      },
      applies,
      from: {
        meaning: 'What starts and what stops the clock, and who may stop it.',
        syntax: 'from [each] MOMENT until MOMENT [by ROLE, …]',
        example: 'from received until acknowledged by complaints-agent',
        required: true,
      },
      counts,
      arrives: {
        meaning: 'The calendar that judges when a case arrived, where it is not the one counted.',
        syntax: 'arrives CALENDAR',
        example: 'arrives service-hours',
      },
      within,
      every: {
        meaning: 'What must happen again and again while the clock runs, and how often.',
        syntax: 'every DURATION expects EVENT',
        example: 'every 5 business days expects progress-update',
      },
      pauses,
      cancels: {
        meaning: 'What ends the clock without a verdict.',
        syntax: 'cancels on MOMENT',
        example: 'cancels on withdrawn',
        repeated: true,
      },
      reopening: {
        meaning: 'What happens to the clock when a case comes back.',
        syntax: 'reopening on MOMENT resumes | starts a new run',
        example: 'reopening on reopened resumes',
      },
      retargets: {
        meaning: 'Keeps the row that was chosen first, whatever changes later.',
        syntax: 'retargets never',
        example: 'retargets never',
      },
      attain: {
        meaning: 'What share of the runs must be met in each window.',
        syntax:
          'attain at least PERCENT [in DURATION] [and …] [each WINDOW] [by EVENT] [per FIELD] [over at least NUMBER tickets] [when CONDITION]',
        example: 'attain at least 98% each quarter over at least 50 tickets',
        repeated: true,
      },
      'not assessed': {
        meaning: 'When a run is left out of attainment and remedies, though it still counts.',
        syntax: 'not assessed while CONDITION [TEXT]',
        example: 'not assessed while force-majeure "mass service disruption notice"',
        repeated: true,
      },
    },
  },
  ladder: {
    meaning: "What happens at which moment of a benchmark's clock.",
    syntax: 'ladder NAME on BENCHMARK { … }',
    example: 'ladder late-resolution on resolve { at breach notify compliance }',
    named: 'name',
    block: 'always',
    clauses: {
      at: {
        meaning: 'A rung: when it is reached, and what then happens.',
        syntax:
          'at PERCENT | start | breach | DURATION before due | DURATION after breach ACTION … [when CONDITION]',
        example: 'at 80% notify duty-manager by sms, email raise priority',
        repeated: true,
      },
      every: {
        meaning: 'A rung that is reached again and again.',
        syntax: 'every DURATION after MOMENT [up to NUMBER times] ACTION … [when CONDITION]',
        example: 'every 2 business days after breach up to 5 times notify head-of-service',
        repeated: true,
      },
      cites,
    },
  },
  dispute: {
    meaning: 'How a disagreement is decided, step by step.',
    syntax: 'dispute NAME [of REGULATION] { … }',
    example: 'dispute billing { opens on dispute-raised step mediation { within 6 weeks } }',
    named: 'name',
    block: 'always',
    clauses: {
      opens,
      counts,
      pauses,
      step: {
        meaning: 'One step: who decides, how long it may take, and where it leads.',
        syntax: 'step NAME { … }',
        example: 'step mediation { within 6 weeks on overdue -> ends as deadlock }',
        required: true,
        repeated: true,
      },
      cites,
    },
  },
  right: {
    meaning: 'What somebody may do from one moment on, and until another.',
    syntax: 'right NAME [of REGULATION] { … }',
    example: 'right external-review { opens on rejected closes 12 months after opening }',
    named: 'name',
    block: 'always',
    clauses: {
      opens,
      closes: {
        meaning: 'Until when it may be used.',
        syntax: 'closes MOMENT',
        example: 'closes 12 months after opening',
      },
      applies,
      counts,
      cites,
      status,
    },
  },
  remedy: {
    meaning: 'What is owed when something went wrong.',
    syntax:
      'remedy NAME [of REGULATION] on MOMENT | NUMBER breaches of BENCHMARK within DURATION [per FIELD] | shortfall of BENCHMARK { … }',
    example: 'remedy late-credit on breach of resolve { pays 10 AUD each day late }',
    named: 'name',
    block: 'always',
    clauses: {
      applies,
      owed: {
        meaning: 'Who owes it, where it is not the provider.',
        syntax: 'owed by PARTY',
        example: 'owed by losing-provider',
        phrase: true,
      },
      counts,
      pays: {
        meaning: 'An amount, once or each day; rows with `when` are tried in order, the others add up.',
        syntax:
          'pays AMOUNT [of validity] [each [full | started] UNIT late | each [full | started] UNIT since MOMENT | on days N..M after MOMENT | each percent short] [for the first NUMBER | after that] [from the day after MOMENT] [with the day of MOMENT] [when CONDITION | otherwise]',
        example: 'pays daily-credit each day late for the first 5',
        repeated: true,
      },
      owes: {
        meaning: 'Something owed that is not money.',
        syntax: 'owes WHAT [within DURATION] [when CONDITION]',
        example: 'owes apology within 5 days',
        repeated: true,
      },
      never: {
        meaning: 'The least that is paid once anything is owed.',
        syntax: 'never below AMOUNT [when CONDITION | otherwise]',
        example: 'never below 1 AUD',
        repeated: true,
        phrase: true,
      },
      capped: {
        meaning: 'The most that is paid, for one case or for a window.',
        syntax: 'capped at AMOUNT [each WINDOW] [per FIELD] [when CONDITION | otherwise]',
        example: 'capped at 600 AUD each year per account',
        repeated: true,
      },
      'not together': {
        meaning: 'Remedies of which only the higher is paid.',
        syntax: 'not together with REMEDY, …',
        example: 'not together with late-resolution-credit',
        repeated: true,
      },
      suspends: {
        meaning: 'What is suspended, such as a licence.',
        syntax: 'suspends WHAT [TEXT]',
        example: 'suspends licence "s 28"',
        repeated: true,
      },
      pauses,
      stops: {
        meaning: 'When it stops growing.',
        syntax: 'stops MOMENT [when CONDITION]',
        example: 'stops 30 days after cap-notice',
        repeated: true,
      },
      unless: {
        meaning: 'When nothing is owed.',
        syntax: 'unless CONDITION',
        example: 'unless force-majeure',
        repeated: true,
      },
      deducts: {
        meaning: 'What has been given already and is taken off.',
        syntax: 'deducts AMOUNT',
        example: 'deducts discount-given',
        repeated: true,
      },
      paid: {
        meaning: 'By when it must be paid.',
        syntax: 'paid within DURATION after MOMENT',
        example: 'paid within 30 days after resolved',
      },
      requires: {
        meaning: 'What must be done to put it right.',
        syntax: 'requires WHAT, … [within DURATION]',
        example: 'requires corrective-plan within 20 business days',
        repeated: true,
      },
      report: {
        meaning: 'To whom it must be reported, and how soon.',
        syntax: 'report to PARTY within DURATION',
        example: 'report to regulator within 5 business days',
        repeated: true,
      },
      exposes: {
        meaning: 'The penalty that may follow.',
        syntax: 'exposes up to AMOUNT [TEXT]',
        example: 'exposes up to 250000 AUD "infringement notice"',
        repeated: true,
      },
      automatic: {
        meaning: 'From which amount on it is paid without being asked for; what is less is owed on request.',
        syntax: 'automatic when more than | at least AMOUNT',
        example: 'automatic when more than 1 EUR',
      },
      cites,
      status,
    },
  },
  permit: {
    meaning: 'When the provider may act at all: hours, notices, days before.',
    syntax: 'permit NAME [of REGULATION] on MOMENT { … }',
    example: 'permit disconnection on disconnected { only during nsw-office }',
    named: 'name',
    block: 'always',
    clauses: {
      applies,
      counts,
      only: {
        meaning: 'The hours or the state in which it is allowed.',
        syntax: 'only during CALENDAR | CONDITION',
        example: 'only during nsw-office',
        repeated: true,
      },
      waits: {
        meaning: 'How long after something it becomes allowed.',
        syntax: 'waits DURATION after MOMENT',
        example: 'waits 14 days after disconnection-notice',
        repeated: true,
      },
      'not after': {
        meaning: 'The time of day from which it is no longer allowed.',
        syntax: 'not after TIME [on the day before a holiday]',
        example: 'not after 12:00 on the day before a holiday',
        repeated: true,
      },
      'not while': {
        meaning: 'What forbids it while it lasts.',
        syntax: 'not while CONDITION',
        example: 'not while complaint-dispute',
        repeated: true,
      },
      cites,
      status,
    },
  },
  report: {
    meaning: 'What is owed to a regulator, for which period, and by when.',
    syntax: 'report NAME to PARTY each WINDOW within DURATION',
    example: 'report complaints to regulator each quarter within 30 days',
    named: 'name',
    block: 'never',
    clauses: {},
  },
  metric: {
    meaning: 'A share, average, percentile, count or net promoter score, with its target.',
    syntax: 'metric NAME from EVENT | tickets { … }',
    example: 'metric satisfaction from survey-answered { share where score at least 8 }',
    named: 'name',
    block: 'always',
    clauses: {
      applies,
      share: {
        meaning: 'The share for which a condition holds.',
        syntax: 'share where CONDITION',
        example: 'share where score at least 8',
      },
      average: {
        meaning: 'The average of an amount.',
        syntax: 'average of AMOUNT',
        example: 'average of score',
      },
      percentile: {
        meaning: 'The value that so many percent do not exceed.',
        syntax: 'percentile NUMBER of AMOUNT',
        example: 'percentile 95 of elapsed of resolve',
      },
      count: {
        meaning: 'How many there are.',
        syntax: 'count [where CONDITION]',
        example: 'count where dispute-raised is set',
      },
      nps: {
        meaning: 'Promoters (9 and 10) less detractors (0 to 6), in percent of all.',
        syntax: 'nps of AMOUNT',
        example: 'nps of score',
      },
      target: {
        meaning: 'What is to be reached in each window.',
        syntax:
          'target at least | at most | more than | less than VALUE each WINDOW [by EVENT] [per FIELD] [over at least NUMBER answers] [when CONDITION]',
        example: 'target at least 85% each month over at least 30 answers',
        repeated: true,
      },
      counts,
      cites,
    },
  },
  standard: {
    meaning: 'What a reply must contain, and the audit that checks it.',
    syntax: 'standard NAME [of REGULATION] { … }',
    example: 'standard written-reply { requires case-reference in acknowledged }',
    named: 'name',
    block: 'always',
    clauses: {
      applies,
      requires: {
        meaning: 'What must be in the replies that come with these events.',
        syntax: 'requires WHAT, … in EVENT, … [when CONDITION]',
        example: 'requires case-reference, next-step in acknowledged, resolved',
        required: true,
        repeated: true,
      },
      audits: {
        meaning: 'What share is looked at in each window, and what share must pass.',
        syntax: 'audits PERCENT each WINDOW [at least NUMBER] pass PERCENT',
        example: 'audits 5% each month at least 20 pass 90%',
      },
      cites,
      status,
    },
  },
  roles: {
    meaning: 'Roles that require nothing.',
    syntax: 'roles NAME, …',
    example: 'roles team-lead, duty-manager',
    named: 'names',
    block: 'never',
    clauses: {},
  },
  role: {
    meaning: 'A role, and the certificates and skills it requires.',
    syntax: 'role NAME { … }',
    example: 'role complaints-agent { requires certificate consumer-law refreshed every 12 months }',
    named: 'name',
    block: 'always',
    clauses: {
      requires: {
        meaning: 'A certificate or a skill that whoever acts in this role must have.',
        syntax: 'requires certificate | skill NAME [refreshed every DURATION]',
        example: 'requires certificate consumer-law refreshed every 12 months',
        repeated: true,
      },
      cites,
    },
  },
  person: {
    meaning: 'Somebody, their roles, and what they hold since when.',
    syntax: 'person NAME is ROLE, … { … }',
    example: 'person ana is complaints-agent { certificate consumer-law since 2026-03-01 }',
    named: 'name',
    block: 'always',
    clauses: {
      certificate: {
        meaning: 'A certificate they hold.',
        syntax: 'certificate NAME [since DATE]',
        example: 'certificate consumer-law since 2026-03-01',
        repeated: true,
      },
      skill: {
        meaning: 'A skill they have.',
        syntax: 'skill NAME [since DATE]',
        example: 'skill plain-language',
        repeated: true,
      },
    },
  },
  people: {
    meaning: 'Takes people, roles and certificates from a table.',
    syntax: 'people from TEXT',
    example: 'people from "roster.csv"',
    named: 'text',
    block: 'never',
    clauses: {},
  },
  channel: {
    meaning: 'A way to reach the provider: its hours, cost, accessibility and hand-over.',
    syntax: 'channel NAME { … }',
    example: 'channel phone { hours always free accessible by relay-service }',
    named: 'name',
    block: 'always',
    clauses: {
      hours: {
        meaning: 'When it is open.',
        syntax: 'hours CALENDAR | always',
        example: 'hours nsw-office',
      },
      free: {
        meaning: 'It costs the customer nothing.',
        syntax: 'free',
        example: 'free',
      },
      costs: {
        meaning: 'What it costs the customer.',
        syntax: 'costs AMOUNT',
        example: 'costs 0 AUD',
      },
      accessible: {
        meaning: 'The services that make it accessible.',
        syntax: 'accessible by WHAT, …',
        example: 'accessible by relay-service, interpreter',
        phrase: true,
      },
      hands: {
        meaning: 'Where a case is handed over to, and what goes with it.',
        syntax: 'hands over to CHANNEL [keeping WHAT, …]',
        example: 'hands over to phone keeping reference',
        phrase: true,
        repeated: true,
      },
      cites,
    },
  },
  automation: {
    meaning: 'What a bot may and may not do, and when it hands over to a person.',
    syntax: 'automation NAME { … }',
    example: 'automation assistant { may acknowledged discloses itself }',
    named: 'name',
    block: 'always',
    clauses: {
      may: {
        meaning: 'Events it may cause.',
        syntax: 'may EVENT, … [when CONDITION]',
        example: 'may acknowledged',
        repeated: true,
      },
      'may not': {
        meaning: 'Events it may not cause.',
        syntax: 'may not EVENT, … [when CONDITION]',
        example: 'may not resolved when category is complaint',
        repeated: true,
      },
      discloses: {
        meaning:
          'It says that it is not a person, where an event is named by that event, before it does anything else.',
        syntax: 'discloses itself [with EVENT]',
        example: 'discloses itself with bot-introduced',
        phrase: true,
      },
      hands: {
        meaning: 'How soon a person takes over.',
        syntax: 'hands over [to CHANNEL] [keeping WHAT, …] within DURATION after MOMENT',
        example: 'hands over within 5 minutes after handover-requested',
        phrase: true,
        repeated: true,
      },
      cites,
    },
  },
  record: {
    meaning: 'What is kept of a case, for how long, and what is blacked out when.',
    syntax: 'record NAME [of REGULATION] { … }',
    example: 'record complaint-file { keeps reference, outcome retains 2 years after closed }',
    named: 'name',
    block: 'always',
    clauses: {
      keeps: {
        meaning: 'What is kept.',
        syntax: 'keeps WHAT, …',
        example: 'keeps reference, received, outcome',
        repeated: true,
      },
      retains: {
        meaning: 'Until when it is kept.',
        syntax: 'retains MOMENT',
        example: 'retains 2 years after closed',
      },
      redacts: {
        meaning:
          'What is blacked out, and how soon: from the first event of the case, or from the moment named.',
        syntax: 'redacts WHAT, … after DURATION | DURATION after MOMENT',
        example: 'redacts card-number after 6 months',
        repeated: true,
      },
      cites,
      status,
    },
  },
  scenario: {
    meaning: 'A case, what happens to it, and what is expected of the policy.',
    syntax: 'scenario TEXT { … }',
    example: 'scenario "Answered in time" { 2026-12-24 16:59 received expect acknowledge met }',
    named: 'text',
    block: 'always',
    clauses: {
      ticket: {
        meaning: 'The fields of the case as it begins.',
        syntax: 'ticket FIELD VALUE, …',
        example: 'ticket channel email, category complaint',
      },
      'as of': {
        meaning: 'The instant at which the expectations are judged; without it, the last event.',
        syntax: 'as of DATE TIME',
        example: 'as of 2027-03-01 00:00',
      },
      expect: {
        meaning: 'What must hold then.',
        syntax: 'expect [no] NAME FACT … | finding CODE',
        example: 'expect resolve breached due 2027-01-14',
        repeated: true,
      },
    },
    lines: {
      meaning: 'What happens when, and who does it; or which fields change.',
      syntax: 'DATE TIME EVENT [by NAME] [DATA VALUE, …] [containing WHAT, …] | DATE TIME set FIELD VALUE, …',
      example: '2026-12-29 10:00 acknowledged by ana',
      repeated: true,
    },
  },
} as const satisfies Record<string, DeclarationEntry>;

/** The one block that stands inside another. */
export const stepClauses = {
  owner: {
    meaning: 'The role that decides inside the company.',
    syntax: 'owner ROLE',
    example: 'owner complaints-manager',
  },
  heard: {
    meaning: 'Who decides outside the company.',
    syntax: 'heard by WHO [TEXT]',
    example: 'heard by ombudsman "Telecommunications Industry Ombudsman"',
    phrase: true,
  },
  independent: {
    meaning: 'Whoever decides is independent of the provider.',
    syntax: 'independent',
    example: 'independent',
  },
  freezes: {
    meaning: 'What must rest while the step lasts.',
    syntax: 'freezes [REGULATION.]PERMIT | [REGULATION.]REMEDY | WHAT, …',
    example: 'freezes collection',
    repeated: true,
  },
  tells: {
    meaning: 'Whom the provider must tell, with which event, and how soon.',
    syntax: 'tells PARTY with EVENT in DURATION',
    example: 'tells customer with referral-told in 2 business days',
    repeated: true,
  },
  within,
  counts,
  pauses,
  binds: {
    meaning: 'Whom the decision binds, and up to what amount.',
    syntax: 'binds PARTY, … [up to AMOUNT]',
    example: 'binds provider up to 100000 AUD',
    repeated: true,
  },
  on: {
    meaning: 'Where an event, or the deadline, leads.',
    syntax: 'on EVENT | overdue -> STEP | ends as OUTCOME [when CONDITION]',
    example: 'on overdue -> ends as deadlock',
    required: true,
    repeated: true,
  },
  cites,
} as const satisfies Record<string, ClauseEntry>;

/** Reserved everywhere: a name like one of these is written in backticks. */
export const connectingWords = {
  and: 'Joins conditions that must all hold, or the levels of an attainment.',
  or: 'Joins conditions of which one must hold, or moments of which the first counts.',
  not: 'The opposite of a condition.',
  is: 'Compares: `priority is urgent`, `channel is one of phone, email`, `promised-date is set`.',
  of: 'Connects a part with what it belongs to: `20% of monthly-fee`, `breach of resolve`.',
  when: 'The condition under which a clause counts; always last in it.',
  where: 'Narrows an event or a count: `reopened where reason is fault`.',
  from: 'Where a span begins.',
  until: 'Where a span ends.',
  after: 'Later than: `5 days after breach`, `received after 16:00`.',
  before: 'Earlier than: `2 hours before due`, `resolved before promised-date`.',
  by: 'Who, by which time, or along what.',
  at: 'A moment or a bound: `at breach`, `at least 90%`.',
  in: 'Within a time, a place, or a document.',
  each: 'Again for every one: `each month`, `each day late`.',
  per: 'Separately for every value of a field: `per region`.',
  than: 'Completes `more than` and `less than`.',
  set: 'A field that has a value (`is set`), or the change of one (`set priority urgent`).',
} as const satisfies Record<string, string>;

/** Units of durations; each word stands for itself and its plural. */
export const unitWords = {
  second: 'A second of elapsed time.',
  minute: 'A minute of elapsed time, or of open time after `business`.',
  hour: 'An hour of elapsed time, or of open time after `business`.',
  day: 'A day: the deadline is the end of it. After `business`, a day on which the calendar opens.',
  week: 'Seven days.',
  month: 'To the same day of the month, or its last.',
  year: 'To the same day of the year, or the last of its month.',
} as const satisfies Record<string, string>;

export const windowWords = {
  quarter: 'Three months, from January on.',
  'half-year': 'Six months, from January on unless it says `starting`.',
} as const satisfies Record<string, string>;

/** What a field can be. */
export const typeWords = {
  one: 'One of a list of values: `one of phone, email`; with `<`, ordered: `one of low < high`.',
  yes: '`yes or no`: a field that stands for itself in a condition.',
  number: 'A number, with its bounds: `number 0..10`.',
  money: 'An amount of money.',
  date: 'A day.',
  'date-time': 'A day with its time.',
  duration: 'A length of time.',
  text: 'A text.',
  optional: 'The field may be left open.',
} as const satisfies Record<string, string>;

export const weekdayWords = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const satisfies Record<string, string>;

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What a rung does. */
export const actions = {
  notify: {
    meaning: 'Tells roles or people, by the media named.',
    syntax: 'notify ROLE, … [by MEDIUM, …]',
    example: 'notify duty-manager by sms, email',
    repeated: true,
  },
  assign: {
    meaning: 'Gives the case to a role or a person.',
    syntax: 'assign ROLE',
    example: 'assign complaints-manager',
  },
  raise: {
    meaning: 'Moves an ordered field one value up.',
    syntax: 'raise FIELD',
    example: 'raise priority',
  },
  set: {
    meaning: 'Changes a field.',
    syntax: 'set FIELD VALUE',
    example: 'set priority urgent',
    repeated: true,
  },
  emit: {
    meaning: 'Makes an event happen.',
    syntax: 'emit EVENT',
    example: 'emit dispute-raised',
    repeated: true,
  },
} as const satisfies Record<string, ClauseEntry>;

/** What a scenario may expect of what it names, besides an amount or a percentage. */
export const facts = {
  met: { meaning: 'It was done in time.', syntax: 'met', example: 'expect acknowledge met' },
  breached: {
    meaning: 'The deadline passed before it was done.',
    syntax: 'breached',
    example: 'expect resolve breached',
  },
  running: { meaning: 'The clock still runs.', syntax: 'running', example: 'expect resolve running' },
  paused: { meaning: 'The clock stands still.', syntax: 'paused', example: 'expect resolve paused' },
  cancelled: {
    meaning: 'The clock ended without a verdict.',
    syntax: 'cancelled',
    example: 'expect resolve cancelled',
  },
  'not-applicable': {
    meaning: 'The benchmark does not apply to this case.',
    syntax: 'not-applicable',
    example: 'expect resolve not-applicable',
  },
  'not-assessed': {
    meaning: 'The run is left out of attainment and remedies.',
    syntax: 'not-assessed',
    example: 'expect resolve not-assessed',
  },
  run: {
    meaning: 'Which run of the clock is meant.',
    syntax: 'run NUMBER',
    example: 'expect repair run 2 met',
  },
  due: {
    meaning: 'When it falls due.',
    syntax: 'due DATE [TIME]',
    example: 'expect resolve breached due 2027-01-14',
  },
  since: {
    meaning: 'Since when it has been so.',
    syntax: 'since DATE [TIME]',
    example: 'expect complaint-dispute at ombudsman since 2027-01-29',
  },
  at: {
    meaning: 'The step that a dispute has come to.',
    syntax: 'at STEP',
    example: 'expect complaint-dispute at ombudsman',
  },
  ended: {
    meaning: 'The outcome of a dispute.',
    syntax: 'ended OUTCOME',
    example: 'expect complaint-dispute ended upheld',
  },
  notified: {
    meaning: 'Who was told, and when.',
    syntax: 'notified ROLE [at RUNG | at DATE TIME]',
    example: 'expect late-resolution notified compliance at breach',
  },
  assigned: {
    meaning: 'Who was given the case, and when.',
    syntax: 'assigned ROLE [at RUNG | at DATE TIME]',
    example: 'expect late-resolution assigned complaints-manager',
  },
  raised: {
    meaning: 'Which field was raised, and when.',
    syntax: 'raised FIELD [at RUNG | at DATE TIME]',
    example: 'expect late-resolution raised priority at 80%',
  },
  emitted: {
    meaning: 'Which event was made to happen, and when.',
    syntax: 'emitted EVENT [at RUNG | at DATE TIME]',
    example: 'expect late-resolution emitted dispute-raised at breach',
  },
  opened: {
    meaning: 'When a right opened.',
    syntax: 'opened DATE [TIME]',
    example: 'expect external-review opened 2027-01-15',
  },
  closes: {
    meaning: 'Until when a right may be used.',
    syntax: 'closes DATE [TIME]',
    example: 'expect external-review closes 2028-01-15',
  },
  refused: {
    meaning: 'A permit did not allow it then.',
    syntax: 'refused at DATE [TIME]',
    example: 'expect disconnection refused at 2027-01-08',
  },
  allowed: {
    meaning: 'A permit allowed it then.',
    syntax: 'allowed at DATE [TIME]',
    example: 'expect disconnection allowed at 2027-01-11 10:00',
  },
  automatic: {
    meaning: 'It is owed without being asked for.',
    syntax: 'automatic',
    example: 'expect interruption 2.23 EUR automatic',
  },
  'on-request': {
    meaning: 'It is owed to those who ask.',
    syntax: 'on-request',
    example: 'expect interruption 0.22 EUR on-request',
  },
  finding: {
    meaning: 'A finding with this code.',
    syntax: 'finding CODE',
    example: 'expect finding role/lapsed-certificate',
  },
} as const satisfies Record<string, ClauseEntry>;

/** Words with a meaning where the grammar looks for them, and names everywhere else. */
export const contextualWords = {
  business: 'Counts open time, or days on which the calendar opens.',
  least: '`at least`: this much or more.',
  most: '`at most`: this much or less.',
  more: '`more than`: above, not equal.',
  less: '`less than`: below, not equal.',
  greater: '`greater of`: the highest of a list of amounts.',
  lesser: '`lesser of`: the lowest of a list of amounts.',
  earlier: '`earlier of`: the first of a list of moments or durations.',
  later: '`later of`: the last of a list of moments or durations.',
  first: 'The first occurrence of an event, or the first days of a tier.',
  elapsed: "`elapsed of`: what a benchmark's clock has counted.",
  start: "When a benchmark's clock started.",
  due: 'When a benchmark falls due.',
  breach: 'When a benchmark was breached.',
  met: 'When a benchmark was met; in a scenario, that it was.',
  opening: 'When a right opened.',
  late: 'Counts from the day of breach: `each day late`, `days late`.',
  shortfall: '`shortfall of`: by how much an attainment or a metric missed its target.',
  breaches: 'How many breaches make a repetition.',
  otherwise: 'The row for every case that no row above fits.',
  close: '`by close`: the last closing of the day.',
  rolling: 'A deadline on a closed day moves to the next business day.',
  while: 'As long as a condition holds.',
  up: '`up to`: at most.',
  to: 'Whom something goes to, or where it leads.',
  all: '`in all`: the cap holds for all pauses together.',
  with: 'What goes together.',
  on: 'What sets something off.',
  a: 'Completes `on a closed day`, `starts a new run` and `before a holiday`.',
  the: 'Completes `for the first` and `from the day after`.',
  holiday: 'A public holiday of the calendar.',
  holidays: 'The public holidays of a country or region.',
  extends: 'The calendar that this one begins from.',
  expects: 'The event that must come again and again.',
  resumes: 'The clock goes on where it stopped.',
  starts: '`starts a new run`: a clock of its own.',
  new: 'Completes `starts a new run`.',
  run: 'One run of a clock; in a scenario, which one.',
  assessed: '`not assessed`: left out of attainment and remedies.',
  together: '`not together with`: only the higher of two is paid.',
  below: '`never below`: the least that is paid.',
  during: 'Inside the hours of a calendar, or while a condition holds.',
  over: 'The least sample for a verdict; in `hands over`, the hand-over.',
  starting: 'The first day of a window: `year starting 1 July`.',
  tickets: 'All cases, as the source of a metric.',
  times: 'How often at most.',
  overdue: 'The deadline of the step has passed.',
  ends: '`ends as`: the outcome with which a dispute ends.',
  as: '`ends as`, `as of`.',
  for: '`for the first`: the first days of a tier.',
  that: '`after that`: the days after the tier above.',
  full: 'Only days that are over.',
  started: 'Days that have begun.',
  since: 'Counted from a moment on, or held from a day on.',
  percent: '`each percent short`: for every percent that is missing.',
  short: '`each percent short`: for every percent that is missing.',
  validity: 'Days by which something stays valid longer.',
  itself: '`discloses itself`.',
  keeping: 'What goes along when a case is handed over.',
  containing: 'What a reply contains, as a standard may require it.',
  refreshed: 'How often a certificate must be renewed.',
  pass: 'What share of the audited replies must be right.',
  always: 'At any hour.',
  no: '`yes or no`; in a scenario, that something did not happen.',
} as const satisfies Record<string, string>;

export type DeclarationWord = keyof typeof declarations;
export type ConnectingWord = keyof typeof connectingWords;

/** A block with clauses of its own: one for each declaration, and `step`. */
export type BlockName = DeclarationWord | 'step';

export const declarationWords = Object.keys(declarations) as readonly DeclarationWord[];

export function isDeclarationWord(word: string): word is DeclarationWord {
  return Object.hasOwn(declarations, word);
}

export function isConnectingWord(word: string): word is ConnectingWord {
  return Object.hasOwn(connectingWords, word);
}

export function declarationEntry(word: DeclarationWord): DeclarationEntry {
  return declarations[word];
}

/** The clauses of a block, keyed by their own words. */
export function clausesOf(block: BlockName): Readonly<Record<string, ClauseEntry>> {
  return block === 'step' ? stepClauses : declarations[block].clauses;
}

/** What stands in a block without a word of its own. */
export function linesOf(block: BlockName): ClauseEntry | undefined {
  return block === 'step' ? undefined : declarationEntry(block).lines;
}

/** Every word that a clause or a line of a block may hold, beside names: what a misspelled word there may have meant. */
export function wordsOf(block: BlockName): readonly string[] {
  const lines = linesOf(block);
  const entries = [...Object.values(clausesOf(block)), ...(lines === undefined ? [] : [lines])];
  const words = entries.flatMap(({ syntax }) => syntax.match(/\b[a-z][a-z-]+/g) ?? []);
  const further = block === 'ladder' ? Object.keys(actions) : block === 'scenario' ? Object.keys(facts) : [];
  return [...new Set([...clauseWordsOf(block), ...words, ...further])];
}

/** The clause that a word, or two words, begin in a block. */
export function clauseEntry(block: BlockName, word: string, next?: string): ClauseEntry | undefined {
  const clauses = clausesOf(block);
  return (next === undefined ? undefined : clauses[`${word} ${next}`]) ?? clauses[word];
}

/** The first words of a block's clauses: reserved inside the block. */
export function clauseWordsOf(block: BlockName): ReadonlySet<string> {
  return clauseWords.get(block) ?? new Set();
}

const blockNames: readonly BlockName[] = [...declarationWords, 'step'];

const clauseWords: ReadonlyMap<BlockName, ReadonlySet<string>> = new Map(
  blockNames.map((block) => [
    block,
    new Set(Object.keys(clausesOf(block)).map((clause) => clause.split(' ')[0] as string)),
  ]),
);

/** Every word with a meaning of its own, each once. */
export const allWords: readonly string[] = [
  ...new Set([
    ...Object.keys(connectingWords),
    ...declarationWords,
    ...blockNames.flatMap((block) => Object.keys(clausesOf(block)).flatMap((clause) => clause.split(' '))),
    ...Object.keys(unitWords).flatMap((unit) => [unit, `${unit}s`]),
    ...Object.keys(windowWords),
    ...Object.keys(typeWords),
    ...Object.keys(weekdayWords),
    ...Object.keys(actions),
    ...Object.keys(facts),
    ...Object.keys(contextualWords),
  ]),
];

/** What a word means where nothing around it says more. */
export function meaningOf(word: string): string | undefined {
  const unit = word.endsWith('s') ? word.slice(0, -1) : word;
  return (
    lookUp(connectingWords, word) ??
    lookUp(contextualWords, word) ??
    entryOf(actions, word)?.meaning ??
    entryOf(facts, word)?.meaning ??
    lookUp(typeWords, word) ??
    lookUp(windowWords, word) ??
    lookUp(unitWords, unit) ??
    lookUp(weekdayWords, word)
  );
}

function lookUp(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

function entryOf(table: Readonly<Record<string, ClauseEntry>>, word: string): ClauseEntry | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
