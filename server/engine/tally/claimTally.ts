import type { RemedyOutcome } from '../outcome.ts';
import { entry } from './entry.ts';

/** What the claims of one remedy come to in one currency. */
export interface ClaimTally {
  claims: number;
  /** Minor units, decimal text; those that are paid only when asked for stand apart. */
  owed: string;
  onRequest: string;
  /** Days by which something stays valid longer. */
  days: number;
}

/** Claims that share the windows of all their caps. */
export interface CappedTally {
  /** Minor units, decimal text. */
  sum: string;
  /** By cap, in the order written: the highest that one of the claims had. */
  limits: string[];
}

/** By `remedy|currency`. */
export type Claims = Record<string, ClaimTally>;
/** By `CappedKey` as JSON. */
export type CappedClaims = Record<string, CappedTally>;
export type CappedKey = [
  remedy: string,
  currency: string,
  caps: [clause: number, window: string, group: string][],
];

/** Adds what a claim came to, in place. */
export function countClaim(claims: Claims, capped: CappedClaims, claim: Omit<RemedyOutcome, 'ended'>): void {
  const { id, amount, currency = '', automatic, validity, caps } = claim;
  const into = entry(claims, `${id}|${currency}`, () => ({ claims: 0, owed: '0', onRequest: '0', days: 0 }));
  into.claims++;
  into.days += validity?.days ?? 0;
  if (amount === undefined) return;
  const minor = minorOf(amount);
  if (automatic === false) into.onRequest = sumOf(into.onRequest, minor);
  else into.owed = sumOf(into.owed, minor);
  // A case in which the field is unset has nothing in common with another: its cap is its own.
  const shared = (caps ?? []).filter(({ group }) => group !== 'unset');
  if (shared.length === 0 || automatic === false) return;
  const key: CappedKey = [
    id,
    currency,
    shared.map(({ clause, window, group }) => [clause, window, group ?? '']),
  ];
  const limits = shared.map(({ at }) => minorOf(at));
  addCapped(capped, JSON.stringify(key), { sum: minor, limits });
}

/** Adds the claims of another tally, in place. */
export function mergeClaims(claims: Claims, key: string, from: ClaimTally): void {
  const into = entry(claims, key, () => ({ claims: 0, owed: '0', onRequest: '0', days: 0 }));
  into.claims += from.claims;
  into.owed = sumOf(into.owed, from.owed);
  into.onRequest = sumOf(into.onRequest, from.onRequest);
  into.days += from.days;
}

export function addCapped(capped: CappedClaims, key: string, { sum, limits }: CappedTally): void {
  const into = entry(capped, key, () => ({ sum: '0', limits: limits.map(() => '0') }));
  into.sum = sumOf(into.sum, sum);
  into.limits = into.limits.map((limit, i) => (BigInt(limit) < BigInt(limits[i]!) ? limits[i]! : limit));
}

/** `370.30` in minor units: all amounts of a currency have the same digits. */
function minorOf(amount: string): string {
  return String(BigInt(amount.replace('.', '')));
}

function sumOf(a: string, b: string): string {
  return String(BigInt(a) + BigInt(b));
}
