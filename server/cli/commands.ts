import type { ExitCode, Io } from './io.ts';

/** What a value of an option is, as help shows it and parsing takes it. */
export interface OptionSpec {
  /** What it does, in one sentence. */
  readonly says: string;
  /** The word that stands for its value in help; absent for a flag. */
  readonly value?: string;
  /** Where only certain values have a meaning. */
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly required?: boolean;
  /** A flag that is on, and that `--no-NAME` turns off. */
  readonly on?: boolean;
}

/** A command: what follows here is what is parsed, what `--help` shows and what `docs/cli.md` says. */
export interface CommandSpec {
  readonly summary: string;
  /** What it takes without dashes, as usage shows it. */
  readonly operands: string;
  /** How many operands: at least and at most. */
  readonly count: readonly [number, number];
  /** Paragraphs. */
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** What the exit codes mean here. */
  readonly exits: Readonly<Partial<Record<ExitCode, string>>>;
  readonly examples: readonly (readonly [command: string, says: string])[];
}

const many = Number.POSITIVE_INFINITY;
const unusable = 'the command line or a file is unusable';
const files =
  'FILES are .slapolicy files, folders to be searched for them, patterns such as "policies/**/*.slapolicy", or - for standard input.';
const policy =
  'POLICY is a .slapolicy file, or the JSON that export writes, which is validated when it is loaded; - reads either from standard input.';

