import type {
  Action,
  ArrivesClause,
  AttainClause,
  AttainLevel,
  BenchmarkClause,
  BenchmarkDeclaration,
  CancelsClause,
  EveryClause,
  FromClause,
  LadderClause,
  LadderDeclaration,
  MeetsClause,
  NotAssessedClause,
  ReopeningClause,
  RetargetsClause,
  Rung,
  RungTime,
} from '../ast.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { SharedParser } from './shared.ts';

/** `benchmark` and `ladder`. */
export abstract class ClockParser extends SharedParser {
  protected readonly benchmarkDeclaration: Rule<BenchmarkDeclaration> = this.RULE(
    'benchmarkDeclaration',
    (): BenchmarkDeclaration => {
      const start = this.CONSUME(word('benchmark')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const clauses = this.SUBRULE(this.benchmarkBlock);
      return { kind: 'benchmark', start, end: this.end(), name, of, clauses };
    },
  );

  private readonly benchmarkBlock: Rule<readonly BenchmarkClause[]> = this.block<BenchmarkClause>(
    'benchmarkBlock',
    'benchmark',
    () => [
      this.titleClause,
      this.citesClause,
      this.statusClause,
      this.meetsClause,
      this.appliesClause,
      this.fromClause,
      this.countsClause,
      this.arrivesClause,
      this.withinClause,
      this.everyClause,
      this.pausesClause,
      this.cancelsClause,
      this.reopeningClause,
      this.retargetsClause,
      this.attainClause,
      this.notAssessedClause,
    ],
  );

  private readonly meetsClause: Rule<MeetsClause> = this.RULE('meetsClause', (): MeetsClause => {
    const start = this.CONSUME(word('meets')).startOffset;
    const benchmarks = this.SUBRULE(this.references);
    return { kind: 'meets', start, end: this.end(), benchmarks };
  });

  private readonly fromClause: Rule<FromClause> = this.RULE('fromClause', (): FromClause => {
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

  private readonly arrivesClause: Rule<ArrivesClause> = this.RULE('arrivesClause', (): ArrivesClause => {
    const start = this.CONSUME(word('arrives')).startOffset;
    const calendar = this.SUBRULE(this.name);
    return { kind: 'arrives', start, end: this.end(), calendar };
  });

  private readonly everyClause: Rule<EveryClause> = this.RULE('everyClause', (): EveryClause => {
    const start = this.CONSUME(word('every')).startOffset;
    const period = this.SUBRULE(this.durationLiteral);
    this.CONSUME(word('expects'));
    const expects = this.SUBRULE(this.moment);
    return { kind: 'every', start, end: this.end(), period, expects };
  });

  private readonly cancelsClause: Rule<CancelsClause> = this.RULE('cancelsClause', (): CancelsClause => {
    const start = this.CONSUME(word('cancels')).startOffset;
    this.CONSUME(word('on'));
    const on = this.SUBRULE(this.moment);
    return { kind: 'cancels', start, end: this.end(), on };
  });

  private readonly reopeningClause: Rule<ReopeningClause> = this.RULE(
    'reopeningClause',
    (): ReopeningClause => {
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
    },
  );

  private readonly retargetsClause: Rule<RetargetsClause> = this.RULE(
    'retargetsClause',
    (): RetargetsClause => {
      const start = this.CONSUME(word('retargets')).startOffset;
      this.CONSUME(word('never'));
      return { kind: 'retargets', start, end: this.end(), never: true };
    },
  );

  private readonly attainClause: Rule<AttainClause> = this.RULE('attainClause', (): AttainClause => {
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

  private readonly notAssessedClause: Rule<NotAssessedClause> = this.RULE(
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

  protected readonly ladderDeclaration: Rule<LadderDeclaration> = this.RULE(
    'ladderDeclaration',
    (): LadderDeclaration => {
      const start = this.CONSUME(word('ladder')).startOffset;
      const name = this.declaredName();
      const on = this.part(
        () => {
          this.CONSUME(word('on'));
          return this.SUBRULE(this.reference);
        },
        () => this.noReference(),
      );
      const clauses = this.SUBRULE(this.ladderBlock);
      return { kind: 'ladder', start, end: this.end(), name, on, clauses };
    },
  );

  private readonly ladderBlock: Rule<readonly LadderClause[]> = this.block<LadderClause>(
    'ladderBlock',
    'ladder',
    () => [this.rung, this.citesClause],
  );

  private readonly rung: Rule<Rung> = this.RULE('rung', (): Rung => {
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
  protected readonly atTime: Rule<RungTime> = this.RULE('atTime', (): RungTime => {
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
