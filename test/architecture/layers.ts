/**
 * One folder (or file) of the source: what it turns into what, and what it may import. The most specific entry counts.
 * A folder may always import itself, and nothing that does not stand here.
 */
export interface Layer {
  path: string;
  turns: string;
  imports: readonly string[];
  /** The same in words, where a list would hide the rule. */
  inWords?: string;
  /** By `import type` alone. */
  types?: readonly string[];
}

/** The engine's folders, each resting on those before it. */
const engineFolders = [
  'time',
  'value',
  'calendar',
  'clock',
  'remedy',
  'people',
  'simulation',
  'tally',
] as const;

const engineTypes = ['server/engine/policy', 'server/engine/ticket.ts', 'server/engine/outcome.ts'] as const;

const engineTurns: Record<(typeof engineFolders)[number], string> = {
  value: 'exact numbers, durations and stored JSON into values',
  time: 'instants into local dates and back, by the offsets in the compiled policy',
  calendar: 'calendar rules into opening hours and business days',
  clock: 'a measure and its pauses into due instants',
  remedy: 'lateness into units that are paid, and their prices into a sum',
  people: 'certificates and skills into who is qualified, and until when',
  simulation: 'events into outcomes: the fold of `step`',
  tally: 'outcomes into what spans tickets: the fold of `tally` and `merge`',
};

const core = [
  'grammar',
  'server/model',
  'server/compile',
  'server/engine',
  'server/analysis',
  'server/checks',
] as const;

export const layers: readonly Layer[] = [
  { path: 'grammar', turns: 'text into a tree, and a tree into text', imports: ['chevrotain'] },
  { path: 'server/model', turns: 'trees into meaning: scopes, types, units', imports: ['grammar'] },
  {
    path: 'server/engine',
    turns: 'a compiled policy and the events of a ticket into an outcome',
    imports: [...engineTypes, ...engineFolders.map((folder) => `server/engine/${folder}`)],
    inWords: 'its own folders',
  },
  ...engineTypes.map((path) => ({
    path,
    turns: 'the contract, as types',
    imports: engineTypes,
    inWords: 'the contract',
  })),
  ...engineFolders.map((folder, index) => ({
    path: `server/engine/${folder}`,
    turns: engineTurns[folder],
    imports: [...engineTypes, ...engineFolders.slice(0, index).map((before) => `server/engine/${before}`)],
    inWords: index === 0 ? 'the contract' : 'the contract, and the folders of the engine above this line',
  })),
  {
    path: 'server/compile',
    turns: 'a model into a compiled policy, with its zones and holidays',
    imports: ['grammar', 'server/model', 'server/engine', 'date-holidays'],
  },
  {
    path: 'server/analysis',
    turns: 'a compiled policy into proofs and witnesses: coverage, conformance, difference, worst case',
    imports: ['server/engine', 'server/compile'],
  },
  {
    path: 'server/checks',
    turns: 'a model and its compiled form into problems: one rule, one file, one code',
    imports: ['grammar', 'server/model', 'server/compile', 'server/engine', 'server/analysis'],
  },
  {
    path: 'server/report',
    turns: 'outcomes into a page for reviewers',
    imports: ['server/model', 'server/engine'],
  },
  {
    path: 'server/features',
    turns: 'a document and a position into what an editor shows: one feature, one file',
    imports: [...core, 'server/report', 'server/protocol.ts', 'vscode-languageserver-types'],
  },
  {
    path: 'server/languageService.ts',
    turns: 'the facade: one method a feature',
    imports: [...core, 'server/features', 'server/protocol.ts', 'vscode-languageserver-types'],
  },
  { path: 'server/protocol.ts', turns: 'requests of our own, as types, for server and client', imports: [] },
  {
    path: 'server/connection',
    turns: 'the protocol: settings, guard, debounce, cancellation',
    imports: [
      ...core,
      'server/languageService.ts',
      'server/protocol.ts',
      'server/features',
      'vscode-languageserver',
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
      'node',
    ],
  },
  {
    path: 'server/server.ts',
    turns: 'a process into a language server',
    imports: [
      'server/connection',
      'server/languageService.ts',
      'server/protocol.ts',
      'vscode-languageserver',
      'node',
    ],
  },
  {
    path: 'server/cli',
    turns: 'a command line into output and an exit code: one command, one file',
    imports: [...core, 'server/report', 'server/server.ts', 'node'],
  },
  {
    path: 'client',
    turns: 'VS Code into a client of the server',
    imports: ['server/protocol.ts', 'vscode', 'vscode-languageclient', 'node'],
  },
];

/**
 * What gives another answer on another machine or at another time has no place where outcomes are computed. Only the
 * server and the command line read a clock.
 */
const machine = [
  'Date.now',
  'new Date()',
  'Math.random',
  'process',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'console',
] as const;

/** What depends on the locale or the zone of the machine. */
const locale = [
  'Intl',
  'Date.parse',
  'Date()',
  '.toLocaleString',
  '.toLocaleDateString',
  '.toLocaleTimeString',
  '.toLocaleLowerCase',
  '.toLocaleUpperCase',
  '.localeCompare',
] as const;

export const forbiddenGlobals: readonly { path: string; names: readonly string[] }[] = [
  { path: 'grammar', names: [...machine, ...locale] },
  { path: 'server/model', names: [...machine, ...locale] },
  { path: 'server/engine', names: [...machine, ...locale] },
  // Zones are read from Intl, once, when a policy is compiled.
  { path: 'server/compile', names: machine },
  { path: 'server/analysis', names: [...machine, ...locale] },
  { path: 'server/checks', names: [...machine, ...locale] },
  { path: 'server/report', names: [...machine, ...locale] },
  { path: 'server/features', names: [...machine, ...locale] },
  { path: 'server/languageService.ts', names: [...machine, ...locale] },
];
