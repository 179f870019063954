import type {
  CalendarClause,
  CalendarDeclaration,
  ClosedClause,
  Closing,
  CutOffClause,
  DateLiteral,
  Days,
  Node,
  OpenClause,
  RateClause,
  RateDeclaration,
  RateLine,
  RegulationClause,
  RegulationDeclaration,
  SpanLiteral,
  Weekday,
} from '../ast.ts';
import { weekdays } from '../ast.ts';
import { grammatical } from '../messages.ts';
import * as t from '../tokens.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { CaseParser } from './cases.ts';

type DayRange = Extract<Days, { kind: 'weekdays' }>['days'][number];

/** `calendar`, `rate` and `regulation`. */
export abstract class CalendarParser extends CaseParser {
  protected readonly calendarDeclaration: Rule<CalendarDeclaration> = this.RULE(
    'calendarDeclaration',
    (): CalendarDeclaration => {
      const start = this.CONSUME(word('calendar')).startOffset;
      const name = this.declaredName();
      const base = this.OPTION(() => {
        this.CONSUME(word('extends'));
        return this.part(
          () => this.SUBRULE2(this.name),
          () => this.noName(),
        );
      });
      const zone = this.OPTION2(() => {
        this.CONSUME(word('in'));
        return this.part(
          () => this.SUBRULE(this.code),
          () => undefined,
        );
      });
      const clauses = this.SUBRULE(this.calendarBlock);
      return { kind: 'calendar', start, end: this.end(), name, base, zone, clauses };
    },
  );

  private readonly calendarBlock: Rule<readonly CalendarClause[]> = this.block<CalendarClause>(
    'calendarBlock',
    'calendar',
    () => [this.openClause, this.closedClause, this.cutOffClause, this.citesClause],
  );

  private readonly openClause: Rule<OpenClause> = this.RULE('openClause', (): OpenClause => {
    const start = this.CONSUME(word('open')).startOffset;
    const days = this.OR<Days>({
      DEF: [{ ALT: () => this.SUBRULE(this.weekdayList) }, { ALT: () => this.SUBRULE(this.dateRange) }],
      ERR_MSG: 'days',
    });
    const spans = this.SUBRULE(this.spans);
    return { kind: 'open', start, end: this.end(), days, spans };
  });

