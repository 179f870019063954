export interface TicketsRead {
  tickets: unknown[];
  /** A sentence for each text that is no JSON. */
  unreadable: string[];
  /** Whether there are more than were read. */
  more: boolean;
}

/** Reads the first tickets of a text: one JSON object a line, or one JSON array. */
export function readTickets(text: string, most: number): TicketsRead {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('[') || !trimmed.includes('\n')) return readWhole(trimmed, most);
  const found: TicketsRead = { tickets: [], unreadable: [], more: false };
  for (const [index, line] of trimmed.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    if (found.tickets.length === most) return { ...found, more: true };
    const json = parseJson(line);
    if (json === undefined) found.unreadable.push(`Line ${index + 1} is not JSON, so it is left out.`);
    else found.tickets.push(json);
  }
  return found;
}

function readWhole(text: string, most: number): TicketsRead {
  if (text === '') return { tickets: [], unreadable: [], more: false };
  const json = parseJson(text);
  if (json === undefined) return { tickets: [], unreadable: ['This is not JSON.'], more: false };
  const all = Array.isArray(json) ? json : [json];
  return { tickets: all.slice(0, most), unreadable: [], more: all.length > most };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
