import type { RecordDef } from '../engine/policy/record.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { type Markup, markup } from './markup.ts';

/** What is kept, for how long, and what is blacked out when. */
export function recordSection({ policy }: Engine): Markup {
  return markup`${policy.records.map(article)}`;
}

function article({ id, cites, status, keeps, retains, redacts }: RecordDef): Markup {
  const sentences = [
    ...(keeps.length > 0 ? [`Keeps ${keeps.join(', ')}.`] : []),
    ...(retains ? [`${capital(retains.text)}.`] : []),
    ...redacts.map(({ text }) => `${capital(text)}.`),
  ];
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}${status !== undefined && markup` (${status})`}</p>`}
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul></article>
`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
