import type { ActionDef, BenchmarkDef, LadderDef } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { amountWords, conditionWords, momentWords } from '../engine/simulation/expressionWords.ts';
import type { Zone } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';

/** Every benchmark with its rows in plain sentences, its citation and its ladders. */
export function benchmarkSection({ policy, zone }: Engine): Markup {
  return markup`${policy.benchmarks.map((benchmark) =>
    article(
      benchmark,
      policy.ladders.filter(({ on }) => on === benchmark.id),
      policy.counts,
      zone,
    ),
  )}`;
}

function article(
  benchmark: BenchmarkDef,
  ladders: readonly LadderDef[],
  counts: string | undefined,
  zone: Zone,
): Markup {
  const { id, title, cites, status } = benchmark;
  return markup`<article>
<h3>${title ?? id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}${status !== undefined && markup` (${status})`}</p>`}
<p>${clockSentence(benchmark, zone)}</p>
${rowTable(benchmark, zone)}
<ul>${[...countsSentences(benchmark, counts, zone), ...otherSentences(benchmark, zone)].map((sentence) => markup`<li>${sentence}</li>`)}</ul>
${ladders.map((ladder) => ladderList(ladder, zone))}
</article>
`;
}

function clockSentence({ each, from, until, by, applies }: BenchmarkDef, zone: Zone): Markup {
  const start = `${each ? 'From each' : 'From'} ${momentWords(from, zone)}`;
  const stop = `until ${momentWords(until, zone)}${by ? ` by ${by.join(' or ')}` : ''}`;
  return markup`${start} ${stop}${applies && `, where ${conditionWords(applies, zone)}`}.`;
}

function rowTable({ rows, every }: BenchmarkDef, zone: Zone): Markup {
  if (every) {
    return markup`<table class="rows"><tr><th>every ${every.period.text}</th><td>${momentWords(every.expects, zone)} is expected</td></tr></table>`;
  }
  return markup`<table class="rows">${rows.map(({ text }) => {
    const [, target = text, rest = 'in every case'] = /^(.*?) (when .*|otherwise)$/s.exec(text) ?? [];
    return markup`<tr><th>within ${target}</th><td>${rest}</td></tr>`;
  })}</table>`;
}

function countsSentences(
  { counts, arrives }: BenchmarkDef,
  general: string | undefined,
  zone: Zone,
): string[] {
  const sentences = counts.map(
    ({ calendar, when }) => `Counted in ${calendar}${when ? `, where ${conditionWords(when, zone)}` : ''}.`,
  );
  if (counts.length === 0 && general !== undefined)
    sentences.push(`Counted in ${general}, as the whole policy.`);
  if (arrives !== undefined) sentences.push(`Whether something arrives in time is judged by ${arrives}.`);
  return sentences;
}

function otherSentences(benchmark: BenchmarkDef, zone: Zone): string[] {
  const { pauses, cancels, reopening, retargets, notAssessed, attain } = benchmark;
  return [
    ...pauses.map(({ text }) => `The clock pauses ${text.replace(/^pauses\s+/, '')}.`),
    ...cancels.map(({ on }) => `${capital(momentWords(on, zone))} ends it without a verdict.`),
    ...(reopening ? [reopeningSentence(reopening, zone)] : []),
    ...(retargets
      ? []
      : ['What holds at the start holds until the end: a later change chooses no other row.']),
    ...notAssessed.map(
      ({ while: condition, reason }) =>
        `Nobody is judged by it while ${conditionWords(condition, zone)}${reason ? `: ${reason}` : ''}.`,
    ),
    ...attain.map(({ text }) => `To be attained: ${text.replace(/^attain\s+/, '')}.`),
  ];
}

function reopeningSentence({ on, effect }: NonNullable<BenchmarkDef['reopening']>, zone: Zone): string {
  const event = capital(momentWords(on, zone));
  return effect === 'resumes'
    ? `${event} lets the clock go on where it stopped.`
    : `${event} starts a new clock.`;
}

function ladderList({ id, cites, rungs }: LadderDef, zone: Zone): Markup {
  return markup`<div class="ladder"><h4>${id}</h4>
${cites !== undefined && markup`<p class="cites">${cites}</p>`}
<table class="rows">${rungs.map(
    ({ text, when, actions }) =>
      markup`<tr><th>${text}</th><td>${actions.map((action) => actionSentence(action, zone)).join('; ')}${
        when && `, when ${conditionWords(when, zone)}`
      }</td></tr>`,
  )}</table></div>`;
}

function actionSentence(action: ActionDef, zone: Zone): string {
  switch (action.action) {
    case 'notify':
      return `notify ${action.to.join(', ')}${action.by.length > 0 ? ` by ${action.by.join(', ')}` : ''}`;
    case 'assign':
      return `assign ${action.to}`;
    case 'raise':
      return `raise ${action.field}`;
    case 'set':
      return `set ${action.field} to ${amountWords(action.value, zone)}`;
    case 'emit':
      return `emit ${action.event}`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
