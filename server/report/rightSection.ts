import type { RightDef } from '../engine/policy/right.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { conditionWords } from '../engine/simulation/expressionWords.ts';
import type { Zone } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';

/** What may be done from one moment on, and until another. */
export function rightSection({ policy, zone }: Engine): Markup {
  return markup`${policy.rights.map((right) => article(right, zone))}`;
}

function article({ id, cites, status, applies, opens, closes }: RightDef, zone: Zone): Markup {
  const where = applies ? `, where ${conditionWords(applies, zone)}` : '';
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}${status !== undefined && markup` (${status})`}</p>`}
<table class="rows">${opens.map(({ text }) => markup`<tr><th>opens</th><td>on ${text}${where}</td></tr>`)}<tr><th>closes</th><td>${closes?.text ?? 'never'}</td></tr></table></article>
`;
}
