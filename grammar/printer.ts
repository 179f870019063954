import { Lexer } from './lexer.ts';
import { grammatical } from './messages.ts';
import { parse } from './parse.ts';
import { inColumns } from './printer/columns.ts';
import { layOut } from './printer/layout.ts';
import type { Piece, SyntaxProblem, Tree } from './tree.ts';

export type Formatted = { readonly text: string } | { readonly problems: readonly SyntaxProblem[] };

/**
 * The text in the one layout of the language, or the problems for which it is left alone, with offsets in the whole
 * text. Formatting twice changes nothing, and no word and no comment is ever lost: that is checked before it returns.
 */
export function format(text: string, tree: Tree = parse(text)): Formatted {
  const problems = tree.pieces.flatMap(({ offset, piece }) =>
    piece.problems.map((each) => moved(each, offset)),
  );
  if (problems.length > 0) return { problems };
  const pieces = tree.pieces.map(({ piece }) => piece);
  const formatted = print(text, pieces);
  if (!sameContent(text, formatted)) return { problems: [grammatical.notFormatted({ start: 0, end: 0 })] };
  return { text: formatted };
}

function print(text: string, pieces: readonly Piece[]): string {
  const lines = layOut(pieces);
  const texts = inColumns(lines);
  const eol = lineBreak(text);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const all = texts.map((each, index) => (lines[index]?.blankBefore ? '\n' : '') + each);
  const joined = all.length === 0 ? '' : `${all.join('\n')}\n`;
  return mark + (eol === '\n' ? joined : joined.replaceAll('\n', eol));
}

/** The line break that most of the text's lines end with. */
function lineBreak(text: string): '\n' | '\r\n' {
  const windows = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
}

/** The same tokens and the same comments, whatever blanks there are. */
function sameContent(before: string, after: string): boolean {
  const [a, b] = [new Lexer(before), new Lexer(after)];
  for (;;) {
    const [one, other] = [a.next(), b.next()];
    if (one?.tokenType !== other?.tokenType || one?.image !== other?.image) return false;
    if (one === undefined) break;
  }
  const comments = [commentsOf(before, a), commentsOf(after, b)];
  return comments[0] === comments[1];
}

function commentsOf(text: string, lexer: Lexer): string {
  return lexer.comments
    .map(({ start, end }) => text.slice(start, end).replace(/\r\n?/g, '\n').trimEnd())
    .join('\n');
}

function moved(problem: SyntaxProblem, by: number): SyntaxProblem {
  const { related, fix } = problem;
  return {
    ...problem,
    start: problem.start + by,
    end: problem.end + by,
    ...(related === undefined
      ? {}
      : { related: { ...related, start: related.start + by, end: related.end + by } }),
    ...(fix === undefined ? {} : { fix: { ...fix, start: fix.start + by, end: fix.end + by } }),
  };
}
