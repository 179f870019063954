import type { Location, Position } from 'vscode-languageserver-types';
import type { ImportDeclaration } from '../../grammar/ast.ts';
import { resolveReference } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { locationOf } from './ranges.ts';
import { type Spot, spotAt } from './spot.ts';

/** Where the name at a position is declared, in this file or an imported one; an import's path leads to its file. */
export function findDefinition(workspace: Workspace, uri: string, position: Position): Location | undefined {
  const spot = spotAt(workspace, uri, position);
  if (!spot) return undefined;
  const { program, placed, nodes } = spot;
  if (placed.piece.declaration?.kind === 'import') return importedFile(spot, placed.piece.declaration);
  for (const node of [...nodes].reverse()) {
    const symbol = resolveReference(program, placed, node);
    if (symbol) return locationOf(symbol);
  }
  return undefined;
}

function importedFile({ program, nodes }: Spot, declaration: ImportDeclaration): Location | undefined {
  if (nodes.at(-1) !== declaration.path) return undefined;
  const found = program.imports.find((each) => each.declaration === declaration);
  if (!found?.target || found.missing) return undefined;
  const start = { line: 0, character: 0 };
  return { uri: found.target, range: { start, end: start } };
}
