import { loadEngine } from '../../server/engine/load.ts';
import type { Amounted, BenchmarkOutcome, Outcome } from '../../server/engine/outcome.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { calculate } from './calculator.ts';
import type { Case, RunResult } from './case.ts';
import { policyOf, ticketOf } from './policyOf.ts';
import { rowText } from './words.ts';

/** What the engine says of a case's runs. */
export function engineSays(c: Case, policy = policyOf(c), ticket = ticketOf(c)): Said[] {
  const outcome = simulate(loadEngine(policy), ticket, { asOf: c.asOf });
  return outcome.benchmarks.map((one) => said(one, outcome));
}

/** What the calculator says of them. */
export function calculatorSays(c: Case): Said[] {
  return calculate(c).runs.map((run) => expected(c, run));
}

/** Where the engine and the slow calculator say different things of a case; none where they agree. */
export function differences(c: Case): string[] {
  const outcome = simulate(loadEngine(policyOf(c)), ticketOf(c), { asOf: c.asOf });
  const { runs, projected } = calculate(c);
  const engine = outcome.benchmarks.map((one) => said(one, outcome));
  const oracle = runs.map((run) => expected(c, run));
  const found: string[] = [];
  for (let i = 0; i < Math.max(engine.length, oracle.length); i++) {
    const keys = new Set([...Object.keys(engine[i] ?? {}), ...Object.keys(oracle[i] ?? {})]);
    for (const key of keys) {
      const [left, right] = [engine[i]?.[key] ?? '-', oracle[i]?.[key] ?? '-'];
      if (left !== right) found.push(`run ${i + 1}, ${key}: engine ${left}, calculator ${right}`);
    }
  }
  const ahead = outcome.projected.map(
    ({ at, effect }) => `${utc(at)} ${effect === 'breach' ? 'breach' : 'rung'}`,
  );
  const foreseen = projected
    .map(({ at, effect }) => `${iso(at)} ${effect}`)
    .sort()
    .slice(0, mostProjected);
  if (ahead.sort().join() !== foreseen.join()) {
    found.push(`projected: engine ${ahead.join(', ')}, calculator ${foreseen.join(', ')}`);
  }
  const findings = outcome.findings.map(({ rule, message }) => `${rule}: ${message}`);
  return [...found, ...findings.filter((finding) => !finding.startsWith('benchmark/beyond-years'))];
}

/** A simulation shows so many things to come. */
const mostProjected = 20;

export type Said = Record<string, string>;

function said(run: BenchmarkOutcome, outcome: Outcome): Said {
  return {
    status: run.status,
    started: utc(run.started),
    target: run.target ?? '-',
    due: run.due === null ? 'null' : run.due === undefined ? '-' : utc(run.due),
    remaining: amount(run.remaining),
    breachedAt: run.breachedAt === undefined ? '-' : utc(run.breachedAt),
    stopped: run.stopped === undefined ? '-' : utc(run.stopped),
    elapsed: amount(run.elapsed),
    paused: amount(run.paused ?? { ms: 0 }),
    reopened: amount(run.reopened ?? { ms: 0 }),
    fired: outcome.actions
      .filter((action) => action.run === run.run)
      .map(({ at, rung, occurrence }) => `${utc(at)} #${rung}.${occurrence}`)
      .sort()
      .join(', '),
  };
}

function expected(c: Case, run: RunResult): Said {
  return {
    status: run.status,
    started: iso(run.started),
    target: run.row === undefined ? '-' : run.row < 0 ? '-' : rowText(c.benchmark.rows[run.row]!),
    due: run.due === null ? 'null' : run.due === undefined ? '-' : iso(run.due),
    remaining: number(run.remaining),
    breachedAt: run.breachedAt === undefined ? '-' : iso(run.breachedAt),
    stopped: run.stopped === undefined ? '-' : iso(run.stopped),
    elapsed: number(run.elapsed),
    paused: number(run.paused ?? 0),
    reopened: number(run.reopened ?? 0),
    fired: run.fired
      .map(([at, rung, occurrence]) => `${iso(at)} #${rung + 1}.${occurrence}`)
      .sort()
      .join(', '),
  };
}

function amount(of: Amounted | undefined): string {
  if (!of) return '-';
  return number('ms' in of ? of.ms : of.days);
}

function number(of: number | undefined): string {
  return of === undefined ? '-' : String(of);
}

function utc(text: string): string {
  return iso(Date.parse(text));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
