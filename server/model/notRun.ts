import type { Declaration, DeclarationKind, Node } from '../../grammar/ast.ts';
import { type Analysis, analysis } from './analysis.ts';
import type { SymbolKind } from './definitions.ts';
import type { Declared, Program } from './program.ts';

/** Something that is understood and checked, but that the engine does not run yet. Relative to its piece. */
export interface NotRunPlace {
  /** The declaration's or the clause's word. */
  readonly kind: string;
  readonly name: string;
  readonly node: Node;
}

/**
 * The one list of what the engine does not run. Whoever builds one of these takes its line out, and the diagnostics
 * and the findings of every simulation go with it.
 */
const declarations: ReadonlySet<DeclarationKind> = new Set();

/** Clauses of declarations that are otherwise run. */
const clauses: Partial<Record<DeclarationKind, ReadonlySet<string>>> = {
  policy: new Set(['conforms']),
  benchmark: new Set(['meets']),
};

/** Names that stand for nothing while a simulation runs, wherever a declaration that is run uses them. */
const symbols: ReadonlySet<SymbolKind> = new Set();

/** Whether the engine runs what a symbol of this kind stands for. */
export function isRun(kind: SymbolKind): boolean {
  return !declarations.has(kind as DeclarationKind);
}

/** What of a declaration is not run; nothing for scenarios, which only expect. */
export function notRunOf(declaration: Declaration, { references }: Analysis): NotRunPlace[] {
  if (declaration.kind === 'scenario') return [];
  const name = nameOf(declaration);
  if (declarations.has(declaration.kind))
    return [{ kind: declaration.kind, name, node: placeOf(declaration) }];
  const places: NotRunPlace[] = [];
  const known = clauses[declaration.kind];
  if (known && 'clauses' in declaration)
    for (const clause of declaration.clauses)
      if (known.has(clause.kind)) places.push({ kind: clause.kind, name, node: clause });
  for (const [node, key] of references)
    if (symbols.has(key.kind)) places.push({ kind: key.kind, name: key.name, node });
  return places;
}

/** The same for a whole program, in file order. */
export function notRunIn(program: Program): (NotRunPlace & Omit<Declared, 'declaration'>)[] {
  return program.documents.flatMap((document) =>
    document.tree.pieces.flatMap((placed) => {
      const { declaration } = placed.piece;
      if (!declaration) return [];
      const found = notRunOf(declaration, program.recall.study(analysis, placed.piece));
      return found.map((place) => ({ ...place, document, placed }));
    }),
  );
}

function nameOf(declaration: Declaration): string {
  if ('name' in declaration) return declaration.name.text;
  return declaration.kind === 'people' ? declaration.path.value : declaration.kind;
}

function placeOf(declaration: Declaration): Node {
  if ('name' in declaration) return declaration.name;
  return declaration.kind === 'people' ? declaration.path : declaration;
}
