import {
  type CompletionItem,
  InsertTextFormat,
  CompletionItemKind as Kind,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import {
  type BlockName,
  clauseEntry,
  clauseWordsOf,
  declarationEntry,
  declarationWords,
  isConnectingWord,
  isDeclarationWord,
} from '../../grammar/keywords.ts';
import { Lexer } from '../../grammar/lexer.ts';
import type { Token } from '../../grammar/tokens.ts';
import * as t from '../../grammar/tokens.ts';
import type { Piece, PlacedPiece } from '../../grammar/tree.ts';
import type { SymbolKind } from '../model/definitions.ts';
import { type Document, offsetAt, pieceAt } from '../model/document.ts';
import { kindWords } from '../model/typing/names.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Context, contextAfter } from './completion/context.ts';
import { snippetOf } from './completion/declarationSnippets.ts';
import { fitsIn } from './completion/names.ts';
import { type Lists, type Suggestion, suggest } from './completion/suggest.ts';
import { aboutSymbol, fenced } from './hover/aboutSymbol.ts';
import { rangeOf } from './ranges.ts';

export interface CompletionOptions extends Lists {
  /** Whether the editor can take a text with places to fill in. */
  readonly snippets: boolean;
}

/** What may be written at a position, best first. Works on what is written before it, however broken. */
export function findCompletions(
  workspace: Workspace,
  uri: string,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const document = workspace.document(uri);
  if (!document) return [];
  const place = placeAt(document, offsetAt(document, position));
  if (!place) return [];
  const program = workspace.programAround(uri);
  const context = contextAfter(place.before, fitsIn(program));
  if (context.declaration === undefined) return place.firstOnLine ? declarations(place, options) : [];
  const present = new Set([...context.begun, ...clausesAround(place, context)]);
  const found = suggest(program, context, present, place.firstOnLine, options);
  const items = [
    ...found.map((each, index) => itemOf(each, index, place, context.block, uri)),
    ...endOfDeclaration(context, place, options),
  ];
  return withoutRepetition(items);
}

/** Adds what is shown beside the item that somebody looks at. */
export function resolveCompletion(workspace: Workspace, item: CompletionItem): CompletionItem {
  const data = item.data as { uri: string; kind: SymbolKind; path: string } | undefined;
  const program = data && workspace.programAround(data.uri);
  const symbol = data && program?.lookup(data.kind, data.path);
  if (!program || !symbol) return item;
  return { ...item, documentation: { kind: 'markdown', value: aboutSymbol(program, symbol, {}) } };
}

/** What stands before the place, and the part of a word that is being written. */
interface Place {
  readonly placed: PlacedPiece | undefined;
  /** Relative to the piece. */
  readonly offset: number;
  readonly before: readonly Token[];
  readonly range: Range;
  readonly firstOnLine: boolean;
}

/** Undefined in a comment, in a text and in a number, where nothing is offered. */
function placeAt(document: Document, absolute: number): Place | undefined {
  const line = document.text.slice(document.text.lastIndexOf('\n', absolute - 1) + 1, absolute);
  const [word = ''] = /[A-Za-z][\w/+-]*$/.exec(line) ?? [];
  const start = absolute - word.length;
  const range = rangeOf(document, start, absolute);
  const firstOnLine = line.trim() === word;
  const placed = pieceAt(document, Math.max(0, absolute - 1));
  if (!placed) return { placed, offset: 0, before: [], range, firstOnLine };
  const offset = absolute - placed.offset;
  const lexer = new Lexer(placed.piece.text.slice(0, offset));
  const tokens = lexer.rest();
  const comment = lexer.comments.at(-1);
  if (comment?.end === offset && (comment.kind !== 'block' || lexer.problems.length > 0)) return undefined;
  const from = start - placed.offset;
  const before = tokens.filter((token) => token.startOffset < from);
  const last = before.at(-1);
  const touching = last !== undefined && last.endOffset >= from - 1;
  if (touching && (last.endOffset >= from || !signs.has(last.tokenType))) return undefined;
  return { placed, offset, before, range, firstOnLine };
}

/** Behind these a word may follow at once. */
const signs = new Set([
  t.OpenBrace,
  t.CloseBrace,
  t.OpenParen,
  t.Comma,
  t.Dot,
  t.Range,
  t.Equals,
  t.Less,
  t.Arrow,
]);

/** The clauses of the block around the place, behind it too. */
function clausesAround({ placed, offset }: Place, { block }: Context): string[] {
  const declaration = placed?.piece.declaration;
  if (!declaration || !('clauses' in declaration) || block === undefined) return [];
  const steps =
    declaration.kind === 'dispute' ? declaration.clauses.filter((clause) => clause.kind === 'step') : [];
  const step = steps.find(({ start, end }) => start <= offset && offset <= end);
  const clauses = block === 'step' ? (step?.clauses ?? []) : declaration.clauses;
  return clauses
    .filter(({ start, end }) => offset < start || offset > end)
    .flatMap(({ start }) => clauseAt(placed.piece, block, start) ?? []);
}

function clauseAt({ text }: Piece, block: BlockName, start: number): string | undefined {
  const [first = '', second = ''] = text.slice(start, start + 60).split(/[^a-z-]+/, 2);
  const both = `${first} ${second}`;
  if (clauseEntry(block, first, second) !== clauseEntry(block, first)) return both;
  return clauseEntry(block, first) && first;
}

function declarations({ range }: Place, { snippets }: CompletionOptions): CompletionItem[] {
  return declarationWords.map((word, index) => {
    const { meaning, syntax } = declarationEntry(word);
    return {
      label: word,
      kind: snippets ? Kind.Snippet : Kind.Keyword,
      detail: meaning,
      documentation: { kind: 'markdown', value: fenced(syntax) },
      sortText: sortText(0, index),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? snippetOf(word) : word },
    };
  });
}

