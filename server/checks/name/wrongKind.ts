import type { Rule } from '../rule.ts';

export const nameWrongKind: Rule = {
  code: 'name/wrong-kind',
  title: 'A name of another kind',
  severity: 'error',
  explain:
    'The name is declared, but as something that cannot stand here: a state where an event is needed, a ' +
    'role where a calendar is needed. An event has no length, so it is no condition by itself either; ' +
    '`is set` says that it has happened.',
  remedy: 'Name something of the right kind. The second place shows what the name is declared as.',
  failing: `
events received, resolved, held, released
state on-hold from held until released
benchmark resolve {
  from   received until <|on-hold|>
  within 2 days
}
`,
  passing: `
events received, resolved, held, released
state on-hold from held until released
benchmark resolve {
  from   received until resolved
  pauses while on-hold
  within 2 days
}
`,
  run: { when: 'typing' },
};
