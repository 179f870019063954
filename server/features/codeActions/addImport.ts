import { definitionsOf } from '../../model/definitions.ts';
import type { Document } from '../../model/document.ts';
import { kindWords } from '../../model/typing/names.ts';
import type { QuickFix } from './fixing.ts';
import { importPath } from './importPath.ts';
import { insertion } from './insertions.ts';

/** Imports a file of the workspace that declares the name. */
export const addImport: QuickFix = ({ workspace, program, document, problem }) => {
  const name = document.text.slice(problem.start, problem.end).replaceAll('`', '');
  return workspace.documents().flatMap((other) => {
    if (program.documents.includes(other)) return [];
    const pieces = other.tree.pieces.map(({ piece }) => piece);
    // A whole policy is no library.
    if (pieces.some(({ declaration }) => declaration?.kind === 'policy')) return [];
    const found = pieces.flatMap(definitionsOf).find((each) => each.path === name);
    const path = importPath(document.uri, other.uri);
    if (!found || path === undefined) return [];
    const edit = insertion(document, placeOfImports(document), `import "${path}"\n`);
    return [{ title: `Import \`${path}\`, where \`${name}\` is ${kindWords[found.kind]}`, edits: [edit] }];
  });
};

/** Before the first import, or at the very top. */
function placeOfImports({ tree }: Document): number {
  for (const { offset, piece } of tree.pieces)
    if (piece.declaration?.kind === 'import') return offset + piece.declaration.start;
  return 0;
}
