import type {
  Action,
  AppliesClause,
  ArrivesClause,
  AttainClause,
  AttainLevel,
  CancelsClause,
  CitesClause,
  CountsClause,
  Deadline,
  EffectiveClause,
  EveryClause,
  FromClause,
  MeetsClause,
  Name,
  NotAssessedClause,
  OpensClause,
  PausesClause,
  Reference,
  ReopeningClause,
  RetargetsClause,
  Rung,
  RungTime,
  StatusClause,
  TimeLiteral,
  TitleClause,
  WithinClause,
} from '../ast.ts';
import * as t from '../tokens.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { ExpressionParser } from './expressions.ts';

/** The clauses that several declarations share, and those of `benchmark` and `ladder`. */
export abstract class ClockClauseParser extends ExpressionParser {
  // ---- shared -------------------------------------------------------------------------------------------------

  readonly titleClause: Rule<TitleClause> = this.RULE('titleClause', (): TitleClause => {
    const start = this.CONSUME(word('title')).startOffset;
    const title = this.SUBRULE(this.text);
    return { kind: 'title', start, end: this.end(), title };
  });

  readonly citesClause: Rule<CitesClause> = this.RULE('citesClause', (): CitesClause => {
    const start = this.CONSUME(word('cites')).startOffset;
    const citation = this.SUBRULE(this.text);
    return { kind: 'cites', start, end: this.end(), citation };
  });

  readonly statusClause: Rule<StatusClause> = this.RULE('statusClause', (): StatusClause => {
    const start = this.CONSUME(word('status')).startOffset;
    const status = this.SUBRULE(this.name);
    return { kind: 'status', start, end: this.end(), status };
  });

  readonly appliesClause: Rule<AppliesClause> = this.RULE('appliesClause', (): AppliesClause => {
    const start = this.CONSUME(word('applies')).startOffset;
    const condition = this.SUBRULE(this.when);
    return { kind: 'applies', start, end: this.end(), condition };
  });

  readonly countsClause: Rule<CountsClause> = this.RULE('countsClause', (): CountsClause => {
    const start = this.CONSUME(word('counts')).startOffset;
    const calendar = this.SUBRULE(this.name);
    const when = this.OPTION(() => this.SUBRULE(this.row));
    return { kind: 'counts', start, end: this.end(), calendar, when };
  });

  readonly pausesClause: Rule<PausesClause> = this.RULE('pausesClause', (): PausesClause => {
    const start = this.CONSUME(word('pauses')).startOffset;
    this.CONSUME(word('while'));
    const condition = this.SUBRULE(this.condition);
    let per: PausesClause['per'] = 'all';
    const cap = this.OPTION(() => {
      this.CONSUME(word('up'));
      this.CONSUME(word('to'));
      const duration = this.SUBRULE(this.durationLiteral);
      this.OPTION2(() => {
        this.OR([
          {
            ALT: () => {
              this.CONSUME(word('in'));
              this.CONSUME(word('all'));
            },
          },
          {
            ALT: () => {
              this.CONSUME(word('each'));
              per = 'each';
            },
          },
        ]);
      });
      return duration;
    });
    return { kind: 'pauses', start, end: this.end(), condition, cap, per };
  });

  readonly effectiveClause: Rule<EffectiveClause> = this.RULE('effectiveClause', (): EffectiveClause => {
    const start = this.CONSUME(word('effective')).startOffset;
    const from = this.SUBRULE(this.date);
    const until = this.OPTION(() => {
      this.CONSUME(word('until'));
      return this.SUBRULE2(this.date);
    });
    return { kind: 'effective', start, end: this.end(), from, until };
  });

  readonly opensClause: Rule<OpensClause> = this.RULE('opensClause', (): OpensClause => {
    const start = this.CONSUME(word('opens')).startOffset;
    this.CONSUME(word('on'));
    const on = this.SUBRULE(this.moment);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { kind: 'opens', start, end: this.end(), on, when };
  });

  readonly withinClause: Rule<WithinClause> = this.RULE('withinClause', (): WithinClause => {
    const start = this.CONSUME(word('within')).startOffset;
    const deadline = this.SUBRULE(this.deadline);
    const when = this.OPTION(() => this.SUBRULE(this.row));
    return { kind: 'within', start, end: this.end(), deadline, when };
  });

