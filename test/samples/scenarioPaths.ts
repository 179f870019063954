import { sampleWorkspace } from './openSample.ts';
import { samplePaths, sampleUri } from './samplePaths.ts';

/** The titles of the scenarios in one sample, in order. */
export function titlesOf(path: string): string[] {
  return (sampleWorkspace.document(sampleUri(path))?.tree.pieces ?? []).flatMap(({ piece }) =>
    piece.declaration?.kind === 'scenario' ? [piece.declaration.title.value] : [],
  );
}

/** The samples that have scenarios. */
export const scenarioPaths: readonly string[] = samplePaths.filter((path) => titlesOf(path).length > 0);
