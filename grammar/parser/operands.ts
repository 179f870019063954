import type {
  Amount,
  AnchorMoment,
  BenchmarkMoment,
  Condition,
  DeadlineItem,
  DurationLiteral,
  Expression,
  Moment,
  Name,
  Node,
} from '../ast.ts';
import { grammatical, type Part } from '../messages.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import { placeOf, type Rule } from './base.ts';
import { asAmount, asDeadlineItem, asMoment } from './conversions.ts';
import { ValueParser } from './values.ts';

const after = word('after');
const before = word('before');
const of = word('of');
const where = word('where');
const that = word('that');
const benchmarkMoments: ReadonlySet<string> = new Set(['start', 'due', 'breach', 'met']);

/**
 * Amounts and moments. Which of them a phrase is, or whether it is a condition, shows only at its end, and what its
 * names mean only in the model: so everything is read as an expression and then taken for what its place asks for.
 */
export abstract class OperandParser extends ValueParser {
  /** Conditions are made of operands, and operands in parentheses of conditions. */
  protected abstract readonly anyOr: Rule<Expression>;
  protected abstract readonly condition: Rule<Condition>;

  protected readonly amount: Rule<Amount> = this.RULE('amount', (): Amount => {
    const outer = this.want('amount');
    const value = this.SUBRULE(this.sum);
    this.wanted = outer;
    return this.ACTION(() => asAmount(value, this.failure));
  });

  /** A moment, with `or` for whichever comes first. */
  protected readonly moment: Rule<Moment> = this.RULE('moment', (): Moment => {
    const outer = this.want('moment');
    const value = this.SUBRULE(this.eitherMoment);
    this.wanted = outer;
    return this.ACTION(() => asMoment(value, this.failure));
  });

  /** What a clock may wait for: as a moment, but a bare duration will do. */
  protected readonly deadlineItem: Rule<DeadlineItem> = this.RULE('deadlineItem', (): DeadlineItem => {
    const outer = this.want('deadline');
    const value = this.SUBRULE(this.eitherMoment);
    this.wanted = outer;
    return this.ACTION(() => asDeadlineItem(value, this.failure));
  });

  protected readonly failure = (
    place: Parameters<typeof grammatical.notMoment>[0],
    what: 'condition' | 'moment' | 'amount',
  ): never =>
    this.fail(
      what === 'condition'
        ? grammatical.notCondition(place)
        : what === 'moment'
          ? grammatical.notMoment(place)
          : grammatical.notAmount(place),
    );

  protected want(part: Part): Part {
    const outer = this.wanted;
    this.wanted = part;
    return outer;
  }

  protected readonly direction: Rule<'before' | 'after'> = this.RULE('direction', (): 'before' | 'after' =>
    this.OR([{ ALT: () => this.CONSUME(before) }, { ALT: () => this.CONSUME(after) }]).image === 'before'
      ? 'before'
      : 'after',
  );

  private readonly eitherMoment: Rule<Expression> = this.RULE('eitherMoment', (): Expression => {
    const start = this.start();
    const items = [this.SUBRULE(this.momentTerm)];
    this.MANY(() => {
      this.CONSUME(word('or'));
      items.push(this.SUBRULE2(this.momentTerm));
    });
    if (items.length === 1) return items[0] as Expression;
    return this.ACTION(() => ({
      kind: 'either',
      start,
      end: this.end(),
      items: items.map((item) => asMoment(item, this.failure)),
    }));
  });

  /** A moment without `or`; here a name before `after` or `before` is a duration. */
  protected readonly momentTerm: Rule<Expression> = this.RULE('momentTerm', (): Expression => {
    const first = this.SUBRULE(this.primary);
    if (!this.RECORDING_PHASE && (first.kind !== 'name' || this.is(that, 2))) return first;
    return this.OPTION(() => this.offsetFrom(first as Name)) ?? first;
  });

  private offsetFrom(duration: DurationLiteral | Name): Expression {
    const direction = this.SUBRULE(this.direction);
    const of = this.SUBRULE(this.nestedMoment);
    return { kind: 'offset', start: duration?.start, end: this.end(), duration, direction, of };
  }

  /** The moment that an offset counts from. */
  private readonly nestedMoment: Rule<Moment> = this.RULE('nestedMoment', (): Moment => {
    this.ACTION(() => this.deeper(placeOf(this.peek())));
    const value = this.SUBRULE(this.momentTerm);
    return this.ACTION(() => {
      this.shallower();
      return asMoment(value, this.failure);
    });
  });

