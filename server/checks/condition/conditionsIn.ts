import type { Condition, Declaration } from '../../../grammar/ast.ts';

/** Every whole condition of a declaration: what stands after `when`, `where`, `while` and the like. */
export function conditionsIn(declaration: Declaration): Condition[] {
  const found: Condition[] = [];
  const walk = (node: unknown, inCondition: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      // Inside a condition only `E where C` begins a new one.
      const begins = !inCondition || ('kind' in node && node.kind === 'where');
      const whole = begins && roots.has(key) && isCondition(child);
      if (whole) found.push(child);
      walk(child, inCondition || whole);
    }
  };
  walk(declaration, false);
  return found;
}

/** The conditions that one is put together from; none for a single question. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items;
  return condition.kind === 'not' ? [condition.condition] : [];
}

const roots: ReadonlySet<string> = new Set(['condition', 'when']);

function isCondition(node: unknown): node is Condition {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind !== 'otherwise';
}
