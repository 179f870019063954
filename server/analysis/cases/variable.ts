import { compareFractions, type Fraction } from '../../engine/value/fraction.ts';

/**
 * One thing that a case can be different in: a field, a state, whether an event has happened, or a condition that can
 * only be taken as a whole. Its values fall into finitely many cells in each of which all conditions agree.
 */
export interface Variable {
  /** As a case is told: `channel`, `received`. */
  readonly name: string;
  /** What its value depends on, so that two variables that cannot vary freely beside each other are found out. */
  readonly subjects: readonly string[];
  /** A condition that is computed from others: a free yes or no here. */
  readonly computed: boolean;
  readonly domain: Domain;
  readonly canBeUnset: boolean;
}

export type Domain =
  /** A word or a flag. */
  | { readonly kind: 'listed'; readonly values: readonly string[] }
  /** Any text; only those that are named can be told apart. */
  | { readonly kind: 'texts'; readonly named: Set<string> }
  | Line
  | { readonly kind: 'yes or no' };

/** Numbers, amounts, dates and times, cut at the values that something is compared with. */
export interface Line {
  readonly kind: 'line';
  readonly cuts: Cut[];
  readonly from?: Fraction;
  readonly to?: Fraction;
  /** Whether there are values between two whole numbers. */
  readonly dense: boolean;
  /** Whether there are values that can be compared with none of the cuts: days, where hours are asked about. */
  readonly foreign?: boolean;
}

export interface Cut {
  readonly at: Fraction;
  readonly text: string;
}

/** A set of values between which no condition distinguishes. */
export type Cell =
  | { readonly kind: 'unset' }
  | { readonly kind: 'listed'; readonly index: number; readonly text: string }
  /** Absent: a text that is not named. */
  | { readonly kind: 'text'; readonly text?: string }
  /** A point, or what lies between two cuts. */
  | { readonly kind: 'point'; readonly cut: Cut }
  | { readonly kind: 'between'; readonly after?: Cut; readonly before?: Cut }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'yes or no'; readonly yes: boolean };

/** What is asked of a variable. */
export type Test =
  | { readonly kind: 'set' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'index'; readonly holds: (index: number) => boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'order'; readonly at: Fraction; readonly holds: (order: number) => boolean };

/** The cells of a variable once all cuts are known; every value lies in one of them, and none is empty. */
export function cellsOf({ domain, canBeUnset }: Variable): Cell[] {
  const cells: Cell[] = [];
  switch (domain.kind) {
    case 'listed':
      cells.push(...domain.values.map((text, index): Cell => ({ kind: 'listed', index, text })));
      break;
    case 'texts':
      cells.push(...[...domain.named].map((text): Cell => ({ kind: 'text', text })), { kind: 'text' });
      break;
    case 'line':
      cells.push(...cellsOfLine(domain));
      if (domain.foreign) cells.push({ kind: 'foreign' });
      break;
    case 'yes or no':
      cells.push({ kind: 'yes or no', yes: false }, { kind: 'yes or no', yes: true });
      break;
  }
  if (canBeUnset) cells.push({ kind: 'unset' });
  return cells;
}

/** Every comparison with something unset is false. */
export function testHolds(test: Test, cell: Cell): boolean {
  if (cell.kind === 'unset') return false;
  switch (test.kind) {
    case 'set':
      return true;
    case 'yes':
      return cell.kind === 'yes or no' && cell.yes;
    case 'index':
      return cell.kind === 'listed' && test.holds(cell.index);
    case 'text':
      return cell.kind === 'text' && cell.text === test.text;
    case 'order':
      if (cell.kind === 'point') return test.holds(compareFractions(cell.cut.at, test.at));
      if (cell.kind !== 'between') return false;
      return test.holds(cell.after && compareFractions(cell.after.at, test.at) >= 0 ? 1 : -1);
  }
}

function cellsOfLine({ cuts, from, to, dense }: Line): Cell[] {
  const sorted = [...cuts].sort((a, b) => compareFractions(a.at, b.at));
  const distinct = sorted.filter((cut, i) => i === 0 || compareFractions(cut.at, sorted[i - 1]!.at) !== 0);
  const cells: Cell[] = [];
  for (let i = 0; i <= distinct.length; i++) {
    const after = distinct[i - 1];
    const before = distinct[i];
    if (!isEmpty(after?.at, before?.at)) cells.push({ kind: 'between', after, before });
    if (before && !isBelow(before.at) && !isAbove(before.at)) cells.push({ kind: 'point', cut: before });
  }
  return cells;

  function isBelow(at: Fraction): boolean {
    return from !== undefined && compareFractions(at, from) < 0;
  }
  function isAbove(at: Fraction): boolean {
    return to !== undefined && compareFractions(at, to) > 0;
  }
  function isEmpty(after: Fraction | undefined, before: Fraction | undefined): boolean {
    if (before && from && compareFractions(before, from) <= 0) return true;
    if (after && to && compareFractions(after, to) >= 0) return true;
    if (dense || !after || !before) return false;
    return compareFractions({ n: after.n + after.d, d: after.d }, before) >= 0;
  }
}
