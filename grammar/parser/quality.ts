import type {
  AuditsClause,
  AverageClause,
  CountClause,
  MetricClause,
  MetricDeclaration,
  NpsClause,
  PercentileClause,
  ReportDeclaration,
  ShareClause,
  StandardClause,
  StandardDeclaration,
  StandardRequiresClause,
  TargetClause,
  Window,
} from '../ast.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { RemedyParser } from './remedies.ts';

/** `report`, `metric` and `standard`. */
export abstract class QualityParser extends RemedyParser {
  protected readonly reportDeclaration: Rule<ReportDeclaration> = this.RULE(
    'reportDeclaration',
    (): ReportDeclaration => {
      const start = this.CONSUME(word('report')).startOffset;
      const name = this.declaredName();
      const to = this.part(
        () => {
          this.CONSUME(word('to'));
          return this.SUBRULE2(this.name);
        },
        () => this.noName(),
      );
      const window = this.part<Window>(
        () => this.SUBRULE(this.window),
        () => ({ ...this.noName(), kind: 'window', unit: 'year' }),
      );
      const within = this.part(
        () => {
          this.CONSUME(word('within'));
          return this.SUBRULE(this.durationLiteral);
        },
        () => this.noDuration(),
      );
      return { kind: 'report', start, end: this.end(), name, to, window, within };
    },
  );

  protected readonly metricDeclaration: Rule<MetricDeclaration> = this.RULE(
    'metricDeclaration',
    (): MetricDeclaration => {
      const start = this.CONSUME(word('metric')).startOffset;
      const name = this.declaredName();
      const from = this.part(
        () => {
          this.CONSUME(word('from'));
          return this.SUBRULE2(this.name);
        },
        () => this.noName(),
      );
      const clauses = this.SUBRULE(this.metricBlock);
      const tickets = !this.RECORDING_PHASE && from.text === 'tickets' && !this.isQuoted(from);
      return { kind: 'metric', start, end: this.end(), name, from: tickets ? 'tickets' : from, clauses };
    },
  );

  private readonly metricBlock: Rule<readonly MetricClause[]> = this.block<MetricClause>(
    'metricBlock',
    'metric',
    () => [
      this.appliesClause,
      this.shareClause,
      this.averageClause,
      this.percentileClause,
      this.countClause,
      this.npsClause,
      this.targetClause,
      this.countsClause,
      this.citesClause,
    ],
  );

  private readonly shareClause: Rule<ShareClause> = this.RULE('shareClause', (): ShareClause => {
    const start = this.CONSUME(word('share')).startOffset;
    this.CONSUME(word('where'));
    const condition = this.SUBRULE(this.condition);
    return { kind: 'share', start, end: this.end(), condition };
  });

  private readonly averageClause: Rule<AverageClause> = this.RULE('averageClause', (): AverageClause => {
    const start = this.CONSUME(word('average')).startOffset;
    this.CONSUME(word('of'));
    const of = this.SUBRULE(this.amount);
    return { kind: 'average', start, end: this.end(), of };
  });

  private readonly percentileClause: Rule<PercentileClause> = this.RULE(
    'percentileClause',
    (): PercentileClause => {
      const start = this.CONSUME(word('percentile')).startOffset;
      const rank = this.SUBRULE(this.number);
      this.CONSUME(word('of'));
      const of = this.SUBRULE(this.amount);
      return { kind: 'percentile', start, end: this.end(), rank, of };
    },
  );

  private readonly countClause: Rule<CountClause> = this.RULE('countClause', (): CountClause => {
    const start = this.CONSUME(word('count')).startOffset;
    const condition = this.OPTION(() => {
      this.CONSUME(word('where'));
      return this.SUBRULE(this.condition);
    });
    return { kind: 'count', start, end: this.end(), condition };
  });

  private readonly npsClause: Rule<NpsClause> = this.RULE('npsClause', (): NpsClause => {
    const start = this.CONSUME(word('nps')).startOffset;
    this.CONSUME(word('of'));
    const of = this.SUBRULE(this.amount);
    return { kind: 'nps', start, end: this.end(), of };
  });

  private readonly targetClause: Rule<TargetClause> = this.RULE('targetClause', (): TargetClause => {
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

  protected readonly standardDeclaration: Rule<StandardDeclaration> = this.RULE(
    'standardDeclaration',
    (): StandardDeclaration => {
      const start = this.CONSUME(word('standard')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const clauses = this.SUBRULE(this.standardBlock);
      return { kind: 'standard', start, end: this.end(), name, of, clauses };
    },
  );

  private readonly standardBlock: Rule<readonly StandardClause[]> = this.block<StandardClause>(
    'standardBlock',
    'standard',
    () => [
      this.appliesClause,
      this.standardRequiresClause,
      this.auditsClause,
      this.citesClause,
      this.statusClause,
    ],
  );

  private readonly standardRequiresClause: Rule<StandardRequiresClause> = this.RULE(
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

  private readonly auditsClause: Rule<AuditsClause> = this.RULE('auditsClause', (): AuditsClause => {
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
}
