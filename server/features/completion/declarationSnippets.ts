import type { DeclarationWord } from '../../../grammar/keywords.ts';

/** A whole declaration with places to fill in, so that what is required is there from the start. */
export function snippetOf(word: DeclarationWord): string {
  let place = 0;
  const filled = snippets[word].join('\n').replace(/<([^<>]*)>/g, (_, text) => {
    place++;
    return `\${${place}:${text}}`;
  });
  return `${filled}$0`;
}

/** What stands between `<` and `>` is filled in, one place after another. */
const snippets: Record<DeclarationWord, readonly string[]> = {
  import: ['import "<calendars.slapolicy>"'],
  policy: [
    'policy <name> {',
    '  title       "<title>"',
    '  version     "<1>"',
    '  effective   <2026-01-01>',
    '  timezone    <Europe/Berlin>',
    '  begins with <received>',
    '}',
  ],
  ticket: ['ticket {', '  <channel> one of <phone, email>', '}'],
  events: ['events <received, resolved, closed>'],
  event: ['event <name> {', '  <score> number <0..10>', '}'],
  state: ['state <waiting> from <info-requested> until <info-received>'],
  calendar: [
    'calendar <office> in <Europe/Berlin> {',
    '  open   <mon..fri> <09:00-17:00>',
    '  closed holidays <DE>',
    '}',
  ],
  rate: ['rate <name> {', '  from <2026-01-01> <10 EUR>', '}'],
  regulation: [
    'regulation <name> {',
    '  title  "<title>"',
    '  cites  "<citation>"',
    '  status <statute>',
    '}',
  ],
  benchmark: [
    'benchmark <name> {',
    '  from   <received> until <resolved>',
    '  counts <office>',
    '  within <2 business days>',
    '}',
  ],
  ladder: [
    'ladder <name> on <benchmark> {',
    '  at 80%    notify <team-lead>',
    '  at breach notify <manager>',
    '}',
  ],
  dispute: [
    'dispute <name> {',
    '  opens on <dispute-raised>',
    '  step <internal-review> {',
    '    owner  <manager>',
    '    within <10 business days>',
    '    on overdue -> ends as <overdue>',
    '  }',
    '}',
  ],
  right: ['right <name> {', '  opens  on breach of <resolve>', '  closes <12 months> after opening', '}'],
  remedy: ['remedy <name> on breach of <resolve> {', '  pays <10 EUR> each day late', '}'],
  permit: ['permit <name> on <disconnected> {', '  only during <office>', '}'],
  report: ['report <complaints> to <regulator> each <quarter> within <30 days>'],
  metric: [
    'metric <satisfaction> from <survey-answered> {',
    '  share  where <score at least 8>',
    '  target at least <85%> each <month>',
    '}',
  ],
  standard: ['standard <written-reply> {', '  requires <case-reference> in <resolved>', '}'],
  roles: ['roles <team-lead, manager>'],
  role: ['role <name> {', '  requires certificate <name> refreshed every <12 months>', '}'],
  person: ['person <name> is <role> {', '  certificate <name> since <2026-01-01>', '}'],
  people: ['people from "<roster.csv>"'],
  channel: ['channel <phone> {', '  hours <always>', '}'],
  automation: ['automation <assistant> {', '  may <acknowledged>', '  discloses itself', '}'],
  record: ['record <name> {', '  keeps   <reference>', '  retains <2 years> after <closed>', '}'],
  scenario: [
    'scenario "<what is shown>" {',
    '  ticket <channel email>',
    '  <2026-01-05 09:00>  <received>',
    '  expect <benchmark> <running>',
    '}',
  ],
};
