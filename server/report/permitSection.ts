import type { PermitDef } from '../engine/policy/permit.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { conditionWords, momentWords } from '../engine/simulation/expressionWords.ts';
import type { Zone } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';

/** When the provider may act at all. */
export function permitSection({ policy, zone }: Engine): Markup {
  return markup`${policy.permits.map((permit) => article(permit, zone))}`;
}

function article({ id, cites, status, applies, on, clauses }: PermitDef, zone: Zone): Markup {
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}${status !== undefined && markup` (${status})`}</p>`}
<p>For each ${momentWords(on, zone)}${applies && `, where ${conditionWords(applies, zone)}`}, all of this must hold:</p>
<ul>${clauses.map(({ text }) => markup`<li>${text}</li>`)}</ul></article>
`;
}
