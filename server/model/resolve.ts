import type { Node } from '../../grammar/ast.ts';
import type { PlacedPiece } from '../../grammar/tree.ts';
import { analysis } from './analysis.ts';
import type { PolicySymbol, Program } from './program.ts';
import { type Type, unknownType } from './types.ts';

/**
 * What a name stands for: the symbol it refers to, or, for a declaration's own name, the symbol it gives. Undefined
 * for free words and for names that mean nothing here.
 */
export function resolveReference(
  program: Program,
  placed: PlacedPiece,
  name: Node,
): PolicySymbol | undefined {
  const key = program.recall.study(analysis, placed.piece).references.get(name);
  return key && program.lookup(key.kind, key.name, key.of);
}

/** The type of an expression or a literal of a piece. */
export function typeOf(program: Program, placed: PlacedPiece, node: Node): Type {
  return program.recall.study(analysis, placed.piece).types.get(node) ?? unknownType;
}
