import type { RateDef } from '../engine/policy/rate.ts';
import type { RemedyDef } from '../engine/policy/remedy.ts';
import type { Value } from '../engine/policy.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { amountWords, conditionWords, momentWords } from '../engine/simulation/expressionWords.ts';
import type { Zone } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';

/** What is owed when a promise is not kept, and the rates by which it is reckoned. */
export function remedySection({ policy, zone }: Engine): Markup {
  return markup`${policy.remedies.map((remedy) => article(remedy, zone))}${policy.rates.map((rate) => rateArticle(rate, zone))}`;
}

function article(remedy: RemedyDef, zone: Zone): Markup {
  const { id, cites, status, on, pays } = remedy;
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}${status !== undefined && markup` (${status})`}</p>`}
<p>Owed on ${on.text}${remedy.applies && `, where ${conditionWords(remedy.applies, zone)}`}${remedy.owedBy !== undefined && `, by ${remedy.owedBy}`}.</p>
${pays.length > 0 && markup`<table class="rows">${pays.map(({ text }) => payRow(text))}</table>`}
<ul>${sentences(remedy, zone).map((sentence) => markup`<li>${sentence}</li>`)}</ul></article>
`;
}

function payRow(text: string): Markup {
  const [, pays = text, rest = 'in every case'] = /^(.*?) (when .*|otherwise)$/s.exec(text) ?? [];
  return markup`<tr><th>${pays}</th><td>${rest}</td></tr>`;
}

function sentences(remedy: RemedyDef, zone: Zone): string[] {
  const within = (duration: { text: string } | undefined) => (duration ? ` within ${duration.text}` : '');
  return [
    ...remedy.counts.map(
      ({ calendar, when }) => `Counted in ${calendar}${when ? `, where ${conditionWords(when, zone)}` : ''}.`,
    ),
    ...remedy.pauses.map(({ text }) => `Nothing accrues ${text}.`),
    ...remedy.unless.map(({ text }) => `Not owed if ${text}.`),
    ...remedy.stops.map(({ text }) => `It ends ${text}.`),
    ...remedy.adjusts.map(({ text }) => `${capital(text)}.`),
    ...remedy.notWith.map(({ remedies }) => `Not together with ${remedies.join(', ')}: the higher is paid.`),
    ...(remedy.automatic ? [`Paid without being asked for ${remedy.automatic.text}.`] : []),
    ...remedy.paid.map(({ text }) => `To be paid ${text}.`),
    ...remedy.owes.map(({ what, within: time }) => `Owed as well: ${what}${within(time)}.`),
    ...remedy.requires.map(({ what, within: time }) => `Required: ${what.join(', ')}${within(time)}.`),
    ...remedy.reports.map(({ to, within: time }) => `To be reported to ${to}${within(time)}.`),
    ...remedy.exposes.map(
      ({ upTo, citation }) =>
        `A penalty of up to ${amountWords(upTo, zone)} may follow${citation === undefined ? '' : `: ${citation}`}.`,
    ),
    ...remedy.suspends.map(
      ({ what, citation }) => `Suspends ${what}${citation === undefined ? '' : `: ${citation}`}.`,
    ),
  ];
}

function rateArticle({ id, by, values, cites }: RateDef, zone: Zone): Markup {
  const dated = values.some(({ from }) => from !== undefined);
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}</p>`}
${dated && markup`<p>${by === undefined ? 'By the day that is paid.' : `By the day of ${momentWords({ kind: 'event', event: by }, zone)}.`}</p>`}
<table class="rows">${values.map(
    ({ from, value }) =>
      markup`<tr><th>${words(value, zone)}</th><td>${from === undefined ? 'always' : `from ${from}`}</td></tr>`,
  )}</table></article>
`;
}

function words(value: Value, zone: Zone): string {
  return amountWords({ kind: 'value', value }, zone);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