  private readonly deadline: Rule<Deadline> = this.RULE('deadline', (): Deadline => {
    const start = this.start();
    const item = this.SUBRULE(this.deadlineItem);
    const by = this.OPTION(() => {
      this.CONSUME(word('by'));
      return this.OR<'close' | TimeLiteral>({
        DEF: [
          {
            ALT: () => {
              this.CONSUME(word('close'));
              return 'close' as const;
            },
          },
          { ALT: () => this.SUBRULE(this.time) },
        ],
        ERR_MSG: 'close',
      });
    });
    const rolling = this.OPTION2(() => this.CONSUME(word('rolling'))) !== undefined;
    return { kind: 'deadline', start, end: this.end(), item, by, rolling };
  });

  // ---- benchmark ----------------------------------------------------------------------------------------------

  readonly meetsClause: Rule<MeetsClause> = this.RULE('meetsClause', (): MeetsClause => {
    const start = this.CONSUME(word('meets')).startOffset;
    const benchmarks: Reference[] = [this.SUBRULE(this.reference)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      benchmarks.push(this.SUBRULE2(this.reference));
    });
    return { kind: 'meets', start, end: this.end(), benchmarks };
  });

  readonly fromClause: Rule<FromClause> = this.RULE('fromClause', (): FromClause => {
    const start = this.CONSUME(word('from')).startOffset;
    const each = this.OPTION(() => this.CONSUME(word('each'))) !== undefined;
    const from = this.SUBRULE(this.moment);
    this.CONSUME(word('until'));
    const until = this.SUBRULE2(this.moment);
    const by = this.OPTION2(() => {
      this.CONSUME(word('by'));
      return this.SUBRULE(this.names);
    });
    return { kind: 'from', start, end: this.end(), each, from, until, by: by ?? [] };
  });

  readonly arrivesClause: Rule<ArrivesClause> = this.RULE('arrivesClause', (): ArrivesClause => {
    const start = this.CONSUME(word('arrives')).startOffset;
    const calendar = this.SUBRULE(this.name);
    return { kind: 'arrives', start, end: this.end(), calendar };
  });

  readonly everyClause: Rule<EveryClause> = this.RULE('everyClause', (): EveryClause => {
    const start = this.CONSUME(word('every')).startOffset;
    const period = this.SUBRULE(this.durationLiteral);
    this.CONSUME(word('expects'));
    const expects = this.SUBRULE(this.moment);
    return { kind: 'every', start, end: this.end(), period, expects };
  });

  readonly cancelsClause: Rule<CancelsClause> = this.RULE('cancelsClause', (): CancelsClause => {
    const start = this.CONSUME(word('cancels')).startOffset;
    this.CONSUME(word('on'));
    const on = this.SUBRULE(this.moment);
    return { kind: 'cancels', start, end: this.end(), on };
  });

  readonly reopeningClause: Rule<ReopeningClause> = this.RULE('reopeningClause', (): ReopeningClause => {
    const start = this.CONSUME(word('reopening')).startOffset;
    this.CONSUME(word('on'));
    const on = this.SUBRULE(this.moment);
    const effect = this.OR<ReopeningClause['effect']>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word('resumes'));
            return 'resumes';
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('starts'));
            this.CONSUME(word('a'));
            this.CONSUME(word('new'));
            this.CONSUME(word('run'));
            return 'starts a new run';
          },
        },
      ],
      ERR_MSG: 'reopening',
    });
    return { kind: 'reopening', start, end: this.end(), on, effect };
  });

  readonly retargetsClause: Rule<RetargetsClause> = this.RULE('retargetsClause', (): RetargetsClause => {
    const start = this.CONSUME(word('retargets')).startOffset;
    this.CONSUME(word('never'));
    return { kind: 'retargets', start, end: this.end(), never: true };
  });

  readonly attainClause: Rule<AttainClause> = this.RULE('attainClause', (): AttainClause => {
    const start = this.CONSUME(word('attain')).startOffset;
    const levels: AttainLevel[] = [this.SUBRULE(this.attainLevel)];
    this.MANY(() => {
      this.CONSUME(word('and'));
      levels.push(this.SUBRULE(this.furtherLevel));
    });
    const window = this.OPTION(() => this.SUBRULE(this.window));
    const by = this.OPTION2(() => this.SUBRULE(this.byName));
    const per = this.OPTION3(() => this.SUBRULE(this.perName));
    const over = this.OPTION4(() => this.SUBRULE(this.sample));
    const when = this.OPTION5(() => this.SUBRULE(this.when));
    return { kind: 'attain', start, end: this.end(), levels, window, by, per, over, when };
  });

  private readonly attainLevel: Rule<AttainLevel> = this.RULE('attainLevel', (): AttainLevel => {
    const start = this.start();
    const operator = this.SUBRULE(this.bound);
    const percent = this.SUBRULE(this.percent);
    const within = this.OPTION(() => {
      this.CONSUME(word('in'));
      return this.SUBRULE(this.durationLiteral);
    });
    return { start, end: this.end(), operator, percent, in: within };
  });

  /** Without words of its own a further level is `at least`. */
  private readonly furtherLevel: Rule<AttainLevel> = this.RULE('furtherLevel', (): AttainLevel => {
    const start = this.start();
    const operator = this.OPTION(() => this.SUBRULE(this.bound));
    const percent = this.SUBRULE(this.percent);
    const within = this.OPTION2(() => {
      this.CONSUME(word('in'));
      return this.SUBRULE(this.durationLiteral);
    });
    return { start, end: this.end(), operator: operator ?? 'at least', percent, in: within };
  });

  readonly byName: Rule<Name> = this.RULE('byName', (): Name => {
    this.CONSUME(word('by'));
    return this.SUBRULE(this.name);
  });

  readonly perName: Rule<Name> = this.RULE('perName', (): Name => {
    this.CONSUME(word('per'));
    return this.SUBRULE(this.name);
  });

  readonly notAssessedClause: Rule<NotAssessedClause> = this.RULE(
    'notAssessedClause',
    (): NotAssessedClause => {
      const start = this.CONSUME(word('not')).startOffset;
      this.CONSUME(word('assessed'));
      this.CONSUME(word('while'));
      const condition = this.SUBRULE(this.condition);
      const reason = this.OPTION(() => this.SUBRULE(this.text));
      return { kind: 'not assessed', start, end: this.end(), condition, reason };
    },
  );

  // ---- ladder -------------------------------------------------------------------------------------------------

  readonly rung: Rule<Rung> = this.RULE('rung', (): Rung => {
    const start = this.start();
    const time = this.OR([
      { ALT: () => this.SUBRULE(this.atTime) },
      { ALT: () => this.SUBRULE(this.everyTime) },
    ]);
    const actions: Action[] = [this.SUBRULE(this.action)];
    this.MANY(() => actions.push(this.SUBRULE2(this.action)));
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { kind: 'rung', start, end: this.end(), time, actions, when };
  });

  /** `at 50%`, `at breach`, `at 1 day after breach` */
  readonly atTime: Rule<RungTime> = this.RULE('atTime', (): RungTime => {
    this.CONSUME(word('at'));
    const start = this.start();
    return this.OR({
      DEF: [
        {
          ALT: (): RungTime => {
            const percent = this.SUBRULE(this.percent);
            return { kind: 'percent', start, end: this.end(), percent };
          },
        },
        {
          ALT: (): RungTime => {
            const moment = this.SUBRULE(this.moment);
            return { kind: 'moment', start, end: this.end(), moment };
          },
        },
      ],
      // A moment may begin with a percentage only by mistake.
      IGNORE_AMBIGUITIES: true,
      ERR_MSG: 'amount',
    });
  });

  private readonly everyTime: Rule<RungTime> = this.RULE('everyTime', (): RungTime => {
    const start = this.CONSUME(word('every')).startOffset;
    const period = this.SUBRULE(this.durationLiteral);
    this.CONSUME(word('after'));
    const after = this.SUBRULE(this.moment);
    const limit = this.OPTION(() => {
      this.CONSUME(word('up'));
      this.CONSUME(word('to'));
      const number = this.SUBRULE(this.number);
      this.CONSUME(word('times'));
      return number;
    });
    return { kind: 'every', start, end: this.end(), period, after, limit };
  });

  private readonly action: Rule<Action> = this.RULE('action', (): Action => {
    const start = this.start();
    return this.OR<Action>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word('notify'));
            const to = this.SUBRULE(this.names);
            const by = this.OPTION(() => {
              this.CONSUME(word('by'));
              return this.SUBRULE2(this.names);
            });
            return { kind: 'notify', start, end: this.end(), to, by: by ?? [] };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('assign'));
            const to = this.SUBRULE(this.name);
            return { kind: 'assign', start, end: this.end(), to };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('raise'));
            const field = this.SUBRULE2(this.name);
            return { kind: 'raise', start, end: this.end(), field };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('set'));
            const field = this.SUBRULE3(this.name);
            const value = this.SUBRULE(this.amount);
            return { kind: 'set', start, end: this.end(), field, value };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('emit'));
            const event = this.SUBRULE4(this.name);
            return { kind: 'emit', start, end: this.end(), event };
          },
        },
      ],
      ERR_MSG: 'action',
    });
  });
}
