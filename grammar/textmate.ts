import {
  actions,
  type BlockName,
  clausesOf,
  connectingWords,
  contextualWords,
  type DeclarationWord,
  declarationEntry,
  declarationWords,
  facts,
  typeWords,
  unitWords,
  weekdayWords,
  windowWords,
} from './keywords.ts';

/** A rule of a TextMate grammar, as far as this one needs them. */
export interface TextMateRule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly TextMateRule[];
  readonly include?: string;
}
type Captures = Readonly<Record<string, { readonly name: string }>>;

export interface TextMateGrammar {
  readonly information_for_contributors: readonly string[];
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly TextMateRule[];
  readonly repository: Readonly<Record<string, TextMateRule>>;
}

const letter = '\\p{L}\\p{M}\\p{N}_';
const name = `[\\p{Ll}\\p{Lo}][${letter}-]*`;
const notBehindWord = `(?<![${letter}-])`;
const notBeforeWord = `(?![${letter}-])`;

/**
 * Colours for where no language server runs, and until one answers. It knows the blocks, so a clause word is one only
 * where the parser takes it for one; which of the other words are names is left to the server.
 */
export function textMateGrammar(): TextMateGrammar {
  const blocks = declarationWords.filter((word) => declarationEntry(word).block !== 'never');
  const lines = declarationWords.filter((word) => declarationEntry(word).block === 'never');
  return {
    information_for_contributors: [
      'Made by docs/generate/grammar.ts from grammar/keywords.ts: change the table and run npm run generate.',
    ],
    name: 'SLA Policy',
    scopeName: 'source.slapolicy',
    patterns: [
      { include: '#comments' },
      ...blocks.map((word) => ({ include: `#declare-${word}` })),
      ...lines.map(declarationLine),
      { include: '#values' },
      { include: '#connecting' },
    ],
    repository: {
      comments: { patterns: comments },
      values: { patterns: values },
      connecting: {
        name: 'keyword.other.connecting.slapolicy',
        match: words(Object.keys(connectingWords)),
      },
      contextual: { name: 'keyword.other.slapolicy', match: words(contextual) },
      ...Object.fromEntries(blocks.map((word) => [`declare-${word}`, declaration(word)])),
      step: step(),
    },
  };
}

const contextual = [
  ...Object.keys(contextualWords),
  ...Object.keys(windowWords),
  ...Object.keys(weekdayWords),
];

const comments: readonly TextMateRule[] = [
  { name: 'comment.line.documentation.slapolicy', match: '///(?!/).*$' },
  { name: 'comment.line.double-slash.slapolicy', match: '//.*$' },
  { name: 'comment.block.slapolicy', begin: '/\\*', end: '\\*/' },
];

const values: readonly TextMateRule[] = [
  {
    name: 'string.quoted.double.slapolicy',
    begin: '"',
    end: '"|$',
    patterns: [
      { name: 'constant.character.escape.slapolicy', match: '\\\\["\\\\n]' },
      { name: 'invalid.illegal.escape.slapolicy', match: '\\\\.' },
    ],
  },
  { name: 'variable.other.quoted.slapolicy', match: '`[^`]*`' },
  {
    name: 'constant.numeric.instant.slapolicy',
    match: '\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?',
  },
  { name: 'constant.numeric.date.slapolicy', match: '\\b\\d{4}-\\d{2}-\\d{2}\\b' },
  {
    name: 'constant.numeric.time.slapolicy',
    match: '\\b\\d{2}:\\d{2}(?:-\\d{2}:\\d{2}|:\\d{2}(?:\\.\\d+)?)?\\b',
  },
  { name: 'constant.numeric.date.slapolicy', match: '\\b\\d{2}-\\d{2}\\b' },
  { name: 'constant.numeric.percent.slapolicy', match: '\\b\\d+(?:\\.\\d+)?%' },
  {
    match: `\\b(\\d+(?:\\.\\d+)?)\\s+((?:business\\s+)?(?:${Object.keys(unitWords).join('|')})s?)${notBeforeWord}`,
    captures: {
      1: { name: 'constant.numeric.duration.slapolicy' },
      2: { name: 'keyword.other.unit.slapolicy' },
    },
  },
  {
    match: '\\b(\\d+(?:\\.\\d+)?)\\s+([A-Z]{3})\\b',
    captures: {
      1: { name: 'constant.numeric.money.slapolicy' },
      2: { name: 'keyword.other.unit.currency.slapolicy' },
    },
  },
  { name: 'constant.numeric.slapolicy', match: '\\b\\d+(?:\\.\\d+)?' },
  { name: 'constant.language.code.slapolicy', match: `${notBehindWord}\\p{Lu}[${letter}/+-]*` },
  { name: 'constant.language.rule.slapolicy', match: `${notBehindWord}${name}/${name}` },
  { name: 'keyword.operator.arrow.slapolicy', match: '->' },
  { name: 'keyword.operator.range.slapolicy', match: '\\.\\.' },
  { name: 'keyword.operator.arithmetic.slapolicy', match: '(?<=\\s)[-+*/](?=\\s)' },
  { name: 'keyword.operator.order.slapolicy', match: '[<=]' },
  { name: 'punctuation.separator.slapolicy', match: '[,.]' },
];

