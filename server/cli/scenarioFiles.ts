import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Workspace } from '../model/workspace.ts';

/**
 * The files whose scenarios belong to some policies: the files themselves, what they import, and the files beside them
 * that import them. Only those that contain scenarios, in the order found.
 */
export function scenarioFiles(workspace: Workspace, uris: readonly string[]): string[] {
  const found = new Set<string>();
  for (const uri of uris) {
    const imported = workspace.program(uri).documents.map((document) => document.uri);
    const beside = besides(uri).filter((each) =>
      workspace.program(each).documents.some((document) => document.uri === uri),
    );
    for (const each of [uri, ...imported, ...beside]) if (hasScenarios(workspace, each)) found.add(each);
  }
  return [...found];
}

function hasScenarios(workspace: Workspace, uri: string): boolean {
  const pieces = workspace.document(uri)?.tree.pieces ?? [];
  return pieces.some(({ piece }) => piece.declaration?.kind === 'scenario');
}

function besides(uri: string): string[] {
  const folder = dirname(fileURLToPath(uri));
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.slapolicy'))
      .sort()
      .map((name) => pathToFileURL(join(folder, name)).href)
      .filter((each) => each !== uri);
  } catch {
    return [];
  }
}
