import type { Declaration, Node } from '../ast.ts';
import type { BlockName } from '../keywords.ts';
import { Lexer } from '../lexer.ts';
import type { Token } from '../tokens.ts';
import * as t from '../tokens.ts';
import type { Comment, Piece } from '../tree.ts';
import { clauseLayout, headerLayout, type Layout, type Statement } from './cells.ts';
import type { Cell, Line } from './line.ts';

/** The lines of a file, piece by piece; where authors broke a clause it stays broken, and nowhere else. */
export function layOut(pieces: readonly Piece[]): readonly Line[] {
  const builder = new LineBuilder();
  for (const piece of pieces) builder.add(piece);
  return builder.lines;
}

const plain: Layout = { lead: 0, breaks: [], keys: [undefined], limits: [0] };

/** What a piece's tokens are: where statements begin, how they are laid out, and which blocks stand on one line. */
interface Plan {
  readonly statements: ReadonlyMap<number, Layout>;
  /** Keyed by the index of the opening brace. */
  readonly blocks: ReadonlyMap<number, { readonly oneLine: boolean }>;
}

class LineBuilder {
  readonly lines: Line[] = [];
  private readonly open: { readonly oneLine: boolean; readonly id: number }[] = [];
  private blocks = 0;
  /** The line that the current statement began on. */
  private statement: Line | undefined;
  private layout = plain;
  /** The index of its first token, from which the breaks of its layout count. */
  private firstIndex = 0;
  private newlines = 0;
  private justOpened = true;
  private previous: Token | Comment | undefined;

  add({ text, declaration, comments }: Piece): void {
    const tokens = new Lexer(text).rest();
    const plan = planOf(text, tokens, declaration);
    let at = 0;
    let next = 0;
    for (let index = 0; index <= tokens.length; index++) {
      const token = tokens[index];
      while (
        next < comments.length &&
        (token === undefined || (comments[next] as Comment).start < token.startOffset)
      ) {
        const comment = comments[next++] as Comment;
        this.newlines += lineBreaks(text, at, comment.start);
        at = comment.end;
        this.addComment(comment, text, followingBreak(text, at, comments[next], token), token, plan, index);
        this.newlines = 0;
      }
      if (token === undefined) break;
      this.newlines += lineBreaks(text, at, token.startOffset);
      at = token.endOffset + 1;
      this.addToken(token, index, plan);
      this.newlines = 0;
    }
    this.newlines += lineBreaks(text, at, text.length);
  }

  // ---- tokens -------------------------------------------------------------------------------------------------

  private addToken(token: Token, index: number, plan: Plan): void {
    const layout = plan.statements.get(index);
    const block = plan.blocks.get(index);
    if (layout !== undefined && this.inLine()) this.addInlineStatement(token);
    else if (layout !== undefined) this.startStatement(token, index, layout);
    else if (token.tokenType === t.CloseBrace) this.closeBlock(token);
    else this.continueStatement(token, index);
    this.justOpened = block !== undefined;
    if (block !== undefined) this.open.push({ oneLine: block.oneLine, id: ++this.blocks });
    this.previous = token;
  }

  private startStatement(token: Token, index: number, layout: Layout): void {
    this.layout = layout;
    this.firstIndex = index;
    this.statement = this.startLine({ cells: [this.cell(token.image, 0)], lead: layout.lead });
  }

  /** A clause of a block that stands on one line: a cell of that line. */
  private addInlineStatement(token: Token): void {
    const line = this.last();
    const { key, limit } = this.inlineColumn(line);
    const first =
      this.previous !== undefined && 'image' in this.previous && this.previous.tokenType === t.OpenBrace;
    if (first) this.append(token.image, ' ');
    else {
      (line.cells.at(-1) as Cell).gap = 2;
      line.cells.push({ text: token.image, gap: 1, key, limit });
    }
  }

  private inlineColumn(line: Line): { key: string | undefined; limit: number } {
    const [{ key } = { key: undefined }] = line.cells;
    return { key: key === undefined ? undefined : `${key} inline ${line.cells.length}`, limit: 60 };
  }

