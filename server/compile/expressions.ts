import type * as ast from '../../grammar/ast.ts';
import type { Condition, EventDef, FieldDef, NotRun } from '../engine/policy.ts';
import type { Problem } from '../model/problem.ts';
import type { Declared, Program } from '../model/program.ts';
import { compileCondition } from './conditions.ts';
import { ofKind } from './ofKind.ts';
import { type Scope, scopeOf } from './scope.ts';
import { createSources } from './sources.ts';
import { compileEvents, compileFields } from './tickets.ts';

/** Single conditions of a program in the engine's form, also where there is no policy to be compiled. */
export interface Expressions {
  readonly fields: readonly FieldDef[];
  readonly events: readonly EventDef[];
  /** The event that every case has begun with, where a policy says it. */
  readonly begins?: string;
  /** The calendar counted where a declaration names none. */
  readonly counts?: string;
  condition(declared: Pick<Declared, 'document' | 'placed'>, condition: ast.Condition): Condition;
}

const known = new WeakMap<Program, Expressions>();

/**
 * The same object for the same version of a program. What could not be run is a condition that is empty; problems that
 * compiling finds are not reported here.
 */
export function expressionsOf(program: Program): Expressions {
  const found = known.get(program) ?? readExpressions(program);
  known.set(program, found);
  return found;
}

function readExpressions(program: Program): Expressions {
  const clauses = program.declarations('policy')[0]?.declaration.clauses ?? [];
  const counts = ofKind(clauses, 'counts')[0]?.calendar.text;
  const begins = ofKind(clauses, 'begins')[0]?.event.text;
  const compilation = {
    program,
    zone: ofKind(clauses, 'timezone')[0]?.zone.text ?? 'UTC',
    effective: {},
    counts,
    adopted: new Set(program.symbols('regulation').map(({ definition }) => definition.name)),
    sources: createSources(program.uri),
    problems: [] as Problem[],
    notRun: [] as NotRun[],
    calendars: new Set<string>(),
  };
  const scopes = new Map<unknown, Scope>();
  return {
    fields: compileFields(compilation),
    events: compileEvents(compilation),
    ...(begins !== undefined && { begins }),
    ...(counts !== undefined && { counts }),
    condition: (declared, condition) => {
      let scope = scopes.get(declared.placed);
      if (!scope) {
        scope = scopeOf(compilation, declared, counts);
        scopes.set(declared.placed, scope);
      }
      return compileCondition(scope, condition);
    },
  };
}
