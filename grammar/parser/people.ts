import type {
  AccessibleClause,
  AutomationClause,
  AutomationDeclaration,
  ChannelClause,
  ChannelDeclaration,
  CostsClause,
  DisclosesClause,
  FreeClause,
  HandsOverClause,
  HoldsClause,
  HoursClause,
  KeepsClause,
  MayClause,
  Name,
  OffsetMoment,
  PeopleDeclaration,
  PersonClause,
  PersonDeclaration,
  RecordClause,
  RecordDeclaration,
  RedactsClause,
  RetainsClause,
  RoleClause,
  RoleDeclaration,
  RoleRequiresClause,
  RolesDeclaration,
  Text,
} from '../ast.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { QualityParser } from './quality.ts';

/** Who acts and how: `role`, `roles`, `person`, `people`, `channel`, `automation` and `record`. */
export abstract class PeopleParser extends QualityParser {
  protected readonly rolesDeclaration: Rule<RolesDeclaration> = this.RULE(
    'rolesDeclaration',
    (): RolesDeclaration => {
      const start = this.CONSUME(word('roles')).startOffset;
      const names = this.resilientNames();
      return { kind: 'roles', start, end: this.end(), names };
    },
  );

  protected readonly roleDeclaration: Rule<RoleDeclaration> = this.RULE(
    'roleDeclaration',
    (): RoleDeclaration => {
      const start = this.CONSUME(word('role')).startOffset;
      const name = this.declaredName();
      const clauses = this.SUBRULE(this.roleBlock);
      return { kind: 'role', start, end: this.end(), name, clauses };
    },
  );

  private readonly roleBlock: Rule<readonly RoleClause[]> = this.block<RoleClause>(
    'roleBlock',
    'role',
    () => [this.roleRequiresClause, this.citesClause],
  );

