import type {
  Code,
  DateLiteral,
  DateTimeLiteral,
  DurationLiteral,
  DurationPart,
  DurationUnit,
  InstantLiteral,
  MoneyLiteral,
  Name,
  NumberLiteral,
  PercentLiteral,
  Sample,
  SpanLiteral,
  TimeLiteral,
  Window,
} from '../ast.ts';
import { months } from '../keywords.ts';
import { expectations, grammatical } from '../messages.ts';
import { paddedDate, paddedTime } from '../numerals.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { BlockParser } from './blocks.ts';

const business = word('business');

/** Literals, and the small phrases that several clauses share. */
export abstract class ValueParser extends BlockParser {
  protected readonly number: Rule<NumberLiteral> = this.RULE('number', (): NumberLiteral => {
    const token = this.CONSUME(t.NumberToken) as Token;
    return { kind: 'number', start: token.startOffset, end: token.endOffset + 1, value: token.image };
  });

  protected readonly percent: Rule<PercentLiteral> = this.RULE('percent', (): PercentLiteral => {
    const token = this.CONSUME(t.Percent) as Token;
    return {
      kind: 'percent',
      start: token.startOffset,
      end: token.endOffset + 1,
      value: token.image.slice(0, -1),
    };
  });

  protected readonly code: Rule<Code> = this.RULE('code', (): Code => {
    const token = this.CONSUME(t.Code) as Token;
    return { kind: 'code', start: token.startOffset, end: token.endOffset + 1, text: token.image };
  });

  protected readonly date: Rule<DateLiteral> = this.RULE('date', (): DateLiteral => {
    const token = this.CONSUME(t.DateToken) as Token;
    return {
      kind: 'date',
      start: token.startOffset,
      end: token.endOffset + 1,
      value: paddedDate(token.image),
    };
  });

  protected readonly time: Rule<TimeLiteral> = this.RULE('time', (): TimeLiteral => {
    const token = this.CONSUME(t.Time) as Token;
    return {
      kind: 'time',
      start: token.startOffset,
      end: token.endOffset + 1,
      value: paddedTime(token.image),
    };
  });

  protected readonly span: Rule<SpanLiteral> = this.RULE('span', (): SpanLiteral => {
    const token = this.CONSUME(t.Span) as Token;
    const [from = '', to = ''] = token.image.split('-').map(paddedTime);
    return { kind: 'span', start: token.startOffset, end: token.endOffset + 1, from, to };
  });

  protected readonly instant: Rule<InstantLiteral> = this.RULE('instant', (): InstantLiteral => {
    const token = this.CONSUME(t.Instant) as Token;
    return { kind: 'instant', start: token.startOffset, end: token.endOffset + 1, value: token.image };
  });

  /** A date, or with a time behind it a local time. */
  protected readonly dateOrDateTime: Rule<DateLiteral | DateTimeLiteral> = this.RULE(
    'dateOrDateTime',
    (): DateLiteral | DateTimeLiteral => {
      const date = this.SUBRULE(this.date);
      const time = this.OPTION(() => this.SUBRULE(this.time));
      if (time === undefined) return date;
      return { kind: 'date-time', start: date.start, end: time.end, date: date.value, time: time.value };
    },
  );

