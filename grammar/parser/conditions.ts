import type { Comparison, Condition, DurationLiteral, Expression, Name, When } from '../ast.ts';
import { grammatical } from '../messages.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { asAmount, asCondition, asMoment, asSubject } from './conversions.ts';
import { OperandParser } from './operands.ts';

type Bound = Exclude<Comparison, 'is' | 'is not'>;

const at = word('at');
const least = word('least');
const most = word('most');

/**
 * Conditions: comparisons of operands, joined by `and`, `or` and `not`.
 */
export abstract class ConditionParser extends OperandParser {
  protected readonly condition: Rule<Condition> = this.RULE('condition', (): Condition => {
    const outer = this.want('condition');
    const value = this.SUBRULE(this.anyOr);
    this.wanted = outer;
    return this.ACTION(() => asCondition(value, this.failure));
  });

  protected readonly when: Rule<Condition> = this.RULE('when', (): Condition => {
    this.CONSUME(word('when'));
    return this.SUBRULE(this.condition);
  });

  /** `when C` or `otherwise` */
  protected readonly row: Rule<When> = this.RULE(
    'row',
    (): When =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.when) },
          {
            ALT: (): When => {
              const token = this.CONSUME(word('otherwise')) as Token;
              return { kind: 'otherwise', start: token.startOffset, end: token.endOffset + 1 };
            },
          },
        ],
        ERR_MSG: 'row',
      }),
  );

  protected readonly anyOr: Rule<Expression> = this.RULE('anyOr', (): Expression => {
    const start = this.start();
    const items = [this.SUBRULE(this.allAnd)];
    this.MANY(() => {
      this.CONSUME(word('or'));
      items.push(this.SUBRULE2(this.allAnd));
    });
    if (items.length === 1) return items[0] as Expression;
    return { kind: 'or', start, end: this.end(), items: items as Condition[] };
  });

  private readonly allAnd: Rule<Expression> = this.RULE('allAnd', (): Expression => {
    const start = this.start();
    const items = [this.SUBRULE(this.negation)];
    this.MANY(() => {
      this.CONSUME(word('and'));
      items.push(this.SUBRULE2(this.negation));
    });
    if (items.length === 1) return items[0] as Expression;
    return { kind: 'and', start, end: this.end(), items: items as Condition[] };
  });

  private readonly negation: Rule<Expression> = this.RULE('negation', (): Expression => {
    const starts: number[] = [];
    this.MANY(() => {
      starts.push(this.CONSUME(word('not')).startOffset);
    });
    let result = this.SUBRULE(this.relation);
    for (const start of starts.reverse()) {
      result = { kind: 'not', start, end: this.end(), condition: result as Condition };
    }
    return result;
  });

  private readonly relation: Rule<Expression> = this.RULE('relation', (): Expression => {
    const left = this.SUBRULE(this.sum);
    // `at` may also begin the next rung of a ladder.
    if (!this.RECORDING_PHASE && this.is(at) && !this.is(least, 2) && !this.is(most, 2)) return left;
    return this.OPTION(() => this.related(left)) ?? left;
  });

  private related(left: Expression): Expression {
    return this.OR([
      { ALT: () => this.SUBRULE(this.isRelation, { ARGS: [left] }) },
      { ALT: () => this.SUBRULE(this.boundRelation, { ARGS: [left] }) },
      { ALT: () => this.SUBRULE(this.orderRelation, { ARGS: [left] }) },
    ]);
  }

  private readonly isRelation = this.RULE('isRelation', (left: Expression): Expression => {
    const start = left?.start;
    this.CONSUME(word('is'));
    const negated = this.OPTION(() => this.CONSUME(word('not'))) !== undefined;
    return this.OR({
      DEF: [
        {
          ALT: (): Expression => {
            this.CONSUME(word('set'));
            return this.ACTION(() => {
              const subject = asSubject(left, this.failure);
              return { kind: 'set', start, end: this.end(), negated, subject };
            });
          },
        },
        {
          GATE: () => this.is(word('of'), 2),
          ALT: (): Expression => {
            const values = this.SUBRULE(this.oneOfValues);
            return this.ACTION(() => ({
              kind: 'one-of',
              start,
              end: this.end(),
              negated,
              left: asAmount(left, this.failure),
              values,
            }));
          },
        },
        {
          GATE: () => this.is(word('a'), 2),
          ALT: (): Expression => {
            this.CONSUME(word('on'));
            this.CONSUME(word('a'));
            this.CONSUME(word('closed'));
            this.CONSUME(word('day'));
            return this.ACTION(() => ({
              kind: 'closed-day',
              start,
              end: this.end(),
              negated,
              left: asMoment(left, this.failure),
            }));
          },
        },
        {
          ALT: (): Expression => {
            const right = this.SUBRULE(this.amount);
            return this.ACTION(() => ({
              kind: 'comparison',
              start,
              end: this.end(),
              left: asAmount(left, this.failure),
              operator: negated ? 'is not' : 'is',
              right,
            }));
          },
        },
      ],
      ERR_MSG: 'amount',
    });
  });

  /** `at least`, `at most`, `more than`, `less than` */
  protected readonly bound: Rule<Bound> = this.RULE(
    'bound',
    (): Bound =>
      this.OR({
        DEF: [
          {
            ALT: (): Bound => {
              this.CONSUME(word('at'));
              return this.OR2({
                DEF: [
                  { ALT: () => this.boundWord(this.CONSUME(word('least')), 'at least') },
                  { ALT: () => this.boundWord(this.CONSUME(word('most')), 'at most') },
                ],
                ERR_MSG: 'bound',
              });
            },
          },
          {
            ALT: (): Bound => {
              this.CONSUME(word('more'));
              this.CONSUME(word('than'));
              return 'more than';
            },
          },
          {
            ALT: (): Bound => {
              this.CONSUME(word('less'));
              this.CONSUME2(word('than'));
              return 'less than';
            },
          },
        ],
        ERR_MSG: 'bound',
      }),
  );

  private boundWord(_token: unknown, bound: Bound): Bound {
    return bound;
  }

  /** `score at least 8`, and with a moment behind the duration `cancelled less than 24 hours before appointment-at`. */
  private readonly boundRelation = this.RULE('boundRelation', (left: Expression): Expression => {
    const start = left?.start;
    const operator = this.SUBRULE(this.bound);
    const right = this.SUBRULE(this.sum);
    const other = this.OPTION(() => {
      const direction = this.SUBRULE(this.direction);
      return { direction, moment: this.SUBRULE(this.momentTerm) };
    });
    return this.ACTION((): Expression => {
      const end = this.end();
      if (other !== undefined) {
        const duration = this.durationOrName(right);
        return {
          kind: 'distance',
          start,
          end,
          left: asMoment(left, this.failure),
          operator,
          duration,
          direction: other.direction,
          right: asMoment(other.moment, this.failure),
        };
      }
      if (right.kind === 'offset') {
        const { duration, direction, of } = right;
        return {
          kind: 'distance',
          start,
          end,
          left: asMoment(left, this.failure),
          operator,
          duration,
          direction,
          right: of,
        };
      }
      return {
        kind: 'comparison',
        start,
        end,
        left: asAmount(left, this.failure),
        operator,
        right: asAmount(right, this.failure),
      };
    });
  });

  private durationOrName(value: Expression): DurationLiteral | Name {
    if (value.kind === 'duration' || value.kind === 'name') return value;
    return this.fail(grammatical.notDuration(value));
  }

  private readonly orderRelation = this.RULE('orderRelation', (left: Expression): Expression => {
    const operator = this.SUBRULE(this.direction);
    const right = this.SUBRULE(this.sum);
    return this.ACTION(() => ({
      kind: 'order',
      start: left.start,
      end: this.end(),
      left: asMoment(left, this.failure),
      operator,
      right: right.kind === 'time' ? right : asMoment(right, this.failure),
    }));
  });
}
