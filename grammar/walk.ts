import type { Node } from './ast.ts';

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) collect(value, children);
  return children.sort((a, b) => a.start - b.start || a.end - b.end);
}

function collect(value: unknown, children: Node[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, children);
  // A single day is both ends of its range: one node in two places.
  else if (isNode(value) && !children.includes(value)) children.push(value);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

/** A node and everything below it, each before its children. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

/**
 * The nodes around an offset, outermost first. At the border of two nodes the one that begins there counts, and
 * behind a node still the node, since that is where a cursor stands after typing it.
 */
export function nodeAt(declaration: Node, offset: number): readonly Node[] {
  const path: Node[] = [];
  let node: Node | undefined = declaration;
  while (node !== undefined && node.start <= offset && offset <= node.end) {
    path.push(node);
    const children = childrenOf(node);
    node =
      children.find(({ start, end }) => start <= offset && offset < end) ??
      children.filter(({ end }) => end === offset).at(-1);
  }
  return path;
}