/** Every command and every option; nothing else is understood. */
export const commands = {
  check: {
    summary: 'Finds what is wrong in policies.',
    operands: 'FILES…',
    count: [1, many],
    about: [
      files,
      'Every problem is shown under the text it is about, with its code; "slapolicy explain CODE" says more. Files that a policy imports are checked with it.',
    ],
    options: {
      format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'sarif'],
        default: 'text',
        says: 'How problems are written.',
      },
      severity: {
        value: 'LEVEL',
        choices: ['error', 'warning', 'information', 'hint'],
        default: 'hint',
        says: 'The mildest severity that is reported.',
      },
      strict: { says: 'Warnings fall short too.' },
    },
    exits: { 0: 'no errors', 1: 'an error, or with --strict a warning', 2: unusable },
    examples: [
      ['slapolicy check policies', 'checks every policy under a folder'],
      ['slapolicy check --format sarif policies > problems.sarif', 'for a code-scanning service'],
    ],
  },
  fmt: {
    summary: 'Formats policies.',
    operands: 'FILES…',
    count: [1, many],
    about: [
      files,
      'Files are rewritten in place; standard input is formatted to standard output. A text that cannot be read as a policy is left as it is, and its problems are shown.',
    ],
    options: { check: { says: 'Rewrites nothing; names the files that are not formatted.' } },
    exits: {
      0: 'everything is formatted',
      1: 'a file is not formatted (with --check), or has errors of syntax',
      2: unusable,
    },
    examples: [['slapolicy fmt --check .', 'in a pipeline']],
  },
  simulate: {
    summary: 'Runs tickets through a policy.',
    operands: 'POLICY…',
    count: [1, many],
    about: [
      policy,
      'Several are versions of one policy: the version in force at a ticket’s first event governs it, and its outcome names it. A ticket for which none was in force is left out, with a finding. Gaps and overlaps of their effective dates are told on standard error; the summary tells of each version for itself.',
      'Tickets are read one at a time, however many there are: one JSON object a line, or a JSON array; compressed with gzip or not. Text draws a timeline of every ticket; json and ndjson write outcomes and a summary.',
      'A ticket that is damaged is reported with its line and column and never disturbs the others.',
    ],
    options: {
      tickets: { value: 'FILE', required: true, says: 'The file of tickets; - reads standard input.' },
      'as-of': {
        value: 'INSTANT',
        says: 'Looks at every ticket as of this instant, such as 2027-03-01T00:00+11:00, instead of its last event.',
      },
      format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'ndjson'],
        default: 'text',
        says: 'How outcomes are written.',
      },
      reasons: { on: true, says: 'Explains every deadline: spans counted, days skipped, pauses.' },
      jobs: {
        value: 'N',
        default: '1',
        says: 'Runs tickets in so many threads; what is written is the same. Each thread takes a second to get going, so it pays from some hundred thousand tickets on, and only where that many cores are free.',
      },
    },
    exits: {
      0: 'every ticket was read in full',
      1: 'something in the tickets could not be read, or no version was in force for a ticket',
      2: `${unusable}, or the policy has errors`,
    },
    examples: [
      ['slapolicy simulate policy.slapolicy --tickets tickets.ndjson', 'draws every ticket'],
      [
        'slapolicy simulate policy.json --tickets tickets.ndjson.gz --format ndjson --no-reasons > outcomes.ndjson',
        'for programs',
      ],
      [
        'slapolicy simulate 2026.slapolicy 2027.slapolicy --tickets tickets.ndjson --jobs 4 --format ndjson',
        'each ticket under the version in force when it began',
      ],
    ],
  },
  replay: {
    summary: 'Tells what years of tickets come to.',
    operands: 'POLICY…',
    count: [1, many],
    about: [
      policy,
      'Tickets are run as simulate runs them, also under several versions, but only the summary is written: verdicts, attainments and metrics with their change from window to window, audits, money owed, remedies that repeated breaches or a missed target bring about, reports and when they are due, and how often each finding came. Memory does not grow with the number of tickets.',
      'Without --as-of every ticket is looked at as of its own last event, and a clock that still runs counts as breached once a later ticket shows that it has fallen due; money is that of the last event. With --as-of everything is as of that instant.',
    ],
    options: {
      tickets: { value: 'FILE', required: true, says: 'The file of tickets; - reads standard input.' },
      'as-of': {
        value: 'INSTANT',
        says: 'Looks at every ticket as of this instant, such as 2027-03-01T00:00+11:00, instead of its last event.',
      },
      format: {
        value: 'FORMAT',
        choices: ['text', 'json'],
        default: 'text',
        says: 'How the summary is written.',
      },
      jobs: {
        value: 'N',
        default: '1',
        says: 'Runs tickets in so many threads; the summary is the same.',
      },
    },
    exits: {
      0: 'every ticket was read in full',
      1: 'something in the tickets could not be read, or no version was in force for a ticket',
      2: `${unusable}, or the policy has errors`,
    },
    examples: [
      ['slapolicy replay policy.slapolicy --tickets 2026.ndjson.gz', 'the year at a glance'],
      [
        'slapolicy replay policy.json --tickets 2026.ndjson.gz --as-of 2027-01-01T00:00+11:00 --format json',
        'as of New Year, for programs',
      ],
    ],
  },
  test: {
    summary: 'Runs the scenarios that policies contain.',
    operands: 'FILES…',
    count: [1, many],
    about: [
      files,
      'Every scenario is run, also of the files beside a policy that import it, and its expectations are compared with what happened. What no scenario reaches, rows of benchmarks, rungs of ladders and steps of disputes, is listed.',
    ],
    options: {
      format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'junit'],
        default: 'text',
        says: 'How results are written.',
      },
    },
    exits: {
      0: 'every scenario passed',
      1: 'a scenario failed, or there is none',
      2: `${unusable}, or a policy has errors`,
    },
    examples: [['slapolicy test --format junit policies > scenarios.xml', 'for a pipeline']],
  },
  export: {
    summary: 'Writes a compiled policy.',
    operands: 'POLICY',
    count: [1, 1],
    about: [
      policy,
      'The JSON holds everything that is needed to run the policy, its time zones and public holidays included.',
    ],
    options: {
      out: { value: 'FILE', says: 'Where it is written, instead of standard output.' },
      target: { value: 'TARGET', choices: ['json'], default: 'json', says: 'What it is written for.' },
    },
    exits: { 0: 'written', 2: `${unusable}, or the policy has errors` },
    examples: [['slapolicy export policy.slapolicy --out policy.json', 'for a service that runs it']],
  },
  conform: {
    summary: 'Proves that a policy keeps a regulation, or shows what breaks it.',
    operands: 'POLICY',
    count: [1, 1],
    about: [
      'POLICY is a .slapolicy file that imports the regulation; - reads standard input.',
      'For every benchmark of the regulation, the policy\'s that has its name or "meets" it is compared with it: in every case, for every arrival while the policy is in force, its deadline is no later, and it pauses no more. What breaks that is shown with the case and the arrival that are furthest off. A duty that nothing meets is not kept, and what cannot be decided is not taken for kept.',
    ],
    options: {
      to: {
        value: 'REGULATION',
        says: 'The regulation, instead of those that the policy says it conforms to.',
      },
      format: {
        value: 'FORMAT',
        choices: ['text', 'json'],
        default: 'text',
        says: 'How the proof is written.',
      },
    },
    exits: {
      0: 'every duty is met',
      1: 'a duty is not met, or it could not be decided',
      2: `${unusable}, or the policy has errors`,
    },
    examples: [
      ['slapolicy conform policy.slapolicy', 'proves what the policy claims'],
      ['slapolicy conform policy.slapolicy --to acma-complaints', 'tries another regulation'],
    ],
  },
  diff: {
    summary: 'Says which cases get later or earlier between two versions of a policy.',
    operands: 'OLD NEW',
    count: [2, 2],
    about: [
      'OLD and NEW are .slapolicy files; one of them may be -, standard input.',
      'Benchmarks of the same name are compared in every case, for every arrival while the new version is in force and for which the old one is known too. What changed is shown with the case and the arrival for which it changed most.',
    ],
    options: {
      format: { value: 'FORMAT', choices: ['text', 'json'], default: 'text', says: 'How it is written.' },
    },
    exits: {
      0: 'no benchmark changed',
      1: 'something changed',
      2: `${unusable}, or a policy has errors`,
    },
    examples: [['slapolicy diff last-year.slapolicy this-year.slapolicy', 'before it is signed']],
  },
  explain: {
    summary: 'Says what a problem or a finding means.',
    operands: '[CODE]',
    count: [0, 1],
    about: ['CODE stands beside every problem and every finding. Without it, all of them are listed.'],
    options: {},
    exits: { 0: 'explained', 2: 'there is no such code' },
    examples: [['slapolicy explain benchmark/no-calendar', 'shows its page']],
  },
  report: {
    summary: 'Writes a page for reviewers.',
    operands: 'POLICY',
    count: [1, 1],
    about: [
      policy,
      'The page is one HTML file that needs nothing else, for the screen and for A4: every deadline as a sentence with its citation, every scenario with its timeline, and with --tickets what the tickets come to.',
    ],
    options: {
      tickets: { value: 'FILE', says: 'A file of tickets to be summed up; - reads standard input.' },
      'as-of': {
        value: 'INSTANT',
        says: 'The instant of the summary, instead of the latest of the tickets.',
      },
      out: { value: 'FILE', required: true, says: 'Where the page is written; - is standard output.' },
    },
    exits: {
      0: 'written, and every scenario passed',
      1: 'written, but a scenario failed or something in the tickets could not be read',
      2: unusable,
    },
    examples: [['slapolicy report policy.slapolicy --out policy.html', 'a page to print and sign']],
  },
  roster: {
    summary: 'Says who must refresh what by when.',
    operands: 'POLICY',
    count: [1, 1],
    about: [
      policy,
      'Lists every certificate and skill that roles require of the people who hold them, what has run out and what is missing first, and the roles that nobody holds. People stand in the policy, or in the rosters that it names with "people from".',
      'A certificate counts from the day on which it was given until the end of the day on which it runs out.',
    ],
    options: {
      'as-of': {
        value: 'DATE',
        says: 'Looks at the end of this day in the policy’s time zone, such as 2027-03-01, instead of today.',
      },
      format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'csv'],
        default: 'text',
        says: 'How it is written.',
      },
    },
    exits: {
      0: 'everybody has what their roles require',
      1: 'something has run out, is missing, or has no date',
      2: `${unusable}, or the policy has errors`,
    },
    examples: [
      ['slapolicy roster policy.slapolicy', 'who is qualified today'],
      [
        'slapolicy roster policy.slapolicy --as-of 2027-03-31 --format csv > refresh.csv',
        'for whoever plans the courses',
      ],
    ],
  },
  records: {
    summary: 'Lists what of tickets is to be blacked out or deleted.',
    operands: 'POLICY',
    count: [1, 1],
    about: [
      policy,
      'Text lists what is due, and why. json and ndjson list everything that is to be done to every record, with its status: due, later, or open while nothing has happened from which it counts.',
      'A redaction is to be done by its date, a deletion from its date on; both are due from the first instant of that day. Nobody is asked whether it has been done.',
    ],
    options: {
      tickets: { value: 'FILE', required: true, says: 'The file of tickets; - reads standard input.' },
      'as-of': {
        value: 'INSTANT',
        says: 'Looks at every ticket as of this instant, such as 2027-03-01T00:00+11:00, instead of now.',
      },
      format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'ndjson'],
        default: 'text',
        says: 'How it is written.',
      },
    },
    exits: {
      0: 'every ticket was read in full',
      1: 'something in the tickets could not be read',
      2: `${unusable}, or the policy has errors or no records`,
    },
    examples: [
      [
        'slapolicy records policy.slapolicy --tickets tickets.ndjson --as-of 2027-07-01T00:00+10:00',
        'what is due on that day',
      ],
      [
        'slapolicy records policy.json --tickets tickets.ndjson.gz --format ndjson > due.ndjson',
        'for a job that runs every night',
      ],
    ],
  },
  lsp: {
    summary: 'Starts the language server.',
    operands: '',
    count: [0, 0],
    about: ['For any editor that speaks the Language Server Protocol.'],
    options: { stdio: { required: true, says: 'Speaks over standard input and output.' } },
    exits: { 0: 'the editor ended it', 2: unusable },
    examples: [['slapolicy lsp --stdio', 'as an editor starts it']],
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];

/** What a command was given: operands in order, and an entry for every option of its table. */
export interface Arguments<Spec extends CommandSpec = CommandSpec> {
  readonly operands: readonly string[];
  readonly options: { readonly [K in keyof Spec['options']]: ValueOf<Spec['options'][K]> };
}

type ValueOf<O> = O extends { value: string }
  ? O extends { choices: readonly (infer C)[] }
    ? C
    : O extends { required: true } | { default: string }
      ? string
      : string | undefined
  : boolean;

/** Runs a command and gives its exit code; what it has to say goes to `io`. */
export type Runner<K extends CommandName> = (
  given: Arguments<(typeof commands)[K]>,
  io: Io,
) => Promise<ExitCode>;
