import type { Outcome, RemedyOutcome } from '../engine/outcome.ts';
import { calculate, compareFractions, fractionOf, parseDecimal } from '../engine/value/fraction.ts';
import type { RemedyExpectation } from './expectation.ts';
import { instantWords, isWithin } from './judgeTime.ts';
import type { Verdict } from './verdict.ts';

/** Whether a remedy comes to what is expected. */
export function judgeRemedy(expectation: RemedyExpectation, outcome: Outcome): Verdict {
  const { remedy, run, negated } = expectation;
  const all = (outcome.remedies ?? []).filter(({ id }) => id === remedy);
  const claims = run === undefined ? all : all.filter((each) => each.run === run);
  const fits = claims.length > 0 && fitsClaims(expectation, claims);
  return { ok: fits !== negated, actual: describe(remedy, all) };
}

function fitsClaims(
  { amount, days, due, automatic }: RemedyExpectation,
  claims: readonly RemedyOutcome[],
): boolean {
  if (amount && !comesTo(amount, claims)) return false;
  if (days !== undefined && days !== daysOf(claims)) return false;
  if (due && !claims.every(({ paidBy }) => isWithin(paidBy, due))) return false;
  return automatic === undefined || claims.every((claim) => claim.automatic === automatic);
}

function comesTo(
  { value, currency }: { readonly value: string; readonly currency: string },
  claims: readonly RemedyOutcome[],
): boolean {
  let sum = fractionOf(0);
  for (const claim of claims) {
    const amount = claim.amount === undefined ? undefined : parseDecimal(claim.amount);
    if (!amount || claim.currency !== currency) return false;
    sum = calculate('+', sum, amount) ?? sum;
  }
  const wanted = parseDecimal(value);
  return wanted !== undefined && compareFractions(sum, wanted) === 0;
}

function daysOf(claims: readonly RemedyOutcome[]): number {
  return claims.reduce((sum, { validity }) => sum + (validity?.days ?? 0), 0);
}

function describe(remedy: string, claims: readonly RemedyOutcome[]): string {
  if (claims.length === 0) return `${remedy} was not triggered`;
  return claims
    .map((claim) => `${remedy}${claims.length > 1 ? ` run ${claim.run}` : ''} ${describeClaim(claim)}`)
    .join('; ');
}

function describeClaim(claim: RemedyOutcome): string {
  const { amount, currency, validity, instead, automatic, paidBy, at } = claim;
  const owed = [
    ...(amount === undefined ? [] : [`${amount} ${currency ?? ''}`.trim()]),
    ...(validity ? [`${validity.days} days`] : []),
  ];
  const words = [owed.length > 0 ? owed.join(' and ') : `triggered ${instantWords(at)}`];
  if (instead !== undefined) words.push(`because ${instead} is paid instead`);
  if (automatic !== undefined) words.push(automatic ? 'automatic' : 'on-request');
  if (paidBy) words.push(`due ${instantWords(paidBy)}`);
  return words.join(', ');
}
