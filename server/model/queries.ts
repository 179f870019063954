import type { BenchmarkDeclaration, Deadline, DeadlineItem, PolicyDeclaration } from '../../grammar/ast.ts';
import { nearestWord } from '../../grammar/nearestWord.ts';
import { type SymbolKind, symbolKinds } from './definitions.ts';
import type { Query } from './recall.ts';
import type { Type } from './types.ts';
import { amountOf, type Measure, measureOf } from './units.ts';

/** What whoever names a symbol may know of it. */
export interface Found {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly of?: string;
  readonly type?: Type;
  readonly signature: string;
}

/** The symbol of each kind that has a path (`pathOf`). */
export const found = Object.fromEntries(
  symbolKinds.map((kind) => [
    kind,
    {
      run: (program, path) => program.lookup(kind, path)?.definition,
      signature: (definition) => definition?.signature ?? '',
    } satisfies Query<Found | undefined>,
  ]),
) as Record<SymbolKind, Query<Found | undefined>>;

/**
 * The name that was probably meant, among those of some kinds; empty when none is near. Asked as `event,field NAME`,
 * or `step OWNER NAME` among the names that belong to an owner.
 */
export const nearestName: Query<string> = {
  run: (program, asked) => {
    const [kinds = '', ...words] = asked.split(' ');
    const name = words.at(-1)!;
    const owner = words.length > 1 ? words[0] : undefined;
    const candidates = kinds
      .split(',')
      .flatMap((kind) => program.symbols(kind as SymbolKind))
      .filter(({ definition }) => owner === undefined || definition.of === owner)
      .map(({ definition }) => (owner === undefined ? definition.path : definition.name));
    return nearestWord(name, candidates) ?? '';
  },
  signature: (name) => name,
};

/** Whether names of a kind may come from a file that imports this one. */
export const leftOpen: Query<boolean> = {
  run: (program, kind) => program.leavesOpen(kind as SymbolKind),
  signature: String,
};

/** Whether people are taken from a table, whose names only the compiler reads. */
export const hasRoster: Query<boolean> = {
  run: (program) => program.declarations('people').length > 0,
  signature: String,
};

/**
 * The field of the ticket that says on which channel a case is: the one that is called `channel`, else the only one
 * that has every channel of the policy among its values. Empty where there is none.
 */
export const channelFieldOf: Query<string> = {
  run: (program) => {
    const channels = program.symbols('channel').map(({ definition }) => definition.name);
    const fields = program
      .symbols('field')
      .flatMap(({ definition: { name, type } }) =>
        type?.kind === 'word' ? [{ name, values: type.values }] : [],
      );
    if (channels.length === 0) return '';
    if (fields.some(({ name }) => name === 'channel')) return 'channel';
    const fitting = fields.filter(({ values }) => channels.every((channel) => values.includes(channel)));
    return fitting.length === 1 ? fitting[0]!.name : '';
  },
  signature: (name) => name,
};

/** What the policy's header settles for everything else. */
export interface PolicyFacts {
  readonly name: string;
  readonly counts: boolean;
  readonly zone?: string;
  readonly currency?: string;
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
}

/** Undefined in a file that no policy belongs to. */
export const policyFacts: Query<PolicyFacts | undefined> = {
  run: (program) => {
    const policy = program.declarations('policy')[0]?.declaration;
    return policy && factsOf(policy);
  },
  signature: (facts) => JSON.stringify(facts) ?? '',
};

function factsOf(policy: PolicyDeclaration): PolicyFacts {
  const facts = { name: policy.name.text, counts: false };
  for (const clause of policy.clauses) {
    if (clause.kind === 'counts') Object.assign(facts, { counts: true });
    if (clause.kind === 'timezone') Object.assign(facts, { zone: clause.zone.text });
    if (clause.kind === 'currency') Object.assign(facts, { currency: clause.currency.text });
    if (clause.kind === 'effective')
      Object.assign(facts, { effectiveFrom: clause.from.value, effectiveUntil: clause.until?.value });
  }
  return facts;
}

/** What a benchmark's clock counts, for those that refer to it. */
export interface ClockFacts {
  /** Of its rows and its period; a field's or a moment's is not known. */
  readonly measures: readonly Measure[];
  /** Some row waits for a moment or for a field. */
  readonly moments: boolean;
  /** The longest of its counts of each measure. */
  readonly longest: Readonly<Partial<Record<Measure, number>>>;
  readonly rows: number;
  readonly every: boolean;
  readonly counts: boolean;
  /** The events that stop it, where it is stopped by plain events. */
  readonly stops: readonly string[];
}

/** The clock of the benchmark of a path. */
export const clockOf: Query<(ClockFacts & { signature: string }) | undefined> = {
  run: (program, path) => {
    const declaration = program.lookup('benchmark', path)?.definition.declaration;
    return declaration?.kind === 'benchmark' ? clockFacts(declaration) : undefined;
  },
  signature: (facts) => facts?.signature ?? '',
};

const clocks = new WeakMap<BenchmarkDeclaration, ClockFacts & { signature: string }>();

/** The same, of a declaration at hand. */
export function clockFacts(benchmark: BenchmarkDeclaration): ClockFacts & { signature: string } {
  let facts = clocks.get(benchmark);
  if (!facts) {
    const fresh = readClock(benchmark);
    facts = { ...fresh, signature: JSON.stringify(fresh) };
    clocks.set(benchmark, facts);
  }
  return facts;
}

function readClock(benchmark: BenchmarkDeclaration): ClockFacts {
  const longest: Partial<Record<Measure, number>> = {};
  let moments = false;
  let rows = 0;
  let every = false;
  let counts = false;
  const stops: string[] = [];
  const add = (item: DeadlineItem): void => {
    if (item.kind === 'choice-moment') {
      item.items.forEach(add);
      return;
    }
    const measure = item.kind === 'duration' ? measureOf(item) : undefined;
    if (item.kind !== 'duration' || measure === undefined) moments = true;
    else longest[measure] = Math.max(longest[measure] ?? 0, amountOf(item) ?? 0);
  };
  for (const clause of benchmark.clauses) {
    if (clause.kind === 'counts') counts = true;
    if (clause.kind === 'from' && clause.until.kind === 'name') stops.push(clause.until.text);
    if (clause.kind === 'within') {
      rows += 1;
      add((clause.deadline as Deadline).item);
    }
    if (clause.kind === 'every') {
      every = true;
      add(clause.period);
    }
  }
  return { measures: Object.keys(longest) as Measure[], moments, longest, rows, every, counts, stops };
}

/** The outcomes and steps of the dispute of a path. */
export const disputeFacts: Query<{ readonly outcomes: readonly string[] } | undefined> = {
  run: (program, path) => {
    const declaration = program.lookup('dispute', path)?.definition.declaration;
    if (declaration?.kind !== 'dispute') return undefined;
    const steps = declaration.clauses.filter((clause) => clause.kind === 'step');
    const targets = steps.flatMap((step) =>
      step.clauses.flatMap((clause) => (clause.kind === 'on' ? [clause.target] : [])),
    );
    return { outcomes: targets.flatMap((target) => (target.kind === 'ends' ? [target.outcome.text] : [])) };
  },
  signature: (facts) => JSON.stringify(facts) ?? '',
};
