import { EmbeddedActionsParser, isRecognitionException, type ParserMethod, type TokenType } from 'chevrotain';
import type { DurationLiteral, Name, Node, Reference, Text } from '../ast.ts';
import {
  type BlockName,
  clauseEntry,
  clausesOf,
  clauseWordsOf,
  declarationWords,
  isConnectingWord,
} from '../keywords.ts';
import { expectations, grammatical, type Problem } from '../messages.ts';
import { nearestWord } from '../nearestWord.ts';
import * as t from '../tokens.ts';
import { type Token, tokenTypes } from '../tokens.ts';
import type { SyntaxProblem } from '../tree.ts';

export type Rule<T> = ParserMethod<[], T>;

/** More problems than this help nobody, and reading on in what is no policy takes time. */
const problemLimit = 100;
/** How far parentheses, and moments in moments, may stand inside each other. */
const depthLimit = 50;

/** Thrown where the grammar's own words fail it; caught by the clause, the header or the declaration around it. */
class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

const declarationWordSet: ReadonlySet<string> = new Set(declarationWords);
const nothing: ReadonlySet<string> = new Set();

/** Where the parser stands: which words are reserved here and where it may resume. */
export interface Context {
  readonly block: BlockName | undefined;
  readonly reserved: ReadonlySet<string>;
  /** The moments that the block supplies, such as `breach` in a ladder. */
  readonly anchors: ReadonlySet<string>;
  /** The clauses stand on the line of the opening brace, so lines say nothing about where they begin. */
  readonly oneLine: boolean;
}

const clockAnchors: ReadonlySet<string> = new Set(['start', 'due', 'breach']);
const anchors: ReadonlyMap<BlockName, ReadonlySet<string>> = new Map([
  ['ladder', clockAnchors],
  ['remedy', clockAnchors],
  ['right', new Set(['opening'])],
]);
const header: Context = {
  block: undefined,
  reserved: declarationWordSet,
  anchors: nothing,
  oneLine: false,
};

/**
 * What all rules share: names and their reserved words, reporting, and going on after an error, clause by clause.
 * Rules run once without input when the parser is built ("recording"), so nothing here may trust a token then.
 */
export abstract class BaseParser extends EmbeddedActionsParser {
  protected context: Context = header;
  protected inList = false;
  private found: SyntaxProblem[] = [];
  private depth = 0;
  private headerBroken = false;
  private problem: Problem | undefined;
  /** Where the last list of names ended; a name right behind it lacks its comma. */
  private listEnd = -1;

  constructor(skipValidations: boolean) {
    super([...tokenTypes], {
      maxLookahead: 1,
      skipValidations,
      recoveryEnabled: false,
      errorMessageProvider: {
        buildMismatchTokenMessage: ({ expected, actual, previous }) =>
          this.remember(this.missing(expectations.token(expected), actual as Token, previous as Token)),
        buildNoViableAltMessage: ({ actual, previous, customUserDescription }) =>
          this.remember(
            this.missing(expectations.part(customUserDescription), actual[0] as Token, previous as Token),
          ),
        buildEarlyExitMessage: ({ actual, previous, customUserDescription }) =>
          this.remember(
            this.missing(expectations.part(customUserDescription), actual[0] as Token, previous as Token),
          ),
        buildNotAllInputParsedMessage: () => '',
      },
    });
  }

  override reset(): void {
    super.reset();
    this.context = header;
    this.inList = false;
    this.found = [];
    this.depth = 0;
    this.headerBroken = false;
    this.listEnd = -1;
  }

  get problems(): readonly SyntaxProblem[] {
    return this.found;
  }

  // ---- tokens -------------------------------------------------------------------------------------------------

  protected peek(distance = 1): Token {
    return this.LA(distance) as Token;
  }

  protected is(type: TokenType, distance = 1): boolean {
    return this.LA(distance).tokenType === type;
  }

  protected isName(distance = 1): boolean {
    return t.isNameType(this.LA(distance).tokenType);
  }

  protected atEnd(): boolean {
    return this.LA(1).tokenType.name === 'EOF';
  }

  /** Where the node that begins with the next token starts. */
  protected start(): number {
    return this.LA(1).startOffset;
  }

  /** Where the node that ends with the last token ends. */
  protected end(): number {
    return (this.LA(0).endOffset as number) + 1;
  }

  /** Chevrotain's own step over one token; `SKIP_TOKEN` does not step over the last. */
  private advance(): void {
    (this as unknown as { consumeToken(): void }).consumeToken();
  }

  // ---- names --------------------------------------------------------------------------------------------------

  readonly name: Rule<Name> = this.RULE('name', (): Name => {
    if (!this.RECORDING_PHASE) {
      const reserved = this.reservedName();
      if (reserved !== undefined) return reserved;
    }
    const token = this.CONSUME(t.Name) as Token;
    return { kind: 'name', start: token.startOffset, end: token.endOffset + 1, text: token.value };
  });

  /** A word that is reserved here but stands where only a name can: taken for one, with a problem. */
  private reservedName(): Name | undefined {
    const token = this.peek();
    const type = token.tokenType;
    if (type === t.Word || type === t.QuotedName) return undefined;
    if (type === t.Code) {
      this.report(grammatical.codeForName(placeOf(token), token.image));
    } else {
      const connecting = isConnectingWord(token.image);
      if (!connecting && !this.context.reserved.has(token.image)) return undefined;
      if (!this.looksLikeName(token)) this.fail(this.missing(expectations.name, token, this.peek(0)));
      const where = connecting
        ? 'is a word of the language'
        : this.context.block === undefined
          ? 'begins a declaration'
          : `begins a clause of a ${this.context.block}`;
      this.report(grammatical.reservedName(placeOf(token), token.image, where));
    }
    this.advance();
    return { kind: 'name', start: token.startOffset, end: token.endOffset + 1, text: token.value };
  }

