import type {
  Amount,
  AsOfClause,
  ChangeLine,
  ExpectClause,
  ExpectFact,
  GivenClause,
  HappensLine,
  Pair,
  RungTime,
  ScenarioClause,
  ScenarioDeclaration,
  ScenarioTime,
} from '../ast.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { PeopleParser } from './people.ts';

type StatusFact = Extract<ExpectFact, { kind: 'status' }>['status'];
type WhomFact = Extract<ExpectFact, { kind: 'notified' | 'assigned' | 'raised' | 'emitted' }>['kind'];
type SinceFact = Extract<ExpectFact, { kind: 'due' | 'since' | 'opened' | 'closes' }>['kind'];
type PermitFact = Extract<ExpectFact, { kind: 'refused' | 'allowed' }>['kind'];

/** `scenario`. */
export abstract class ScenarioParser extends PeopleParser {
  protected readonly scenarioDeclaration: Rule<ScenarioDeclaration> = this.RULE(
    'scenarioDeclaration',
    (): ScenarioDeclaration => {
      const start = this.CONSUME(word('scenario')).startOffset;
      const title = this.SUBRULE(this.quotedText);
      const clauses = this.SUBRULE(this.scenarioBlock);
      return { kind: 'scenario', start, end: this.end(), title, clauses };
    },
  );

  private readonly scenarioBlock: Rule<readonly ScenarioClause[]> = this.block<ScenarioClause>(
    'scenarioBlock',
    'scenario',
    () => [this.givenClause, this.line, this.asOfClause, this.expectClause],
  );

  private readonly givenClause: Rule<GivenClause> = this.RULE('givenClause', (): GivenClause => {
    const start = this.CONSUME(word('ticket')).startOffset;
    const fields = this.SUBRULE(this.pairs);
    return { kind: 'ticket', start, end: this.end(), fields };
  });

