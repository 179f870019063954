import assert from 'node:assert/strict';
import { load } from '../../server/engine/load.ts';
import { openPolicy, world } from './openPolicy.ts';

const scenario = (expectation: string) => `
scenario "Answered in time" {
  ticket channel email
  2026-01-05 10:00  received
  2026-01-06 10:00  answered
  expect ${expectation}
}`;

describe('a scenario', () => {
  it('is found with its line', () => {
    const { service, uri } = openPolicy(`roles a${scenario('answer met')}`);
    assert.deepEqual(service.scenarios(uri), [{ title: 'Answered in time', line: 1 }]);
  });

  it('is simulated into a page that a person can read', async () => {
    const { service, uri } = openPolicy(world + scenario('answer met due 2026-01-07'));
    const answer = await service.simulateScenario(uri, 'Answered in time');
    assert.ok(answer.ok, JSON.stringify(answer));
    for (const part of [
      '# Answered in time',
      '- _held:_ answer met due 2026-01-07',
      '| answer | met | 2 business days | the end of Wed 7 Jan 2026 |',
      'Mon 5 Jan 2026 10:00',
      '## Why answer is met',
    ])
      assert.ok(answer.text.includes(part), `“${part}” is missing from:\n${answer.text}`);
  });

  it('says what happened instead of what was expected', async () => {
    const { service, uri } = openPolicy(world + scenario('answer breached'));
    const answer = await service.simulateScenario(uri, 'Answered in time');
    assert.match(answer.ok ? answer.text : '', /- \*\*failed:\*\* answer breached, but .*met/);
  });

  it('is not run where the policy has errors', async () => {
    const { service, uri } = openPolicy(world.replace('office\n', 'nowhere\n') + scenario('answer met'));
    const answer = await service.simulateScenario(uri, 'Answered in time');
    assert.match(answer.ok ? '' : answer.message, /cannot be run because of its errors\. \S/);
  });

  it('is not found by another name', async () => {
    const { service, uri } = openPolicy(world);
    assert.equal((await service.simulateScenario(uri, 'Something else')).ok, false);
  });
});

describe('tickets', () => {
  const ticket = (id: string) =>
    JSON.stringify({
      id,
      fields: { channel: 'email' },
      events: [{ at: '2026-01-05T10:00:00Z', is: 'received' }],
    });
  const simulated = async (tickets: string) => {
    const { service, uri } = openPolicy(world);
    const answer = await service.simulateTickets(uri, tickets);
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.text;
  };

  it('are read one a line', async () => {
    const text = await simulated(`${ticket('A')}\n\n${ticket('B')}\n`);
    assert.ok(text.includes('# A\n') && text.includes('# B\n'));
  });

  it('are read from an array', async () => {
    assert.ok((await simulated(`[${ticket('A')},${ticket('B')}]`)).includes('# B\n'));
  });

  it('are shown beside lines that are damaged', async () => {
    const text = await simulated(`${ticket('A')}\n{"id":\n${ticket('B')}`);
    assert.ok(text.includes('Line 2 is not JSON') && text.includes('# B\n'));
  });

  it('are only the first of very many', async () => {
    const text = await simulated(Array.from({ length: 60 }, (_, index) => ticket(`T-${index}`)).join('\n'));
    assert.ok(text.includes('# T-49') && !text.includes('# T-50') && text.includes('Only the first 50'));
  });

  it('cannot turn what they say into markup', async () => {
    assert.ok((await simulated(ticket('<b>|`x`'))).includes('# \\<b\\>\\|\\`x\\`'));
  });

  it('may be missing', async () => {
    assert.match(await simulated(''), /no ticket/);
  });
});

describe('export', () => {
  it('writes a policy that the engine loads', async () => {
    const { service, uri } = openPolicy(world);
    const answer = await service.exportPolicy(uri);
    assert.ok(answer.ok);
    assert.equal(answer.name, 'care.json');
    assert.ok(load(JSON.parse(answer.text)).ok);
  });

  it('says why there is nothing to write', async () => {
    const none = openPolicy('roles a');
    const broken = openPolicy(`${world}\nladder l on nothing { }`);
    for (const { service, uri } of [none, broken]) {
      const answer = await service.exportPolicy(uri);
      assert.ok(!answer.ok && answer.message.endsWith('.'), JSON.stringify(answer));
    }
  });
});
