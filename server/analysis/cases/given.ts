import type { Condition } from '../../engine/policy.ts';
import { atomOf, type Names } from './atoms.ts';
import { testHolds } from './variable.ts';

/** A condition in the cases in which a `one of` field has a certain value: simplified, or whether it always holds. */
export function given(condition: Condition, field: string, value: string, names: Names): Condition | boolean {
  const values = names.fields.get(field)?.values ?? [];
  const cell = { kind: 'listed', index: values.indexOf(value), text: value } as const;
  return simplified(condition, (part) => {
    if (part.kind === 'one of')
      return part.left.kind === 'field' && part.left.field === field
        ? part.values.some((each) => each.type === 'word' && each.value === value)
        : undefined;
    const atom = atomOf(part, names);
    return atom.key === `field ${field}` ? testHolds(atom.test, cell) : undefined;
  });
}

/** A condition without parts. */
export type Question = Exclude<Condition, { kind: 'and' | 'or' } | { kind: 'not' }>;

/** A condition of which some questions are answered: what is left of it, or whether it holds. */
export function simplified(
  condition: Condition,
  truth: (question: Question) => boolean | undefined,
): Condition | boolean {
  switch (condition.kind) {
    case 'not': {
      const of = simplified(condition.of, truth);
      return typeof of === 'boolean' ? !of : { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      if (condition.of.length === 0) return condition;
      const decides = condition.kind === 'or';
      const of = condition.of.map((part) => simplified(part, truth));
      if (of.includes(decides)) return decides;
      const left = of.filter((each) => typeof each !== 'boolean');
      return left.length === 0 ? !decides : { kind: condition.kind, of: left };
    }
    default:
      return truth(condition) ?? condition;
  }
}
