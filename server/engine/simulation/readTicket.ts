import type { EventDef, FieldDef } from '../policy.ts';
import type { Json } from '../ticket.ts';
import { parseInstant } from '../time/iso.ts';
import type { Instant } from '../time/zone.ts';
import { readStored, type Stored, storedOfValue } from '../value/stored.ts';
import type { Engine } from './engine.ts';
import type { Entry } from './entries.ts';
import type { StateFinding } from './state.ts';

/** A ticket read: what is good in it, in order of time, and what was not. */
export interface ReadTicket {
  id: string;
  fields: Record<string, Stored>;
  entries: Entry[];
  findings: StateFinding[];
}

type Path = (string | number)[];
type Report = (rule: string, message: string, path: Path, at?: Instant) => void;

/** A longer id is a mistake in the export, and would be repeated in everything said of the ticket. */
const longestId = 1000;

/** Reads a ticket from parsed JSON. Bad parts become findings with their path; the good ones stay. */
export function readTicket(engine: Engine, json: unknown): ReadTicket {
  const findings: StateFinding[] = [];
  const report: Report = (rule, message, path, at) => findings.push({ rule, at: at ?? null, message, path });
  if (!isRecord(json)) {
    report('ticket/not-a-ticket', 'A ticket is an object: {"id": "…", "fields": {…}, "events": […]}.', []);
    return { id: '', fields: defaults(engine), entries: [], findings };
  }
  for (const key of Object.keys(json)) {
    if (key !== 'id' && key !== 'fields' && key !== 'events') {
      report('ticket/unknown-key', `A ticket has "id", "fields" and "events", not ${quoted(key)}.`, [key]);
    }
  }
  const id = readId(json.id, report);
  const fields = readFields(engine, json.fields, report);
  const entries = readEntries(engine, json.events, report);
  return { id, fields, entries: inOrder(withoutRepeats(entries), report), findings };
}

function readId(json: unknown, report: Report): string {
  const id = typeof json === 'number' ? String(json) : json;
  if (typeof id !== 'string' || id === '') {
    report('ticket/no-id', 'A ticket needs an "id", a text by which it is named.', ['id']);
    return '';
  }
  if (id.length <= longestId) return id;
  report(
    'ticket/long-id',
    `An id has at most ${longestId} characters; this one has ${id.length} and is cut.`,
    ['id'],
  );
  return `${id.slice(0, 40)}…`;
}

function defaults(engine: Engine): Record<string, Stored> {
  const fields: Record<string, Stored> = {};
  for (const field of engine.fields.values()) {
    const value = field.default && storedOfValue(field.default);
    if (value !== undefined) fields[field.name] = value;
  }
  return fields;
}

function readFields(engine: Engine, json: unknown, report: Report): Record<string, Stored> {
  const fields = defaults(engine);
  if (json !== undefined && !isRecord(json)) {
    report('ticket/bad-fields', '"fields" is an object of fields and their values.', ['fields']);
    return fields;
  }
  const given = json ?? {};
  const values = readValues(engine, fieldsOf(engine), given, Object.keys(given), ['fields'], report);
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined) delete fields[name];
    else fields[name] = value;
  }
  for (const field of engine.fields.values()) {
    if (field.optional || field.default || Object.hasOwn(given, field.name)) continue;
    report('ticket/missing-field', `${field.name} is missing; the policy says every ticket has it.`, [
      'fields',
    ]);
  }
  return fields;
}

/** What a record's keys may be, and how they are spoken of. */
interface Kind {
  readonly defs: ReadonlyMap<string, FieldDef>;
  readonly word: 'field' | 'data';
  readonly owner: string;
}

function fieldsOf({ fields }: Engine): Kind {
  return { defs: fields, word: 'field', owner: 'ticket' };
}

/** What is good among the named values of a record; undefined where one is unset. */
function readValues(
  { zone }: Engine,
  { defs, word, owner }: Kind,
  given: Record<string, unknown>,
  names: readonly string[],
  path: Path,
  report: Report,
): Record<string, Stored | undefined> {
  const values: Record<string, Stored | undefined> = {};
  for (const name of names) {
    const def = defs.get(name);
    if (!def) {
      report(
        `ticket/unknown-${word}`,
        `${quoted(name)} is no ${word} of ${owner}${listed([...defs.keys()])}.`,
        [...path, name],
      );
      continue;
    }
    const read = readStored(def, given[name] as Json, zone);
    if (read.ok) values[name] = read.value;
    else report('ticket/bad-value', `${read.message}.`, [...path, name]);
  }
  return values;
}

function readEntries(engine: Engine, json: unknown, report: Report): Entry[] {
  if (!Array.isArray(json)) {
    report('ticket/no-events', '"events" is a list of what happened: [{"at": "…", "is": "…"}].', ['events']);
    return [];
  }
  if (json.length === 0) report('ticket/no-events', 'Nothing happened in this ticket.', ['events']);
  return json
    .map((entry, i) => readEntry(engine, entry, ['events', i], report))
    .filter((entry) => entry !== undefined);
}

