import type {
  AppliesClause,
  CitesClause,
  CountsClause,
  Deadline,
  EffectiveClause,
  Moment,
  Name,
  OpensClause,
  PausesClause,
  StatusClause,
  Text,
  TimeLiteral,
  TimezoneClause,
  TitleClause,
  WithinClause,
} from '../ast.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { ConditionParser } from './conditions.ts';

/** Parts of headers, and the clauses that several declarations share. */
export abstract class SharedParser extends ConditionParser {
  protected declaredName(): Name {
    return this.part(
      () => this.SUBRULE(this.name),
      () => this.noName(),
    );
  }

  /** `of acma-complaints` */
  protected readonly ofRegulation: Rule<Name | undefined> = this.RULE('ofRegulation', (): Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(word('of'));
      return this.part(
        () => this.SUBRULE(this.name),
        () => this.noName(),
      );
    }),
  );

  protected readonly onMoment: Rule<Moment> = this.RULE(
    'onMoment',
    (): Moment =>
      this.part(
        () => {
          this.CONSUME(word('on'));
          return this.SUBRULE(this.moment);
        },
        () => this.noName(),
      ),
  );

  protected readonly quotedText: Rule<Text> = this.RULE(
    'quotedText',
    (): Text =>
      this.part(
        () => this.SUBRULE(this.text),
        () => ({ ...this.noName(), kind: 'text', value: '' }),
      ),
  );

  protected readonly byName: Rule<Name> = this.RULE('byName', (): Name => {
    this.CONSUME(word('by'));
    return this.SUBRULE(this.name);
  });

  protected readonly perName: Rule<Name> = this.RULE('perName', (): Name => {
    this.CONSUME(word('per'));
    return this.SUBRULE(this.name);
  });

  protected readonly titleClause: Rule<TitleClause> = this.RULE('titleClause', (): TitleClause => {
    const start = this.CONSUME(word('title')).startOffset;
    const title = this.SUBRULE(this.text);
    return { kind: 'title', start, end: this.end(), title };
  });

  protected readonly citesClause: Rule<CitesClause> = this.RULE('citesClause', (): CitesClause => {
    const start = this.CONSUME(word('cites')).startOffset;
    const citation = this.SUBRULE(this.text);
    return { kind: 'cites', start, end: this.end(), citation };
  });

  protected readonly statusClause: Rule<StatusClause> = this.RULE('statusClause', (): StatusClause => {
    const start = this.CONSUME(word('status')).startOffset;
    const status = this.SUBRULE(this.name);
    return { kind: 'status', start, end: this.end(), status };
  });

  protected readonly appliesClause: Rule<AppliesClause> = this.RULE('appliesClause', (): AppliesClause => {
    const start = this.CONSUME(word('applies')).startOffset;
    const condition = this.SUBRULE(this.when);
    return { kind: 'applies', start, end: this.end(), condition };
  });

  protected readonly countsClause: Rule<CountsClause> = this.RULE('countsClause', (): CountsClause => {
    const start = this.CONSUME(word('counts')).startOffset;
    const calendar = this.SUBRULE(this.name);
    const when = this.OPTION(() => this.SUBRULE(this.row));
    return { kind: 'counts', start, end: this.end(), calendar, when };
  });

  protected readonly pausesClause: Rule<PausesClause> = this.RULE('pausesClause', (): PausesClause => {
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

  protected readonly effectiveClause: Rule<EffectiveClause> = this.RULE(
    'effectiveClause',
    (): EffectiveClause => {
      const start = this.CONSUME(word('effective')).startOffset;
      const from = this.SUBRULE(this.date);
      const until = this.OPTION(() => {
        this.CONSUME(word('until'));
        return this.SUBRULE2(this.date);
      });
      return { kind: 'effective', start, end: this.end(), from, until };
    },
  );

  protected readonly timezoneClause: Rule<TimezoneClause> = this.RULE(
    'timezoneClause',
    (): TimezoneClause => {
      const start = this.CONSUME(word('timezone')).startOffset;
      const zone = this.SUBRULE(this.code);
      return { kind: 'timezone', start, end: this.end(), zone };
    },
  );

  protected readonly opensClause: Rule<OpensClause> = this.RULE('opensClause', (): OpensClause => {
    const start = this.CONSUME(word('opens')).startOffset;
    this.CONSUME(word('on'));
    const on = this.SUBRULE(this.moment);
    const when = this.OPTION(() => this.SUBRULE(this.when));
    return { kind: 'opens', start, end: this.end(), on, when };
  });

  protected readonly withinClause: Rule<WithinClause> = this.RULE('withinClause', (): WithinClause => {
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
}
