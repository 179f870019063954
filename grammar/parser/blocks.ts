import type { DurationLiteral, Name, Reference } from '../ast.ts';
import {
  type BlockName,
  clauseEntry,
  clausesOf,
  clauseWordsOf,
  isConnectingWord,
  linesOf,
  wordsOf,
} from '../keywords.ts';
import { expectations, grammatical } from '../messages.ts';
import { nearestWord } from '../nearestWord.ts';
import type { Token } from '../tokens.ts';
import * as t from '../tokens.ts';
import { BaseParser, type Context, placeOf, type Rule } from './base.ts';

const nothing: ReadonlySet<string> = new Set();
const clockAnchors: ReadonlySet<string> = new Set(['start', 'due', 'breach']);
const anchors: ReadonlyMap<BlockName, ReadonlySet<string>> = new Map([
  ['ladder', clockAnchors],
  ['remedy', clockAnchors],
  ['right', new Set(['opening'])],
]);

/** Going on after an error: a broken header does not cost its block, nor a broken clause its neighbours. */
export abstract class BlockParser extends BaseParser {
  private headerBroken = false;

  override reset(): void {
    super.reset();
    this.headerBroken = false;
  }

  // ---- headers ------------------------------------------------------------------------------------------------

  /** A part of a header. When it fails, the rest of the header is skipped and the block is read all the same. */
  protected part<T>(parse: () => T, instead: () => T): T {
    if (this.RECORDING_PHASE) return parse();
    if (this.headerBroken) return instead();
    try {
      return parse();
    } catch (error) {
      this.report(this.problemOf(error));
      this.settle();
      this.headerBroken = true;
      while (!this.atEnd() && !this.is(t.OpenBrace)) this.advance();
      return instead();
    }
  }

  /** A name that a broken header lacks. */
  protected noName(): Name {
    const end = this.end();
    const place = Number.isNaN(end) ? 0 : end;
    return { kind: 'name', start: place, end: place, text: '' };
  }

  protected noReference(): Reference {
    const name = this.noName();
    return { kind: 'reference', start: name.start, end: name.end, name };
  }

  protected noDuration(): DurationLiteral {
    const { start, end } = this.noName();
    return { kind: 'duration', start, end, parts: [] };
  }

  /** A declaration without a block has ended; what is left of its piece is too much. */
  protected endOfDeclaration(): void {
    if (this.RECORDING_PHASE || this.headerBroken || this.atEnd()) return;
    this.reportTooMuch(undefined);
    while (!this.atEnd()) this.advance();
  }

  /** Names of which each is worth keeping, whatever is wrong with the others. */
  protected resilientNames(): readonly Name[] {
    const names: Name[] = [];
    const one = () => {
      try {
        names.push(this.SUBRULE(this.name));
        this.listEnd = this.end();
      } catch (error) {
        this.report(this.problemOf(error));
        while (!this.atEnd() && !this.is(t.Comma)) this.advance();
      }
    };
    one();
    const more = () =>
      this.MANY(() => {
        this.CONSUME(t.Comma);
        if (!this.RECORDING_PHASE && this.atEnd())
          this.report(this.missing(expectations.name, this.peek(), this.peek(0)));
        else if (!this.RECORDING_PHASE) one();
      });
    more();
    while (!this.RECORDING_PHASE && !this.atEnd() && !this.hopeless) {
      this.reportTooMuch(undefined);
      if (this.isName()) one();
      else this.advance();
      more();
    }
    return names;
  }

  // ---- blocks -------------------------------------------------------------------------------------------------

  /** The rule of a block: clause after clause, where a broken one does not take its neighbours with it. */
  protected block<C>(rule: string, block: BlockName, clauses: () => readonly Rule<C>[]): Rule<readonly C[]> {
    let alternatives: { ALT: () => C }[] | undefined;
    return this.RULE(rule, (): readonly C[] => {
      alternatives ??= clauses().map((clause) => ({ ALT: () => this.SUBRULE(clause) as C }));
      const choice = { DEF: alternatives, IGNORE_AMBIGUITIES: block === 'rate' };
      const read: C[] = [];
      const outer = this.context;
      const open = this.openBlock(block);
      this.context = this.contextOf(block);
      do {
        this.MANY(() => this.attempt(block, () => this.OR(choice), read));
      } while (this.resume(block, alternatives, read));
      this.context = outer;
      this.closeBlock(block, open);
      return read;
    });
  }

  /** In a scenario's expectations the moments of a ladder may be named. */
  protected withRungAnchors(): Context {
    return { ...this.context, anchors: clockAnchors };
  }

  private contextOf(block: BlockName): Context {
    const words = clauseWordsOf(block);
    return {
      block,
      reserved: words,
      anchors: anchors.get(block) ?? nothing,
      oneLine: !this.peek().first,
    };
  }

  private openBlock(block: BlockName): Token | undefined {
    if (this.RECORDING_PHASE || this.is(t.OpenBrace)) return this.CONSUME(t.OpenBrace) as Token;
    const broken = this.headerBroken;
    const unexpected = this.peek();
    const last = this.peek(0);
    const brace = this.braceAhead(block);
    if (brace > 0) {
      if (!broken) this.reportTooMuch(undefined);
      for (let step = 0; step < brace; step++) this.advance();
      return undefined;
    }
    if (!broken) {
      const place = this.atEnd() ? placeOf(last) : placeOf(unexpected);
      this.report(grammatical.missingOpenBrace(place, last.endOffset + 1, block));
    }
    return undefined;
  }

