import type {
  Accrual,
  BindsClause,
  CappedClause,
  ClosesClause,
  DeductsClause,
  ExposesClause,
  FreezesClause,
  HeardClause,
  IndependentClause,
  NeverBelowClause,
  NotAfterClause,
  NotTogetherClause,
  NotWhileClause,
  NumberLiteral,
  OnlyClause,
  OwedByClause,
  OwesClause,
  OwnerClause,
  PaidClause,
  PaysClause,
  RemedyReportClause,
  RemedyRequiresClause,
  Step,
  StepClause,
  StopsClause,
  SuspendsClause,
  TellsClause,
  TransitionClause,
  TransitionTarget,
  UnlessClause,
  WaitsClause,
} from '../ast.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { CaseClauseParser } from './caseClauses.ts';

type LateEvery = Extract<Accrual, { kind: 'late' }>['every'];
type SinceEvery = Extract<Accrual, { kind: 'since' }>['every'];

/** The clauses of `dispute`, `right`, `remedy` and `permit`. */
export abstract class ConsequenceClauseParser extends CaseClauseParser {
  // ---- dispute ------------------------------------------------------------------------------------------------

  readonly step: Rule<Step> = this.RULE('step', (): Step => {
    const first = this.CONSUME(word('step')) as Token;
    const name = this.SUBRULE(this.name);
    const clauses = this.SUBRULE(this.stepBlock);
    const { startOffset: start, documentation } = first;
    return { kind: 'step', start, end: this.end(), name, clauses, documentation };
  });

  private readonly stepBlock: Rule<readonly StepClause[]> = this.block<StepClause>(
    'stepBlock',
    'step',
    () => [
      this.ownerClause,
      this.heardClause,
      this.independentClause,
      this.freezesClause,
      this.tellsClause,
      this.withinClause,
      this.countsClause,
      this.pausesClause,
      this.bindsClause,
      this.transitionClause,
      this.citesClause,
    ],
  );

  private readonly ownerClause: Rule<OwnerClause> = this.RULE('ownerClause', (): OwnerClause => {
    const start = this.CONSUME(word('owner')).startOffset;
    const owner = this.SUBRULE(this.name);
    return { kind: 'owner', start, end: this.end(), owner };
  });

