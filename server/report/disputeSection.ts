import type { DisputeDef, StepDef } from '../engine/policy/dispute.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { conditionWords } from '../engine/simulation/expressionWords.ts';
import type { Zone } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';

/** How disagreements are decided, step by step. */
export function disputeSection({ policy, zone }: Engine): Markup {
  return markup`${policy.disputes.map((dispute) => article(dispute, zone))}`;
}

function article({ id, cites, opens, steps }: DisputeDef, zone: Zone): Markup {
  const openings = opens.map(({ text }) => text).join('; or on ');
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}</p>`}
<p>Opens on ${openings}.</p>
${steps.map((step, number) => stepPart(step, number + 1, zone))}</article>
`;
}

function stepPart(step: StepDef, number: number, zone: Zone): Markup {
  const { id, cites, rows, transitions } = step;
  return markup`<h4>${number}. ${id}</h4>
${cites !== undefined && markup`<p class="cites">${cites}</p>`}
<table class="rows">${rows.map(({ text }) => row('within', text))}${transitions.map(({ text }) => {
    const [on = text, to = ''] = text.replace(/^on\s+/, '').split(/\s*->\s*/);
    return markup`<tr><th>on ${on}</th><td>${to}</td></tr>`;
  })}</table>
<ul>${sentences(step, zone).map((sentence) => markup`<li>${sentence}</li>`)}</ul>
`;
}

function row(word: string, text: string): Markup {
  const [, target = text, rest = 'in every case'] = /^(.*?) (when .*|otherwise)$/s.exec(text) ?? [];
  return markup`<tr><th>${word} ${target}</th><td>${rest}</td></tr>`;
}

function sentences(
  { owner, heard, independent, freezes, tells, counts, pauses, binds }: StepDef,
  zone: Zone,
): string[] {
  return [
    ...(owner === undefined ? [] : [`Decided by ${owner}.`]),
    ...(heard ? [`Heard by ${heard.body === undefined ? heard.by : `${heard.by}, ${heard.body}`}.`] : []),
    ...(independent ? ['Whoever decides is independent of the provider.'] : []),
    ...(freezes ? [`Meanwhile rests: ${freezes.what.join(', ')}.`] : []),
    ...tells.map(
      ({ party, with: event, within }) => `The ${party} is told with ${event} within ${within.text}.`,
    ),
    ...counts.map(
      ({ calendar, when }) => `Counted in ${calendar}${when ? `, where ${conditionWords(when, zone)}` : ''}.`,
    ),
    ...pauses.map(({ text }) => `The clock pauses ${text}.`),
    ...(binds ? [`The decision binds ${binds.text}.`] : []),
  ];
}