  protected readonly sum: Rule<Expression> = this.RULE('sum', (): Expression => {
    const start = this.start();
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => this.CONSUME(t.Plus) }, { ALT: () => this.CONSUME(t.Minus) }])
        .image as '+' | '-';
      const right = this.SUBRULE2(this.product);
      left = this.binary(start, operator, left, right);
    });
    return left;
  });

  private readonly product: Rule<Expression> = this.RULE('product', (): Expression => {
    const start = this.start();
    let left = this.SUBRULE(this.primary);
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => this.CONSUME(t.Star) }, { ALT: () => this.CONSUME(t.Slash) }])
        .image as '*' | '/';
      const right = this.SUBRULE2(this.primary);
      left = this.binary(start, operator, left, right);
    });
    return left;
  });

  private binary(
    start: number,
    operator: '+' | '-' | '*' | '/',
    left: Expression,
    right: Expression,
  ): Expression {
    if (this.RECORDING_PHASE) return left;
    return {
      kind: 'binary',
      start,
      end: this.end(),
      operator,
      left: asAmount(left, this.failure),
      right: asAmount(right, this.failure),
    };
  }

  private readonly primary: Rule<Expression> = this.RULE('primary', (): Expression => {
    this.operands ??= [
      { ALT: () => this.SUBRULE(this.named) },
      { ALT: () => this.SUBRULE(this.quantityOrOffset) },
      { ALT: () => this.SUBRULE(this.percentOf) },
      { ALT: () => this.SUBRULE(this.dateOrDateTime) },
      { ALT: () => this.SUBRULE(this.instant) },
      { ALT: () => this.SUBRULE(this.time) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => this.SUBRULE(this.parenthesised) },
    ];
    return this.OR({ DEF: this.operands, ERR_MSG: 'operand' });
  });

  private operands: { ALT: () => Expression }[] | undefined;

  private readonly parenthesised: Rule<Expression> = this.RULE('parenthesised', (): Expression => {
    const open = this.CONSUME(t.OpenParen) as Token;
    const inList = this.inList;
    this.inList = false;
    this.ACTION(() => this.deeper(placeOf(open)));
    const value = this.SUBRULE(this.anyOr);
    this.ACTION(() => this.shallower());
    this.inList = inList;
    this.CONSUME(t.CloseParen);
    return value;
  });

  /** `2 business days`, and with a moment behind it `2 business days after breach`. */
  private readonly quantityOrOffset: Rule<Expression> = this.RULE('quantityOrOffset', (): Expression => {
    const quantity = this.SUBRULE(this.quantity);
    if (!this.RECORDING_PHASE && (quantity.kind !== 'duration' || this.is(that, 2))) return quantity;
    return this.OPTION(() => this.offsetFrom(quantity as DurationLiteral)) ?? quantity;
  });

  private readonly percentOf: Rule<Expression> = this.RULE('percentOf', (): Expression => {
    const percent = this.SUBRULE(this.percent);
    let result: Expression = percent;
    this.OPTION(() => {
      this.CONSUME(word('of'));
      this.ACTION(() => this.deeper(percent));
      const of = this.SUBRULE(this.primary);
      this.ACTION(() => {
        this.shallower();
        result = {
          kind: 'percent-of',
          start: percent.start,
          end: this.end(),
          percent,
          of: asAmount(of, this.failure),
        };
      });
    });
    return result;
  });

  /**
   * Whatever begins with a name. Words such as `first`, `due` and `greater` are names unless what follows shows that
   * they are not.
   */
  private readonly named: Rule<Expression> = this.RULE('named', (): Expression => {
    const name = this.reservedName(this.wanted) ?? this.SUBRULE(this.name);
    const image = this.RECORDING_PHASE || this.isQuoted(name) ? '' : name.text;
    if (!this.RECORDING_PHASE && !this.goesOn(image)) return this.alone(name, image);
    return this.OR([
      {
        GATE: () => image === 'greater' || image === 'lesser',
        ALT: (): Expression => this.SUBRULE(this.amountChoice, { ARGS: [name] }),
      },
      {
        GATE: () => image === 'earlier' || image === 'later',
        ALT: (): Expression => this.SUBRULE(this.momentChoice, { ARGS: [name] }),
      },
      {
        GATE: () => image === 'elapsed' || benchmarkMoments.has(image),
        ALT: (): Expression => this.SUBRULE(this.ofBenchmark, { ARGS: [name] }),
      },
      { ALT: (): Expression => this.SUBRULE(this.dataOf, { ARGS: [name] }) },
      {
        GATE: () => image === 'first' && !this.context.reserved.has(this.peek().image),
        ALT: (): Expression => {
          const event = this.SUBRULE2(this.name);
          return { kind: 'first', start: name.start, end: this.end(), event };
        },
      },
      {
        GATE: () => image === 'days' || image === 'hours',
        ALT: (): Expression => {
          this.CONSUME(word('late'));
          return { kind: 'late', start: name.start, end: this.end(), unit: image as 'days' | 'hours' };
        },
      },
      { ALT: (): Expression => this.SUBRULE(this.eventWhere, { ARGS: [name] }) },
      { ALT: (): Expression => this.alone(name, image) },
    ]);
  });

  /** A quick look that spares most names the choice. */
  private goesOn(image: string): boolean {
    return this.is(of) || this.is(where) || image === 'first' || image === 'days' || image === 'hours';
  }

  /** A name by itself, or a moment that the block supplies. */
  private alone(name: Name, image: string): Expression {
    if (!this.context.anchors.has(image)) return name;
    return { kind: 'anchor', start: name.start, end: name.end, what: image as AnchorMoment['what'] };
  }

  private readonly ofBenchmark = this.RULE('ofBenchmark', (name: Name): Expression => {
    this.CONSUME(word('of'));
    const benchmark = this.SUBRULE(this.reference);
    const start = name?.start;
    const end = this.end();
    if (name?.text === 'elapsed') return { kind: 'elapsed', start, end, benchmark };
    return { kind: 'benchmark-moment', start, end, what: name?.text as BenchmarkMoment['what'], benchmark };
  });

  /** `score of survey-answered` */
  private readonly dataOf = this.RULE('dataOf', (field: Name): Expression => {
    this.CONSUME(word('of'));
    const event = this.SUBRULE(this.name);
    return { kind: 'data', start: field?.start, end: this.end(), field, event };
  });

  private readonly eventWhere = this.RULE('eventWhere', (event: Name): Expression => {
    const first = this.CONSUME(where) as Token;
    this.ACTION(() => this.deeper(placeOf(first)));
    const condition = this.SUBRULE(this.condition);
    this.ACTION(() => this.shallower());
    return { kind: 'where', start: event?.start, end: this.end(), event, condition };
  });

  private readonly amountChoice = this.RULE('amountChoice', (which: Name): Expression => {
    this.CONSUME(word('of'));
    const outer = this.enterList(which);
    const items = [this.SUBRULE(this.amount)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      items.push(this.SUBRULE2(this.amount));
    });
    this.leaveList(outer);
    return {
      kind: 'choice',
      start: which?.start,
      end: this.end(),
      which: which?.text as 'greater' | 'lesser',
      items,
    };
  });

  private readonly momentChoice = this.RULE('momentChoice', (which: Name): Expression => {
    this.CONSUME(word('of'));
    const outer = this.enterList(which);
    const items = [this.SUBRULE(this.choiceItem)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      items.push(this.SUBRULE2(this.choiceItem));
    });
    this.leaveList(outer);
    const start = which?.start;
    return {
      kind: 'choice-moment',
      start,
      end: this.end(),
      which: which?.text as 'earlier' | 'later',
      items,
    };
  });

  private readonly choiceItem: Rule<DeadlineItem> = this.RULE('choiceItem', (): DeadlineItem => {
    const value = this.SUBRULE(this.momentTerm);
    return this.ACTION(() => asDeadlineItem(value, this.failure));
  });

  protected readonly oneOfValues: Rule<readonly Amount[]> = this.RULE(
    'oneOfValues',
    (): readonly Amount[] => {
      const one = this.CONSUME(word('one')) as Token;
      this.CONSUME(word('of'));
      const outer = this.enterList(placeOf(one));
      const items = [this.SUBRULE(this.amount)];
      this.MANY(() => {
        this.CONSUME(t.Comma);
        items.push(this.SUBRULE2(this.amount));
      });
      this.leaveList(outer);
      return items;
    },
  );

  /** Returns whether there was a list around this one, for the end of it. */
  private enterList(place: Node): boolean {
    const outer = this.inList;
    if (outer && !this.RECORDING_PHASE) this.report(grammatical.nestedList(place));
    if (!this.RECORDING_PHASE) this.deeper(place);
    this.inList = true;
    return outer;
  }

  private leaveList(outer: boolean): void {
    this.listEnd = this.end();
    if (!this.RECORDING_PHASE) this.shallower();
    this.inList = outer;
  }
}
