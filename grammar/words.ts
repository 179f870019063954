import { Lexer } from './lexer.ts';
import type { Token } from './tokens.ts';
import type { Comment, SyntaxProblem } from './tree.ts';

/** What a piece is made of. Offsets are relative to it. */
export interface Words {
  readonly tokens: Token[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** A declaration of so many tokens is no declaration; reading on would only cost time and memory. */
export const tokenLimit = 200_000;

export function readWords(text: string): Words {
  const lexer = new Lexer(text);
  const tokens: Token[] = [];
  for (let token = lexer.next(); token !== undefined && tokens.length < tokenLimit; token = lexer.next()) {
    tokens.push(token);
  }
  return { tokens, comments: lexer.comments, problems: lexer.problems };
}
