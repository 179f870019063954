import { dayWords } from '../engine/simulation/words.ts';
import { parseDate } from '../engine/time/localDate.ts';
import { type Markup, markup } from './markup.ts';
import type { Report } from './reportPage.ts';

/** The head of the page: what this is, since when it holds, and what it does not say yet. */
export function policySection({ engine, scenarios }: Report): Markup {
  const { policy } = engine;
  const rows: [string, string | undefined][] = [
    ['Version', policy.version],
    ['In force', forceWords(policy.effective)],
    ['Time zone', policy.zone],
    ['Currency', policy.currency],
    ['A case begins with', policy.begins],
    ['Cases worked through', scenarios.length > 0 ? scenarioWords(scenarios) : undefined],
  ];
  return markup`<header>
<p class="kind">Service policy</p>
<h1>${policy.title ?? policy.id}</h1>
<dl>${rows.map(([term, text]) => text !== undefined && text !== '' && markup`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
${notRun(report(policy.notRun))}
</header>`;
}

function report(list: readonly { kind: string; name: string }[]): string[] {
  return list.map(({ kind, name }) => (name === '' ? kind : `${kind} ${name}`));
}

function notRun(names: readonly string[]): Markup | false {
  if (names.length === 0) return false;
  return markup`<p class="note">This page leaves out what belongs to regulations that are not adopted: ${names.join(', ')}.</p>`;
}

function forceWords({ from, until }: { from?: string; until?: string }): string | undefined {
  const day = (text: string): string => dayWords(parseDate(text) ?? 0);
  if (from === undefined) return until === undefined ? undefined : `until ${day(until)}`;
  return until === undefined ? `from ${day(from)}` : `${day(from)} to ${day(until)}, both included`;
}

function scenarioWords(scenarios: Report['scenarios']): string {
  const failed = scenarios.filter(({ verdict }) => verdict === 'failed').length;
  return failed === 0
    ? `${scenarios.length}, all as expected`
    : `${scenarios.length}, ${failed} not as expected`;
}
