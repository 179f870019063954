import type * as ast from '../../grammar/ast.ts';
import type { EventDef, FieldDef } from '../engine/policy.ts';
import type { PolicySymbol } from '../model/program.ts';
import { compileValue } from './amounts.ts';
import { type Compilation, type Scope, scopeOf } from './scope.ts';

/** The fields of a ticket, in the order of the files. */
export function compileFields(compilation: Compilation): FieldDef[] {
  return symbolsOnce(compilation, 'field').flatMap((symbol) => {
    const { part } = symbol.definition;
    return part?.kind === 'field' ? [compileField(scopeOf(compilation, symbol, undefined), part)] : [];
  });
}

/** What can happen to a ticket, with its data. */
export function compileEvents(compilation: Compilation): EventDef[] {
  return symbolsOnce(compilation, 'event').map((symbol) => {
    const { name, declaration } = symbol.definition;
    const scope = scopeOf(compilation, symbol, undefined);
    const data = declaration.kind === 'event' ? declaration.clauses : [];
    return { name, data: data.map((field) => compileField(scope, field)) };
  });
}

/** The first of each name. */
function symbolsOnce({ program }: Compilation, kind: 'field' | 'event'): PolicySymbol[] {
  return program.symbols(kind).filter((symbol) => program.symbol(symbol.definition.key) === symbol);
}

const typeNames = {
  'one-of': 'one of',
  'yes-or-no': 'yes or no',
  number: 'number',
  money: 'money',
  date: 'date',
  'date-time': 'date-time',
  duration: 'duration',
  text: 'text',
} as const;

function compileField(scope: Scope, field: ast.Field): FieldDef {
  const { type } = field;
  const initial = field.default && compileValue(scope, field.default);
  return {
    name: field.name.text,
    type: typeNames[type.kind],
    ...(type.kind === 'one-of' && { values: type.values.map((value) => value.text), ordered: type.ordered }),
    ...(type.kind === 'number' && type.from && { from: type.from.value }),
    ...(type.kind === 'number' && type.to && { to: type.to.value }),
    optional: field.optional,
    ...(initial && { default: initial }),
  };
}