  private looksLikeName(token: Token): boolean {
    if (token.first) return false;
    const next = this.peek(2);
    const type = next.tokenType;
    return (
      next.first ||
      type.name === 'EOF' ||
      type === t.OpenBrace ||
      type === t.CloseBrace ||
      type === t.Comma ||
      isConnectingWord(next.image)
    );
  }

  readonly reference: Rule<Reference> = this.RULE('reference', (): Reference => {
    const start = this.start();
    let name = this.SUBRULE(this.name);
    let qualifier: Name | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Dot);
      qualifier = name;
      name = this.SUBRULE2(this.name);
    });
    return { kind: 'reference', start, end: this.end(), qualifier, name };
  });

  readonly names: Rule<readonly Name[]> = this.RULE('names', (): readonly Name[] => {
    const names = [this.SUBRULE(this.name)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      names.push(this.SUBRULE2(this.name));
    });
    this.listEnd = this.end();
    return names;
  });

  readonly text: Rule<Text> = this.RULE('text', (): Text => {
    const token = this.CONSUME(t.Text) as Token;
    return { kind: 'text', start: token.startOffset, end: token.endOffset + 1, value: token.value };
  });

  // ---- problems -----------------------------------------------------------------------------------------------

  protected report(problem: SyntaxProblem): void {
    if (this.found.length < problemLimit) this.found.push(problem);
    else if (this.found.length === problemLimit) this.found.push(grammatical.tooLong(problem));
  }

  protected get hopeless(): boolean {
    return this.found.length > problemLimit;
  }

  protected fail(problem: Problem): never {
    throw new Failure(problem);
  }

  private remember(problem: Problem): string {
    this.problem = problem;
    return problem.message;
  }

  private missing(
    expected: Parameters<typeof grammatical.missing>[0],
    actual: Token,
    previous: Token,
  ): Problem {
    const here = Number.isNaN(actual.startOffset) || actual.first || actual.tokenType === t.CloseBrace;
    const behind = Number.isNaN(previous.startOffset) ? undefined : previous;
    if (here && behind !== undefined)
      return grammatical.missing(expected, placeOf(behind), behind.image, undefined);
    const place = Number.isNaN(actual.startOffset) ? { start: 0, end: 0 } : placeOf(actual);
    return grammatical.missing(expected, place, behind?.image, actual.image);
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Failure) return error.problem;
    if (error instanceof Error && isRecognitionException(error) && this.problem !== undefined)
      return this.problem;
    throw error;
  }

  protected deeper(place: Node): void {
    if (++this.depth > depthLimit) this.fail(grammatical.tooDeep(place));
  }

  protected shallower(): void {
    this.depth--;
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

  private settle(): void {
    this.depth = 0;
    this.inList = false;
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
      } while (this.resume(block));
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
    const { context } = this;
    try {
      read.push(parse());
    } catch (error) {
      this.context = context;
      const entry = clauseEntry(block, first.image, this.peek(2).image);
      this.report(grammatical.inClause(this.problemOf(error), entry?.syntax));
      this.settle();
      if (this.peek() === first) this.advance();
      this.skipToClause(block);
    }
  }

  /** After the last clause that could be read: true when there is more of the block to read. */
  private resume(block: BlockName): boolean {
    const token = this.peek();
    if (this.atEnd() || token.tokenType === t.CloseBrace) return false;
    if (block === 'step' && token.image === 'step' && token.first) return false;
    if (this.hopeless) {
      while (!this.atEnd()) this.advance();
      return false;
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
    if (type === t.QuotedName || !clauseWordsOf(block).has(token.image)) return false;
    if (!token.first && !oneLine && isConnectingWord(token.image)) return false;
    const next = this.peek(2).image;
    if (token.image === 'at') return next !== 'least' && next !== 'most';
    return token.image in clausesOf(block) || `${token.image} ${next}` in clausesOf(block);
  }

  /** Reports the next token, which no clause and no declaration can take. */
  private reportTooMuch(block: BlockName | undefined): void {
    const token = this.peek();
    const place = placeOf(token);
    if (token.tokenType === t.Unknown) return;
    if (block !== undefined && (token.first || this.is(t.OpenBrace, 0) || this.is(t.CloseBrace, 0))) {
      const known = [...Object.keys(clausesOf(block))];
      this.report(
        grammatical.unknownClause(
          place,
          token.image,
          block,
          nearestWord(token.image, [...clauseWordsOf(block)]),
          known,
        ),
      );
      return;
    }
    const previous = this.peek(0);
    const suggestion = block === undefined ? undefined : this.suggestion(block, token.image);
    if (suggestion === undefined && this.listEnd === previous.endOffset + 1 && this.isName()) {
      this.report(grammatical.missingComma(place, token.image, this.listEnd));
      return;
    }
    this.report(grammatical.clauseEnd(place, token.image, suggestion));
  }

  /** A word of one of the block's clauses that is spelled much like this. */
  private suggestion(block: BlockName, image: string): string | undefined {
    const words = Object.values(clausesOf(block)).flatMap(
      ({ syntax }) => syntax.match(/[a-z][a-z-]+/g) ?? [],
    );
    return nearestWord(image, [...clauseWordsOf(block), ...words]);
  }
}

export function placeOf(token: Token): Node {
  return { start: token.startOffset, end: token.endOffset + 1 };
}
