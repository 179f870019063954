import type { PermitOutcome } from '../engine/outcome.ts';
import type { PermitExpectation } from './expectation.ts';
import { instantWords, isWithin } from './judgeTime.ts';
import type { Verdict } from './verdict.ts';

/** Whether a permit was asked for and answered as expected. */
export function judgePermit(
  { permit, allowed, at, negated }: PermitExpectation,
  all: readonly PermitOutcome[],
): Verdict {
  const own = all.filter(({ id }) => id === permit);
  const found = own.some(
    (each) => (allowed === undefined || each.allowed === allowed) && (!at || isWithin(each.at, at)),
  );
  return { ok: found !== negated, actual: describe(permit, own) };
}

function describe(permit: string, attempts: readonly PermitOutcome[]): string {
  if (attempts.length === 0) return `${permit} was not asked for`;
  const words = attempts.map(({ at, allowed, from }) => {
    const later = from === undefined ? '' : `, allowed from ${instantWords(from)}`;
    return `${allowed ? 'allowed' : 'refused'} ${instantWords(at)}${later}`;
  });
  return `${permit} ${words.join('; ')}`;
}
