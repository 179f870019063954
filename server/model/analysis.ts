import type { Name, Node } from '../../grammar/ast.ts';
import { definitionsOf, type SymbolKey } from './definitions.ts';
import type { PieceProblem } from './pieceProblem.ts';
import type { Study } from './recall.ts';
import type { Type } from './types.ts';
import type { Context } from './typing/context.ts';
import { anchorsOf, typeDeclaration } from './typing/declarations.ts';

/** What a piece's names and expressions mean. */
export interface Analysis {
  /** What each name stands for, the names that are declared here included. Free words stand for nothing. */
  readonly references: ReadonlyMap<Node, SymbolKey>;
  readonly types: ReadonlyMap<Node, Type>;
  /** What can only be told with a calendar: durations in business time, closed days. */
  readonly businessTime: readonly Node[];
  /** Names of people that nobody declares here: they may stand in a roster. */
  readonly strangers: readonly Name[];
  /** Mistakes in names, types and units. */
  readonly problems: readonly PieceProblem[];
}

const nothing: Analysis = {
  references: new Map(),
  types: new Map(),
  businessTime: [],
  strangers: [],
  problems: [],
};

export const analysis: Study<Analysis> = {
  find: (piece, scope) => {
    const { declaration } = piece;
    if (!declaration) return nothing;
    const references = new Map<Node, SymbolKey>();
    for (const definition of definitionsOf(piece)) references.set(definition.node, definition);
    const found = { references, types: new Map(), businessTime: [], strangers: [], problems: [] };
    const context: Context = {
      ...found,
      scope,
      declaration,
      regulation: 'of' in declaration ? declaration.of?.text : undefined,
      event:
        declaration.kind === 'metric' && declaration.from !== 'tickets' ? declaration.from.text : undefined,
      anchors: anchorsOf(declaration),
      calendars: false,
    };
    typeDeclaration(context, declaration);
    // Not the context: its scope would keep this version of the program alive as long as the finding holds.
    return found;
  },
};
