import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { BenchmarkOutcome } from '../../server/engine/outcome.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { type Summary, summarize } from '../../server/engine/tally/summary.ts';
import { emptyTally, tally } from '../../server/engine/tally/tally.ts';
import { matchesGolden } from '../support/golden.ts';
import { checkedByHand } from './checkedByHand.ts';
import { openSample } from './openSample.ts';
import { runCommand } from './runCommand.ts';
import { sampleFile } from './samplePaths.ts';

const golden = (name: string) => fileURLToPath(new URL(`goldens/${name}`, import.meta.url));
const policy = 'incidents/service-desk.slapolicy';
const excerpt = readFileSync(sampleFile('incidents/excerpt.ndjson'), 'utf8').trimEnd().split('\n');

describe('samples: the incidents checked by hand', () => {
  const checked = checkedByHand(readFileSync(sampleFile('incidents/checked-by-hand.md'), 'utf8'));

  it('are those of the excerpt', () => {
    const ids = excerpt.map((line) => (JSON.parse(line) as { id: string }).id);
    assert.deepEqual([...checked.keys()].sort(), ids.sort());
  });

  for (const [id, runs] of checked)
    it(id, async () => {
      const { engine } = await openSample(policy);
      const ticket = excerpt.map((line) => JSON.parse(line) as { id: string }).find((each) => each.id === id);
      const { benchmarks } = simulate(engine, ticket);
      assert.deepEqual(benchmarks.map(inWords).sort(), [...runs].sort());
    });
});

describe('samples: the incidents', () => {
  it('of the excerpt, with their reasons', async () => {
    const { stdout, stderr } = await runCommand(
      'simulate',
      'samples/incidents/service-desk.slapolicy',
      '--tickets',
      'samples/incidents/excerpt.ndjson',
    );
    assert.equal(stderr, '');
    matchesGolden(golden('incidents.excerpt.txt'), stdout);
  });

  it('all of them, summed up', async () => {
    const { engine } = await openSample(policy);
    const counts = emptyTally();
    const hash = createHash('sha256');
    const zipped = readFileSync(sampleFile('incidents/incidents.ndjson.gz'));
    for (const line of gunzipSync(zipped).toString('utf8').trimEnd().split('\n')) {
      const outcome = simulate(engine, JSON.parse(line));
      tally(engine, counts, outcome);
      hash.update(`${JSON.stringify(outcome)}\n`);
    }
    matchesGolden(
      golden('incidents.txt'),
      summaryLines(summarize(engine, counts), hash.digest('hex')).join('\n'),
    );
  }).timeout(120_000);
});

/** A run as the tables of `checked-by-hand.md` say it. */
function inWords(run: BenchmarkOutcome): string {
  const due = run.due ?? 'none';
  return [run.id, run.run, due, run.status, run.breachedAt ?? 'none'].join(' | ');
}

function summaryLines(summary: Summary, hash: string): string[] {
  const lines = [`${summary.tickets} incidents, as of ${summary.asOf}`, ''];
  for (const { id, runs, ...statuses } of summary.benchmarks) {
    lines.push(`${id}: ${runs} runs`);
    for (const [status, count] of Object.entries(statuses))
      if (count > 0) lines.push(`  ${status.padEnd(13)} ${String(count).padStart(6)}`);
  }
  lines.push('', 'attained');
  for (const { benchmark, window, group, assessed, levels, verdict } of summary.attainments) {
    const shares = levels.map(({ wanted, attained, percent }) => `${attained} = ${percent} %, ${wanted}`);
    lines.push(
      `  ${benchmark.padEnd(8)} ${window ?? ''} ${(group ?? '').padEnd(9)} ${String(assessed).padStart(5)} runs, ${shares.join('; ')}: ${verdict}`,
    );
  }
  lines.push('', 'findings');
  for (const { rule, count } of summary.findings)
    lines.push(`  ${rule.padEnd(26)} ${String(count).padStart(5)}`);
  lines.push('', `all outcomes, one a line: sha256 ${hash}`, '');
  return lines;
}
