import type { Condition } from '../../engine/policy.ts';
import { atomOf, type Names } from './atoms.ts';
import { testHolds } from './variable.ts';

/** A condition in the cases in which a `one of` field has a certain value: simplified, or whether it always holds. */
export function given(condition: Condition, field: string, value: string, names: Names): Condition | boolean {
  const values = names.fields.get(field)?.values ?? [];
  const cell = { kind: 'listed', index: values.indexOf(value), text: value } as const;
  const simplify = (part: Condition): Condition | boolean => {
    switch (part.kind) {
      case 'not': {
        const of = simplify(part.of);
        return typeof of === 'boolean' ? !of : { kind: 'not', of };
      }
      case 'and':
      case 'or': {
        if (part.of.length === 0) return part;
        const decides = part.kind === 'or';
        const of = part.of.map(simplify);
        if (of.includes(decides)) return decides;
        const left = of.filter((each): each is Condition => typeof each !== 'boolean');
        return left.length === 0 ? !decides : { kind: part.kind, of: left };
      }
      case 'one of': {
        if (part.left.kind !== 'field' || part.left.field !== field) return part;
        return part.values.some((each) => each.type === 'word' && each.value === value);
      }
      default: {
        const atom = atomOf(part, names);
        return atom.key === `field ${field}` ? testHolds(atom.test, cell) : part;
      }
    }
  };
  return simplify(condition);
}
