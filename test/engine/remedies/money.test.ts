import assert from 'node:assert/strict';
import { amountWords, minorDigits, minorText, roundedHalfUp } from '../../../server/engine/value/money.ts';
import { currencies } from '../../../server/model/currencies.ts';

describe('money', () => {
  it('has the digits of every currency that the language knows', () => {
    for (const [code, digits] of currencies) assert.equal(minorDigits(code), digits, code);
  });

  const rounded: [n: bigint, d: bigint, digits: number, text: string][] = [
    [1n, 2n, 0, '1'],
    [49n, 100n, 0, '0'],
    [5n, 1000n, 2, '0.01'],
    [4999n, 1_000_000n, 2, '0.00'],
    [2n, 3n, 3, '0.667'],
    [1n, 20_000n, 4, '0.0001'],
    [10n ** 30n, 1n, 2, `1${'0'.repeat(30)}.00`],
  ];
  for (const [n, d, digits, text] of rounded)
    it(`${n}/${d} in ${digits} digits is ${text}`, () =>
      assert.equal(minorText(roundedHalfUp({ n, d }, digits), digits), text));

  const words: [n: bigint, d: bigint, currency: string, text: string][] = [
    [25n, 10n, 'JPY', '2.5 JPY'],
    [10n, 1n, 'EUR', '10.00 EUR'],
    [2n, 3n, 'EUR', '0.66666666… EUR'],
    [-1n, 4n, 'KWD', '-0.250 KWD'],
  ];
  for (const [n, d, currency, text] of words)
    it(`${n}/${d} reads ${text}`, () => assert.equal(amountWords({ n, d }, currency), text));
});
