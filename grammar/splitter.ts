import { typeWords } from './keywords.ts';
import { Lexer } from './lexer.ts';
import * as t from './tokens.ts';
import { isDeclaration, isNameType, type Token } from './tokens.ts';
import type { Comment } from './tree.ts';
import { tokenLimit, type Words } from './words.ts';

/** A piece of a text, from the end of the one before it. */
export interface Cut {
  readonly end: number;
  /** What reading the piece by itself finds; absent where only that can tell, as some word up to here is wrong. */
  readonly words?: Words;
}

/**
 * Cuts a text into pieces, one declaration each, which tile it. Every piece is found from its own text and the few
 * tokens behind it, so the cutting can begin at any piece and end as soon as it meets an old boundary again.
 */
export class Splitter {
  private readonly lexer: Lexer;
  private readonly ahead: Token[] = [];
  private head = 0;
  /** The tokens of the piece that is being cut, as many as a piece may have. */
  private taken: Token[] = [];
  /** How many comments stand before it. */
  private passed = 0;

  constructor(
    private readonly text: string,
    private offset = 0,
  ) {
    this.lexer = new Lexer(text, offset);
  }

  /** The next piece, or undefined when there are no more tokens. */
  next(): Cut | undefined {
    const first = this.peek(0);
    if (first === undefined) return undefined;
    const start = this.offset;
    const last = this.takePiece(first);
    const following = this.peek(0);
    this.offset =
      following === undefined
        ? this.text.length
        : trailingEnd(this.text, last.endOffset + 1, following.startOffset, this.lexer.comments);
    return { end: this.offset, words: this.words(start, this.offset) };
  }

  private words(start: number, end: number): Words | undefined {
    const { comments, problems } = this.lexer;
    const before = this.passed;
    while (this.passed < comments.length && (comments[this.passed] as Comment).start < end) this.passed++;
    const tokens = this.taken;
    this.taken = [];
    if (problems.length > 0 || tokens.length === tokenLimit) return undefined;
    for (const token of tokens) {
      token.startOffset -= start;
      token.endOffset -= start;
    }
    const first = tokens[0] as Token;
    if (!first.first) tokens[0] = { ...first, first: true };
    return {
      tokens,
      comments: comments
        .slice(before, this.passed)
        .map((comment) => ({ kind: comment.kind, start: comment.start - start, end: comment.end - start })),
      problems: [],
    };
  }

  private peek(distance: number): Token | undefined {
    while (this.ahead.length <= this.head + distance) {
      const token = this.lexer.next();
      if (token === undefined) return undefined;
      this.ahead.push(token);
    }
    return this.ahead[this.head + distance];
  }

  private take(token: Token): void {
    if (this.taken.length < tokenLimit) this.taken.push(token);
    this.head++;
    if (this.head < 1024) return;
    this.ahead.splice(0, this.head);
    this.head = 0;
  }

  /** Takes the tokens of one piece and returns the last of them. */
  private takePiece(first: Token): Token {
    const declared = isDeclaration(first);
    let last = first;
    let depth = 0;
    for (let token: Token | undefined = first; token !== undefined; token = this.peek(0)) {
      if (token !== first && this.begins(token, last, last === first, depth)) break;
      // Nothing stands in a step, so that another one begins says that the one before was not closed.
      if (depth === 2 && token.image === 'step' && token.first && this.onLine(2)?.tokenType === t.OpenBrace)
        depth = 1;
      this.take(token);
      last = token;
      if (token.tokenType === t.OpenBrace) depth++;
      else if (token.tokenType === t.CloseBrace) {
        if (declared && depth <= 1) break;
        // What is no declaration runs on to the end of a line, so that rubbish makes few pieces.
        if (depth === 1 && this.peek(0)?.first === true) break;
        depth = Math.max(0, depth - 1);
      }
    }
    return last;
  }

  /** Whether a token that is not the first of its piece begins the next one. */
  private begins(token: Token, previous: Token, second: boolean, depth: number): boolean {
    if (!isDeclaration(token)) return false;
    if (depth > 0) return token.first && this.isEvident(token);
    if (token.first && previous.tokenType === t.Comma) return this.isEvident(token);
    if (token.first) return true;
    // Right behind a declaration word or a comma it stands where only a name can.
    return !(second && isDeclaration(previous)) && previous.tokenType !== t.Comma;
  }

  /**
   * Inside a block, where some of these words are also names and clauses: whether a declaration begins here all the
   * same, because somebody forgot to close the block.
   */
  private isEvident(token: Token): boolean {
    const next = this.onLine(1);
    if (next === undefined) return false;
    const { image } = token;
    if (image === 'ticket') return next.tokenType === t.OpenBrace;
    if (image === 'import' || image === 'scenario') return next.tokenType === t.Text;
    if (image === 'people') return next.image === 'from' && this.onLine(2)?.tokenType === t.Text;
    if (!isNameType(next.tokenType)) return false;
    const after = this.onLine(2);
    if (image === 'events' || image === 'roles') {
      return after?.tokenType === t.Comma || (after === undefined && !Object.hasOwn(typeWords, next.image));
    }
    if (image === 'state') return after?.image === 'from';
    if (image === 'report') return after?.image === 'to';
    return this.opensBlock();
  }

  private onLine(distance: number): Token | undefined {
    const token = this.peek(distance);
    return token === undefined || token.first ? undefined : token;
  }

  /** An opening brace stands on the line, and no closing one before it. */
  private opensBlock(): boolean {
    for (let distance = 2; ; distance++) {
      const token = this.onLine(distance);
      if (token === undefined || token.tokenType === t.CloseBrace) return false;
      if (token.tokenType === t.OpenBrace) return true;
    }
  }
}

/**
 * Where a piece ends whose last token ends at `from`: with its line, comments on it included. A `///` comment belongs
 * to what follows.
 */
function trailingEnd(text: string, from: number, to: number, comments: readonly Comment[]): number {
  let next = comments.length;
  while (next > 0 && (comments[next - 1] as Comment).start >= from) next--;
  let at = from;
  while (at < to) {
    const comment = comments[next];
    if (comment !== undefined && comment.start === at) {
      if (comment.kind === 'documentation') return at;
      at = comment.end;
      next++;
      continue;
    }
    const char = text[at];
    at++;
    if (char === '\n' || (char === '\r' && text[at] !== '\n')) return at;
  }
  return to;
}
