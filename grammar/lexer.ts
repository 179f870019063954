import type { TokenType } from 'chevrotain';
import { lexical } from './messages.ts';
import { numeralProblem } from './numerals.ts';
import {
  Arrow,
  CloseBrace,
  CloseParen,
  Code,
  Comma,
  DateToken,
  Dot,
  Equals,
  Instant,
  Less,
  Minus,
  MonthDay,
  NumberToken,
  OpenBrace,
  OpenParen,
  Percent,
  Plus,
  QuotedName,
  Range,
  RuleCode,
  Slash,
  Span,
  Star,
  Text,
  Time,
  type Token,
  Unknown,
  wordEntry,
} from './tokens.ts';
import type { Comment, SyntaxProblem } from './tree.ts';

const wordPattern = /[\p{L}][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/uy;
const codePattern = /[\p{L}][\p{L}\p{M}\p{N}_]*(?:[-/+][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/uy;
const ruleCodePattern = /(?:\/[\p{Ll}\p{Lo}][\p{L}\p{M}\p{N}_-]*)+/uy;
const plainName =
  /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}\p{N}]*(?:-[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}]*)*$/u;
const capital = /^[\p{Lu}\p{Lt}]/u;
const letter = /^\p{L}/u;
const blank = /^[\s\u0085\ufeff]/u;

/** What begins with a digit, in the order in which it is tried. */
const numerals: readonly (readonly [RegExp, TokenType])[] = [
  [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?/y, Instant],
  [/\d{4}-\d{1,2}-\d{1,2}(?!\d)/y, DateToken],
  [/\d{1,2}:\d{2}-\d{1,2}:\d{2}/y, Span],
  [/\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?/y, Time],
  [/\d{2}-\d{2}(?![\d-])/y, MonthDay],
  [/\d+(?:\.\d+)?%/y, Percent],
  [/\d+(?:\.\d+)?/y, NumberToken],
];

enum Kind {
  Other,
  Blank,
  Small,
  Capital,
  Digit,
}
const kinds = new Uint8Array(128);
for (const code of [9, 11, 12, 32]) kinds[code] = Kind.Blank;
for (let code = 97; code <= 122; code++) kinds[code] = Kind.Small;
for (let code = 65; code <= 90; code++) kinds[code] = Kind.Capital;
for (let code = 48; code <= 57; code++) kinds[code] = Kind.Digit;

/** More problems than this help nobody; binary data would have one for each of its words. */
const problemLimit = 100;

const LF = 10;
const CR = 13;

/** Reads a text token by token; comments and problems are collected on the way. Knows no blocks and no grammar. */
export class Lexer {
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  private first = true;
  private documentation: string | undefined;
  /** From here on the text has no end of a block comment; spares looking for it again. */
  private noCommentEnd = Number.POSITIVE_INFINITY;
  private knownLineEnd = -1;

  constructor(
    private readonly text: string,
    private offset = 0,
  ) {}

  next(): Token | undefined {
    const { text } = this;
    while (this.offset < text.length) {
      const code = text.charCodeAt(this.offset);
      const kind = code < 128 ? kinds[code] : Kind.Other;
      if (code === LF || code === CR) {
        this.first = true;
        this.offset++;
      } else if (kind === Kind.Blank) this.offset++;
      else if (kind === Kind.Small) return this.smallWord();
      else if (kind === Kind.Digit) return this.numeral();
      else if (kind === Kind.Capital) return this.code();
      else if (code === 47 && this.comment()) continue;
      else if (code < 128) return this.sign(code);
      else {
        const token = this.foreign();
        if (token !== undefined) return token;
      }
    }
    return undefined;
  }

  /** All tokens to the end of the text. */
  rest(): Token[] {
    const tokens: Token[] = [];
    for (let token = this.next(); token !== undefined; token = this.next()) tokens.push(token);
    return tokens;
  }

  private token(
    type: TokenType,
    end: number,
    value?: string,
    image = this.text.slice(this.offset, end),
  ): Token {
    const token: Token = {
      image,
      startOffset: this.offset,
      endOffset: end - 1,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx as number,
      value: value ?? image,
      first: this.first,
      documentation: this.documentation,
    };
    this.offset = end;
    this.first = false;
    this.documentation = undefined;
    return token;
  }

  private report(problem: SyntaxProblem): void {
    if (this.problems.length < problemLimit) this.problems.push(problem);
  }

