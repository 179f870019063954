import type * as ast from '../../grammar/ast.ts';
import type { Policy, Value } from '../engine/policy.ts';
import type { Json, Ticket, TicketEntry } from '../engine/ticket.ts';
import { formatInstant } from '../engine/time/iso.ts';
import type { Instant, Zone } from '../engine/time/zone.ts';
import { positionAt } from '../model/document.ts';
import { type Declared, placeIn } from '../model/program.ts';
import { compileValue } from './amounts.ts';
import type { Expectation, SourcePlace } from './expectation.ts';
import { compileExpectations } from './expectations.ts';
import { errorOf } from './firstError.ts';
import { instantOf, zoneOfDef } from './instants.ts';
import { problemOf } from './problems.ts';
import { type Compilation, type Scope, scopeOf } from './scope.ts';

/** A case with what is expected of it, ready to be simulated and judged. */
export interface Scenario {
  title: string;
  uri: string;
  /** Of its title. */
  source: SourcePlace;
  /** Its id is the title. */
  ticket: Ticket;
  asOf?: Instant;
  expect: Expectation[];
}

/** The scenarios of all files; one with an error is left out, as its problem says. */
export function compileScenarios(compilation: Compilation, policy: Policy): Scenario[] {
  const zone = zoneOfDef(policy.zones.find(({ name }) => name === policy.zone)!);
  return compilation.program
    .declarations('scenario')
    .filter((declared) => !hasError(compilation, declared))
    .map((declared) => compileScenario(compilation, declared, policy, zone));
}

function hasError(compilation: Compilation, declared: Declared<ast.ScenarioDeclaration>): boolean {
  const { placed, document, declaration } = declared;
  const error = errorOf(compilation.program, placed.piece);
  if (!error) return false;
  const message = `\`${declaration.title.value}\` cannot be run with this error: ${error.message}`;
  compilation.problems.push(problemOf('scenario/has-errors', message, document.uri, placeIn(placed, error)));
  return true;
}

function compileScenario(
  compilation: Compilation,
  declared: Declared<ast.ScenarioDeclaration>,
  policy: Policy,
  zone: Zone,
): Scenario {
  const { declaration, document } = declared;
  const scope = scopeOf(compilation, declared, undefined);
  const scenario: Scenario = {
    title: declaration.title.value,
    uri: document.uri,
    source: placeOf(scope, declaration.title),
    ticket: { id: declaration.title.value, fields: {}, events: [] },
    expect: [],
  };
  for (const clause of declaration.clauses) {
    switch (clause.kind) {
      case 'ticket':
        Object.assign(scenario.ticket.fields, jsonOf(scope, clause.fields, zone));
        break;
      case 'happens':
      case 'change':
        scenario.ticket.events.push(entryOf(scope, clause, zone));
        break;
      case 'as of':
        scenario.asOf = instantOf(clause.at, zone.name);
        break;
      case 'expect':
        scenario.expect.push(...compileExpectations(scope, clause, policy, placeOf(scope, clause)));
    }
  }
  return scenario;
}

function entryOf(scope: Scope, line: ast.HappensLine | ast.ChangeLine, zone: Zone): TicketEntry {
  const at = formatInstant(zone, instantOf(line.at, zone.name) ?? 0);
  if (line.kind === 'change') return { at, set: jsonOf(scope, line.fields, zone) };
  return {
    at,
    is: line.event.text,
    ...(line.by && { by: line.by.text }),
    ...jsonOf(scope, line.data, zone),
    ...(line.contains.length > 0 && { contains: line.contains.map(({ text }) => text) }),
  };
}

function jsonOf(scope: Scope, pairs: readonly ast.Pair[], zone: Zone): Record<string, Json> {
  return Object.fromEntries(
    pairs.map(({ name, value }) => {
      const compiled = compileValue(scope, value);
      return [name.text, compiled ? jsonOfValue(compiled, zone) : null];
    }),
  );
}

/** A value as a ticket's JSON says it. */
function jsonOfValue(value: Value, zone: Zone): Json {
  switch (value.type) {
    case 'money':
      return `${value.value} ${value.currency}`;
    case 'instant':
      return formatInstant(zone, value.at);
    case 'duration':
      return value.value.text;
    case 'number': {
      const number = Number(value.value);
      return String(number) === value.value ? number : value.value;
    }
    default:
      return value.value;
  }
}

function placeOf({ document, placed }: Scope, node: ast.Node): SourcePlace {
  const { start, end } = placeIn(placed, node);
  const { line, character } = positionAt(document, start);
  return { uri: document.uri, start, end, line: line + 1, column: character + 1 };
}
