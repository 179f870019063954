import type {
  Accrual,
  AccrualUnit,
  AutomaticClause,
  CappedClause,
  DeductsClause,
  ExposesClause,
  NeverBelowClause,
  NotTogetherClause,
  NumberLiteral,
  OwedByClause,
  OwesClause,
  PaidClause,
  PaysClause,
  RemedyClause,
  RemedyDeclaration,
  RemedyReportClause,
  RemedyRequiresClause,
  RemedyTrigger,
  StopsClause,
  SuspendsClause,
  UnlessClause,
} from '../ast.ts';
import * as t from '../tokens.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { DisputeParser } from './disputes.ts';

/** `remedy`. */
export abstract class RemedyParser extends DisputeParser {
  protected readonly remedyDeclaration: Rule<RemedyDeclaration> = this.RULE(
    'remedyDeclaration',
    (): RemedyDeclaration => {
      const start = this.CONSUME(word('remedy')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const on = this.part<RemedyTrigger>(
        () => {
          this.CONSUME(word('on'));
          return this.SUBRULE(this.trigger);
        },
        () => {
          const moment = this.noName();
          return { kind: 'moment', start: moment.start, end: moment.end, moment };
        },
      );
      const clauses = this.SUBRULE(this.remedyBlock);
      return { kind: 'remedy', start, end: this.end(), name, of, on, clauses };
    },
  );

  /** A moment, `3 breaches of resolve within 90 days per account`, or `shortfall of repair`. */
  private readonly trigger: Rule<RemedyTrigger> = this.RULE('trigger', (): RemedyTrigger => {
    const start = this.start();
    return this.OR<RemedyTrigger>({
      DEF: [
        {
          GATE: () => this.is(word('of'), 2),
          ALT: () => {
            this.CONSUME(word('shortfall'));
            this.CONSUME(word('of'));
            const of = this.SUBRULE(this.reference);
            return { kind: 'shortfall', start, end: this.end(), of };
          },
        },
        {
          GATE: () => this.is(word('breaches'), 2) || this.is(word('breach'), 2),
          ALT: () => this.SUBRULE(this.repetition),
        },
        {
          ALT: () => {
            const moment = this.SUBRULE(this.moment);
            return { kind: 'moment', start, end: this.end(), moment };
          },
        },
      ],
      ERR_MSG: 'amount',
    });
  });

  private readonly repetition: Rule<RemedyTrigger> = this.RULE('repetition', (): RemedyTrigger => {
    const start = this.start();
    const count = this.SUBRULE(this.number);
    this.OR([{ ALT: () => this.CONSUME(word('breaches')) }, { ALT: () => this.CONSUME(word('breach')) }]);
    this.CONSUME(word('of'));
    const benchmark = this.SUBRULE(this.reference);
    this.CONSUME(word('within'));
    const within = this.SUBRULE(this.durationLiteral);
    const per = this.OPTION(() => this.SUBRULE(this.perName));
    return { kind: 'repetition', start, end: this.end(), count, benchmark, within, per };
  });

  private readonly remedyBlock: Rule<readonly RemedyClause[]> = this.block<RemedyClause>(
    'remedyBlock',
    'remedy',
    () => [
      this.appliesClause,
      this.owedClause,
      this.countsClause,
      this.paysClause,
      this.owesClause,
      this.neverClause,
      this.cappedClause,
      this.notTogetherClause,
      this.suspendsClause,
      this.pausesClause,
      this.stopsClause,
      this.unlessClause,
      this.deductsClause,
      this.paidClause,
      this.remedyRequiresClause,
      this.remedyReportClause,
      this.exposesClause,
      this.automaticClause,
      this.citesClause,
      this.statusClause,
    ],
  );

  private readonly paysClause: Rule<PaysClause> = this.RULE('paysClause', (): PaysClause => {
    const start = this.CONSUME(word('pays')).startOffset;
    const amount = this.SUBRULE(this.amount);
    const ofValidity =
      this.OPTION(() => {
        this.CONSUME(word('of'));
        return this.CONSUME(word('validity'));
      }) !== undefined;
    const accrual = this.OPTION2(() => this.SUBRULE(this.accrual));
    let first: NumberLiteral | undefined;
    let afterThat = false;
    this.OPTION3(() => {
      this.OR({
        DEF: [
          {
            ALT: () => {
              this.CONSUME(word('for'));
              this.CONSUME(word('the'));
              this.CONSUME(word('first'));
              first = this.SUBRULE(this.number);
            },
          },
          {
            ALT: () => {
              this.CONSUME(word('after'));
              this.CONSUME(word('that'));
              afterThat = true;
            },
          },
        ],
        ERR_MSG: 'tier',
      });
    });
    const fromDayAfter = this.OPTION4(() => {
      this.CONSUME(word('from'));
      this.CONSUME2(word('the'));
      this.CONSUME(word('day'));
      this.CONSUME2(word('after'));
      return this.SUBRULE(this.moment);
    });
    const withDayOf = this.OPTION5(() => {
      this.CONSUME(word('with'));
      this.CONSUME3(word('the'));
      this.CONSUME2(word('day'));
      this.CONSUME2(word('of'));
      return this.SUBRULE2(this.moment);
    });
    const when = this.OPTION6(() => this.SUBRULE(this.row));
    return {
      kind: 'pays',
      start,
      end: this.end(),
      amount,
      ofValidity,
      accrual,
      first,
      afterThat,
      fromDayAfter,
      withDayOf,
      when,
    };
  });

  private readonly accrual: Rule<Accrual> = this.RULE(
    'accrual',
    (): Accrual =>
      this.OR([{ ALT: () => this.SUBRULE(this.eachAccrual) }, { ALT: () => this.SUBRULE(this.daysAccrual) }]),
  );

  /** `each day late`, `each full day late`, `each started 24 hours late`, `each day since reported`, `each percent short` */
  private readonly eachAccrual: Rule<Accrual> = this.RULE('eachAccrual', (): Accrual => {
    const start = this.CONSUME(word('each')).startOffset;
    return this.OR<Accrual>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word('percent'));
            this.CONSUME(word('short'));
            return { kind: 'percent-short', start, end: this.end() };
          },
        },
        {
          ALT: () => {
            const rounding = this.OPTION(() => this.SUBRULE(this.rounding));
            const every = this.SUBRULE(this.accrualUnit);
            return this.OR2<Accrual>({
              DEF: [
                {
                  ALT: () => {
                    this.CONSUME(word('late'));
                    return { kind: 'late', start, end: this.end(), every, rounding };
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME(word('since'));
                    const since = this.SUBRULE(this.moment);
                    return { kind: 'since', start, end: this.end(), every, rounding, since };
                  },
                },
              ],
              ERR_MSG: 'accrual',
            });
          },
        },
      ],
      ERR_MSG: 'accrual',
    });
  });

  private readonly rounding: Rule<'full' | 'started'> = this.RULE(
    'rounding',
    (): 'full' | 'started' =>
      this.OR([{ ALT: () => this.CONSUME(word('full')) }, { ALT: () => this.CONSUME(word('started')) }])
        .image as 'full' | 'started',
  );

  private readonly accrualUnit: Rule<AccrualUnit> = this.RULE(
    'accrualUnit',
    (): AccrualUnit =>
      this.OR<AccrualUnit>({
        DEF: [
          { ALT: () => this.SUBRULE(this.durationLiteral) },
          {
            ALT: () => {
              const business = this.OPTION(() => this.CONSUME(word('business'))) !== undefined;
              const unit = this.OR2({
                DEF: [
                  { ALT: () => this.CONSUME(word('day')) },
                  { ALT: () => this.CONSUME(word('hour')) },
                  { ALT: () => this.CONSUME(word('week')) },
                  { ALT: () => this.CONSUME(word('month')) },
                ],
                ERR_MSG: 'accrual',
              }).image;
              return (business ? `business ${unit}` : unit) as AccrualUnit;
            },
          },
        ],
        ERR_MSG: 'accrual',
      }),
  );

  /** `on days 3..4 after reported` */
  private readonly daysAccrual: Rule<Accrual> = this.RULE('daysAccrual', (): Accrual => {
    const start = this.CONSUME(word('on')).startOffset;
    this.OR([{ ALT: () => this.CONSUME(word('days')) }, { ALT: () => this.CONSUME(word('day')) }]);
    const from = this.SUBRULE(this.number);
    const to = this.OPTION(() => {
      this.CONSUME(t.Range);
      return this.SUBRULE2(this.number);
    });
    this.CONSUME(word('after'));
    const after = this.SUBRULE(this.moment);
    return { kind: 'days', start, end: this.end(), from, to, after };
  });

  private readonly owedClause: Rule<OwedByClause> = this.RULE('owedClause', (): OwedByClause => {
    const start = this.CONSUME(word('owed')).startOffset;
    const by = this.SUBRULE(this.byName);
    return { kind: 'owed', start, end: this.end(), by };
  });

  private readonly owesClause: Rule<OwesClause> = this.RULE('owesClause', (): OwesClause => {
    const start = this.CONSUME(word('owes')).startOffset;
    const what = this.SUBRULE(this.name);
    const within = this.OPTION(() => {
      this.CONSUME(word('within'));
      return this.SUBRULE(this.durationLiteral);
    });
    const when = this.OPTION2(() => this.SUBRULE(this.when));
    return { kind: 'owes', start, end: this.end(), what, within, when };
  });

  private readonly neverClause: Rule<NeverBelowClause> = this.RULE('neverClause', (): NeverBelowClause => {
    const start = this.CONSUME(word('never')).startOffset;
    this.CONSUME(word('below'));
    const amount = this.SUBRULE(this.amount);
    const when = this.OPTION(() => this.SUBRULE(this.row));
    return { kind: 'never', start, end: this.end(), amount, when };
  });

  private readonly cappedClause: Rule<CappedClause> = this.RULE('cappedClause', (): CappedClause => {
    const start = this.CONSUME(word('capped')).startOffset;
    this.CONSUME(word('at'));
    const at = this.SUBRULE(this.amount);
    const window = this.OPTION(() => this.SUBRULE(this.window));
    const per = this.OPTION2(() => this.SUBRULE(this.perName));
    const when = this.OPTION3(() => this.SUBRULE(this.row));
    return { kind: 'capped', start, end: this.end(), at, window, per, when };
  });

  private readonly notTogetherClause: Rule<NotTogetherClause> = this.RULE(
    'notTogetherClause',
    (): NotTogetherClause => {
      const start = this.CONSUME(word('not')).startOffset;
      this.CONSUME(word('together'));
      this.CONSUME(word('with'));
      const remedies = this.SUBRULE(this.names);
      return { kind: 'not together', start, end: this.end(), with: remedies };
    },
  );

  private readonly suspendsClause: Rule<SuspendsClause> = this.RULE('suspendsClause', (): SuspendsClause => {
    const start = this.CONSUME(word('suspends')).startOffset;
    const what = this.SUBRULE(this.name);
    const citation = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'suspends', start, end: this.end(), what, citation };
  });

  private readonly stopsClause: Rule<StopsClause> = this.RULE('stopsClause', (): StopsClause => {
    const start = this.CONSUME(word('stops')).startOffset;
    const at = this.SUBRULE(this.moment);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { kind: 'stops', start, end: this.end(), at, when };
  });

  private readonly unlessClause: Rule<UnlessClause> = this.RULE('unlessClause', (): UnlessClause => {
    const start = this.CONSUME(word('unless')).startOffset;
    const condition = this.SUBRULE(this.condition);
    return { kind: 'unless', start, end: this.end(), condition };
  });

  private readonly deductsClause: Rule<DeductsClause> = this.RULE('deductsClause', (): DeductsClause => {
    const start = this.CONSUME(word('deducts')).startOffset;
    const amount = this.SUBRULE(this.amount);
    return { kind: 'deducts', start, end: this.end(), amount };
  });

  private readonly paidClause: Rule<PaidClause> = this.RULE('paidClause', (): PaidClause => {
    const start = this.CONSUME(word('paid')).startOffset;
    this.CONSUME(word('within'));
    const within = this.SUBRULE(this.moment);
    return { kind: 'paid', start, end: this.end(), within };
  });

  private readonly remedyRequiresClause: Rule<RemedyRequiresClause> = this.RULE(
    'remedyRequiresClause',
    (): RemedyRequiresClause => {
      const start = this.CONSUME(word('requires')).startOffset;
      const what = this.SUBRULE(this.names);
      const within = this.OPTION(() => {
        this.CONSUME(word('within'));
        return this.SUBRULE(this.durationLiteral);
      });
      return { kind: 'requires', start, end: this.end(), what, within };
    },
  );

  private readonly remedyReportClause: Rule<RemedyReportClause> = this.RULE(
    'remedyReportClause',
    (): RemedyReportClause => {
      const start = this.CONSUME(word('report')).startOffset;
      this.CONSUME(word('to'));
      const to = this.SUBRULE(this.name);
      this.CONSUME(word('within'));
      const within = this.SUBRULE(this.durationLiteral);
      return { kind: 'report', start, end: this.end(), to, within };
    },
  );

  private readonly automaticClause: Rule<AutomaticClause> = this.RULE(
    'automaticClause',
    (): AutomaticClause => {
      const start = this.CONSUME(word('automatic')).startOffset;
      this.CONSUME(word('when'));
      const operator = this.SUBRULE(this.bound);
      const amount = this.SUBRULE(this.amount);
      return { kind: 'automatic', start, end: this.end(), operator, amount };
    },
  );

  private readonly exposesClause: Rule<ExposesClause> = this.RULE('exposesClause', (): ExposesClause => {
    const start = this.CONSUME(word('exposes')).startOffset;
    this.CONSUME(word('up'));
    this.CONSUME(word('to'));
    const upTo = this.SUBRULE(this.amount);
    const citation = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'exposes', start, end: this.end(), upTo, citation };
  });
}
