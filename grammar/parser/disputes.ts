import type {
  BindsClause,
  ClosesClause,
  DisputeClause,
  DisputeDeclaration,
  FreezesClause,
  HeardClause,
  IndependentClause,
  NotAfterClause,
  NotWhileClause,
  OnlyClause,
  OwnerClause,
  PermitClause,
  PermitDeclaration,
  RightClause,
  RightDeclaration,
  Step,
  StepClause,
  TellsClause,
  TransitionClause,
  TransitionTarget,
  WaitsClause,
} from '../ast.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { CalendarParser } from './calendars.ts';

/** `dispute`, `right` and `permit`. */
export abstract class DisputeParser extends CalendarParser {
  protected readonly disputeDeclaration: Rule<DisputeDeclaration> = this.RULE(
    'disputeDeclaration',
    (): DisputeDeclaration => {
      const start = this.CONSUME(word('dispute')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const clauses = this.SUBRULE(this.disputeBlock);
      return { kind: 'dispute', start, end: this.end(), name, of, clauses };
    },
  );

  private readonly disputeBlock: Rule<readonly DisputeClause[]> = this.block<DisputeClause>(
    'disputeBlock',
    'dispute',
    () => [this.opensClause, this.countsClause, this.pausesClause, this.step, this.citesClause],
  );

  private readonly step: Rule<Step> = this.RULE('step', (): Step => {
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
    const what = this.SUBRULE(this.references);
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

  protected readonly rightDeclaration: Rule<RightDeclaration> = this.RULE(
    'rightDeclaration',
    (): RightDeclaration => {
      const start = this.CONSUME(word('right')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const clauses = this.SUBRULE(this.rightBlock);
      return { kind: 'right', start, end: this.end(), name, of, clauses };
    },
  );

  private readonly rightBlock: Rule<readonly RightClause[]> = this.block<RightClause>(
    'rightBlock',
    'right',
    () => [
      this.opensClause,
      this.closesClause,
      this.appliesClause,
      this.countsClause,
      this.citesClause,
      this.statusClause,
    ],
  );

  private readonly closesClause: Rule<ClosesClause> = this.RULE('closesClause', (): ClosesClause => {
    const start = this.CONSUME(word('closes')).startOffset;
    const at = this.SUBRULE(this.moment);
    return { kind: 'closes', start, end: this.end(), at };
  });

  protected readonly permitDeclaration: Rule<PermitDeclaration> = this.RULE(
    'permitDeclaration',
    (): PermitDeclaration => {
      const start = this.CONSUME(word('permit')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const on = this.SUBRULE(this.onMoment);
      const clauses = this.SUBRULE(this.permitBlock);
      return { kind: 'permit', start, end: this.end(), name, of, on, clauses };
    },
  );

  private readonly permitBlock: Rule<readonly PermitClause[]> = this.block<PermitClause>(
    'permitBlock',
    'permit',
    () => [
      this.appliesClause,
      this.countsClause,
      this.onlyClause,
      this.waitsClause,
      this.permitNotClause,
      this.citesClause,
      this.statusClause,
    ],
  );

  private readonly onlyClause: Rule<OnlyClause> = this.RULE('onlyClause', (): OnlyClause => {
    const start = this.CONSUME(word('only')).startOffset;
    this.CONSUME(word('during'));
    const during = this.SUBRULE(this.condition);
    return { kind: 'only', start, end: this.end(), during };
  });

  private readonly waitsClause: Rule<WaitsClause> = this.RULE('waitsClause', (): WaitsClause => {
    const start = this.CONSUME(word('waits')).startOffset;
    const duration = this.SUBRULE(this.durationLiteral);
    this.CONSUME(word('after'));
    const after = this.SUBRULE(this.moment);
    return { kind: 'waits', start, end: this.end(), duration, after };
  });

  /** The two clauses of a permit that begin with `not`. */
  private readonly permitNotClause: Rule<NotAfterClause | NotWhileClause> = this.RULE(
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
