import type { MetricDef, ReportDef, StandardDef } from '../engine/policy/quality.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { conditionWords } from '../engine/simulation/expressionWords.ts';
import type { Zone } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';

/** What replies must contain, what is measured and promised of it, and what is reported to whom. */
export function qualitySection({ policy, zone }: Engine): Markup {
  return markup`${policy.standards.map((standard) => standardArticle(standard, zone))}${policy.metrics.map((metric) => metricArticle(metric, zone))}${policy.reports.map(reportArticle)}`;
}

function standardArticle(standard: StandardDef, zone: Zone): Markup {
  const { id, cites, status, applies, requires, audits } = standard;
  return article(id, cites, status, [
    ...(applies ? [`Holds where ${conditionWords(applies, zone)}.`] : []),
    ...requires.map(({ text }) => `${capital(text)}.`),
    ...(audits ? [`Of the replies are audited: ${audits.text}.`] : []),
  ]);
}

function metricArticle({ id, cites, from, applies, text, targets }: MetricDef, zone: Zone): Markup {
  const of = from === undefined ? 'Measured over the cases' : `Measured over ${from}`;
  return article(id, cites, undefined, [
    `${of}${applies ? `, where ${conditionWords(applies, zone)}` : ''}: ${text}.`,
    ...targets.map((target) => `Promised: ${target.text}.`),
  ]);
}

function reportArticle({ id, to, text }: ReportDef): Markup {
  return article(id, undefined, undefined, [`Reported to ${to} ${text} of its end.`]);
}

function article(
  id: string,
  cites: string | undefined,
  status: string | undefined,
  sentences: readonly string[],
): Markup {
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}${status !== undefined && markup` (${status})`}</p>`}
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul></article>
`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
