import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { allWords, isConnectingWord, isDeclarationWord, unitWords } from './keywords.ts';

/**
 * A token as the lexer makes it. Offsets are UTF-16 units; `endOffset` is the last one, as Chevrotain has it.
 */
export interface Token extends IToken {
  endOffset: number;
  /** Of a text or a name in backticks: what it stands for. Of anything else its image. */
  readonly value: string;
  /** Nothing but blanks and comments stand before it on its line. */
  readonly first: boolean;
  /** The `///` comments before it. */
  readonly documentation: string | undefined;
}

function kind(name: string, label: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, label, pattern: Lexer.NA, categories });
}

/** Whatever may be a name: a plain word, a word in backticks, and every word that is not reserved everywhere. */
export const Name = kind('Name', 'a name');
/** A unit of a duration, which is also a name elsewhere. */
export const Unit = kind('Unit', 'a unit', [Name]);
export const Word = kind('Word', 'a name', [Name]);
export const QuotedName = kind('QuotedName', 'a name', [Name]);
export const Code = kind('Code', 'a code');
export const RuleCode = kind('RuleCode', 'the code of a finding');
export const Text = kind('Text', 'a text in quotes');
export const NumberToken = kind('Number', 'a number');
export const Percent = kind('Percent', 'a percentage');
export const DateToken = kind('Date', 'a date');
export const Instant = kind('Instant', 'an instant');
export const Time = kind('Time', 'a time');
export const Span = kind('Span', 'a span of hours');
export const MonthDay = kind('MonthDay', 'a month and a day');
export const OpenBrace = kind('OpenBrace', '`{`');
export const CloseBrace = kind('CloseBrace', '`}`');
export const OpenParen = kind('OpenParen', '`(`');
export const CloseParen = kind('CloseParen', '`)`');
export const Comma = kind('Comma', '`,`');
export const Dot = kind('Dot', '`.`');
export const Range = kind('Range', '`..`');
export const Less = kind('Less', '`<`');
export const Equals = kind('Equals', '`=`');
export const Plus = kind('Plus', '`+`');
export const Minus = kind('Minus', '`-`');
export const Star = kind('Star', '`*`');
export const Slash = kind('Slash', '`/`');
export const Arrow = kind('Arrow', '`->`');
/** Characters that mean nothing; the lexer has already said so. */
export const Unknown = kind('Unknown', 'an unknown character');

const units = new Set(Object.keys(unitWords).flatMap((unit) => [unit, `${unit}s`]));

interface WordEntry {
  readonly image: string;
  readonly type: TokenType;
}

/** Every word of the table has a token type of its own; all but the connecting ones may also be names. */
const words: ReadonlyMap<string, WordEntry> = new Map(
  allWords.map((image) => [
    image,
    { image, type: kind(`word ${image}`, `\`${image}\``, categoriesOf(image)) },
  ]),
);

function categoriesOf(image: string): TokenType[] {
  if (isConnectingWord(image)) return [];
  return units.has(image) ? [Unit] : [Name];
}

/** The token type of a word of the table. */
export function word(image: string): TokenType {
  const entry = words.get(image);
  if (entry === undefined) throw new Error(`\`${image}\` is not in the table of words`);
  return entry.type;
}

/** A word's token type, and its image as the table's own string, so that looking it up again is cheap. */
export function wordEntry(image: string): WordEntry {
  return words.get(image) ?? { image, type: Word };
}

const declarationTypes: ReadonlySet<TokenType> = new Set(
  [...words.values()].filter(({ image }) => isDeclarationWord(image)).map(({ type }) => type),
);

/** Whether a token is a word that begins a declaration. */
export function isDeclaration(token: Token): boolean {
  return declarationTypes.has(token.tokenType);
}

/** Whether a token may be a name somewhere. */
export function isNameType(type: TokenType): boolean {
  return (
    type === Word || type === QuotedName || type.CATEGORIES?.[0] === Name || type.CATEGORIES?.[0] === Unit
  );
}

export const tokenTypes: readonly TokenType[] = [
  Name,
  Unit,
  Word,
  QuotedName,
  Code,
  RuleCode,
  Text,
  NumberToken,
  Percent,
  DateToken,
  Instant,
  Time,
  Span,
  MonthDay,
  OpenBrace,
  CloseBrace,
  OpenParen,
  CloseParen,
  Comma,
  Dot,
  Range,
  Less,
  Equals,
  Plus,
  Minus,
  Star,
  Slash,
  Arrow,
  Unknown,
  ...[...words.values()].map(({ type }) => type),
];
