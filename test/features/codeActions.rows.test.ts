import assert from 'node:assert/strict';
import { openPolicy } from './openPolicy.ts';

/** What stands in the only row, and the condition of the row that covers the rest; absent where none says just that. */
const cases: readonly { when: string; rest?: string }[] = [
  { when: 'vip', rest: 'vip is no' },
  { when: 'waiting', rest: 'not waiting' },
  { when: 'channel is phone', rest: 'channel is email' },
  { when: 'stars more than 2', rest: 'stars less than 2' },
  { when: 'fee more than 10 EUR', rest: 'fee less than 10 EUR' },
  { when: 'ordered after 2026-03-01', rest: 'ordered before 2026-03-01' },
  { when: 'promised is set', rest: 'not (promised is set)' },
  { when: 'answered is set', rest: 'not (answered is set)' },
  { when: 'score of surveyed at least 3', rest: 'score of surveyed less than 3' },
  { when: 'received before 18:00' },
  { when: 'received before 2026-03-01' },
  { when: 'received is on a closed day' },
  { when: 'asked before 2026-03-01' },
  { when: 'answered after 2 days after received' },
  { when: 'fee more than stars * 1 EUR' },
];

describe('rows for cases that no row covers', () => {
  for (const { when, rest } of cases)
    it(`beside \`when ${when}\`: ${rest ?? 'only the one for all others'}`, async () => {
      const { service, uri } = openPolicy(policyWith(`within 2 days when ${when}`));
      await service.allDiagnostics(uri);
      const rows = service
        .codeActions(uri, everything)
        .filter(({ diagnostics }) => diagnostics?.[0]?.code === 'row/uncovered-case')
        .flatMap(({ edit }) => edit?.changes?.[uri] ?? [])
        .map(({ newText }) => newText.trim());
      assert.deepEqual(rows, [
        ...(rest === undefined ? [] : [`within 2 days when ${rest}`]),
        'within 2 days otherwise',
      ]);
      for (const row of rows) assert.deepEqual(errors(`within 2 days when ${when}\n  ${row}`), []);
    });

  it('leave the comments of the row above behind', async () => {
    const { service, uri } = openPolicy(policyWith('within 2 days // in summer\n    when vip'));
    await service.allDiagnostics(uri);
    const rows = service
      .codeActions(uri, everything)
      .flatMap(({ edit }) => edit?.changes?.[uri]?.map(({ newText }) => newText.trim()) ?? []);
    assert.deepEqual(rows, ['within 2 days when vip is no', 'within 2 days otherwise']);
  });
});

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function errors(rows: string): unknown[] {
  const { service, uri } = openPolicy(policyWith(rows));
  return service.diagnostics(uri).filter(({ severity }) => severity === 1);
}

function policyWith(rows: string): string {
  return `policy p {
  version "1"
  effective 2026-01-01
  timezone UTC
  begins with received
}
ticket {
  vip yes or no = no
  channel one of phone, email = phone
  stars number 1..5 = 1
  fee money = 1 EUR
  ordered date = 2026-01-01
  asked date-time = 2026-01-01 09:00
  promised date optional
}
events received, answered, closed
event surveyed { score number }
state waiting from answered until closed
calendar office { open mon..fri 09:00-17:00 }
benchmark b {
  from received until closed
  counts office
  ${rows}
}
`;
}
