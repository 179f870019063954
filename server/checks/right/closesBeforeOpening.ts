import type { Moment } from '../../../grammar/ast.ts';
import { parseDate } from '../../engine/time/localDate.ts';
import { amountOf, type Measure, measureOf } from '../../model/units.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const rightClosesBeforeOpening: Rule = {
  code: 'right/closes-before-opening',
  title: 'A right that closes before it opens',
  severity: 'error',
  explain:
    'The right ends no later than it begins, so there is no instant at which anybody has it. A right opens one ' +
    'millisecond after its moment.',
  remedy: 'Let it close later: `closes 12 months after opening`.',
  failing: `
events rejected
right external-review {
  opens  on 14 days after rejected
  closes <|7 days after rejected|>
}
`,
  passing: `
events rejected
right external-review {
  opens  on 14 days after rejected
  closes 12 months after rejected
}
`,
  run: inDeclarations(['right'], (declaration, { report }) => {
    const opens = declaration.clauses.find((clause) => clause.kind === 'opens');
    const closes = declaration.clauses.find((clause) => clause.kind === 'closes');
    const from = opens && shiftOf(opens.on);
    const to = closes && shiftOf(closes.at);
    if (!from || !to) return;
    const base = to.base === 'opening' ? { ...from, base: 'opening', amount: 0 } : from;
    const comparable = to.measure === base.measure || to.amount === 0 || base.amount === 0;
    if (to.base !== base.base || !comparable) return;
    if (to.amount <= base.amount)
      report(
        closes.at,
        'The right closes no later than it opens, so nobody ever has it. Let it close later.',
      );
  }),
};

/** A moment as so much of one measure after a base; a date is its own base. */
interface Shift {
  readonly base: string;
  readonly measure?: Measure;
  readonly amount: number;
}

function shiftOf(moment: Moment): Shift | undefined {
  switch (moment.kind) {
    case 'name':
      return { base: `event ${moment.text}`, amount: 0 };
    case 'anchor':
      return { base: moment.what, amount: 0 };
    case 'benchmark-moment':
      return {
        base: `${moment.what} ${moment.benchmark.qualifier?.text ?? ''} ${moment.benchmark.name.text}`,
        amount: 0,
      };
    case 'date':
      return { base: 'date', measure: 'days', amount: parseDate(moment.value) ?? 0 };
    case 'offset': {
      const of = shiftOf(moment.of);
      if (of?.amount !== 0 || of.base === 'date' || moment.duration.kind !== 'duration') return undefined;
      const amount = amountOf(moment.duration);
      if (amount === undefined) return undefined;
      return {
        base: of.base,
        measure: measureOf(moment.duration),
        amount: moment.direction === 'after' ? amount : -amount,
      };
    }
    default:
      return undefined;
  }
}