  private readonly pairs: Rule<readonly Pair[]> = this.RULE('pairs', (): readonly Pair[] => {
    const pairs = [this.SUBRULE(this.pair)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      pairs.push(this.SUBRULE2(this.pair));
    });
    return pairs;
  });

  private readonly pair: Rule<Pair> = this.RULE('pair', (): Pair => {
    const name = this.SUBRULE(this.name);
    const value = this.SUBRULE(this.plainValue);
    return { start: name.start, end: value.end, name, value };
  });

  /** A value as it stands in a case: nothing is computed. */
  private readonly plainValue: Rule<Amount> = this.RULE(
    'plainValue',
    (): Amount =>
      this.OR<Amount>({
        DEF: [
          { ALT: () => this.SUBRULE(this.name) },
          { ALT: () => this.SUBRULE(this.quantity) },
          { ALT: () => this.SUBRULE(this.percent) },
          { ALT: () => this.SUBRULE(this.dateOrDateTime) },
          { ALT: () => this.SUBRULE(this.instant) },
          { ALT: () => this.SUBRULE(this.time) },
          { ALT: () => this.SUBRULE(this.text) },
        ],
        ERR_MSG: 'plainValue',
      }),
  );

  /** `2026-12-29 10:00 acknowledged by ana containing next-step`, `2026-12-30 12:00 set priority urgent` */
  private readonly line: Rule<HappensLine | ChangeLine> = this.RULE('line', (): HappensLine | ChangeLine => {
    const at = this.SUBRULE(this.dateTime);
    const { start } = at;
    return this.OR<HappensLine | ChangeLine>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word('set'));
            const fields = this.SUBRULE(this.pairs);
            return { kind: 'change', start, end: this.end(), at, fields };
          },
        },
        {
          ALT: () => {
            const event = this.SUBRULE(this.name);
            const by = this.OPTION(() => this.SUBRULE(this.byName));
            const data = this.OPTION2({
              GATE: () => this.peek().image !== 'containing' && !this.context.reserved.has(this.peek().image),
              DEF: () => this.SUBRULE2(this.pairs),
            });
            const contains = this.OPTION3(() => {
              this.CONSUME(word('containing'));
              return this.SUBRULE(this.names);
            });
            return {
              kind: 'happens',
              start,
              end: this.end(),
              at,
              event,
              by,
              data: data ?? [],
              contains: contains ?? [],
            };
          },
        },
      ],
      ERR_MSG: 'event',
    });
  });

  private readonly asOfClause: Rule<AsOfClause> = this.RULE('asOfClause', (): AsOfClause => {
    const start = this.CONSUME(word('as')).startOffset;
    this.CONSUME(word('of'));
    const at = this.SUBRULE(this.dateTime);
    return { kind: 'as of', start, end: this.end(), at };
  });

  private readonly expectClause: Rule<ExpectClause> = this.RULE('expectClause', (): ExpectClause => {
    const start = this.CONSUME(word('expect')).startOffset;
    const negated = this.OPTION({
      GATE: () => this.isName(2) && !this.context.reserved.has(this.peek(2).image),
      DEF: () => this.CONSUME(word('no')),
    });
    const facts: ExpectFact[] = [];
    const subject = this.OR({
      DEF: [
        {
          GATE: () => this.is(t.RuleCode, 2),
          ALT: () => {
            facts.push(this.SUBRULE(this.finding));
            return undefined;
          },
        },
        { ALT: () => this.SUBRULE(this.reference) },
      ],
      ERR_MSG: 'subject',
    });
    this.MANY(() => facts.push(this.SUBRULE(this.fact)));
    return { kind: 'expect', start, end: this.end(), negated: negated !== undefined, subject, facts };
  });

  private readonly finding: Rule<ExpectFact> = this.RULE('finding', (): ExpectFact => {
    const start = this.CONSUME(word('finding')).startOffset;
    const code = this.CONSUME(t.RuleCode).image;
    return { kind: 'finding', start, end: this.end(), code };
  });

  private readonly fact: Rule<ExpectFact> = this.RULE(
    'fact',
    (): ExpectFact =>
      this.OR<ExpectFact>({
        DEF: [
          { ALT: () => this.SUBRULE(this.statusFact) },
          { ALT: () => this.SUBRULE(this.timeFact) },
          { ALT: () => this.SUBRULE(this.permitFact) },
          { ALT: () => this.SUBRULE(this.whomFact) },
          { ALT: () => this.SUBRULE(this.finding) },
          { ALT: () => this.SUBRULE(this.amountFact) },
          {
            ALT: () => {
              const start = this.CONSUME(word('run')).startOffset;
              const number = this.SUBRULE(this.number);
              return { kind: 'run', start, end: this.end(), number };
            },
          },
          {
            ALT: () => {
              const start = this.CONSUME(word('at')).startOffset;
              const step = this.SUBRULE(this.name);
              return { kind: 'at', start, end: this.end(), step };
            },
          },
          {
            ALT: () => {
              const token = this.OR2([
                { ALT: () => this.CONSUME(word('automatic')) },
                { ALT: () => this.CONSUME(word('on-request')) },
              ]) as Token;
              const { startOffset: start, image } = token;
              return { kind: image as 'automatic' | 'on-request', start, end: this.end() };
            },
          },
          {
            ALT: () => {
              const start = this.CONSUME(word('ended')).startOffset;
              const outcome = this.SUBRULE2(this.name);
              return { kind: 'ended', start, end: this.end(), outcome };
            },
          },
        ],
        ERR_MSG: 'fact',
      }),
  );

  private readonly statusFact: Rule<ExpectFact> = this.RULE('statusFact', (): ExpectFact => {
    const token = this.OR([
      { ALT: () => this.CONSUME(word('met')) },
      { ALT: () => this.CONSUME(word('breached')) },
      { ALT: () => this.CONSUME(word('running')) },
      { ALT: () => this.CONSUME(word('paused')) },
      { ALT: () => this.CONSUME(word('cancelled')) },
      { ALT: () => this.CONSUME(word('not-applicable')) },
      { ALT: () => this.CONSUME(word('not-assessed')) },
    ]) as Token;
    const { startOffset: start, image } = token;
    return { kind: 'status', start, end: this.end(), status: image as StatusFact };
  });

  private readonly timeFact: Rule<ExpectFact> = this.RULE('timeFact', (): ExpectFact => {
    const token = this.OR([
      { ALT: () => this.CONSUME(word('due')) },
      { ALT: () => this.CONSUME(word('since')) },
      { ALT: () => this.CONSUME(word('opened')) },
      { ALT: () => this.CONSUME(word('closes')) },
    ]) as Token;
    const at = this.SUBRULE(this.scenarioTime);
    return { kind: token.image as SinceFact, start: token.startOffset, end: this.end(), at };
  });

  private readonly permitFact: Rule<ExpectFact> = this.RULE('permitFact', (): ExpectFact => {
    const token = this.OR([
      { ALT: () => this.CONSUME(word('refused')) },
      { ALT: () => this.CONSUME(word('allowed')) },
    ]) as Token;
    this.CONSUME(word('at'));
    const at = this.SUBRULE(this.scenarioTime);
    return { kind: token.image as PermitFact, start: token.startOffset, end: this.end(), at };
  });

  private readonly whomFact: Rule<ExpectFact> = this.RULE('whomFact', (): ExpectFact => {
    const token = this.OR([
      { ALT: () => this.CONSUME(word('notified')) },
      { ALT: () => this.CONSUME(word('assigned')) },
      { ALT: () => this.CONSUME(word('raised')) },
      { ALT: () => this.CONSUME(word('emitted')) },
    ]) as Token;
    const whom = this.SUBRULE(this.name);
    const at = this.OPTION(() => this.SUBRULE(this.rungOrInstant));
    return { kind: token.image as WhomFact, start: token.startOffset, end: this.end(), whom, at };
  });

  /** `at breach`, `at 50%`, `at 2027-01-14 15:00` */
  private readonly rungOrInstant: Rule<RungTime | ScenarioTime> = this.RULE(
    'rungOrInstant',
    (): RungTime | ScenarioTime => {
      const outer = this.context;
      if (!this.RECORDING_PHASE) this.context = this.withRungAnchors();
      const time = this.SUBRULE(this.atTime);
      this.context = outer;
      if (this.RECORDING_PHASE || time.kind !== 'moment') return time;
      const { moment } = time;
      return moment.kind === 'date' || moment.kind === 'date-time' || moment.kind === 'instant'
        ? moment
        : time;
    },
  );

  private readonly scenarioTime: Rule<ScenarioTime> = this.RULE(
    'scenarioTime',
    (): ScenarioTime =>
      this.OR<ScenarioTime>({
        DEF: [{ ALT: () => this.SUBRULE(this.dateOrDateTime) }, { ALT: () => this.SUBRULE(this.instant) }],
        ERR_MSG: 'when',
      }),
  );

  private readonly amountFact: Rule<ExpectFact> = this.RULE('amountFact', (): ExpectFact => {
    const amount = this.OR<Amount>([
      { ALT: () => this.SUBRULE(this.quantity) },
      { ALT: () => this.SUBRULE(this.percent) },
    ]);
    return { kind: 'amount', start: amount.start, end: this.end(), amount };
  });
}
