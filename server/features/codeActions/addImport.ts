import { definitionsOf } from '../../model/definitions.ts';
import { kindWords } from '../../model/typing/names.ts';
import type { QuickFix } from './fixing.ts';
import { insertion } from './insertions.ts';
import { relativePath } from './relativePath.ts';

/** Imports a file of the workspace that declares the name. */
export const addImport: QuickFix = ({ workspace, program, document, problem }) => {
  const name = document.text.slice(problem.start, problem.end).replaceAll('`', '');
  return workspace.documents().flatMap((other) => {
    if (program.documents.includes(other)) return [];
    const pieces = other.tree.pieces.map(({ piece }) => piece);
    // A whole policy is no library.
    if (pieces.some(({ declaration }) => declaration?.kind === 'policy')) return [];
    const found = pieces.flatMap(definitionsOf).find((each) => each.path === name);
    if (!found) return [];
    const path = relativePath(document.uri, other.uri);
    const edit = insertion(document, importPlace(document.tree.pieces), `import "${path}"\n`);
    return [{ title: `Import \`${path}\`, where \`${name}\` is ${kindWords[found.kind]}`, edits: [edit] }];
  });
};

/** Before the first import, or at the very top. */
function importPlace(
  pieces: readonly {
    readonly offset: number;
    readonly piece: { readonly declaration?: { readonly kind: string; readonly start: number } };
  }[],
): number {
  const first = pieces.find(({ piece }) => piece.declaration?.kind === 'import');
  return first?.piece.declaration ? first.offset + first.piece.declaration.start : 0;
}