  private closeBlock(token: Token): void {
    const closed = this.open.pop();
    if (closed?.oneLine === true) {
      this.append(token.image, this.justOpened ? '' : ' ');
      return;
    }
    this.layout = plain;
    this.statement = this.startLine({
      cells: [{ text: token.image, gap: 1, limit: 0 }],
      lead: 1,
      blank: false,
    });
  }

  private continueStatement(token: Token, index: number): void {
    const line = this.last();
    if (goesUp(token)) {
      const blank = token.tokenType === t.Comma ? '' : ' ';
      this.appendTo(this.lastWithTokens(), token.image, blank, this.breakAt(index));
      return;
    }
    if (this.newlines > 0 || line.remark || isLineComment(this.previous)) {
      this.startLine({
        cells: [{ text: token.image, gap: 1, limit: 0 }],
        lead: 1,
        continues: this.statement,
        blank: false,
      });
      return;
    }
    this.appendTo(line, token.image, separator(this.previous, token), this.breakAt(index));
  }

  /** The gap before the cell that a token begins, if it begins one. */
  private breakAt(index: number): number | undefined {
    return this.layout.breaks.find(({ at }) => at === index - this.firstIndex)?.gap;
  }

  // ---- comments -----------------------------------------------------------------------------------------------

  private addComment(
    comment: Comment,
    text: string,
    breakBehind: boolean,
    next: Token | undefined,
    plan: Plan,
    index: number,
  ): void {
    const image = text.slice(comment.start, comment.end).replace(/\r\n?/g, '\n').trimEnd();
    const begins = next === undefined || plan.statements.has(index) || next.tokenType === t.CloseBrace;
    const line = this.lines.at(-1);
    // A token that went up to an earlier line leaves its comment behind.
    const left = line?.remark === true && this.previous !== undefined && 'image' in this.previous;
    if (line === undefined || this.newlines > 0 || left || line.comment?.includes('//') === true) {
      this.addRemark(image, begins, next);
    } else if (breakBehind || comment.kind !== 'block' || (begins && !this.inLine())) {
      line.comment = line.comment === undefined ? image : `${line.comment} ${image}`;
    } else this.append(image, ' ');
    this.previous = comment;
    this.justOpened = false;
  }

  /** A comment on a line of its own: before a statement like the statement, inside one like its continuation. */
  private addRemark(image: string, begins: boolean, next: Token | undefined): void {
    const opens = next?.tokenType === t.OpenBrace && goesUp(next);
    this.lines.push({
      indent: this.open.length + (opens ? 1 : 0),
      cells: [{ text: image, gap: 1, limit: 0 }],
      blankBefore: begins && this.blankBefore(),
      block: this.open.at(-1)?.id ?? 0,
      lead: 1,
      continues: begins || opens ? undefined : this.statement,
      remark: true,
    });
  }

  // ---- lines --------------------------------------------------------------------------------------------------

  private startLine(line: { cells: Cell[]; lead: number; continues?: Line; blank?: boolean }): Line {
    const started: Line = {
      indent: this.open.length,
      cells: line.cells,
      blankBefore: line.blank !== false && this.blankBefore(),
      block: this.open.at(-1)?.id ?? 0,
      lead: line.lead,
      continues: line.continues,
      remark: false,
    };
    this.lines.push(started);
    return started;
  }

  private cell(text: string, index: number): Cell {
    const key = this.layout.keys[index];
    return { text, gap: 1, key, limit: this.layout.limits[index] ?? 0, numbers: key === 'within 0' };
  }

  private append(text: string, blank: string): void {
    this.appendTo(this.last(), text, blank, undefined);
  }

  private appendTo(line: Line, text: string, blank: string, gap: number | undefined): void {
    const cell = line.cells.at(-1) as Cell;
    if (gap !== undefined && line === this.statement) {
      cell.gap = gap;
      line.cells.push(this.cell(text, line.cells.length));
    } else cell.text += blank + text;
  }

  private last(): Line {
    return this.lines.at(-1) as Line;
  }

