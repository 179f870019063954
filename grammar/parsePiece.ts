import type { Declaration } from './ast.ts';
import { declarationWords } from './keywords.ts';
import { grammatical } from './messages.ts';
import { nearestWord } from './nearestWord.ts';
import { placeOf } from './parser/base.ts';
import { createParser, type SlapolicyParser } from './parser/parser.ts';
import * as t from './tokens.ts';
import { isDeclaration, type Token } from './tokens.ts';
import type { Piece, SyntaxProblem } from './tree.ts';
import { readWords, tokenLimit, type Words } from './words.ts';

let parser: SlapolicyParser | undefined;

/** Reads one piece by itself, its words first unless they are known: nothing around it changes what it means. */
export function parsePiece(text: string, words: Words = readWords(text)): Piece {
  const { tokens, comments, problems: lexical } = words;
  const [first] = tokens;
  if (first === undefined) return { text, comments, problems: lexical };
  if (tokens.length === tokenLimit) {
    const problems = [...lexical, grammatical.tooLong(placeOf(tokens.at(-1) as Token))];
    return { text, comments, problems };
  }
  const { declaration, found } = isDeclaration(first) ? parseDeclaration(tokens) : { found: foreign(first) };
  return { text, declaration, comments, problems: merge(lexical, found) };
}

function parseDeclaration(tokens: Token[]): { declaration?: Declaration; found: readonly SyntaxProblem[] } {
  parser ??= createParser();
  const { stackTraceLimit } = Error;
  // A recognition exception is a value here; its stack would cost more than the parse.
  Error.stackTraceLimit = 0;
  try {
    parser.input = tokens;
    const declaration = parser.declaration() as Declaration | undefined;
    return { declaration: isComplete(declaration) ? declaration : undefined, found: parser.problems };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A declaration that lacks its own name, or an import its path, can mean nothing to others. */
function isComplete(declaration: Declaration | undefined): boolean {
  if (declaration === undefined) return false;
  if ('name' in declaration) return declaration.name.text !== '';
  if ('path' in declaration) return declaration.path.end > declaration.path.start;
  return true;
}

/** What is wrong with a piece that begins with no declaration word. */
function foreign(first: Token): readonly SyntaxProblem[] {
  if (first.tokenType === t.CloseBrace) return [grammatical.strayBrace(placeOf(first))];
  return [
    grammatical.unknownDeclaration(placeOf(first), first.image, nearestWord(first.image, declarationWords)),
  ];
}

/** In the order of the text; what the lexer said of a character the parser need not say again. */
function merge(lexical: readonly SyntaxProblem[], found: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  if (lexical.length === 0 && found.length < 2) return found;
  const unknown = new Set(
    lexical.filter(({ code }) => code === 'syntax/unknown-character').map(({ start }) => start),
  );
  const rest = found.filter(({ start }) => !unknown.has(start));
  return [...lexical, ...rest].sort((a, b) => a.start - b.start);
}
