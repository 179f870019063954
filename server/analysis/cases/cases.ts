import type { Condition } from '../../engine/policy.ts';
import { type Atom, atomOf, freeAtom, type Names } from './atoms.ts';
import { createDiagrams, type Diagram, type Diagrams, never, type Path } from './diagram.ts';
import { type Cell, cellsOf, testHolds, type Variable } from './variable.ts';

/** All cases that some conditions can tell apart, and the sets of them for which each condition holds. */
export interface Cases {
  readonly diagrams: Diagrams;
  /** Of one of the conditions with which the cases were made, or a part of one. */
  where(condition: Condition): Diagram;
  /**
   * A case of a set, as people tell it: undefined for an empty set, and where the diagram knows only cases that may be
   * impossible, because a condition in them is computed from something that another condition fixes.
   */
  witness(set: Diagram): Witness | undefined;
}

export interface Witness {
  /** `channel is email`, `priority is unset`. */
  readonly says: readonly string[];
  /** The conditions that count as a free yes or no in it. */
  readonly free: readonly string[];
  /** The same values, for whoever writes them otherwise. */
  readonly values: readonly { readonly name: string; readonly computed: boolean; readonly cell: Cell }[];
}

/** So many steps are taken before a question is given up; well below 50 ms. */
export const mostSteps = 25_000;

/** Variables come in the order in which the conditions ask of them. */
export function createCases(conditions: readonly Condition[], names: Names, steps = mostSteps): Cases {
  const indexes = new Map<string, number>();
  const variables: Variable[] = [];
  const atoms = new Map<Condition, Atom>();
  const indexOf = ({ key, variable }: Atom): number => {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, variables.length);
    return variables.push(variable) - 1;
  };
  const units = new Map<string, string>();
  for (const leaf of conditions.flatMap(leavesOf)) {
    let atom = atomOf(leaf, names);
    if (atom.unit !== undefined) {
      const unit = units.get(atom.key) ?? atom.unit;
      units.set(atom.key, unit);
      // Days and hours, or two currencies, have no order among them.
      if (unit !== atom.unit) atom = freeAtom(leaf);
    }
    // What the compiler could not say is a condition of its own each time, not one that never holds.
    if (isUnsaid(leaf)) atom = { ...atom, key: `unsaid ${atoms.size}` };
    atoms.set(leaf, atom);
    const { domain } = variables[indexOf(atom)]!;
    if (atom.cut && domain.kind === 'line') domain.cuts.push(atom.cut);
    if (atom.cut && domain.kind === 'texts') domain.named.add(atom.cut.text);
  }
  const cells = variables.map(cellsOf);
  const diagrams = createDiagrams(
    cells.map((each) => each.length),
    steps,
  );

  const where = (condition: Condition): Diagram => {
    switch (condition.kind) {
      case 'and':
        return all(condition.of.map(where));
      case 'or':
        if (isUnsaid(condition)) break;
        return any(condition.of.map(where));
      case 'not':
        return diagrams.not(where(condition.of));
      case 'one of':
        return any(alternatives(condition).map(where));
    }
    const atom = atoms.get(condition);
    if (!atom) return never;
    const index = indexes.get(atom.key)!;
    return diagrams.literal(
      index,
      cells[index]!.map((cell) => testHolds(atom.test, cell)),
    );
  };
  const all = (sets: Diagram[]): Diagram => sets.reduce((a, b) => diagrams.and(a, b));
  const any = (sets: Diagram[]): Diagram => sets.reduce((a, b) => diagrams.or(a, b));

  return {
    diagrams,
    where,
    witness: (set) => {
      const possible = diagrams.paths(set, mostPaths).find((path) => isPossible(path, variables));
      return possible && witnessOf(possible, variables, cells);
    },
  };
}

/** Ways through a set that are looked at before none of them is taken for a case. */
const mostPaths = 200;

const split = new WeakMap<Condition, Condition[]>();

/** The questions of `is one of`, the same objects each time. */
function alternatives(condition: Extract<Condition, { kind: 'one of' }>): Condition[] {
  let found = split.get(condition);
  if (!found) {
    found = condition.values.map((value) => ({
      kind: 'compare',
      left: condition.left,
      operator: 'is',
      right: { kind: 'value', value },
    }));
    split.set(condition, found);
  }
  return found;
}

/** How the compiler writes what it cannot run. */
function isUnsaid(condition: Condition | Leaf): boolean {
  return condition.kind === 'or' && condition.of.length === 0;
}

type Leaf = Parameters<typeof atomOf>[0];

function leavesOf(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return isUnsaid(condition) ? [condition as unknown as Leaf] : condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    case 'one of':
      return alternatives(condition).flatMap(leavesOf);
    default:
      return [condition];
  }
}

/** Whether nothing in it depends on something else in it, so that any combination of values can occur. */
function isPossible(path: Path, variables: readonly Variable[]): boolean {
  return path.every(({ variable: a }, i) =>
    path.slice(i + 1).every(({ variable: b }) => !share(variables[a]!, variables[b]!)),
  );
}

function share(a: Variable, b: Variable): boolean {
  return a.subjects.some((subject) => b.subjects.includes(subject));
}

function witnessOf(path: Path, variables: readonly Variable[], cells: readonly Cell[][]): Witness {
  return {
    says: path.map(({ variable, value }) => cellWords(variables[variable]!.name, cells[variable]![value]!)),
    free: path
      .map(({ variable }) => variables[variable]!)
      .flatMap(({ computed, name }) => (computed ? [name] : [])),
    values: path.map(({ variable, value }) => {
      const { name, computed } = variables[variable]!;
      return { name, computed, cell: cells[variable]![value]! };
    }),
  };
}

function cellWords(name: string, cell: Cell): string {
  switch (cell.kind) {
    case 'unset':
      return `${name} is unset`;
    case 'listed':
      return `${name} is ${cell.text}`;
    case 'text':
      return cell.text === undefined
        ? `${name} is any other text`
        : `${name} is ${JSON.stringify(cell.text)}`;
    case 'point':
      return `${name} is ${cell.cut.text}`;
    case 'between': {
      const after = cell.after && `more than ${cell.after.text}`;
      const before = cell.before && `less than ${cell.before.text}`;
      return `${name} is ${[after, before].filter((part) => part !== undefined).join(' and ') || 'set'}`;
    }
    case 'foreign':
      return `${name} is in another unit`;
    case 'yes or no':
      return cell.yes ? `\`${name}\` holds` : `\`${name}\` does not hold`;
  }
}
