import type { Tree } from '../../../grammar/tree.ts';

/** What a tree says, without where it says it. */
export function plainDeclarations(tree: Tree): readonly unknown[] {
  return tree.pieces.map(({ piece }) => plain(piece.declaration));
}

export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, each]) => key !== 'start' && key !== 'end' && each !== undefined,
  );
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}