  private readonly roleRequiresClause: Rule<RoleRequiresClause> = this.RULE(
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

  protected readonly personDeclaration: Rule<PersonDeclaration> = this.RULE(
    'personDeclaration',
    (): PersonDeclaration => {
      const start = this.CONSUME(word('person')).startOffset;
      const name = this.declaredName();
      const roles = this.part<readonly Name[]>(
        () => {
          this.CONSUME(word('is'));
          return this.SUBRULE(this.names);
        },
        () => [],
      );
      const clauses = this.SUBRULE(this.personBlock);
      return { kind: 'person', start, end: this.end(), name, roles, clauses };
    },
  );

  private readonly personBlock: Rule<readonly PersonClause[]> = this.block<PersonClause>(
    'personBlock',
    'person',
    () => [this.holdsClause],
  );

  private readonly holdsClause: Rule<HoldsClause> = this.RULE('holdsClause', (): HoldsClause => {
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

  protected readonly peopleDeclaration: Rule<PeopleDeclaration> = this.RULE(
    'peopleDeclaration',
    (): PeopleDeclaration => {
      const start = this.CONSUME(word('people')).startOffset;
      const path = this.part<Text>(
        () => {
          this.CONSUME(word('from'));
          return this.SUBRULE(this.text);
        },
        () => ({ ...this.noName(), kind: 'text', value: '' }),
      );
      return { kind: 'people', start, end: this.end(), path };
    },
  );

  protected readonly channelDeclaration: Rule<ChannelDeclaration> = this.RULE(
    'channelDeclaration',
    (): ChannelDeclaration => {
      const start = this.CONSUME(word('channel')).startOffset;
      const name = this.declaredName();
      const clauses = this.SUBRULE(this.channelBlock);
      return { kind: 'channel', start, end: this.end(), name, clauses };
    },
  );

  private readonly channelBlock: Rule<readonly ChannelClause[]> = this.block<ChannelClause>(
    'channelBlock',
    'channel',
    () => [
      this.hoursClause,
      this.freeClause,
      this.costsClause,
      this.accessibleClause,
      this.handsClause,
      this.citesClause,
    ],
  );

  private readonly hoursClause: Rule<HoursClause> = this.RULE('hoursClause', (): HoursClause => {
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

  private readonly freeClause: Rule<FreeClause> = this.RULE('freeClause', (): FreeClause => {
    const start = this.CONSUME(word('free')).startOffset;
    return { kind: 'free', start, end: this.end() };
  });

  private readonly costsClause: Rule<CostsClause> = this.RULE('costsClause', (): CostsClause => {
    const start = this.CONSUME(word('costs')).startOffset;
    const amount = this.SUBRULE(this.amount);
    return { kind: 'costs', start, end: this.end(), amount };
  });

  private readonly accessibleClause: Rule<AccessibleClause> = this.RULE(
    'accessibleClause',
    (): AccessibleClause => {
      const start = this.CONSUME(word('accessible')).startOffset;
      this.CONSUME(word('by'));
      const by = this.SUBRULE(this.names);
      return { kind: 'accessible', start, end: this.end(), by };
    },
  );

  /** `hands over to phone keeping reference`, `hands over within 5 minutes after handover-requested` */
  private readonly handsClause: Rule<HandsOverClause> = this.RULE('handsClause', (): HandsOverClause => {
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

  protected readonly automationDeclaration: Rule<AutomationDeclaration> = this.RULE(
    'automationDeclaration',
    (): AutomationDeclaration => {
      const start = this.CONSUME(word('automation')).startOffset;
      const name = this.declaredName();
      const clauses = this.SUBRULE(this.automationBlock);
      return { kind: 'automation', start, end: this.end(), name, clauses };
    },
  );

  private readonly automationBlock: Rule<readonly AutomationClause[]> = this.block<AutomationClause>(
    'automationBlock',
    'automation',
    () => [this.mayClause, this.disclosesClause, this.handsClause, this.citesClause],
  );

  private readonly mayClause: Rule<MayClause> = this.RULE('mayClause', (): MayClause => {
    const start = this.CONSUME(word('may')).startOffset;
    const not = this.OPTION(() => this.CONSUME(word('not'))) !== undefined;
    const events = this.SUBRULE(this.names);
    const when = this.OPTION2(() => this.SUBRULE(this.when));
    return { kind: not ? 'may not' : 'may', start, end: this.end(), events, when };
  });

  private readonly disclosesClause: Rule<DisclosesClause> = this.RULE(
    'disclosesClause',
    (): DisclosesClause => {
      const start = this.CONSUME(word('discloses')).startOffset;
      this.CONSUME(word('itself'));
      const event = this.OPTION(() => {
        this.CONSUME(word('with'));
        return this.SUBRULE(this.name);
      });
      return { kind: 'discloses', start, end: this.end(), with: event };
    },
  );

  protected readonly recordDeclaration: Rule<RecordDeclaration> = this.RULE(
    'recordDeclaration',
    (): RecordDeclaration => {
      const start = this.CONSUME(word('record')).startOffset;
      const name = this.declaredName();
      const of = this.SUBRULE(this.ofRegulation);
      const clauses = this.SUBRULE(this.recordBlock);
      return { kind: 'record', start, end: this.end(), name, of, clauses };
    },
  );

  private readonly recordBlock: Rule<readonly RecordClause[]> = this.block<RecordClause>(
    'recordBlock',
    'record',
    () => [this.keepsClause, this.retainsClause, this.redactsClause, this.citesClause, this.statusClause],
  );

  private readonly keepsClause: Rule<KeepsClause> = this.RULE('keepsClause', (): KeepsClause => {
    const start = this.CONSUME(word('keeps')).startOffset;
    const what = this.SUBRULE(this.names);
    return { kind: 'keeps', start, end: this.end(), what };
  });

  private readonly retainsClause: Rule<RetainsClause> = this.RULE('retainsClause', (): RetainsClause => {
    const start = this.CONSUME(word('retains')).startOffset;
    const until = this.SUBRULE(this.moment);
    return { kind: 'retains', start, end: this.end(), until };
  });

  private readonly redactsClause: Rule<RedactsClause> = this.RULE('redactsClause', (): RedactsClause => {
    const start = this.CONSUME(word('redacts')).startOffset;
    const what = this.SUBRULE(this.names);
    const due = this.OR<Pick<RedactsClause, 'after' | 'at'>>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word('after'));
            return { after: this.SUBRULE(this.durationLiteral) };
          },
        },
        { ALT: () => ({ at: this.SUBRULE(this.offset) }) },
      ],
      ERR_MSG: 'redaction',
    });
    return { kind: 'redacts', start, end: this.end(), what, ...due };
  });
}
