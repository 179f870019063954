import { nearestWord } from '../../../grammar/nearestWord.ts';
import type { QuickFix } from './fixing.ts';
import { importPath } from './importPath.ts';

/** Writes the path of the known file that was probably meant: one of the same name elsewhere, or of nearly the same path. */
export const correctPath: QuickFix = ({ workspace, document, problem }) => {
  const { uri, start, end } = problem;
  const written = document.text.slice(start, end).replaceAll('"', '');
  const paths = workspace
    .documents()
    .filter((other) => other !== document)
    .flatMap((other) => importPath(document.uri, other.uri) ?? []);
  const sameName = paths.filter((path) => fileOf(path) === fileOf(written));
  const near = nearestWord(written, paths);
  const meant = sameName.length > 0 ? sameName : near === undefined ? [] : [near];
  return meant.map((path) => ({
    title: `Import \`${path}\``,
    edits: [{ uri, start, end, text: `"${path}"` }],
  }));
};

function fileOf(path: string): string | undefined {
  return path.split('/').at(-1);
}
