import type { Declaration } from '../ast.ts';
import type { Rule } from './base.ts';
import { ScenarioParser } from './scenarios.ts';

/** The whole grammar: which declarations there are. */
class SlapolicyParser extends ScenarioParser {
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
}

export type { SlapolicyParser };

/** Builds the parser; with validations only in a test, as they take long and find what a test can find once. */
export function createParser(options: { readonly validate?: boolean } = {}): SlapolicyParser {
  return new SlapolicyParser(options.validate !== true);
}
