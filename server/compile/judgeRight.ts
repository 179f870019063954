import type { RightOutcome } from '../engine/outcome.ts';
import type { RightExpectation } from './expectation.ts';
import { instantWords, isWithin } from './judgeTime.ts';
import type { Verdict } from './verdict.ts';

/** Whether a right was open as expected, at any time. */
export function judgeRight(
  { right, opened, closes, negated }: RightExpectation,
  all: readonly RightOutcome[],
): Verdict {
  const own = all.filter(({ id }) => id === right);
  const found = own.some(
    (each) => (!opened || isWithin(each.opened, opened)) && (!closes || isWithin(each.closes, closes)),
  );
  return { ok: found !== negated, actual: describe(right, own) };
}

function describe(right: string, times: readonly RightOutcome[]): string {
  if (times.length === 0) return `${right} did not open`;
  const words = times.map(({ opened, closes }) => {
    const end = closes === undefined ? '' : `, closes ${instantWords(closes)}`;
    return `opened ${instantWords(opened)}${end}`;
  });
  return `${right} ${words.join('; ')}`;
}