  /** The last line that is more than a comment. */
  private lastWithTokens(): Line {
    for (let index = this.lines.length - 1; ; index--) {
      const line = this.lines[index] as Line;
      if (!line.remark) return line;
    }
  }

  private inLine(): boolean {
    return this.open.at(-1)?.oneLine === true;
  }

  private blankBefore(): boolean {
    return this.newlines > 1 && !this.justOpened;
  }
}

// ---- plans ----------------------------------------------------------------------------------------------------

function planOf(text: string, tokens: readonly Token[], declaration: Declaration | undefined): Plan {
  const statements = new Map<number, Layout>();
  const blocks = new Map<number, { oneLine: boolean }>();
  const indices = new Map(tokens.map(({ startOffset }, index) => [startOffset, index]));
  tokens.forEach((token, index) => {
    if (token.tokenType === t.OpenBrace) blocks.set(index, { oneLine: isOneLine(text, tokens, index) });
  });
  if (declaration === undefined) return { statements, blocks };

  const open = tokens.findIndex(({ tokenType }) => tokenType === t.OpenBrace);
  const flat = open < 0 || blocks.get(open)?.oneLine === true;
  const header = headerLayout(declaration, tokens, open < 0 ? tokens.length : open);
  statements.set(0, flat ? header : { ...plain, lead: header.lead });
  if ('clauses' in declaration) addClauses(declaration.kind, declaration.clauses);
  return { statements, blocks };

  function addClauses(block: BlockName, clauses: readonly (Node & { readonly kind: string })[]): void {
    for (const clause of clauses) {
      const first = indices.get(clause.start);
      if (first === undefined) continue;
      const last = lastToken(tokens, first, clause.end);
      statements.set(first, relative(clauseLayout(block, clause as Statement, tokens, first, last), first));
      if ('clauses' in clause)
        addClauses('step', clause.clauses as readonly (Node & { readonly kind: string })[]);
    }
  }
}

/** Breaks counted from the statement's first token. */
function relative(layout: Layout, first: number): Layout {
  return { ...layout, breaks: layout.breaks.map(({ at, gap }) => ({ at: at - first, gap })) };
}

function lastToken(tokens: readonly Token[], first: number, end: number): number {
  let last = first;
  while (last + 1 < tokens.length && (tokens[last + 1] as Token).endOffset < end) last++;
  return last;
}

function isOneLine(text: string, tokens: readonly Token[], open: number): boolean {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { tokenType, endOffset } = tokens[index] as Token;
    if (tokenType === t.OpenBrace) depth++;
    else if (tokenType === t.CloseBrace && --depth === 0) {
      return lineBreaks(text, (tokens[open] as Token).startOffset, endOffset) === 0;
    }
  }
  return false;
}

/**
 * A brace stands on the line of its header and a comma on that of its item, whatever comment stands between; but not
 * a `///`, which would then document what the block begins with.
 */
function goesUp(token: Token): boolean {
  return (
    token.tokenType === t.Comma || (token.tokenType === t.OpenBrace && token.documentation === undefined)
  );
}

// ---- spaces ---------------------------------------------------------------------------------------------------

/** What stands between two tokens of one line. */
function separator(previous: Token | Comment | undefined, token: Token): string {
  const { tokenType } = token;
  if (tokenType === t.Comma || tokenType === t.CloseParen || tokenType === t.Dot || tokenType === t.Range)
    return '';
  if (previous !== undefined && 'image' in previous) {
    const before = previous.tokenType;
    if (before === t.OpenParen || before === t.Dot || before === t.Range) return '';
  }
  return ' ';
}

function isLineComment(item: Token | Comment | undefined): boolean {
  return item !== undefined && 'kind' in item && item.kind !== 'block';
}

function lineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** Whether a line break stands between a comment and what follows it. */
function followingBreak(
  text: string,
  at: number,
  comment: Comment | undefined,
  token: Token | undefined,
): boolean {
  const next = Math.min(comment?.start ?? text.length, token?.startOffset ?? text.length);
  return lineBreaks(text, at, next) > 0;
}
