import type {
  AutomationClause,
  AutomationDeclaration,
  BenchmarkClause,
  BenchmarkDeclaration,
  CalendarClause,
  CalendarDeclaration,
  ChannelClause,
  ChannelDeclaration,
  Declaration,
  DisputeClause,
  DisputeDeclaration,
  EventDeclaration,
  EventsDeclaration,
  Field,
  ImportDeclaration,
  LadderClause,
  LadderDeclaration,
  MetricClause,
  MetricDeclaration,
  Moment,
  Name,
  PeopleDeclaration,
  PermitClause,
  PermitDeclaration,
  PersonClause,
  PersonDeclaration,
  PolicyClause,
  PolicyDeclaration,
  RateClause,
  RateDeclaration,
  RecordClause,
  RecordDeclaration,
  RegulationClause,
  RegulationDeclaration,
  RemedyClause,
  RemedyDeclaration,
  RemedyTrigger,
  ReportDeclaration,
  RightClause,
  RightDeclaration,
  RoleClause,
  RoleDeclaration,
  RolesDeclaration,
  ScenarioClause,
  ScenarioDeclaration,
  StandardClause,
  StandardDeclaration,
  StateDeclaration,
  Text,
  TicketDeclaration,
  Window,
} from '../ast.ts';
import { word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { ScenarioClauseParser } from './scenarioClauses.ts';

/** Declarations: their headers, and which clauses stand in their blocks. */
class SlapolicyParser extends ScenarioClauseParser {
  constructor(skipValidations: boolean) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  /** The rule of a piece: one declaration and nothing behind it. */
  readonly declaration: Rule<Declaration> = this.RULE('declaration', (): Declaration => {
    const { documentation } = this.peek();
    this.choices ??= this.declarationRules().map((rule) => ({ ALT: () => this.SUBRULE(rule) }));
    const declaration = this.OR({ DEF: this.choices, ERR_MSG: 'declaration' });
    this.endOfDeclaration();
    return documentation === undefined ? declaration : { ...declaration, documentation };
  });

  private choices: { ALT: () => Declaration }[] | undefined;

  private declarationRules(): readonly Rule<Declaration>[] {
    return [
      this.importDeclaration,
      this.policyDeclaration,
      this.ticketDeclaration,
      this.eventsDeclaration,
      this.eventDeclaration,
      this.stateDeclaration,
      this.calendarDeclaration,
      this.rateDeclaration,
      this.regulationDeclaration,
      this.benchmarkDeclaration,
      this.ladderDeclaration,
      this.disputeDeclaration,
      this.rightDeclaration,
      this.remedyDeclaration,
      this.permitDeclaration,
      this.reportDeclaration,
      this.metricDeclaration,
      this.standardDeclaration,
      this.rolesDeclaration,
      this.roleDeclaration,
      this.personDeclaration,
      this.peopleDeclaration,
      this.channelDeclaration,
      this.automationDeclaration,
      this.recordDeclaration,
      this.scenarioDeclaration,
    ];
  }

  // ---- parts of headers ---------------------------------------------------------------------------------------

  private declaredName(): Name {
    return this.part(
      () => this.SUBRULE(this.name),
      () => this.noName(),
    );
  }

  /** `of acma-complaints` */
  private readonly ofRegulation: Rule<Name | undefined> = this.RULE('ofRegulation', (): Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(word('of'));
      return this.part(
        () => this.SUBRULE(this.name),
        () => this.noName(),
      );
    }),
  );

  private readonly onMoment: Rule<Moment> = this.RULE(
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

  private readonly quotedText: Rule<Text> = this.RULE(
    'quotedText',
    (): Text =>
      this.part(
        () => this.SUBRULE(this.text),
        () => ({ ...this.noName(), kind: 'text', value: '' }),
      ),
  );

  // ---- the file and the case ----------------------------------------------------------------------------------

  private readonly importDeclaration: Rule<ImportDeclaration> = this.RULE(
    'importDeclaration',
    (): ImportDeclaration => {
      const start = this.CONSUME(word('import')).startOffset;
      const path = this.SUBRULE(this.quotedText);
      return { kind: 'import', start, end: this.end(), path };
    },
  );

  private readonly policyDeclaration: Rule<PolicyDeclaration> = this.RULE(
    'policyDeclaration',
    (): PolicyDeclaration => {
      const start = this.CONSUME(word('policy')).startOffset;
      const name = this.declaredName();
      const clauses = this.SUBRULE(this.policyBlock);
      return { kind: 'policy', start, end: this.end(), name, clauses };
    },
  );

  private readonly policyBlock: Rule<readonly PolicyClause[]> = this.block<PolicyClause>(
    'policyBlock',
    'policy',
    () => [
      this.titleClause,
      this.versionClause,
      this.effectiveClause,
      this.timezoneClause,
      this.currencyClause,
      this.policyCountsClause,
      this.beginsClause,
      this.conformsClause,
      this.adoptsClause,
      this.citesClause,
    ],
  );

  private readonly ticketDeclaration: Rule<TicketDeclaration> = this.RULE(
    'ticketDeclaration',
    (): TicketDeclaration => {
      const start = this.CONSUME(word('ticket')).startOffset;
      const clauses = this.SUBRULE(this.ticketBlock);
      return { kind: 'ticket', start, end: this.end(), clauses };
    },
  );

  private readonly ticketBlock: Rule<readonly Field[]> = this.block<Field>('ticketBlock', 'ticket', () => [
    this.field,
  ]);

  private readonly eventsDeclaration: Rule<EventsDeclaration> = this.RULE(
    'eventsDeclaration',
    (): EventsDeclaration => {
      const start = this.CONSUME(word('events')).startOffset;
      const names = this.resilientNames();
      return { kind: 'events', start, end: this.end(), names };
    },
  );

  private readonly eventDeclaration: Rule<EventDeclaration> = this.RULE(
    'eventDeclaration',
    (): EventDeclaration => {
      const start = this.CONSUME(word('event')).startOffset;
      const name = this.declaredName();
      const clauses = this.OPTION(() => this.SUBRULE(this.eventBlock));
      return { kind: 'event', start, end: this.end(), name, clauses: clauses ?? [] };
    },
  );

  private readonly eventBlock: Rule<readonly Field[]> = this.block<Field>('eventBlock', 'event', () => [
    this.field,
  ]);

  private readonly stateDeclaration: Rule<StateDeclaration> = this.RULE(
    'stateDeclaration',
    (): StateDeclaration => {
      const start = this.CONSUME(word('state')).startOffset;
      const name = this.declaredName();
      const from = this.part<Moment>(
        () => {
          this.CONSUME(word('from'));
          return this.SUBRULE(this.moment);
        },
        () => this.noName(),
      );
      const until = this.part<Moment>(
        () => {
          this.CONSUME(word('until'));
          return this.SUBRULE2(this.moment);
        },
        () => this.noName(),
      );
      return { kind: 'state', start, end: this.end(), name, from, until };
    },
  );

  private readonly calendarDeclaration: Rule<CalendarDeclaration> = this.RULE(
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

  private readonly rateDeclaration: Rule<RateDeclaration> = this.RULE(
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

  private readonly regulationDeclaration: Rule<RegulationDeclaration> = this.RULE(
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

  // ---- clocks -------------------------------------------------------------------------------------------------

  private readonly benchmarkDeclaration: Rule<BenchmarkDeclaration> = this.RULE(
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

  private readonly ladderDeclaration: Rule<LadderDeclaration> = this.RULE(
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

  // ---- consequences -------------------------------------------------------------------------------------------

  private readonly disputeDeclaration: Rule<DisputeDeclaration> = this.RULE(
    'disputeDeclaration',
    (): DisputeDeclaration => {
      const start = this.CONSUME(word('dispute')).startOffset;
      const name = this.declaredName();
      const clauses = this.SUBRULE(this.disputeBlock);
      return { kind: 'dispute', start, end: this.end(), name, clauses };
    },
  );

  private readonly disputeBlock: Rule<readonly DisputeClause[]> = this.block<DisputeClause>(
    'disputeBlock',
    'dispute',
    () => [this.opensClause, this.countsClause, this.pausesClause, this.step, this.citesClause],
  );

  private readonly rightDeclaration: Rule<RightDeclaration> = this.RULE(
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

  private readonly remedyDeclaration: Rule<RemedyDeclaration> = this.RULE(
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
      this.citesClause,
      this.statusClause,
    ],
  );

  private readonly permitDeclaration: Rule<PermitDeclaration> = this.RULE(
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

  private readonly reportDeclaration: Rule<ReportDeclaration> = this.RULE(
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

  // ---- quality ------------------------------------------------------------------------------------------------

  private readonly metricDeclaration: Rule<MetricDeclaration> = this.RULE(
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

  private readonly standardDeclaration: Rule<StandardDeclaration> = this.RULE(
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

  // ---- people -------------------------------------------------------------------------------------------------

  private readonly rolesDeclaration: Rule<RolesDeclaration> = this.RULE(
    'rolesDeclaration',
    (): RolesDeclaration => {
      const start = this.CONSUME(word('roles')).startOffset;
      const names = this.resilientNames();
      return { kind: 'roles', start, end: this.end(), names };
    },
  );

  private readonly roleDeclaration: Rule<RoleDeclaration> = this.RULE(
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

  private readonly personDeclaration: Rule<PersonDeclaration> = this.RULE(
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

  private readonly peopleDeclaration: Rule<PeopleDeclaration> = this.RULE(
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

  // ---- channels, bots, files ----------------------------------------------------------------------------------

  private readonly channelDeclaration: Rule<ChannelDeclaration> = this.RULE(
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

  private readonly automationDeclaration: Rule<AutomationDeclaration> = this.RULE(
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

  private readonly recordDeclaration: Rule<RecordDeclaration> = this.RULE(
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

  // ---- scenarios ----------------------------------------------------------------------------------------------

  private readonly scenarioDeclaration: Rule<ScenarioDeclaration> = this.RULE(
    'scenarioDeclaration',
    (): ScenarioDeclaration => {
      const start = this.CONSUME(word('scenario')).startOffset;
      const title = this.SUBRULE(this.quotedText);
      const clauses = this.SUBRULE(this.scenarioBlock);
      return { kind: 'scenario', start, end: this.end(), title, clauses };
    },
  );

  private readonly scenarioBlock: Rule<readonly ScenarioClause[]> = this.block<ScenarioClause>(
    'scenarioBlock',
    'scenario',
    () => [this.givenClause, this.line, this.asOfClause, this.expectClause],
  );
}

export type { SlapolicyParser };

/** Builds the parser; with validations only in a test, as they take long and find what a test can find once. */
export function createParser(options: { readonly validate?: boolean } = {}): SlapolicyParser {
  return new SlapolicyParser(options.validate !== true);
}