  /** The common case, a small ASCII letter and a kebab-case word, without a regular expression. */
  private smallWord(): Token {
    const { text } = this;
    let end = this.offset + 1;
    let code = text.charCodeAt(end);
    for (;;) {
      const kind = code < 128 ? kinds[code] : Kind.Other;
      if (kind === Kind.Small || kind === Kind.Digit) code = text.charCodeAt(++end);
      else if (code === 45 && isSmallOrDigit(text.charCodeAt(end + 1))) code = text.charCodeAt(++end);
      else break;
    }
    const kind = code < 128 ? kinds[code] : Kind.Other;
    if (kind === Kind.Capital || code === 95 || code >= 128 || code === 45) return this.word();
    if (code === 47 && isSmallOrDigit(text.charCodeAt(end + 1))) return this.ruleCode(end);
    return this.wordToken(end);
  }

  private wordToken(end: number): Token {
    const { image, type } = wordEntry(this.text.slice(this.offset, end));
    return this.token(type, end, image, image);
  }

  private ruleCode(end: number): Token {
    const rest = endOf(ruleCodePattern, this.text, end);
    return rest === undefined ? this.wordToken(end) : this.token(RuleCode, rest);
  }

  private word(): Token {
    const start = this.offset;
    const token = this.wordToken(endOf(wordPattern, this.text, start) as number);
    if (!plainName.test(token.image)) this.report(lexical.nameCase(start, token.image));
    return token;
  }

  private code(): Token {
    return this.token(Code, endOf(codePattern, this.text, this.offset) as number);
  }

  private numeral(): Token {
    const { text, offset } = this;
    // The common case, digits alone or with a percent sign, without a regular expression.
    let digits = offset + 1;
    while (isDigit(text.charCodeAt(digits))) digits++;
    const next = text.charCodeAt(digits);
    if (next === 37) return this.token(Percent, digits + 1);
    if (next !== 45 && next !== 46 && next !== 58) return this.token(NumberToken, digits);
    for (const [pattern, type] of numerals) {
      const end = endOf(pattern, text, offset);
      if (end === undefined) continue;
      const token = this.token(type, end);
      const problem = numeralProblem(type, offset, token.image);
      if (problem !== undefined) this.report(problem);
      return token;
    }
    return this.unknown();
  }

  /** True when a comment was read. */
  private comment(): boolean {
    const { text, offset } = this;
    const next = text.charCodeAt(offset + 1);
    if (next === 47) {
      const end = this.lineEnd(offset);
      const documentation = text.charCodeAt(offset + 2) === 47 && text.charCodeAt(offset + 3) !== 47;
      if (documentation) {
        const line = text.slice(offset + 3, end).trimEnd();
        const plain = line.startsWith(' ') ? line.slice(1) : line;
        this.documentation = this.documentation === undefined ? plain : `${this.documentation}\n${plain}`;
      }
      this.comments.push({ kind: documentation ? 'documentation' : 'line', start: offset, end });
      this.offset = end;
      return true;
    }
    if (next !== 42) return false;
    const close = offset + 2 < this.noCommentEnd ? text.indexOf('*/', offset + 2) : -1;
    if (close < 0) {
      this.noCommentEnd = Math.min(this.noCommentEnd, offset + 2);
      const end = this.lineEnd(offset);
      this.comments.push({ kind: 'block', start: offset, end });
      this.report(lexical.unclosedComment(offset, end));
      this.offset = end;
      return true;
    }
    this.comments.push({ kind: 'block', start: offset, end: close + 2 });
    if (!this.first && hasLineBreak(text, offset, close)) this.first = true;
    this.offset = close + 2;
    return true;
  }

  private sign(code: number): Token {
    const { text, offset } = this;
    const next = text.charCodeAt(offset + 1);
    switch (code) {
      case 123:
        return this.token(OpenBrace, offset + 1);
      case 125:
        return this.token(CloseBrace, offset + 1);
      case 40:
        return this.token(OpenParen, offset + 1);
      case 41:
        return this.token(CloseParen, offset + 1);
      case 44:
        return this.token(Comma, offset + 1);
      case 46:
        return next === 46 ? this.token(Range, offset + 2) : this.token(Dot, offset + 1);
      case 60:
        return this.token(Less, offset + 1);
      case 61:
        return this.token(Equals, offset + 1);
      case 43:
        return this.operator(Plus);
      case 45:
        return next === 62 ? this.token(Arrow, offset + 2) : this.operator(Minus);
      case 42:
        return this.operator(Star);
      case 47:
        return this.operator(Slash);
      case 34:
        return this.quoted('"');
      case 96:
        return this.quotedName();
      default:
        return this.unknown();
    }
  }

