import type { MoneyLiteral, Node } from '../../../grammar/ast.ts';
import { walk } from '../../../grammar/walk.ts';
import { addClause } from './addClause.ts';
import type { QuickFix } from './fixing.ts';

/** How a clock that nothing ends may be ended: a cap of thirty times the amount, as a figure to correct. */
export const capRemedy: QuickFix = (fixing) => {
  const { declaration, problem, placed } = fixing;
  if (declaration?.kind !== 'remedy') return [];
  for (const each of declaration.clauses) {
    if (placed.offset + each.start !== problem.start) continue;
    for (const node of walk(each)) {
      if (!isMoney(node)) continue;
      const amount = `${thirtyTimes(node.value)} ${node.currency}`;
      return addClause(
        fixing,
        `capped at ${amount}`,
        `Cap it at ${amount}, what thirty of them come to (set the agreed amount)`,
      );
    }
  }
  return [];
};

/** Exactly: amounts may have decimals. */
function thirtyTimes(value: string): string {
  const [whole = '0', decimals = ''] = value.split('.');
  const total = (BigInt(whole + decimals) * 30n).toString().padStart(decimals.length + 1, '0');
  return decimals === '' ? total : `${total.slice(0, -decimals.length)}.${total.slice(-decimals.length)}`;
}

function isMoney(node: Node & { readonly kind?: string }): node is MoneyLiteral {
  return node.kind === 'money';
}