/** A declaration without a block may be complete; then the next one may begin on a line of its own. */
function endOfDeclaration(
  { block, machine }: Context,
  place: Place,
  options: CompletionOptions,
): CompletionItem[] {
  if (block !== undefined || !machine?.canEnd || !place.firstOnLine) return [];
  return declarations(place, options);
}

function itemOf(
  suggestion: Suggestion,
  index: number,
  { range }: Place,
  block: BlockName | undefined,
  uri: string,
): CompletionItem {
  const { text, rank } = suggestion;
  const newText = suggestion.kind === 'symbol' && isReserved(text, block) ? `\`${text}\`` : text;
  const item = { label: text, sortText: sortText(rank, index), textEdit: { range, newText } };
  switch (suggestion.kind) {
    case 'word':
      return { ...item, kind: Kind.Keyword, detail: suggestion.meaning };
    case 'clause':
      return {
        ...item,
        kind: Kind.Keyword,
        detail: suggestion.meaning,
        documentation: { kind: 'markdown', value: fenced(suggestion.syntax) },
      };
    case 'value':
      return { ...item, kind: Kind.Value };
    case 'symbol': {
      const { kind, path } = suggestion.symbol.definition;
      return {
        ...item,
        kind: itemKinds[kind] ?? Kind.Reference,
        detail: kindWords[kind],
        data: { uri, kind, path },
      };
    }
  }
}

/** By rank, and within it in the order of the language or of the policy: values of a field as they were declared. */
function sortText(rank: number, index: number): string {
  return `${String(rank).padStart(2, '0')}${String(index).padStart(4, '0')}`;
}

/** A name that is also a word of the language stands in backticks. */
function isReserved(name: string, block: BlockName | undefined): boolean {
  if (isConnectingWord(name)) return true;
  return block === undefined ? isDeclarationWord(name) : clauseWordsOf(block).has(name);
}

const itemKinds: Partial<Record<SymbolKind, Kind>> = {
  field: Kind.Field,
  data: Kind.Field,
  value: Kind.EnumMember,
  event: Kind.Event,
  state: Kind.Variable,
  calendar: Kind.Module,
  rate: Kind.Constant,
  benchmark: Kind.Class,
  role: Kind.TypeParameter,
  person: Kind.TypeParameter,
  regulation: Kind.Folder,
};

/** A name that is of several kinds, or a word that may mean several things, is offered once. */
function withoutRepetition(items: readonly CompletionItem[]): CompletionItem[] {
  const byLabel = new Map<string, CompletionItem>();
  const sorted = [...items].sort((a, b) =>
    a.sortText! < b.sortText! ? -1 : a.sortText! > b.sortText! ? 1 : 0,
  );
  for (const item of sorted) if (!byLabel.has(item.label)) byLabel.set(item.label, item);
  return [...byLabel.values()];
}
