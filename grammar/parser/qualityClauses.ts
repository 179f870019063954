import type {
  AccessibleClause,
  AuditsClause,
  AverageClause,
  CostsClause,
  CountClause,
  DisclosesClause,
  FreeClause,
  HandsOverClause,
  HoldsClause,
  HoursClause,
  KeepsClause,
  MayClause,
  Name,
  NpsClause,
  OffsetMoment,
  PercentileClause,
  RedactsClause,
  RetainsClause,
  RoleRequiresClause,
  ShareClause,
  StandardRequiresClause,
  TargetClause,
} from '../ast.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { ConsequenceClauseParser } from './consequenceClauses.ts';

/** The clauses of `metric`, `standard`, `role`, `person`, `channel`, `automation` and `record`. */
export abstract class QualityClauseParser extends ConsequenceClauseParser {
  // ---- metric -------------------------------------------------------------------------------------------------

  readonly shareClause: Rule<ShareClause> = this.RULE('shareClause', (): ShareClause => {
    const start = this.CONSUME(word('share')).startOffset;
    this.CONSUME(word('where'));
    const condition = this.SUBRULE(this.condition);
    return { kind: 'share', start, end: this.end(), condition };
  });

  readonly averageClause: Rule<AverageClause> = this.RULE('averageClause', (): AverageClause => {
    const start = this.CONSUME(word('average')).startOffset;
    this.CONSUME(word('of'));
    const of = this.SUBRULE(this.amount);
    return { kind: 'average', start, end: this.end(), of };
  });

  readonly percentileClause: Rule<PercentileClause> = this.RULE('percentileClause', (): PercentileClause => {
    const start = this.CONSUME(word('percentile')).startOffset;
    const rank = this.SUBRULE(this.number);
    this.CONSUME(word('of'));
    const of = this.SUBRULE(this.amount);
    return { kind: 'percentile', start, end: this.end(), rank, of };
  });

  readonly countClause: Rule<CountClause> = this.RULE('countClause', (): CountClause => {
    const start = this.CONSUME(word('count')).startOffset;
    const condition = this.OPTION(() => {
      this.CONSUME(word('where'));
      return this.SUBRULE(this.condition);
    });
    return { kind: 'count', start, end: this.end(), condition };
  });

  readonly npsClause: Rule<NpsClause> = this.RULE('npsClause', (): NpsClause => {
    const start = this.CONSUME(word('nps')).startOffset;
    this.CONSUME(word('of'));
    const of = this.SUBRULE(this.amount);
    return { kind: 'nps', start, end: this.end(), of };
  });

  readonly targetClause: Rule<TargetClause> = this.RULE('targetClause', (): TargetClause => {
    const start = this.CONSUME(word('target')).startOffset;
    const operator = this.SUBRULE(this.bound);
    const value = this.SUBRULE(this.amount);
    const window = this.SUBRULE(this.window);
    const by = this.OPTION(() => this.SUBRULE(this.byName));
    const per = this.OPTION2(() => this.SUBRULE(this.perName));
    const over = this.OPTION3(() => this.SUBRULE(this.sample));
    const when = this.OPTION4(() => this.SUBRULE(this.when));
    return { kind: 'target', start, end: this.end(), operator, value, window, by, per, over, when };
  });

  // ---- standard -----------------------------------------------------------------------------------------------

  readonly standardRequiresClause: Rule<StandardRequiresClause> = this.RULE(
    'standardRequiresClause',
    (): StandardRequiresClause => {
      const start = this.CONSUME(word('requires')).startOffset;
      const what = this.SUBRULE(this.names);
      this.CONSUME(word('in'));
      const events = this.SUBRULE2(this.names);
      const when = this.OPTION(() => this.SUBRULE(this.when));
      return { kind: 'requires', start, end: this.end(), what, in: events, when };
    },
  );

  readonly auditsClause: Rule<AuditsClause> = this.RULE('auditsClause', (): AuditsClause => {
    const start = this.CONSUME(word('audits')).startOffset;
    const share = this.SUBRULE(this.percent);
    const window = this.SUBRULE(this.window);
    const atLeast = this.OPTION(() => {
      this.CONSUME(word('at'));
      this.CONSUME(word('least'));
      return this.SUBRULE(this.number);
    });
    this.CONSUME(word('pass'));
    const pass = this.SUBRULE2(this.percent);
    return { kind: 'audits', start, end: this.end(), share, window, atLeast, pass };
  });

  // ---- people -------------------------------------------------------------------------------------------------

  readonly roleRequiresClause: Rule<RoleRequiresClause> = this.RULE(
    'roleRequiresClause',
    (): RoleRequiresClause => {
      const start = this.CONSUME(word('requires')).startOffset;
      const what = this.OR({
        DEF: [{ ALT: () => this.CONSUME(word('certificate')) }, { ALT: () => this.CONSUME(word('skill')) }],
        ERR_MSG: 'credential',
      }).image as RoleRequiresClause['what'];
      const name = this.SUBRULE(this.name);
      const refreshed = this.OPTION(() => {
        this.CONSUME(word('refreshed'));
        this.CONSUME(word('every'));
        return this.SUBRULE(this.durationLiteral);
      });
      return { kind: 'requires', start, end: this.end(), what, name, refreshed };
    },
  );

