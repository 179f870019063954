import type * as ast from '../../grammar/ast.ts';
import type { Amount, Value } from '../engine/policy.ts';
import { instantOf } from './instants.ts';
import { compileDuration, idOf, type Scope } from './scope.ts';

/** An amount that is never set. */
const unset: Amount = { kind: 'choice', which: 'greater', of: [] };

export function compileAmount(scope: Scope, amount: ast.Amount): Amount {
  const value = compileValue(scope, amount);
  if (value) return { kind: 'value', value };
  switch (amount.kind) {
    case 'name': {
      const key = scope.references.get(amount);
      if (key?.kind === 'field') return { kind: 'field', field: key.name };
      if (key?.kind === 'data') return { kind: 'data', event: key.of!, field: key.name };
      if (key?.kind === 'rate') return { kind: 'rate', rate: key.name };
      return unset;
    }
    case 'binary':
      return {
        kind: 'binary',
        operator: amount.operator,
        left: compileAmount(scope, amount.left),
        right: compileAmount(scope, amount.right),
      };
    case 'percent-of':
      return {
        kind: 'binary',
        operator: '*',
        left: compileAmount(scope, amount.percent),
        right: compileAmount(scope, amount.of),
      };
    case 'choice':
      return {
        kind: 'choice',
        which: amount.which,
        of: amount.items.map((item) => compileAmount(scope, item)),
      };
    case 'elapsed': {
      const key = scope.references.get(amount.benchmark.name);
      return key ? { kind: 'elapsed', benchmark: idOf(key) } : unset;
    }
    case 'data':
      return { kind: 'data', event: amount.event.text, field: amount.field.text };
    case 'late':
      return { kind: 'late', unit: amount.unit };
    default:
      return unset;
  }
}

/** A literal, or a word of a field; undefined for what must be computed. */
export function compileValue(scope: Scope, amount: ast.Amount): Value | undefined {
  switch (amount.kind) {
    case 'name':
      return wordOrFlag(scope, amount);
    case 'text':
      return { type: 'text', value: amount.value };
    case 'number':
      return { type: 'number', value: amount.value };
    case 'percent':
      return { type: 'percent', value: amount.value };
    case 'money':
      return { type: 'money', value: amount.value, currency: amount.currency };
    case 'date':
      return { type: 'date', value: amount.value };
    case 'date-time':
    case 'instant': {
      const at = instantOf(amount, scope.compilation.zone);
      return at === undefined ? undefined : { type: 'instant', at };
    }
    case 'duration': {
      const duration = compileDuration(scope, amount);
      return duration && { type: 'duration', value: duration };
    }
    default:
      return undefined;
  }
}

function wordOrFlag(scope: Scope, name: ast.Name): Value | undefined {
  const key = scope.references.get(name);
  if (key?.kind === 'value') return { type: 'word', value: key.name };
  if (key || scope.types.get(name)?.kind !== 'flag') return undefined;
  return { type: 'flag', value: name.text === 'yes' };
}