  private operator(type: TokenType): Token {
    const { text, offset } = this;
    if (!isBlankAt(text, offset - 1) || !isBlankAt(text, offset + 1)) {
      this.report(
        lexical.operatorBlanks(offset, text, isBlankAt(text, offset - 1), isBlankAt(text, offset + 1)),
      );
    }
    return this.token(type, offset + 1);
  }

  private quoted(close: string): Token {
    const { text, offset } = this;
    const lineEnd = this.lineEnd(offset);
    let value = '';
    let plain = offset + 1;
    for (let at = offset + 1; at < lineEnd; at++) {
      const char = text[at];
      if (char === close) {
        value += text.slice(plain, at);
        return this.token(Text, at + 1, value);
      }
      if (char !== '\\') continue;
      const escaped = at + 1 < lineEnd ? (text[at + 1] as string) : '';
      if (escaped !== '"' && escaped !== '\\' && escaped !== 'n')
        this.report(lexical.unknownEscape(at, escaped));
      value += text.slice(plain, at) + (escaped === 'n' ? '\n' : escaped);
      plain = at + 2;
      at++;
    }
    const end = trimmedEnd(text, offset, lineEnd);
    this.report(lexical.unclosedText(offset, end));
    return this.token(Text, end, value + text.slice(Math.min(plain, end), end));
  }

  private quotedName(): Token {
    const { text, offset } = this;
    const close = this.find('`', offset + 1);
    if (close < 0) {
      const end = trimmedEnd(text, offset, this.lineEnd(offset));
      this.report(lexical.unclosedName(offset, end));
      return this.token(QuotedName, end, text.slice(offset + 1, end));
    }
    const name = text.slice(offset + 1, close);
    if (!plainName.test(name)) this.report(lexical.nameCase(offset + 1, name));
    return this.token(QuotedName, close + 1, name);
  }

  /** A character beyond ASCII: a letter, a blank, a typographic quote, or nothing that the language knows. */
  private foreign(): Token | undefined {
    const { text, offset } = this;
    const char = String.fromCodePoint(text.codePointAt(offset) as number);
    if (blank.test(char)) {
      this.offset++;
      return undefined;
    }
    if (letter.test(char)) return capital.test(char) ? this.code() : this.word();
    if ('“”„«'.includes(char)) {
      const close = this.find('”“»"', offset + 1);
      const end = close < 0 ? trimmedEnd(text, offset, this.lineEnd(offset)) : close + 1;
      const inner = text.slice(offset + 1, close < 0 ? end : close);
      this.report(lexical.typographicQuote(offset, end, inner));
      return this.token(Text, end, inner);
    }
    return this.unknown();
  }

  /** Takes everything up to the next blank, so that binary data makes one token a word and not one a byte. */
  private unknown(): Token {
    const { text, offset } = this;
    let end = offset + 1;
    const printable = text.charCodeAt(offset) >= 33;
    if (printable && text.charCodeAt(offset) < 128) end = offset + 1;
    else while (end < text.length && !isBlankAt(text, end) && !'{},()"'.includes(text[end] as string)) end++;
    this.report(lexical.unknownCharacter(offset, end, text.slice(offset, end)));
    return this.token(Unknown, end);
  }

  /** Where the line of an offset ends; remembered, as a line may hold many tokens that ask. */
  private lineEnd(from: number): number {
    if (from <= this.knownLineEnd) return this.knownLineEnd;
    const { text } = this;
    let end = from;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === LF || code === CR) break;
      end++;
    }
    this.knownLineEnd = end;
    return end;
  }

  /** The first of some characters behind an offset and before the end of its line, or -1. */
  private find(chars: string, from: number): number {
    const end = this.lineEnd(from);
    for (let at = from; at < end; at++) if (chars.includes(this.text[at] as string)) return at;
    return -1;
  }
}

/** Where a match of a sticky pattern ends. */
function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSmallOrDigit(code: number): boolean {
  return code < 128 && (kinds[code] === Kind.Small || kinds[code] === Kind.Digit);
}

/** Outside the text counts as blank. */
function isBlankAt(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  if (code < 128) return code === LF || code === CR || kinds[code] === Kind.Blank;
  return blank.test(text[offset] as string);
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return true;
  }
  return false;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start + 1 && isBlankAt(text, trimmed - 1)) trimmed--;
  return trimmed;
}