  readonly holdsClause: Rule<HoldsClause> = this.RULE('holdsClause', (): HoldsClause => {
    const start = this.start();
    const kind = this.OR({
      DEF: [{ ALT: () => this.CONSUME(word('certificate')) }, { ALT: () => this.CONSUME(word('skill')) }],
      ERR_MSG: 'credential',
    }).image as HoldsClause['kind'];
    const name = this.SUBRULE(this.name);
    const since = this.OPTION(() => {
      this.CONSUME(word('since'));
      return this.SUBRULE(this.date);
    });
    return { kind, start, end: this.end(), name, since };
  });

  // ---- channel, automation, record ----------------------------------------------------------------------------

  readonly hoursClause: Rule<HoursClause> = this.RULE('hoursClause', (): HoursClause => {
    const start = this.CONSUME(word('hours')).startOffset;
    const calendar = this.OR<Name | 'always'>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word('always'));
            return 'always' as const;
          },
        },
        { ALT: () => this.SUBRULE(this.name) },
      ],
      // `always` wins over a calendar of that name, which is written in backticks.
      IGNORE_AMBIGUITIES: true,
      ERR_MSG: 'hours',
    });
    return { kind: 'hours', start, end: this.end(), calendar };
  });

  readonly freeClause: Rule<FreeClause> = this.RULE('freeClause', (): FreeClause => {
    const start = this.CONSUME(word('free')).startOffset;
    return { kind: 'free', start, end: this.end() };
  });

  readonly costsClause: Rule<CostsClause> = this.RULE('costsClause', (): CostsClause => {
    const start = this.CONSUME(word('costs')).startOffset;
    const amount = this.SUBRULE(this.amount);
    return { kind: 'costs', start, end: this.end(), amount };
  });

  readonly accessibleClause: Rule<AccessibleClause> = this.RULE('accessibleClause', (): AccessibleClause => {
    const start = this.CONSUME(word('accessible')).startOffset;
    this.CONSUME(word('by'));
    const by = this.SUBRULE(this.names);
    return { kind: 'accessible', start, end: this.end(), by };
  });

  /** `hands over to phone keeping reference`, `hands over within 5 minutes after handover-requested` */
  readonly handsClause: Rule<HandsOverClause> = this.RULE('handsClause', (): HandsOverClause => {
    const start = this.CONSUME(word('hands')).startOffset;
    this.CONSUME(word('over'));
    const to = this.OPTION(() => {
      this.CONSUME(word('to'));
      return this.SUBRULE(this.name);
    });
    const keeping = this.OPTION2(() => {
      this.CONSUME(word('keeping'));
      return this.SUBRULE(this.names);
    });
    const within = this.OPTION3(() => {
      this.CONSUME(word('within'));
      return this.SUBRULE(this.offset);
    });
    return { kind: 'hands', start, end: this.end(), to, keeping: keeping ?? [], within };
  });

  /** `5 minutes after handover-requested` */
  private readonly offset: Rule<OffsetMoment> = this.RULE('offset', (): OffsetMoment => {
    const duration = this.SUBRULE(this.durationLiteral);
    const direction = this.SUBRULE(this.direction);
    const of = this.SUBRULE(this.moment);
    return { kind: 'offset', start: duration.start, end: this.end(), duration, direction, of };
  });

  readonly mayClause: Rule<MayClause> = this.RULE('mayClause', (): MayClause => {
    const start = this.CONSUME(word('may')).startOffset;
    const not = this.OPTION(() => this.CONSUME(word('not'))) !== undefined;
    const events = this.SUBRULE(this.names);
    const when = this.OPTION2(() => this.SUBRULE(this.when));
    return { kind: not ? 'may not' : 'may', start, end: this.end(), events, when };
  });

  readonly disclosesClause: Rule<DisclosesClause> = this.RULE('disclosesClause', (): DisclosesClause => {
    const start = this.CONSUME(word('discloses')).startOffset;
    this.CONSUME(word('itself'));
    return { kind: 'discloses', start, end: this.end() };
  });

  readonly keepsClause: Rule<KeepsClause> = this.RULE('keepsClause', (): KeepsClause => {
    const start = this.CONSUME(word('keeps')).startOffset;
    const what = this.SUBRULE(this.names);
    return { kind: 'keeps', start, end: this.end(), what };
  });

  readonly retainsClause: Rule<RetainsClause> = this.RULE('retainsClause', (): RetainsClause => {
    const start = this.CONSUME(word('retains')).startOffset;
    const until = this.SUBRULE(this.moment);
    return { kind: 'retains', start, end: this.end(), until };
  });

  readonly redactsClause: Rule<RedactsClause> = this.RULE('redactsClause', (): RedactsClause => {
    const start = this.CONSUME(word('redacts')).startOffset;
    const what = this.SUBRULE(this.names);
    this.CONSUME(word('after'));
    const after = this.SUBRULE(this.durationLiteral);
    return { kind: 'redacts', start, end: this.end(), what, after };
  });
}
