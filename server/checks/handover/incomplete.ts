import { inDeclarations, type Rule } from '../rule.ts';

export const handoverIncomplete: Rule = {
  code: 'handover/incomplete',
  title: 'A hand-over that does not say enough',
  severity: 'error',
  explain:
    'A channel hands over to another channel, and its clocks run on, so there is no time to be kept. A bot hands over to ' +
    'a person, and without a time nobody could tell whether it did.',
  remedy:
    'In a `channel` write `hands over to CHANNEL`, in an `automation` write `hands over within DURATION after EVENT`.',
  failing: `
events received, handover-requested
automation assistant {
  may received
  <|hands over keeping reference|>
}
`,
  passing: `
events received, handover-requested
automation assistant {
  may   received
  hands over keeping reference within 5 minutes after handover-requested
}
`,
  run: inDeclarations(['automation', 'channel'], ({ kind, clauses }, { report }) => {
    for (const clause of clauses) {
      if (clause.kind !== 'hands') continue;
      if (kind === 'automation' && !clause.within)
        report(clause, 'Say how soon a person takes over: `within DURATION after EVENT`.');
      if (kind === 'channel' && !clause.to)
        report(clause, 'Say which channel takes over: `hands over to CHANNEL`.');
      else if (kind === 'channel' && clause.within)
        report(
          clause.within,
          'A channel hands over at once: clocks run on while a case changes its channel. Leave the time out, or write a benchmark.',
        );
    }
  }),
};
