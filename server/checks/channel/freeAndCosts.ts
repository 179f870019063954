import { inDeclarations, type Rule } from '../rule.ts';

export const channelFreeAndCosts: Rule = {
  code: 'channel/free-and-costs',
  title: 'A channel that is free and costs something',
  severity: 'error',
  explain: 'One clause says that the channel costs the customer nothing, the other one that it does.',
  remedy: 'Leave one of them out.',
  failing: `
ticket { channel one of phone, email }
channel phone { hours always  free  <|costs 0.50 AUD|> }
`,
  passing: `
ticket { channel one of phone, email }
channel phone { hours always  costs 0.50 AUD }
`,
  run: inDeclarations(['channel'], ({ clauses }, { report }) => {
    const free = clauses.find((clause) => clause.kind === 'free');
    const costs = clauses.find((clause) => clause.kind === 'costs');
    if (!free || !costs || (costs.amount.kind === 'money' && Number(costs.amount.value) === 0)) return;
    report(costs, 'This channel is `free`, and here it costs something. Leave one of them out.', {
      places: [{ start: free.start, end: free.end, message: 'It is free by this clause' }],
    });
  }),
};
