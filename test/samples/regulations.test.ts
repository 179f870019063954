import assert from 'node:assert/strict';
import type { Scenario } from '../../server/compile/scenarios.ts';
import type { BenchmarkOutcome } from '../../server/engine/outcome.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { openSample, type Sample } from './openSample.ts';
import { type Deadline, regulationCases } from './regulationCases.ts';
import { scenarioPaths } from './scenarioPaths.ts';

const paths = scenarioPaths.filter((path) => path.startsWith('regulations/'));

/** A scenario with the policy that it stands in. */
interface Told {
  readonly sample: Sample;
  readonly scenario: Scenario;
}

describe('samples: every case of the regulations', () => {
  for (const [id, { deadlines, owed, permits, rights, attains, waits }] of regulationCases) {
    for (const deadline of deadlines)
      it(`${id}: ${deadline.benchmark} is due ${deadline.due}`, async () => {
        const runs = (await tellingOf(id)).flatMap((told) => runsOf(told, deadline.benchmark));
        assert.ok(
          runs.some((run) => isAsSaid(run, deadline)),
          `expected ${words(deadline)}, but ${runs.map((run) => `${run.due ?? 'none'} ${run.status}`).join(', ') || 'nothing is judged'}`,
        );
      });
    for (const { remedy, amount } of owed)
      it(`${id}: ${remedy} comes to ${amount}`, async () => {
        const amounts = (await tellingOf(id)).flatMap((told) => amountsOf(told, remedy));
        assert.ok(amounts.includes(amount), `expected ${amount}, but ${amounts.join(', ')}`);
      });
    for (const { permit, at, answer } of permits)
      it(`${id}: ${permit} is ${answer} ${at}`, async () => {
        const answers = (await tellingOf(id)).flatMap((told) => answersOf(told, permit));
        assert.ok(answers.includes(`${answer} ${Date.parse(at)}`), `but it was ${answers.join(', ')}`);
      });
    for (const { right, opened } of rights)
      it(`${id}: ${right} opens ${opened}`, async () => {
        const openings = (await tellingOf(id)).flatMap((told) => openingsOf(told, right));
        assert.ok(openings.includes(Date.parse(opened)), `but it opened ${openings.join(', ')}`);
      });
    for (const { benchmark, share } of attains)
      it(`${id}: ${benchmark} attains ${share}`, async () => {
        const shares = (await tellingOf(id)).flatMap((told) => sharesOf(told, benchmark));
        assert.deepEqual(shares, [share]);
      });
    if (waits.length > 0)
      it(`${id} waits for ${waits.join(' and ')}`, async () => {
        const waiting = new Set((await tellingOf(id)).flatMap(notJudged));
        const left = await notRun();
        for (const each of waits)
          assert.ok(waiting.has(each) || left.has(each), `${each} is run now: take it out of cases.txt`);
      });
    it(`${id} leaves nothing else unjudged`, async () => {
      for (const told of await tellingOf(id))
        for (const each of notJudged(told)) assert.ok(waits.includes(each), `${each} is not judged`);
    });
  }

  it('is in the list', async () => {
    const titles = (await opened()).flatMap(({ scenarios }) => scenarios.map(({ title }) => title));
    const ids = titles.flatMap((title) => /^([A-Z][A-Z\d-]+-\d+):/.exec(title)?.[1] ?? []);
    const missing = ids.filter((id) => !regulationCases.has(id));
    assert.deepEqual(missing, []);
  });
});

const opened = (): Promise<Sample[]> => Promise.all(paths.map(openSample));

async function tellingOf(id: string): Promise<Told[]> {
  return (await opened()).flatMap((sample) =>
    sample.scenarios
      .filter(({ title }) => title.startsWith(`${id}:`))
      .map((scenario) => ({ sample, scenario })),
  );
}

/** The runs of a benchmark that the scenario says something of. */
function runsOf({ sample, scenario }: Told, benchmark: string): BenchmarkOutcome[] {
  if (!scenario.expect.some((each) => each.kind === 'benchmark' && each.benchmark === benchmark)) return [];
  const { asOf } = scenario;
  const { benchmarks } = simulate(sample.engine, scenario.ticket, { ...(asOf !== undefined && { asOf }) });
  return benchmarks.filter(({ id }) => id === benchmark);
}

/** What the scenario's claims to a remedy come to, where it says something of them; `none` where there are none. */
function amountsOf({ sample, scenario }: Told, remedy: string): string[] {
  if (!scenario.expect.some((each) => each.kind === 'remedy' && each.remedy === remedy)) return [];
  const { asOf } = scenario;
  const { remedies = [] } = simulate(sample.engine, scenario.ticket, { ...(asOf !== undefined && { asOf }) });
  const claims = remedies.filter(({ id }) => id === remedy);
  return claims.length === 0 ? ['none'] : claims.map(({ amount, currency }) => `${amount} ${currency}`);
}

/** What share is wanted of a run, where the scenario says something of it. */
function sharesOf({ sample, scenario }: Told, benchmark: string): string[] {
  if (!scenario.expect.some((each) => each.kind === 'attainment' && each.benchmark === benchmark)) return [];
  const { attain } = sample.policy.benchmarks.find(({ id }) => id === benchmark)!;
  const { benchmarks } = simulate(sample.engine, scenario.ticket);
  const wanted = benchmarks
    .filter(({ id }) => id === benchmark)
    .flatMap(({ assessed = [] }) => assessed.map(({ clause }) => attain[clause]!.text));
  return wanted.length === 0 ? ['none'] : wanted;
}

/** The answers that a permit gave, where the scenario says something of it: `allowed` and the instant. */
function answersOf({ sample, scenario }: Told, permit: string): string[] {
  if (!scenario.expect.some((each) => each.kind === 'permit' && each.permit === permit)) return [];
  const { permits = [] } = simulate(sample.engine, scenario.ticket);
  return permits
    .filter(({ id }) => id === permit)
    .map(({ at, allowed }) => `${allowed ? 'allowed' : 'refused'} ${Date.parse(at)}`);
}

/** When a right opened, where the scenario says something of it. */
function openingsOf({ sample, scenario }: Told, right: string): number[] {
  if (!scenario.expect.some((each) => each.kind === 'right' && each.right === right)) return [];
  const { asOf } = scenario;
  const { rights = [] } = simulate(sample.engine, scenario.ticket, { ...(asOf !== undefined && { asOf }) });
  return rights.filter(({ id }) => id === right).map(({ opened }) => Date.parse(opened));
}

function notJudged({ scenario }: Told): string[] {
  return scenario.expect.flatMap((each) => (each.kind === 'not run' ? [`${each.what} ${each.name}`] : []));
}

async function notRun(): Promise<Set<string>> {
  return new Set(
    (await opened()).flatMap(({ policy }) => policy.notRun.map(({ kind, name }) => `${kind} ${name}`)),
  );
}

function isAsSaid(run: BenchmarkOutcome, { due, verdict }: Deadline): boolean {
  const sameDue = due === 'none' ? !run.due : Date.parse(run.due ?? '') === Date.parse(due);
  return sameDue && (verdict === undefined || run.status === verdict);
}

function words({ due, verdict = '' }: Deadline): string {
  return `${due} ${verdict}`.trim();
}
