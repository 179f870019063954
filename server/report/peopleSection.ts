import type { AutomationDef } from '../engine/policy/automation.ts';
import type { PersonDef, RoleDef } from '../engine/policy/people.ts';
import type { Engine } from '../engine/simulation/engine.ts';
import { conditionWords } from '../engine/simulation/expressionWords.ts';
import { dayWords } from '../engine/simulation/words.ts';
import { parseDate } from '../engine/time/localDate.ts';
import { type Markup, markup } from './markup.ts';

/** Roles with what they require, who holds them, and what bots may do. */
export function peopleSection({ policy, zone }: Engine): Markup {
  const { roles, people, automations } = policy;
  return markup`${roles.length > 0 && roleTable(roles, people)}
${automations.map((automation) => automationArticle(automation, zone))}`;
}

/** Whether there is anything to say. */
export function hasPeople({ policy }: Engine): boolean {
  return policy.roles.length > 0 || policy.automations.length > 0;
}

function roleTable(roles: readonly RoleDef[], people: readonly PersonDef[]): Markup {
  return markup`<table class="rows"><tr><th>role</th><th>requires</th><th>held by</th></tr>${roles.map(
    (role) =>
      markup`<tr><th>${role.id}</th><td>${role.requires.map(({ text }) => text).join('; ') || 'nothing'}${
        role.cites !== undefined && markup` <span class="cites">${role.cites}</span>`
      }</td><td>${holders(role, people)}</td></tr>
`,
  )}</table>`;
}

function holders(role: RoleDef, people: readonly PersonDef[]): string {
  const words = people
    .filter(({ roles }) => roles.includes(role.id))
    .map((person) => {
      const held = person.holds.filter((holding) =>
        role.requires.some(({ what, name }) => what === holding.what && name === holding.name),
      );
      const list = held.map(({ name, since }) =>
        since === undefined ? name : `${name} since ${dayWords(parseDate(since) ?? 0)}`,
      );
      return list.length === 0 ? person.name : `${person.name} (${list.join(', ')})`;
    });
  return words.join('; ') || 'nobody';
}

function automationArticle(automation: AutomationDef, zone: Engine['zone']): Markup {
  const { id, cites, may, mayNot, discloses, handsOver } = automation;
  const sentences = [
    ...may.map(({ events, when }) => `It may cause ${events.join(', ')}${whenWords(when, zone)}.`),
    ...mayNot.map(({ events, when }) => `It may not cause ${events.join(', ')}${whenWords(when, zone)}.`),
    ...(discloses
      ? [`It says that it is no person${discloses.with === undefined ? '' : `, with ${discloses.with}`}.`]
      : []),
    ...handsOver.map(({ text }) => `It ${text}.`),
  ];
  return markup`<article><h3>${id}</h3>
${cites !== undefined && markup`<p class="cites">${cites}</p>`}
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul></article>
`;
}

function whenWords(when: Parameters<typeof conditionWords>[0] | undefined, zone: Engine['zone']): string {
  return when ? ` when ${conditionWords(when, zone)}` : '';
}
