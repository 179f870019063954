import type { RateLine } from '../../../grammar/ast.ts';
import type { Rule } from '../rule.ts';
import { inDeclarations } from '../rule.ts';

export const rateOutOfOrder: Rule = {
  code: 'rate/out-of-order',
  title: 'Lines of a rate that cannot be told apart',
  severity: 'warning',
  explain:
    'Each line of a rate holds from its date until the next one. A line without a date beside others, or with a date ' +
    'that does not come after the one above, leaves open which value holds: often a year was copied and not changed.',
  remedy: 'Give each line a date of its own, in order.',
  failing: `
events received
rate daily-credit by received {
  from 2026-04-01  10.34 AUD
  <|from 2026-04-01  10.70 AUD|>
}
`,
  passing: `
events received
rate daily-credit by received {
  from 2026-04-01  10.34 AUD
  from 2027-04-01  10.70 AUD
}
`,
  run: inDeclarations(['rate'], (declaration, { broken, report }) => {
    if (broken) return;
    const lines = declaration.clauses.filter((clause) => clause.kind === 'rate-line');
    lines.forEach((line, i) => {
      const fault = lines.length > 1 ? faultOf(line, lines[i - 1]) : undefined;
      if (fault) report(line, fault);
    });
  }),
};

function faultOf({ from }: RateLine, above: RateLine | undefined): string | undefined {
  if (!from) return 'From when does this value hold? Begin the line with `from` and a date.';
  if (!above?.from || above.from.value < from.value) return undefined;
  return above.from.value === from.value
    ? 'The line above holds from the same day. Is the year right?'
    : `The line above holds from a later day, ${above.from.value}. Put the lines in order.`;
}
