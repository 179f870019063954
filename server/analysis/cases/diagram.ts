/**
 * Decision diagrams over variables with finitely many values: the set of cases in which something holds, as a graph in
 * which equal parts exist once. Two sets are equal when their nodes are. `never` is the empty set, `always` all cases.
 */
export interface Diagrams {
  /** The cases in which a variable has one of the values for which `holds` is true. */
  literal(variable: number, holds: readonly boolean[]): Diagram;
  and(a: Diagram, b: Diagram): Diagram;
  or(a: Diagram, b: Diagram): Diagram;
  not(a: Diagram): Diagram;
  /**
   * Some ways through the set, at most `most`: each gives a value to the variables that matter there, in order. Values
   * that come to the same are not told apart.
   */
  paths(a: Diagram, most: number): Path[];
  /** Whether more steps were needed than were allowed; from then on no answer means anything. */
  exhausted(): boolean;
}

export type Diagram = number;
export type Path = readonly { readonly variable: number; readonly value: number }[];

export const never: Diagram = 0;
export const always: Diagram = 1;

/**
 * `sizes` says how many values each variable has. Every operation takes a step for each pair of nodes it visits, each
 * pair once; after `mostSteps` it gives up, so nothing here is exponential.
 */
export function createDiagrams(sizes: readonly number[], mostSteps: number): Diagrams {
  const variables: number[] = [sizes.length, sizes.length];
  const children: (readonly Diagram[])[] = [[], []];
  /** Nodes by a hash of what they are made of. */
  const unique = new Map<number, Diagram[]>();
  const conjunctions: (Map<Diagram, Diagram> | undefined)[] = [];
  const negations: Diagram[] = [always, never];
  let steps = 0;

  const node = (variable: number, of: readonly Diagram[]): Diagram => {
    const first = of[0]!;
    if (areAll(of, first)) return first;
    const hash = hashOf(variable, of);
    const alike = unique.get(hash);
    const known = alike?.find((each) => variables[each] === variable && areEqual(children[each]!, of));
    if (known !== undefined) return known;
    const made = variables.push(variable) - 1;
    children.push(of);
    if (alike) alike.push(made);
    else unique.set(hash, [made]);
    return made;
  };

  const and = (a: Diagram, b: Diagram): Diagram => {
    if (a === b || b === always) return a;
    if (a === always) return b;
    if (a === never || b === never || steps >= mostSteps) return never;
    if (a > b) return and(b, a);
    const memory = conjunctions[a] ?? new Map<Diagram, Diagram>();
    conjunctions[a] = memory;
    const known = memory.get(b);
    if (known !== undefined) return known;
    steps += 1;
    const variable = Math.min(variables[a]!, variables[b]!);
    const of: Diagram[] = [];
    for (let value = 0; value < sizes[variable]!; value++)
      of.push(and(child(a, variable, value), child(b, variable, value)));
    const found = node(variable, of);
    memory.set(b, found);
    return found;
  };

  const child = (a: Diagram, variable: number, value: number): Diagram =>
    variables[a] === variable ? children[a]![value]! : a;

  const not = (a: Diagram): Diagram => {
    const known = negations[a];
    if (known !== undefined) return known;
    if (steps >= mostSteps) return never;
    steps += 1;
    const found = node(variables[a]!, children[a]!.map(not));
    negations[a] = found;
    negations[found] = a;
    return found;
  };

  const paths = (a: Diagram, most: number): Path[] => {
    const found: Path[] = [];
    const walk = (at: Diagram, path: Path): void => {
      if (at === never || found.length >= most) return;
      if (at === always) {
        found.push(path);
        return;
      }
      const seen = new Set<Diagram>();
      children[at]!.forEach((next, value) => {
        if (seen.has(next)) return;
        seen.add(next);
        walk(next, [...path, { variable: variables[at]!, value }]);
      });
    };
    walk(a, []);
    return found;
  };

  return {
    literal: (variable, holds) =>
      node(
        variable,
        holds.map((each) => (each ? always : never)),
      ),
    and,
    or: (a, b) => not(and(not(a), not(b))),
    not,
    paths,
    exhausted: () => steps >= mostSteps,
  };
}

function areAll(of: readonly Diagram[], one: Diagram): boolean {
  for (const each of of) if (each !== one) return false;
  return true;
}

function areEqual(a: readonly Diagram[], b: readonly Diagram[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function hashOf(variable: number, of: readonly Diagram[]): number {
  let hash = variable;
  for (const each of of) hash = Math.imul(hash ^ each, 0x9e3779b1) ^ (hash >>> 15);
  return hash & 0x3fffffff;
}