  /** How many tokens up to and with the opening brace, if no clause begins before it. */
  private braceAhead(block: BlockName): number {
    const words = clauseWordsOf(block);
    for (let distance = 1; ; distance++) {
      const token = this.peek(distance);
      if (token.tokenType === t.OpenBrace) return distance;
      if (token.tokenType.name === 'EOF' || token.tokenType === t.CloseBrace) return 0;
      if (token.first && words.has(token.image)) return 0;
    }
  }

  private closeBlock(block: BlockName, open: Token | undefined): void {
    if (this.RECORDING_PHASE || this.is(t.CloseBrace)) this.CONSUME(t.CloseBrace);
    else if (open !== undefined)
      this.report(grammatical.unclosedBlock(placeOf(this.peek(0)), placeOf(open), block));
  }

  private attempt<C>(block: BlockName, parse: () => C, read: C[]): void {
    const first = this.peek();
    const second = this.peek(2);
    const { context } = this;
    try {
      read.push(parse());
    } catch (error) {
      this.context = context;
      const entry = clauseEntry(block, first.image, second.image) ?? linesOf(block);
      this.report(grammatical.inClause(this.problemOf(error), entry?.syntax));
      this.settle();
      if (this.peek() === first) this.advance();
      this.skipToClause(block);
    }
  }

  /** After the last clause that could be read: true when there is more of the block to read. */
  private resume<C>(block: BlockName, alternatives: readonly { ALT: () => C }[], read: C[]): boolean {
    const token = this.peek();
    if (this.atEnd() || token.tokenType === t.CloseBrace) return false;
    if (block === 'step' && token.image === 'step' && token.first) return false;
    if (this.hopeless) {
      while (!this.atEnd()) this.advance();
      return false;
    }
    const [only] = alternatives;
    if (only !== undefined && this.namesField()) {
      this.attempt(block, only.ALT, read);
      return true;
    }
    this.reportTooMuch(block);
    this.advance();
    if (token.tokenType === t.OpenBrace) this.skipBraces();
    this.skipToClause(block);
    return true;
  }

  /** Steps over everything up to the brace that closes the one just passed. */
  private skipBraces(): void {
    for (let depth = 1; depth > 0 && !this.atEnd(); this.advance()) {
      if (this.is(t.OpenBrace)) depth++;
      else if (this.is(t.CloseBrace)) depth--;
    }
  }

  private skipToClause(block: BlockName): void {
    while (!this.atEnd() && !this.is(t.CloseBrace) && !this.atClause(block)) {
      const brace = this.is(t.OpenBrace);
      this.advance();
      if (brace) this.skipBraces();
    }
  }

  private atClause(block: BlockName): boolean {
    const token = this.peek();
    const type = token.tokenType;
    const { oneLine } = this.context;
    if (block === 'ticket' || block === 'event') return token.first && (this.isName() || type === t.Code);
    if (block === 'rate' && token.first) return true;
    if (block === 'scenario' && (type === t.DateToken || type === t.Instant)) return token.first || oneLine;
    if (block === 'step' && token.first && token.image === 'step') return true;
    if (type === t.QuotedName) return false;
    if (!clauseWordsOf(block).has(token.image))
      return token.first && this.misspelt(block, token) !== undefined;
    if (!isConnectingWord(token.image)) return true;
    if (!token.first && !oneLine) return false;
    const next = this.peek(2).image;
    if (token.image === 'at') return next !== 'least' && next !== 'most';
    return (
      Object.hasOwn(clausesOf(block), token.image) ||
      Object.hasOwn(clausesOf(block), `${token.image} ${next}`)
    );
  }

  /** The clause word that was probably meant. */
  private misspelt(block: BlockName, token: Token): string | undefined {
    return nearestWord(token.image, [...clauseWordsOf(block)]);
  }

  /** Reports the next token, which no clause and no declaration can take. */
  private reportTooMuch(block: BlockName | undefined): void {
    const token = this.peek();
    const place = placeOf(token);
    if (token.tokenType === t.Unknown) return;
    if (block !== undefined && (token.first || this.is(t.OpenBrace, 0) || this.is(t.CloseBrace, 0))) {
      const known = Object.keys(clausesOf(block));
      this.report(grammatical.unknownClause(place, token.image, block, this.misspelt(block, token), known));
      return;
    }
    const previous = this.peek(0);
    const suggestion = block === undefined ? undefined : nearestWord(token.image, wordsOf(block));
    const next = this.peek(2);
    if (token.tokenType === t.Comma && this.isThousands(previous, token, next)) {
      this.report(
        grammatical.thousands(
          { start: previous.startOffset, end: next.endOffset + 1 },
          previous.image + next.image,
        ),
      );
      return;
    }
    if (suggestion === undefined && this.listEnd === previous.endOffset + 1 && this.isName()) {
      this.report(grammatical.missingComma(place, token.image, this.listEnd));
      return;
    }
    this.report(grammatical.clauseEnd(place, token.image, suggestion));
  }

  /** `1,000` without a blank: somebody's thousands. */
  private isThousands(before: Token, comma: Token, after: Token): boolean {
    return (
      before.tokenType === t.NumberToken &&
      after.tokenType === t.NumberToken &&
      before.endOffset + 1 === comma.startOffset &&
      comma.endOffset + 1 === after.startOffset
    );
  }
}
