import { textFraction, times } from '../../remedy/price.ts';
import type { Price } from '../../remedy/remedyState.ts';
import { amountWords } from '../../value/money.ts';
import { plural } from '../words.ts';

/** What so many units of a price come to, in words. */
export function worth({ money, currency, days }: Price, units: number): string {
  const parts = [
    ...(money === undefined ? [] : [amountWords(times(textFraction(money), units), currency)]),
    ...(days === undefined ? [] : [`${plural(days * units, 'day')} of validity`]),
  ];
  return parts.length > 0 ? parts.join(' and ') : 'nothing';
}