  /** `2026-12-24 16:59` or an instant; a date alone does not do. */
  protected readonly dateTime: Rule<DateTimeLiteral | InstantLiteral> = this.RULE(
    'dateTime',
    (): DateTimeLiteral | InstantLiteral =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.instant) },
          {
            ALT: (): DateTimeLiteral => {
              const date = this.SUBRULE(this.date);
              const time = this.SUBRULE(this.time);
              return {
                kind: 'date-time',
                start: date.start,
                end: time.end,
                date: date.value,
                time: time.value,
              };
            },
          },
        ],
        ERR_MSG: 'when',
      }),
  );

  /** A number, and what it is a number of: money, a duration of one or more parts, or nothing. */
  protected readonly quantity: Rule<NumberLiteral | MoneyLiteral | DurationLiteral> = this.RULE(
    'quantity',
    (): NumberLiteral | MoneyLiteral | DurationLiteral => {
      const number = this.SUBRULE(this.number);
      const duration = this.OPTION(() => this.SUBRULE(this.durationFrom, { ARGS: [number] }));
      if (duration !== undefined && !this.RECORDING_PHASE) return duration;
      const code = this.OPTION2(() => this.CONSUME(t.Code)) as Token | undefined;
      if (code === undefined) return number;
      return {
        kind: 'money',
        start: number.start,
        end: this.end(),
        value: number.value,
        currency: code.image,
      };
    },
  );

  protected readonly durationLiteral: Rule<DurationLiteral> = this.RULE(
    'durationLiteral',
    (): DurationLiteral => {
      const number = this.SUBRULE(this.number);
      if (!this.RECORDING_PHASE && !this.isUnit(1)) {
        this.fail(grammatical.missing(expectations.part('unit'), number, undefined, this.peek(0).image));
      }
      return this.SUBRULE(this.durationFrom, { ARGS: [number] });
    },
  );

  /** The unit of a number already read, and further parts: `1 hour 30 minutes`. */
  private readonly durationFrom = this.RULE('durationFrom', (number: NumberLiteral): DurationLiteral => {
    const parts: DurationPart[] = [];
    const start = number?.start;
    const unit = this.SUBRULE(this.unit);
    parts.push({ start, end: this.end(), value: number?.value, unit });
    if (!this.RECORDING_PHASE && !this.isUnit(2)) return { kind: 'duration', start, end: this.end(), parts };
    this.MANY({
      GATE: () => this.isUnit(2),
      DEF: () => {
        const next = this.SUBRULE(this.number);
        const nextUnit = this.SUBRULE2(this.unit);
        parts.push({ start: next.start, end: this.end(), value: next.value, unit: nextUnit });
      },
    });
    return { kind: 'duration', start, end: this.end(), parts };
  });

  private isUnit(distance: number): boolean {
    const type = this.LA(distance).tokenType;
    return type === business || type.CATEGORIES?.[0] === t.Unit;
  }

  private readonly unit: Rule<DurationUnit> = this.RULE('unit', (): DurationUnit => {
    const ofBusiness = this.OPTION(() => this.CONSUME(business)) !== undefined;
    const image = this.CONSUME(t.Unit).image;
    const unit = image.endsWith('s') ? image.slice(0, -1) : image;
    return (ofBusiness ? `business ${unit}` : unit) as DurationUnit;
  });

  /** `each month`, `each year starting 1 July` */
  protected readonly window: Rule<Window> = this.RULE('window', (): Window => {
    const start = this.CONSUME(word('each')).startOffset;
    const unit = this.OR({
      DEF: [
        { ALT: () => this.CONSUME(word('day')) },
        { ALT: () => this.CONSUME(word('week')) },
        { ALT: () => this.CONSUME(word('month')) },
        { ALT: () => this.CONSUME(word('quarter')) },
        { ALT: () => this.CONSUME(word('half-year')) },
        { ALT: () => this.CONSUME(word('year')) },
      ],
      ERR_MSG: 'window',
    }).image as Window['unit'];
    const starting = this.OPTION(() => {
      this.CONSUME(word('starting'));
      const day = this.SUBRULE(this.number);
      const name = this.SUBRULE(this.code);
      return this.ACTION(() => {
        const month = (months as readonly string[]).indexOf(name.text) + 1;
        if (month === 0) this.fail(grammatical.notMonth(name));
        return { day: Number(day.value), month, start: day.start, end: name.end };
      });
    });
    return { kind: 'window', start, end: this.end(), unit, starting };
  });

  /** `over at least 50 tickets` */
  protected readonly sample: Rule<Sample> = this.RULE('sample', (): Sample => {
    const start = this.CONSUME(word('over')).startOffset;
    this.CONSUME(word('at'));
    this.CONSUME(word('least'));
    const least = this.SUBRULE(this.number);
    const of = this.SUBRULE(this.name).text;
    return { kind: 'sample', start, end: this.end(), least, of };
  });

  /** Whether a name was written in backticks, and so is no word of the language. */
  protected isQuoted(name: Name): boolean {
    return name.end - name.start !== name.text.length;
  }
}
