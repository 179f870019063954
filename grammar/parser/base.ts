import { EmbeddedActionsParser, isRecognitionException, type ParserMethod, type TokenType } from 'chevrotain';
import type { Name, Node, Reference, Text } from '../ast.ts';
import { type BlockName, declarationWords, isConnectingWord, typeWords } from '../keywords.ts';
import { expectations, grammatical, type Part, type Problem } from '../messages.ts';
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

const header: Context = {
  block: undefined,
  reserved: declarationWordSet,
  anchors: nothing,
  oneLine: false,
};

/**
 * What all rules share: names and their reserved words, and reporting. Rules run
 * once without input when the parser is built ("recording"), so nothing here may trust a token then.
 */
export abstract class BaseParser extends EmbeddedActionsParser {
  protected context: Context = header;
  protected inList = false;
  /** What an operand that is missing should have been. */
  protected wanted: Part = 'amount';
  private found: SyntaxProblem[] = [];
  private depth = 0;
  private problem: Problem | undefined;
  /** Where the last list of names ended; a name right behind it lacks its comma. */
  protected listEnd = -1;

  constructor(skipValidations: boolean) {
    super([...tokenTypes], {
      maxLookahead: 1,
      skipValidations,
      recoveryEnabled: false,
      errorMessageProvider: {
        buildMismatchTokenMessage: ({ expected, actual, previous }) =>
          this.remember(this.missing(expectations.token(expected), actual as Token, previous as Token)),
        buildNoViableAltMessage: ({ expectedPathsPerAlt, actual, previous, customUserDescription }) => {
          const words = expectedPathsPerAlt.flatMap((paths) => paths.map(([first]) => first));
          const what = customUserDescription === 'operand' ? this.wanted : customUserDescription;
          const expected = expectations.part(what, words);
          return this.remember(this.missing(expected, actual[0] as Token, previous as Token));
        },
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
    this.wanted = 'amount';
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
  protected advance(): void {
    (this as unknown as { consumeToken(): void }).consumeToken();
  }

  // ---- names --------------------------------------------------------------------------------------------------

  protected readonly name: Rule<Name> = this.RULE('name', (): Name => {
    // A code is no name, but where one stands the rules that want a name are to be tried, and say so.
    if (this.RECORDING_PHASE)
      this.OR([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME(t.Code) }]);
    return this.reservedName('name') ?? this.plainName();
  });

  private plainName(): Name {
    if (this.RECORDING_PHASE) return { kind: 'name', start: 0, end: 0, text: '' };
    const token = this.CONSUME(t.Name) as Token;
    return { kind: 'name', start: token.startOffset, end: token.endOffset + 1, text: token.value };
  }

  /** A word that is reserved here but stands where only a name can: taken for one, with a problem. */
  protected reservedName(wanted: Part): Name | undefined {
    const token = this.peek();
    const type = token.tokenType;
    if (type === t.Word || type === t.QuotedName || this.RECORDING_PHASE) return undefined;
    if (type === t.Code) {
      this.report(grammatical.codeForName(placeOf(token), token.image));
    } else {
      const connecting = isConnectingWord(token.image);
      if (!connecting && !this.context.reserved.has(token.image)) return undefined;
      if (!this.looksLikeName(token)) this.fail(this.missing(expectations.part(wanted), token, this.peek(0)));
      this.report(grammatical.reservedName(placeOf(token), token.image, connecting, this.context.block));
    }
    this.advance();
    return { kind: 'name', start: token.startOffset, end: token.endOffset + 1, text: token.value };
  }

  /** A reserved word with a type behind it, where fields are declared. */
  protected namesField(): boolean {
    const { block } = this.context;
    return (block === 'ticket' || block === 'event') && Object.hasOwn(typeWords, this.peek(2).image);
  }

  private looksLikeName(token: Token): boolean {
    if (this.namesField()) return true;
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

  protected readonly reference: Rule<Reference> = this.RULE('reference', (): Reference => {
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

  protected readonly references: Rule<readonly Reference[]> = this.RULE(
    'references',
    (): readonly Reference[] => {
      const references = [this.SUBRULE(this.reference)];
      this.MANY(() => {
        this.CONSUME(t.Comma);
        references.push(this.SUBRULE2(this.reference));
      });
      return references;
    },
  );

  protected readonly names: Rule<readonly Name[]> = this.RULE('names', (): readonly Name[] => {
    const names = [this.SUBRULE(this.name)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      names.push(this.SUBRULE2(this.name));
    });
    this.listEnd = this.end();
    return names;
  });

  protected readonly text: Rule<Text> = this.RULE('text', (): Text => {
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

  protected missing(
    expected: Parameters<typeof grammatical.missing>[0],
    actual: Token,
    previous: Token,
  ): Problem {
    const type = actual.tokenType;
    const here =
      Number.isNaN(actual.startOffset) || actual.first || type === t.CloseBrace || type === t.OpenBrace;
    const behind = Number.isNaN(previous.startOffset) ? undefined : previous;
    if (here && behind !== undefined)
      return grammatical.missing(expected, placeOf(behind), behind.image, undefined);
    const place = Number.isNaN(actual.startOffset) ? { start: 0, end: 0 } : placeOf(actual);
    return grammatical.missing(expected, place, behind?.image, actual.image);
  }

  protected problemOf(error: unknown): Problem {
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

  /** Forgets how deep the failed rule was. */
  protected settle(): void {
    this.depth = 0;
    this.inList = false;
  }
}

export function placeOf(token: Token): Node {
  return { start: token.startOffset, end: token.endOffset + 1 };
}
