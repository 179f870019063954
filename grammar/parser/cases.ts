import type {
  AdoptsClause,
  BeginsClause,
  ConformsClause,
  CountsClause,
  CurrencyClause,
  EventDeclaration,
  EventsDeclaration,
  Field,
  FieldType,
  ImportDeclaration,
  Moment,
  Name,
  NumberLiteral,
  PolicyClause,
  PolicyDeclaration,
  StateDeclaration,
  TicketDeclaration,
  VersionClause,
} from '../ast.ts';
import { typeWords } from '../keywords.ts';
import { grammatical } from '../messages.ts';
import * as t from '../tokens.ts';
import { type Token, word } from '../tokens.ts';
import type { Rule } from './base.ts';
import { ClockParser } from './clocks.ts';

/** `import`, `policy`, and what a case is: `ticket`, `events`, `event` and `state`. */
export abstract class CaseParser extends ClockParser {
  protected readonly importDeclaration: Rule<ImportDeclaration> = this.RULE(
    'importDeclaration',
    (): ImportDeclaration => {
      const start = this.CONSUME(word('import')).startOffset;
      const path = this.SUBRULE(this.quotedText);
      return { kind: 'import', start, end: this.end(), path };
    },
  );

  protected readonly policyDeclaration: Rule<PolicyDeclaration> = this.RULE(
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

  private readonly versionClause: Rule<VersionClause> = this.RULE('versionClause', (): VersionClause => {
    const start = this.CONSUME(word('version')).startOffset;
    const version = this.SUBRULE(this.text);
    return { kind: 'version', start, end: this.end(), version };
  });

  private readonly currencyClause: Rule<CurrencyClause> = this.RULE('currencyClause', (): CurrencyClause => {
    const start = this.CONSUME(word('currency')).startOffset;
    const currency = this.SUBRULE(this.code);
    return { kind: 'currency', start, end: this.end(), currency };
  });

  private readonly beginsClause: Rule<BeginsClause> = this.RULE('beginsClause', (): BeginsClause => {
    const start = this.CONSUME(word('begins')).startOffset;
    this.CONSUME(word('with'));
    const event = this.SUBRULE(this.name);
    return { kind: 'begins', start, end: this.end(), event };
  });

  private readonly conformsClause: Rule<ConformsClause> = this.RULE('conformsClause', (): ConformsClause => {
    const start = this.CONSUME(word('conforms')).startOffset;
    this.CONSUME(word('to'));
    const regulations = this.SUBRULE(this.names);
    return { kind: 'conforms', start, end: this.end(), regulations };
  });

  private readonly adoptsClause: Rule<AdoptsClause> = this.RULE('adoptsClause', (): AdoptsClause => {
    const start = this.CONSUME(word('adopts')).startOffset;
    const regulations = this.SUBRULE(this.names);
    return { kind: 'adopts', start, end: this.end(), regulations };
  });

  /** The policy's calendar: always the same, so without a condition. */
  private readonly policyCountsClause: Rule<CountsClause> = this.RULE(
    'policyCountsClause',
    (): CountsClause => {
      const start = this.CONSUME(word('counts')).startOffset;
      const calendar = this.SUBRULE(this.name);
      return { kind: 'counts', start, end: this.end(), calendar, when: undefined };
    },
  );

  protected readonly ticketDeclaration: Rule<TicketDeclaration> = this.RULE(
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

  protected readonly eventsDeclaration: Rule<EventsDeclaration> = this.RULE(
    'eventsDeclaration',
    (): EventsDeclaration => {
      const start = this.CONSUME(word('events')).startOffset;
      const names = this.resilientNames();
      return { kind: 'events', start, end: this.end(), names };
    },
  );

  protected readonly eventDeclaration: Rule<EventDeclaration> = this.RULE(
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

  private readonly field: Rule<Field> = this.RULE('field', (): Field => {
    const first = this.peek();
    const { documentation, startOffset: start } = first;
    const behindList = !first.first && this.listEnd === this.end();
    const name = this.SUBRULE(this.name);
    if (behindList && !Object.hasOwn(typeWords, this.peek().image)) {
      this.fail(grammatical.missingComma(name, name.text, this.listEnd));
    }
    const type = this.SUBRULE(this.fieldType);
    const optional = this.OPTION(() => this.CONSUME(word('optional'))) !== undefined;
    const value = this.OPTION2(() => {
      this.CONSUME(t.Equals);
      return this.SUBRULE(this.amount);
    });
    return { kind: 'field', start, end: this.end(), name, type, optional, default: value, documentation };
  });

  private readonly fieldType: Rule<FieldType> = this.RULE('fieldType', (): FieldType => {
    const start = this.start();
    return this.OR<FieldType>({
      DEF: [
        { ALT: () => this.SUBRULE(this.oneOfType) },
        {
          ALT: () => {
            this.CONSUME(word('yes'));
            this.CONSUME(word('or'));
            this.CONSUME(word('no'));
            return { kind: 'yes-or-no', start, end: this.end() };
          },
        },
        { ALT: () => this.SUBRULE(this.numberType) },
        { ALT: () => this.plainType(this.CONSUME(word('money')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('date')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('date-time')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('duration')) as Token) },
        { ALT: () => this.plainType(this.CONSUME(word('text')) as Token) },
      ],
      ERR_MSG: 'fieldType',
    });
  });

  private plainType(token: Token): FieldType {
    const kind = token.image as 'money' | 'date' | 'date-time' | 'duration' | 'text';
    return { kind, start: token.startOffset, end: token.endOffset + 1 };
  }

  /** `one of phone, email`, or ordered `one of low < high` */
  private readonly oneOfType: Rule<FieldType> = this.RULE('oneOfType', (): FieldType => {
    const start = this.CONSUME(word('one')).startOffset;
    this.CONSUME(word('of'));
    const values: Name[] = [this.SUBRULE(this.name)];
    let ordered = false;
    this.OPTION(() => {
      this.OR([
        {
          ALT: () =>
            this.AT_LEAST_ONE(() => {
              this.CONSUME(t.Less);
              ordered = true;
              values.push(this.SUBRULE2(this.name));
            }),
        },
        {
          ALT: () =>
            this.AT_LEAST_ONE2(() => {
              this.CONSUME(t.Comma);
              values.push(this.SUBRULE3(this.name));
            }),
        },
      ]);
    });
    this.listEnd = this.end();
    return { kind: 'one-of', start, end: this.listEnd, values, ordered };
  });

  private readonly numberType: Rule<FieldType> = this.RULE('numberType', (): FieldType => {
    const start = this.CONSUME(word('number')).startOffset;
    let from: NumberLiteral | undefined;
    let to: NumberLiteral | undefined;
    this.OPTION(() => {
      from = this.SUBRULE(this.number);
      this.CONSUME(t.Range);
      to = this.SUBRULE2(this.number);
    });
    return { kind: 'number', start, end: this.end(), from, to };
  });

  protected readonly stateDeclaration: Rule<StateDeclaration> = this.RULE(
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
}
