import assert from 'node:assert/strict';
import type { Problem } from '../../../server/model/problem.ts';
import { compileText, header, office } from '../compileText.ts';

const roles = `
role agent {
  requires certificate law refreshed every 12 months
  requires skill plain-language
}
roles lead
automation assistant { may answered }
person ana is agent { certificate law since 2026-03-01  skill plain-language }
`;

function compiled(file: string, text: string) {
  const policy = `${header}${office}${roles}\npeople from "${file}"\n`;
  return { source: policy, ...compileText(policy, {}, { [file]: text }) };
}

/** A problem as its code and what it points at in the roster. */
function pointed({ code, related }: Problem, text: string): string {
  const [place] = related;
  return `${code} ${place ? text.slice(place.start, place.end) : ''}`;
}

/** A person of the roster in one line. */
function people(file: string, text: string): string[] {
  const { policy } = compiled(file, text);
  return (policy?.people ?? [])
    .slice(1)
    .map(({ name, roles, holds }) =>
      [
        name,
        `is ${roles.join(', ')}`,
        ...holds.map(({ what, name, since }) => `${what} ${name} ${since ?? ''}`.trim()),
      ].join('; '),
    );
}

const read: [what: string, file: string, text: string, people: string[]][] = [
  [
    'a line for every person',
    'roster.csv',
    'name,role,certificate,since,skill\nben,agent,law,2026-04-01,plain-language\ncarla,lead,,,\n',
    ['ben; is agent; certificate law 2026-04-01; skill plain-language', 'carla; is lead'],
  ],
  [
    'several lines for one person',
    'roster.csv',
    'name,role,certificate,since,skill\nben,agent,law,2025-04-01,plain-language\nben,,law,2026-03-30,\nben,lead,,,\n',
    ['ben; is agent, lead; certificate law 2025-04-01; skill plain-language; certificate law 2026-03-30'],
  ],
  [
    'several words in a cell, columns in any order and by other names',
    'roster.csv',
    'Skills,Roles,Person\nplain-language;welsh,agent; lead,"Li, Chen"\n'.replace(
      'agent; lead',
      '"agent; lead"',
    ),
    ['Li, Chen; is agent, lead; skill plain-language; skill welsh'],
  ],
  [
    'what a spreadsheet writes where a comma parts decimals',
    'roster.csv',
    '\uFEFFname;role;certificate;since\r\nben;agent|lead;law;2026-04-01\r\n',
    ['ben; is agent, lead; certificate law 2026-04-01'],
  ],
  [
    'JSON',
    'roster.json',
    '[{"name":"ben","roles":["agent"],"certificates":[{"name":"law","since":"2026-04-01"}],"skills":["plain-language"]}]',
    ['ben; is agent; certificate law 2026-04-01; skill plain-language'],
  ],
];

const complete = ',law,2026-04-01,plain-language';