  private readonly heardClause: Rule<HeardClause> = this.RULE('heardClause', (): HeardClause => {
    const start = this.CONSUME(word('heard')).startOffset;
    this.CONSUME(word('by'));
    const by = this.SUBRULE(this.name);
    const body = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'heard', start, end: this.end(), by, body };
  });

  private readonly independentClause: Rule<IndependentClause> = this.RULE(
    'independentClause',
    (): IndependentClause => {
      const start = this.CONSUME(word('independent')).startOffset;
      return { kind: 'independent', start, end: this.end() };
    },
  );

  private readonly freezesClause: Rule<FreezesClause> = this.RULE('freezesClause', (): FreezesClause => {
    const start = this.CONSUME(word('freezes')).startOffset;
    const what = this.SUBRULE(this.names);
    return { kind: 'freezes', start, end: this.end(), what };
  });

  private readonly tellsClause: Rule<TellsClause> = this.RULE('tellsClause', (): TellsClause => {
    const start = this.CONSUME(word('tells')).startOffset;
    const party = this.SUBRULE(this.name);
    this.CONSUME(word('with'));
    const event = this.SUBRULE2(this.name);
    this.CONSUME(word('in'));
    const duration = this.SUBRULE(this.durationLiteral);
    return { kind: 'tells', start, end: this.end(), party, with: event, in: duration };
  });

  private readonly bindsClause: Rule<BindsClause> = this.RULE('bindsClause', (): BindsClause => {
    const start = this.CONSUME(word('binds')).startOffset;
    const parties = this.SUBRULE(this.names);
    const upTo = this.OPTION(() => {
      this.CONSUME(word('up'));
      this.CONSUME(word('to'));
      return this.SUBRULE(this.amount);
    });
    return { kind: 'binds', start, end: this.end(), parties, upTo };
  });

  private readonly transitionClause: Rule<TransitionClause> = this.RULE(
    'transitionClause',
    (): TransitionClause => {
      const start = this.CONSUME(word('on')).startOffset;
      const on = this.OR<TransitionClause['on']>({
        DEF: [
          {
            ALT: () => {
              const overdue = this.CONSUME(word('overdue')) as Token;
              return { kind: 'overdue', start: overdue.startOffset, end: overdue.endOffset + 1 };
            },
          },
          { ALT: () => this.SUBRULE(this.moment) },
        ],
        // `overdue` wins over an event of that name, which is written in backticks.
        IGNORE_AMBIGUITIES: true,
        ERR_MSG: 'event',
      });
      this.CONSUME(t.Arrow);
      const target = this.SUBRULE(this.transitionTarget);
      const when = this.OPTION(() => this.SUBRULE(this.when));
      return { kind: 'on', start, end: this.end(), on, target, when };
    },
  );

  private readonly transitionTarget: Rule<TransitionTarget> = this.RULE(
    'transitionTarget',
    (): TransitionTarget => {
      const start = this.start();
      return this.OR<TransitionTarget>({
        DEF: [
          {
            GATE: () => this.is(word('as'), 2),
            ALT: () => {
              this.CONSUME(word('ends'));
              this.CONSUME(word('as'));
              const outcome = this.SUBRULE(this.name);
              return { kind: 'ends', start, end: this.end(), outcome };
            },
          },
          {
            ALT: () => {
              const step = this.SUBRULE2(this.name);
              return { kind: 'step', start, end: this.end(), step };
            },
          },
        ],
        ERR_MSG: 'target',
      });
    },
  );

  // ---- right --------------------------------------------------------------------------------------------------

  readonly closesClause: Rule<ClosesClause> = this.RULE('closesClause', (): ClosesClause => {
    const start = this.CONSUME(word('closes')).startOffset;
    const at = this.SUBRULE(this.moment);
    return { kind: 'closes', start, end: this.end(), at };
  });

  // ---- remedy -------------------------------------------------------------------------------------------------

  readonly paysClause: Rule<PaysClause> = this.RULE('paysClause', (): PaysClause => {
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
    const when = this.OPTION6(() => this.SUBRULE(this.when));
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
            const rounding = this.OR2([
              { ALT: () => this.CONSUME(word('full')) },
              { ALT: () => this.CONSUME(word('started')) },
            ]).image as 'full' | 'started';
            const every = this.SUBRULE(this.accrualUnit);
            this.CONSUME(word('late'));
            return { kind: 'late', start, end: this.end(), every, rounding };
          },
        },
        {
          ALT: () => {
            const every = this.SUBRULE2(this.accrualUnit);
            return this.OR3<Accrual>({
              DEF: [
                {
                  ALT: () => {
                    this.CONSUME2(word('late'));
                    return { kind: 'late', start, end: this.end(), every, rounding: undefined };
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME(word('since'));
                    const since = this.SUBRULE(this.moment);
                    return { kind: 'since', start, end: this.end(), every: every as SinceEvery, since };
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

  private readonly accrualUnit: Rule<LateEvery> = this.RULE(
    'accrualUnit',
    (): LateEvery =>
      this.OR<LateEvery>({
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
              return (business ? `business ${unit}` : unit) as LateEvery;
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

  readonly owedClause: Rule<OwedByClause> = this.RULE('owedClause', (): OwedByClause => {
    const start = this.CONSUME(word('owed')).startOffset;
    const by = this.SUBRULE(this.byName);
    return { kind: 'owed', start, end: this.end(), by };
  });

  readonly owesClause: Rule<OwesClause> = this.RULE('owesClause', (): OwesClause => {
    const start = this.CONSUME(word('owes')).startOffset;
    const what = this.SUBRULE(this.name);
    const within = this.OPTION(() => {
      this.CONSUME(word('within'));
      return this.SUBRULE(this.durationLiteral);
    });
    const when = this.OPTION2(() => this.SUBRULE(this.when));
    return { kind: 'owes', start, end: this.end(), what, within, when };
  });

  readonly neverClause: Rule<NeverBelowClause> = this.RULE('neverClause', (): NeverBelowClause => {
    const start = this.CONSUME(word('never')).startOffset;
    this.CONSUME(word('below'));
    const amount = this.SUBRULE(this.amount);
    return { kind: 'never', start, end: this.end(), amount };
  });

  readonly cappedClause: Rule<CappedClause> = this.RULE('cappedClause', (): CappedClause => {
    const start = this.CONSUME(word('capped')).startOffset;
    this.CONSUME(word('at'));
    const at = this.SUBRULE(this.amount);
    const window = this.OPTION(() => this.SUBRULE(this.window));
    const per = this.OPTION2(() => this.SUBRULE(this.perName));
    return { kind: 'capped', start, end: this.end(), at, window, per };
  });

  readonly notTogetherClause: Rule<NotTogetherClause> = this.RULE(
    'notTogetherClause',
    (): NotTogetherClause => {
      const start = this.CONSUME(word('not')).startOffset;
      this.CONSUME(word('together'));
      this.CONSUME(word('with'));
      const remedies = this.SUBRULE(this.names);
      return { kind: 'not together', start, end: this.end(), with: remedies };
    },
  );

  readonly suspendsClause: Rule<SuspendsClause> = this.RULE('suspendsClause', (): SuspendsClause => {
    const start = this.CONSUME(word('suspends')).startOffset;
    const what = this.SUBRULE(this.name);
    const citation = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'suspends', start, end: this.end(), what, citation };
  });

  readonly stopsClause: Rule<StopsClause> = this.RULE('stopsClause', (): StopsClause => {
    const start = this.CONSUME(word('stops')).startOffset;
    const at = this.SUBRULE(this.moment);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { kind: 'stops', start, end: this.end(), at, when };
  });

  readonly unlessClause: Rule<UnlessClause> = this.RULE('unlessClause', (): UnlessClause => {
    const start = this.CONSUME(word('unless')).startOffset;
    const condition = this.SUBRULE(this.condition);
    return { kind: 'unless', start, end: this.end(), condition };
  });

  readonly deductsClause: Rule<DeductsClause> = this.RULE('deductsClause', (): DeductsClause => {
    const start = this.CONSUME(word('deducts')).startOffset;
    const amount = this.SUBRULE(this.amount);
    return { kind: 'deducts', start, end: this.end(), amount };
  });

  readonly paidClause: Rule<PaidClause> = this.RULE('paidClause', (): PaidClause => {
    const start = this.CONSUME(word('paid')).startOffset;
    this.CONSUME(word('within'));
    const within = this.SUBRULE(this.moment);
    return { kind: 'paid', start, end: this.end(), within };
  });

  readonly remedyRequiresClause: Rule<RemedyRequiresClause> = this.RULE(
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

  readonly remedyReportClause: Rule<RemedyReportClause> = this.RULE(
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

  readonly exposesClause: Rule<ExposesClause> = this.RULE('exposesClause', (): ExposesClause => {
    const start = this.CONSUME(word('exposes')).startOffset;
    this.CONSUME(word('up'));
    this.CONSUME(word('to'));
    const upTo = this.SUBRULE(this.amount);
    const citation = this.OPTION(() => this.SUBRULE(this.text));
    return { kind: 'exposes', start, end: this.end(), upTo, citation };
  });

  // ---- permit -------------------------------------------------------------------------------------------------

  readonly onlyClause: Rule<OnlyClause> = this.RULE('onlyClause', (): OnlyClause => {
    const start = this.CONSUME(word('only')).startOffset;
    this.CONSUME(word('during'));
    const during = this.SUBRULE(this.condition);
    return { kind: 'only', start, end: this.end(), during };
  });

  readonly waitsClause: Rule<WaitsClause> = this.RULE('waitsClause', (): WaitsClause => {
    const start = this.CONSUME(word('waits')).startOffset;
    const duration = this.SUBRULE(this.durationLiteral);
    this.CONSUME(word('after'));
    const after = this.SUBRULE(this.moment);
    return { kind: 'waits', start, end: this.end(), duration, after };
  });

  /** The two clauses of a permit that begin with `not`. */
  readonly permitNotClause: Rule<NotAfterClause | NotWhileClause> = this.RULE(
    'permitNotClause',
    (): NotAfterClause | NotWhileClause => {
      const start = this.CONSUME(word('not')).startOffset;
      return this.OR<NotAfterClause | NotWhileClause>({
        DEF: [
          {
            ALT: () => {
              this.CONSUME(word('after'));
              const time = this.SUBRULE(this.time);
              const dayBeforeHoliday = this.OPTION(() => this.SUBRULE(this.dayBeforeHoliday)) !== undefined;
              return { kind: 'not after', start, end: this.end(), time, dayBeforeHoliday };
            },
          },
          {
            ALT: () => {
              this.CONSUME(word('while'));
              const condition = this.SUBRULE(this.condition);
              return { kind: 'not while', start, end: this.end(), condition };
            },
          },
        ],
        ERR_MSG: 'permitNot',
      });
    },
  );

  private readonly dayBeforeHoliday: Rule<true> = this.RULE('dayBeforeHoliday', (): true => {
    this.CONSUME(word('on'));
    this.CONSUME(word('the'));
    this.CONSUME(word('day'));
    this.CONSUME(word('before'));
    this.CONSUME(word('a'));
    this.CONSUME(word('holiday'));
    return true;
  });
}
