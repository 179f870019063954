import { positionAt } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import type { ScenarioItem } from '../protocol.ts';

/** The scenarios that stand in a file, in its order. */
export function findScenarios(workspace: Workspace, uri: string): ScenarioItem[] {
  const document = workspace.document(uri);
  if (!document) return [];
  return document.tree.pieces.flatMap(({ offset, piece: { declaration } }) => {
    if (declaration?.kind !== 'scenario') return [];
    const { value, start } = declaration.title;
    return [{ title: value, line: positionAt(document, offset + start).line }];
  });
}
