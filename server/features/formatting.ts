import type { TextEdit } from 'vscode-languageserver-types';
import { format } from '../../grammar/printer.ts';
import { type Document, positionAt } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { rangeOf } from './ranges.ts';

/** The edits that format a file; or, where formatting could lose something, why it is left as it is. */
export type Formatting =
  | { readonly ok: true; readonly edits: TextEdit[] }
  | { readonly ok: false; readonly message: string };

export function findFormatting(workspace: Workspace, uri: string): Formatting {
  const document = workspace.document(uri);
  if (!document) return { ok: true, edits: [] };
  const formatted = format(document.text, document.tree);
  if ('text' in formatted) return { ok: true, edits: editsTo(document, formatted.text) };
  const [first] = formatted.problems;
  const line = positionAt(document, first?.start ?? 0).line + 1;
  return { ok: false, message: `Line ${line} cannot be read. ${first?.message ?? ''}`.trimEnd() };
}

/** One edit from the first line that differs to the last, so that no line break and no character is cut in two. */
function editsTo(document: Document, text: string): TextEdit[] {
  const before = document.text;
  if (before === text) return [];
  let head = 0;
  while (head < before.length && before[head] === text[head]) head++;
  head = head === 0 ? 0 : before.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  const most = Math.min(before.length, text.length) - head;
  while (tail < most && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const lineEnd = before.indexOf('\n', before.length - tail);
  tail = lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  const range = rangeOf(document, head, before.length - tail);
  return [{ range, newText: text.slice(head, text.length - tail) }];
}