/** A declaration without a block: its word, and its name where it has one. */
function declarationLine(word: DeclarationWord): TextMateRule {
  const named = declarationEntry(word).named === 'name';
  return {
    match: `${notBehindWord}(${word})${notBeforeWord}${named ? `(?:\\s+(${name}))?` : ''}`,
    captures: { 1: { name: 'storage.type.slapolicy' }, 2: { name: 'entity.name.type.slapolicy' } },
  };
}

/** A declaration with a block: its header, and in the braces the words of its clauses. */
function declaration(word: DeclarationWord): TextMateRule {
  const named = declarationEntry(word).named === 'name';
  return {
    name: `meta.${word}.slapolicy`,
    begin: `${notBehindWord}(${word})${notBeforeWord}${named ? `(?:\\s+(${name}))?` : ''}`,
    beginCaptures: { 1: { name: 'storage.type.slapolicy' }, 2: { name: 'entity.name.type.slapolicy' } },
    end: `(?<=\\})|${nextDeclaration}`,
    patterns: [
      { include: '#comments' },
      braces(word),
      { include: '#values' },
      { include: '#connecting' },
      { include: '#contextual' },
    ],
  };
}

function step(): TextMateRule {
  return {
    name: 'meta.step.slapolicy',
    begin: `${notBehindWord}(step)${notBeforeWord}(?:\\s+(${name}))?`,
    beginCaptures: {
      1: { name: 'keyword.control.clause.slapolicy' },
      2: { name: 'entity.name.type.slapolicy' },
    },
    end: `(?<=\\})|${nextDeclaration}`,
    patterns: [{ include: '#comments' }, braces('step')],
  };
}

/** A declaration word at the very start of a line ends what was not closed. */
const nextDeclaration = `(?=^(?:${declarationWords.join('|')})${notBeforeWord}\\s+["\`\\p{Ll}])`;

function braces(block: BlockName): TextMateRule {
  return {
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.slapolicy' } },
    end: `(\\})|${nextDeclaration}`,
    endCaptures: { 1: { name: 'punctuation.section.block.end.slapolicy' } },
    patterns: [
      { include: '#comments' },
      ...(block === 'dispute' ? [{ include: '#step' }] : []),
      ...ownWords(block),
      { include: '#values' },
      { include: '#connecting' },
      ...(block === 'ticket' || block === 'event' ? [] : [{ include: '#contextual' }]),
    ],
  };
}

/** The words that only this block knows. */
function ownWords(block: BlockName): readonly TextMateRule[] {
  if (block === 'ticket' || block === 'event') return fields;
  const clauses = Object.keys(clausesOf(block)).map((clause) => clause.replace(' ', '\\s+'));
  const rules: TextMateRule[] = [{ name: 'keyword.control.clause.slapolicy', match: words(clauses) }];
  if (block === 'ladder')
    rules.push({ name: 'support.function.action.slapolicy', match: words(Object.keys(actions)) });
  if (block === 'scenario')
    rules.push({ name: 'support.function.fact.slapolicy', match: words(Object.keys(facts)) });
  return rules;
}

const types = 'one\\s+of|yes\\s+or\\s+no|number|money|date-time|date|duration|text';
const fields: readonly TextMateRule[] = [
  {
    match: `${notBehindWord}(${name})\\s+(${types})${notBeforeWord}`,
    captures: { 1: { name: 'variable.other.member.slapolicy' }, 2: { name: 'support.type.slapolicy' } },
  },
  { name: 'support.type.slapolicy', match: words(Object.keys(typeWords)) },
];

function words(list: readonly string[]): string {
  const longestFirst = [...new Set(list)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `${notBehindWord}(?:${longestFirst.join('|')})${notBeforeWord}`;
}
