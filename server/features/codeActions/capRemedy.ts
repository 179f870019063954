import { addClause } from './addClause.ts';
import type { QuickFix } from './fixing.ts';

/** How a remedy that nothing ends may be ended: a cap of thirty times its amount, as a figure to correct. */
export const capRemedy: QuickFix = (fixing) => {
  const { declaration, problem, placed } = fixing;
  if (declaration?.kind !== 'remedy') return [];
  for (const each of declaration.clauses) {
    if (placed.offset + each.start !== problem.start) continue;
    // What a computed amount comes to, only a case tells.
    if (each.kind !== 'pays' || each.amount.kind !== 'money') return [];
    const { value, currency } = each.amount;
    const cap = `${thirtyTimes(value)} ${currency}`;
    return addClause(
      fixing,
      `capped at ${cap}`,
      `Cap it at ${cap}, thirty times ${value} ${currency} (set the agreed amount)`,
    );
  }
  return [];
};

/** Exactly: amounts may have decimals. */
function thirtyTimes(value: string): string {
  const [whole = '0', decimals = ''] = value.split('.');
  const total = (BigInt(whole + decimals) * 30n).toString().padStart(decimals.length + 1, '0');
  return decimals === '' ? total : `${total.slice(0, -decimals.length)}.${total.slice(-decimals.length)}`;
}
