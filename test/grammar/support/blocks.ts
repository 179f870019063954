import type { BlockName } from '../../../grammar/keywords.ts';

/** A text with clauses in a block that may hold them. */
export function inBlock(block: BlockName, clauses: string): string {
  return headers[block].replace('…', () => clauses);
}

const headers: Readonly<Record<BlockName, string>> = {
  import: '…',
  policy: 'policy p { … }',
  ticket: 'ticket { … }',
  events: '…',
  event: 'event e { … }',
  state: '…',
  calendar: 'calendar c { … }',
  rate: 'rate r { … }',
  regulation: 'regulation r { … }',
  benchmark: 'benchmark b { … }',
  ladder: 'ladder l on b { … }',
  dispute: 'dispute d { … }',
  step: 'dispute d { step s { … } }',
  right: 'right r { … }',
  remedy: 'remedy r on breach of b { … }',
  permit: 'permit p on e { … }',
  report: '…',
  metric: 'metric m from tickets { … }',
  standard: 'standard s { … }',
  roles: '…',
  role: 'role r { … }',
  person: 'person p is r { … }',
  people: '…',
  channel: 'channel c { … }',
  automation: 'automation a { … }',
  record: 'record r { … }',
  scenario: 'scenario "s" { … }',
};