function readEntry(engine: Engine, json: unknown, path: Path, report: Report): Entry | undefined {
  if (!isRecord(json)) {
    report(
      'ticket/bad-entry',
      'An entry is an object: {"at": "…", "is": "…"} or {"at": "…", "set": {…}}.',
      path,
    );
    return undefined;
  }
  const at = readAt(engine, json.at, path, report);
  if (at === undefined) return undefined;
  const id = typeof json.id === 'string' ? json.id : undefined;
  if (json.is !== undefined) return readEvent(engine, json, at, id, path, report);
  if (json.set === undefined) {
    report(
      'ticket/bad-entry',
      'An entry says what it is: "is" with an event, or "set" with fields.',
      path,
      at,
    );
    return undefined;
  }
  if (!isRecord(json.set)) {
    report('ticket/bad-fields', '"set" is an object of fields and their new values.', [...path, 'set'], at);
    return undefined;
  }
  unknownKeys(json, ['at', 'set', 'id'], path, report, at);
  const names = Object.keys(json.set);
  const fields = readValues(engine, fieldsOf(engine), json.set, names, [...path, 'set'], report);
  return { kind: 'set', at, fields, id, path };
}

function readEvent(
  engine: Engine,
  json: Record<string, unknown>,
  at: Instant,
  id: string | undefined,
  path: Path,
  report: Report,
): Entry | undefined {
  const def = typeof json.is === 'string' ? engine.events.get(json.is) : undefined;
  if (!def) {
    const name = typeof json.is === 'string' ? quoted(json.is) : String(JSON.stringify(json.is));
    const known = listed([...engine.events.keys()]);
    report('ticket/unknown-event', `${name} is no event of the policy${known}.`, [...path, 'is'], at);
    return undefined;
  }
  const { by } = json;
  if (by !== undefined && typeof by !== 'string') {
    report('ticket/bad-value', '"by" names who did it, a text.', [...path, 'by'], at);
  }
  const contains = hasDatum(def, 'contains') ? undefined : readContains(json.contains, path, report, at);
  return {
    kind: 'event',
    at,
    event: def.name,
    by: typeof by === 'string' ? by : undefined,
    data: readData(engine, def, json, path, report),
    contains,
    id,
    path,
  };
}

/** What the reply contains, a list of words; an event may have a datum of that name instead. */
function readContains(json: unknown, path: Path, report: Report, at: Instant): string[] | undefined {
  if (json === undefined) return undefined;
  if (Array.isArray(json) && json.every((content) => typeof content === 'string')) return json;
  report(
    'ticket/bad-value',
    '"contains" lists what the reply contains: ["case-reference", "next-step"].',
    [...path, 'contains'],
    at,
  );
  return undefined;
}

/** What stands beside the keys that every event has is its data. */
function readData(
  engine: Engine,
  def: EventDef,
  json: Record<string, unknown>,
  path: Path,
  report: Report,
): Record<string, Stored> | undefined {
  const names = Object.keys(json).filter(
    (key) => !ownKeys.has(key) && (key !== 'contains' || hasDatum(def, key)),
  );
  if (def.data.length === 0 && names.length === 0) return undefined;
  const kind: Kind = {
    defs: new Map(def.data.map((field) => [field.name, field])),
    word: 'data',
    owner: def.name,
  };
  const values = readValues(engine, kind, json, names, path, report);
  const data: Record<string, Stored> = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) data[name] = value;
  }
  return data;
}

const ownKeys: ReadonlySet<string> = new Set(['at', 'is', 'id', 'by']);

function hasDatum({ data }: EventDef, name: string): boolean {
  return data.some((field) => field.name === name);
}

function readAt(engine: Engine, json: unknown, path: Path, report: Report): Instant | undefined {
  const parsed = typeof json === 'string' ? parseInstant(json, engine.zone) : undefined;
  if (!parsed?.ok) {
    const shown = json === undefined ? 'nothing' : quoted(String(JSON.stringify(json)));
    report('ticket/bad-instant', `"at" is an instant such as "2026-12-24T16:59:00+11:00", not ${shown}.`, [
      ...path,
      'at',
    ]);
    return undefined;
  }
  const { at } = parsed;
  if (at < engine.firstInstant || at > engine.lastInstant) {
    const { from, until } = engine.policy.covers;
    report(
      'ticket/outside-years',
      `This instant lies outside the years the policy was compiled for, ${from} until ${until}; the entry is left out.`,
      [...path, 'at'],
    );
    return undefined;
  }
  if (parsed.doubtful) {
    const why =
      parsed.doubtful === 'skipped'
        ? 'was skipped by the clock change; it is read as that much later'
        : 'occurred twice because of the clock change; it is read as the first';
    report(
      'ticket/doubtful-time',
      `This local time ${why}. Write its offset to say which is meant.`,
      [...path, 'at'],
      at,
    );
  }
  return at;
}

/** The same id twice is one event, however late it is told again. */
function withoutRepeats(entries: Entry[]): Entry[] {
  if (entries.every(({ id }) => id === undefined)) return entries;
  const seen = new Set<string>();
  return entries.filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

function inOrder(entries: Entry[], report: Report): Entry[] {
  let latest = Number.NEGATIVE_INFINITY;
  let sorted = true;
  for (const { at, path } of entries) {
    if (at < latest) {
      sorted = false;
      report(
        'ticket/out-of-order',
        'This entry lies before the one above it; it is handled in its place in time.',
        path,
        at,
      );
    } else latest = at;
  }
  return sorted ? entries : [...entries].sort((a, b) => a.at - b.at);
}

function unknownKeys(
  json: Record<string, unknown>,
  known: readonly string[],
  path: Path,
  report: Report,
  at: Instant,
): void {
  for (const key of Object.keys(json)) {
    if (known.includes(key)) continue;
    report('ticket/unknown-key', `${quoted(key)} has no meaning beside "set".`, [...path, key], at);
  }
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 37)}…` : text}”`;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, 12).join(', ');
  return `; there are ${names.length > 12 ? `${shown}, …` : shown}`;
}
