import type { FieldDef, Value } from '../policy.ts';
import type { Json } from '../ticket.ts';
import { formatInstant, parseInstant } from '../time/iso.ts';
import { parseDate } from '../time/localDate.ts';
import type { Zone } from '../time/zone.ts';
import { parseDuration } from './duration.ts';
import { compareFractions, parseDecimal } from './fraction.ts';

/**
 * A field's value as a ticket's state keeps it, plain JSON: a word or text as itself, yes or no as a boolean, a number
 * as decimal text, money as `59.00 AUD`, a date as `2026-12-24`, a date-time as an instant, a duration as its text.
 */
export type Stored = string | boolean | number;

export type Read = { ok: true; value: Stored | undefined } | { ok: false; message: string };

/** Reads a field's JSON. `null` is unset. The message says what the field takes. */
export function readStored(field: FieldDef, json: Json, zone: Zone): Read {
  if (json === null) return { ok: true, value: undefined };
  const value = storedOf(field, json, zone);
  if (value === undefined)
    return { ok: false, message: `${field.name} takes ${takes(field)}, not ${shown(json)}` };
  return { ok: true, value };
}

function storedOf(field: FieldDef, json: Json, zone: Zone): Stored | undefined {
  switch (field.type) {
    case 'one of':
      return typeof json === 'string' && field.values?.includes(json) ? json : undefined;
    case 'text':
      return typeof json === 'string' ? json : undefined;
    case 'yes or no':
      if (typeof json === 'boolean') return json;
      return json === 'yes' ? true : json === 'no' ? false : undefined;
    case 'number':
      return storedNumber(field, json);
    case 'money':
      return typeof json === 'string' && /^\d{1,40}(\.\d{1,40})? [A-Z]{3}$/.test(json) ? json : undefined;
    case 'date':
      return typeof json === 'string' && parseDate(json) !== undefined ? json : undefined;
    case 'date-time': {
      const parsed = typeof json === 'string' ? parseInstant(json, zone) : undefined;
      return parsed?.ok ? parsed.at : undefined;
    }
    case 'duration':
      return typeof json === 'string' ? parseDuration(json)?.text : undefined;
  }
}

function storedNumber(field: FieldDef, json: Json): string | undefined {
  const text = typeof json === 'number' ? String(json) : typeof json === 'string' ? json : '';
  const value = parseDecimal(text);
  if (!value) return undefined;
  const from = field.from === undefined ? undefined : parseDecimal(field.from);
  const to = field.to === undefined ? undefined : parseDecimal(field.to);
  if ((from && compareFractions(value, from) < 0) || (to && compareFractions(value, to) > 0))
    return undefined;
  return text;
}

function takes(field: FieldDef): string {
  switch (field.type) {
    case 'one of':
      return `one of ${(field.values ?? []).join(', ')}`;
    case 'yes or no':
      return 'true or false';
    case 'number':
      return field.from !== undefined || field.to !== undefined
        ? `a number ${field.from ?? ''}..${field.to ?? ''}`
        : 'a number';
    case 'money':
      return 'an amount with its currency, never below zero, such as "59.00 AUD"';
    case 'date':
      return 'a date, such as "2026-12-24"';
    case 'date-time':
      return 'an instant, such as "2026-12-24T16:59:00+11:00"';
    case 'duration':
      return 'a duration, such as "2 business days"';
    case 'text':
      return 'a text';
  }
}

function shown(json: Json): string {
  const text = JSON.stringify(json);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A compiled value as a state would keep it; percentages have no stored form. */
export function storedOfValue(value: Value): Stored | undefined {
  switch (value.type) {
    case 'word':
    case 'text':
    case 'flag':
    case 'number':
    case 'date':
      return value.value;
    case 'money':
      return `${value.value} ${value.currency}`;
    case 'instant':
      return value.at;
    case 'duration':
      return value.value.text;
    case 'percent':
      return undefined;
  }
}

/** A stored value as people read it. */
export function showStored(stored: Stored, type: FieldDef['type'], zone: Zone): string {
  if (typeof stored === 'boolean') return stored ? 'yes' : 'no';
  if (typeof stored === 'number') return type === 'date-time' ? formatInstant(zone, stored) : String(stored);
  return stored;
}