const wrong: [what: string, file: string, text: string, problems: string[], people: string[]][] = [
  ['an empty file', 'roster.csv', '', ['roster/unreadable '], []],
  ['no line of column names', 'roster.csv', 'ben,agent\n', ['roster/unreadable ben,agent'], []],
  [
    'a column that is misspelt',
    'roster.csv',
    'name,rolle\nben,lead\n',
    ['roster/unknown-column rolle'],
    ['ben; is '],
  ],
  [
    'a row with a cell too many',
    'roster.csv',
    'name,role\nben,lead,x\ncarla,lead\n',
    ['roster/bad-row ben,lead,x'],
    ['carla; is lead'],
  ],
  ['a row that names nobody', 'roster.csv', 'name,role\n,lead\n', ['roster/bad-row ,lead'], []],
  [
    'a quote that is never closed',
    'roster.csv',
    'name,role\n"ben,lead\ncarla,lead\n',
    ['roster/bad-row "'],
    ['carla; is lead'],
  ],
  [
    'a role that the policy does not have',
    'roster.csv',
    `name,role,certificate,since,skill\nben,agnet${complete}\n`,
    ['roster/unknown-role agnet'],
    ['ben; is ; certificate law 2026-04-01; skill plain-language'],
  ],
  [
    'a date that is none',
    'roster.csv',
    'name,role,certificate,since,skill\nben,agent,law,1 April 2026,plain-language\n',
    ['roster/bad-row 1 April 2026', 'person/lacks agent'],
    ['ben; is agent; skill plain-language'],
  ],
  [
    'a date without a certificate',
    'roster.csv',
    'name,role,certificate,since\nben,lead,,2026-04-01\n',
    ['roster/bad-row 2026-04-01'],
    ['ben; is lead'],
  ],
  [
    'a certificate that comes after the policy',
    'roster.csv',
    'name,role,certificate,since,skill\nben,agent,law,2062-04-01,plain-language\n',
    ['person/future-certificate 2062-04-01'],
    ['ben; is agent; certificate law 2062-04-01; skill plain-language'],
  ],
  [
    'somebody who lacks what the role requires',
    'roster.csv',
    'name,role,skill\nben,agent,plain-language\n',
    ['person/lacks agent'],
    ['ben; is agent; skill plain-language'],
  ],
  [
    'a row that stands twice',
    'roster.csv',
    'name,role\nben,lead\nben,lead\n',
    ['roster/duplicate ben'],
    ['ben; is lead'],
  ],
  [
    'names that are taken',
    'roster.csv',
    'name,role\nana,lead\nlead,lead\nassistant,lead\n',
    ['roster/duplicate ana', 'roster/duplicate lead', 'roster/duplicate assistant'],
    [],
  ],
  ['text that is not JSON', 'roster.json', '[{"name": ben}]', ['roster/unreadable b'], []],
  ['JSON that is no list', 'roster.json', '{"ben": 1}', ['roster/unreadable {'], []],
  [
    'JSON of the wrong shape',
    'roster.json',
    '[1, {"roles":["lead"]}, {"name":"ben","roles":"lead","age":3,"skills":[7],"certificates":[{"since":"2026-04-01"}]}]',
    [
      'roster/bad-row 1',
      'roster/bad-row {"roles":["lead"]}',
      'roster/bad-row "lead"',
      'roster/unknown-column "age"',
      'roster/bad-row 7',
      'roster/bad-row {"since":"2026-04-01"}',
    ],
    ['ben; is '],
  ],
];

describe('rosters', () => {
  for (const [what, file, text, expected] of read)
    it(`reads ${what}`, () => {
      assert.deepEqual(people(file, text), expected);
    });

  for (const [what, file, text, problems, expected] of wrong)
    it(`tells ${what}, and goes on`, () => {
      const { policy, problems: found, source } = compiled(file, text);
      assert.ok(policy);
      assert.deepEqual(
        found.map((problem) => pointed(problem, text)),
        problems,
      );
      assert.deepEqual(people(file, text), expected);
      for (const { start, end, message } of found) {
        assert.equal(source.slice(start, end), `"${file}"`);
        assert.match(message, new RegExp(`^${file}:\\d+:\\d+: `));
      }
    });

  it('tells the first fifty problems, and how many more there are', () => {
    const rows = Array.from({ length: 120 }, (_, number) => `p${number},nobody`);
    const { problems } = compiled('roster.csv', ['name,role', ...rows].join('\n'));
    assert.equal(problems.length, 51);
    assert.match(problems[50]!.message, /70 more/);
  });

  it('reads ten thousand people', () => {
    const rows = Array.from({ length: 10_000 }, (_, number) => `p${number},agent${complete}`);
    const { policy } = compiled('roster.csv', ['name,role,certificate,since,skill', ...rows].join('\n'));
    assert.equal(policy?.people.length, 10_001);
    assert.deepEqual(policy?.sources.files, ['policy.slapolicy', 'roster.csv']);
  });

  it('looks names up that nobody declares, and tells those that stand nowhere', () => {
    const benchmark = `
benchmark answer { from received until answered by ben, carla  within 2 days }
people from "roster.csv"
`;
    const source = `${header}${roles}${office}${benchmark}`;
    const { problems } = compileText(source, {}, { 'roster.csv': 'name,role\nben,lead\n' });
    assert.deepEqual(
      problems.map(({ code, start, end }) => [code, source.slice(start, end)]),
      [['person/unknown', 'carla']],
    );
  });
});
