import { type JsonMember, type JsonNode, readJson } from '../json/readJson.ts';
import type { Placed, Roster, RosterHolding, RosterProblem, RosterRow } from './rosterRow.ts';

const shape =
  '{"name": "ana", "roles": ["complaints-agent"], "certificates": [{"name": "consumer-law", "since": "2026-03-01"}], "skills": ["plain-language"]}';

/** A roster as a program writes it: a list of people, each with roles, certificates and skills. */
export function jsonRoster(text: string): Roster {
  const read = readJson(text);
  if (!read.ok) return unreadable(read.message, read.offset, read.offset + 1);
  const { node } = read;
  if (node.kind !== 'array')
    return unreadable(`A roster is a list of people: [${shape}].`, node.start, node.start + 1);
  const problems: RosterProblem[] = [];
  const rows = node.items.flatMap((item) => readPerson(item, problems) ?? []);
  return { rows, problems };
}

function unreadable(message: string, start: number, end: number): Roster {
  return { rows: [], problems: [{ code: 'roster/unreadable', message, start, end }] };
}

function readPerson(node: JsonNode, problems: RosterProblem[]): RosterRow | undefined {
  if (node.kind !== 'object') {
    problems.push(bad(node, `A person is an object: ${shape}.`));
    return undefined;
  }
  let name: Placed | undefined;
  let roles: Placed[] = [];
  const holds: RosterHolding[] = [];
  for (const member of node.members) {
    if (member.name === 'name') name = textIn(member.value, '"name" is a text.', problems);
    else if (member.name === 'roles') roles = textsIn(member, problems);
    else if (member.name === 'certificates') holds.push(...holdingsIn(member, 'certificate', problems));
    else if (member.name === 'skills') holds.push(...holdingsIn(member, 'skill', problems));
    else problems.push(unknownKey(member, '"name", "roles", "certificates" and "skills"'));
  }
  if (!name) problems.push(bad(node, 'This entry names nobody: it needs a "name".'));
  return name && { name, roles, holds };
}

function textsIn(member: JsonMember, problems: RosterProblem[]): Placed[] {
  return itemsOf(member, problems).flatMap(
    (item) => textIn(item, `"${member.name}" holds names, each a text.`, problems) ?? [],
  );
}

function holdingsIn(
  member: JsonMember,
  what: RosterHolding['what'],
  problems: RosterProblem[],
): RosterHolding[] {
  return itemsOf(member, problems).flatMap((item) => {
    if (item.kind !== 'object') {
      const name = textIn(item, `A ${what} is a name, or {"name": "…", "since": "2026-03-01"}.`, problems);
      return name ? [{ what, name }] : [];
    }
    let name: Placed | undefined;
    let since: Placed | undefined;
    for (const each of item.members) {
      if (each.name === 'name') name = textIn(each.value, '"name" is a text.', problems);
      else if (each.name === 'since')
        since = textIn(each.value, '"since" is a date, such as "2026-03-01".', problems);
      else problems.push(unknownKey(each, '"name" and "since"'));
    }
    if (!name) problems.push(bad(item, `This ${what} has no "name".`));
    return name ? [{ what, name, ...(since && { since }) }] : [];
  });
}

function itemsOf({ name, value }: JsonMember, problems: RosterProblem[]): readonly JsonNode[] {
  if (value.kind === 'array') return value.items;
  problems.push(bad(value, `"${name}" is a list.`));
  return [];
}

function textIn(node: JsonNode, otherwise: string, problems: RosterProblem[]): Placed | undefined {
  if (node.kind === 'text' && node.value.trim() !== '')
    return { text: node.value.trim(), start: node.start, end: node.end };
  problems.push(bad(node, otherwise));
  return undefined;
}

function bad({ start, end }: JsonNode, message: string): RosterProblem {
  return { code: 'roster/bad-row', message, start, end };
}

function unknownKey({ name, start, end }: JsonMember, known: string): RosterProblem {
  return { code: 'roster/unknown-column', message: `"${name}" is not read. There are ${known}.`, start, end };
}