  private readonly weekdayList: Rule<Days> = this.RULE('weekdayList', (): Days => {
    const start = this.start();
    const days: DayRange[] = [this.SUBRULE(this.weekdayRange)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      days.push(this.SUBRULE2(this.weekdayRange));
    });
    return { kind: 'weekdays', start, end: this.end(), days };
  });

  private readonly weekdayRange: Rule<DayRange> = this.RULE('weekdayRange', (): DayRange => {
    const start = this.start();
    const from = this.SUBRULE(this.weekday);
    const to = this.OPTION(() => {
      this.CONSUME(t.Range);
      return this.SUBRULE2(this.weekday);
    });
    return { start, end: this.end(), from, to: to ?? from };
  });

  private readonly weekday: Rule<Weekday> = this.RULE('weekday', (): Weekday => {
    const name = this.SUBRULE(this.name);
    return this.ACTION(() => {
      const day = weekdays.find((each) => each === name.text);
      return day ?? this.fail(grammatical.notWeekday(name, name.text));
    });
  });

  private readonly dateRange = this.RULE(
    'dateRange',
    (): Node & { kind: 'dates'; from: DateLiteral; to: DateLiteral } => {
      const start = this.start();
      const from = this.SUBRULE(this.date);
      const to = this.OPTION(() => {
        this.CONSUME(t.Range);
        return this.SUBRULE2(this.date);
      });
      return { kind: 'dates', start, end: this.end(), from, to: to ?? from };
    },
  );

  private readonly spans: Rule<readonly SpanLiteral[]> = this.RULE('spans', (): readonly SpanLiteral[] => {
    const spans = [this.SUBRULE(this.span)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      spans.push(this.SUBRULE2(this.span));
    });
    return spans;
  });

  private readonly closedClause: Rule<ClosedClause> = this.RULE('closedClause', (): ClosedClause => {
    const start = this.CONSUME(word('closed')).startOffset;
    const closing = this.OR<Closing>({
      DEF: [
        { ALT: () => this.SUBRULE(this.holidays) },
        { ALT: () => this.SUBRULE(this.everyYear) },
        { ALT: () => this.SUBRULE(this.closedDates) },
      ],
      ERR_MSG: 'closing',
    });
    const reason = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'closed', start, end: this.end(), closing, reason };
  });

  private readonly holidays: Rule<Closing> = this.RULE('holidays', (): Closing => {
    const start = this.CONSUME(word('holidays')).startOffset;
    const region = this.SUBRULE(this.code);
    const types = this.OPTION(() => {
      this.CONSUME(word('of'));
      return this.SUBRULE(this.names);
    });
    return { kind: 'holidays', start, end: this.end(), region, types: types ?? [] };
  });

  private readonly everyYear: Rule<Closing> = this.RULE('everyYear', (): Closing => {
    const start = this.CONSUME(word('every')).startOffset;
    const [month = 0, day = 0] = this.CONSUME(t.MonthDay).image.split('-').map(Number);
    return { kind: 'every', start, end: this.end(), month, day };
  });

  private readonly closedDates: Rule<Closing> = this.RULE('closedDates', (): Closing => {
    const { start, from, to } = this.SUBRULE(this.dateRange);
    const spans = this.OPTION(() => this.SUBRULE(this.spans));
    return { kind: 'dates', start, end: this.end(), from, to, spans: spans ?? [] };
  });

  private readonly cutOffClause: Rule<CutOffClause> = this.RULE('cutOffClause', (): CutOffClause => {
    const start = this.CONSUME(word('cut-off')).startOffset;
    const at = this.SUBRULE(this.time);
    const countsFrom = this.OPTION(() => {
      this.CONSUME(word('counts'));
      this.CONSUME(word('from'));
      return this.SUBRULE2(this.time);
    });
    return { kind: 'cut-off', start, end: this.end(), at, countsFrom };
  });

  protected readonly rateDeclaration: Rule<RateDeclaration> = this.RULE(
    'rateDeclaration',
    (): RateDeclaration => {
      const start = this.CONSUME(word('rate')).startOffset;
      const name = this.declaredName();
      const by = this.OPTION(() => {
        this.CONSUME(word('by'));
        return this.part(
          () => this.SUBRULE2(this.name),
          () => this.noName(),
        );
      });
      const clauses = this.SUBRULE(this.rateBlock);
      const day = by !== undefined && by.text === 'day' && !this.isQuoted(by);
      return { kind: 'rate', start, end: this.end(), name, by: day ? 'day' : by, clauses };
    },
  );

  private readonly rateBlock: Rule<readonly RateClause[]> = this.block<RateClause>(
    'rateBlock',
    'rate',
    () => [this.rateFrom, this.citesClause, this.rateValue],
  );

  private readonly rateFrom: Rule<RateLine> = this.RULE('rateFrom', (): RateLine => {
    const start = this.CONSUME(word('from')).startOffset;
    const from = this.SUBRULE(this.date);
    const value = this.SUBRULE(this.amount);
    return { kind: 'rate-line', start, end: this.end(), from, value };
  });

  private readonly rateValue: Rule<RateLine> = this.RULE('rateValue', (): RateLine => {
    const start = this.start();
    const value = this.SUBRULE(this.amount);
    return { kind: 'rate-line', start, end: this.end(), from: undefined, value };
  });

  protected readonly regulationDeclaration: Rule<RegulationDeclaration> = this.RULE(
    'regulationDeclaration',
    (): RegulationDeclaration => {
      const start = this.CONSUME(word('regulation')).startOffset;
      const name = this.declaredName();
      const clauses = this.SUBRULE(this.regulationBlock);
      return { kind: 'regulation', start, end: this.end(), name, clauses };
    },
  );

  private readonly regulationBlock: Rule<readonly RegulationClause[]> = this.block<RegulationClause>(
    'regulationBlock',
    'regulation',
    () => [this.titleClause, this.citesClause, this.statusClause, this.effectiveClause, this.timezoneClause],
  );
}
