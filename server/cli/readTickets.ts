import { openTickets, type TicketSource } from './input/openTickets.ts';
import type { Damage, RawTicket, Splitter } from './input/rawTicket.ts';
import { splitTickets } from './input/splitTickets.ts';
import type { Io } from './io.ts';

export interface TicketReader {
  ok: true;
  source: TicketSource;
  /**
   * Hands over one text after another. What `take` gives is waited for only where it is a promise, so that tickets cost
   * none. Gives a sentence where the file as a whole is unusable.
   */
  each(take: (item: RawTicket | Damage) => Promise<void> | undefined): Promise<string | undefined>;
}

/** Opens a file of tickets to be read one at a time; `chunkRead` is called now and then. */
export function readTickets(
  operand: string,
  io: Io,
  chunkRead: () => void = () => undefined,
): TicketReader | { ok: false; message: string } {
  const source = openTickets(operand, io);
  if (!source.ok) return { ok: false, message: `${operand} ${source.why}.` };
  return { ok: true, source, each: (take) => eachTicket(source, take, chunkRead) };
}

async function eachTicket(
  source: TicketSource,
  take: (item: RawTicket | Damage) => Promise<void> | undefined,
  chunkRead: () => void,
): Promise<string | undefined> {
  let splitter: Splitter | undefined;
  let last = { line: 1, column: 1 };
  const takeAll = async (items: Iterable<RawTicket | Damage>): Promise<void> => {
    for (const item of items) {
      last = item;
      const wait = take(item);
      if (wait) await wait;
    }
  };
  for await (const chunk of source.chunks) {
    let bytes = chunk;
    if (!splitter) {
      const split = splitTickets(chunk);
      if (!split.ok) return `${source.name} ${split.why}.`;
      splitter = split.splitter;
      bytes = chunk.subarray(split.from);
    }
    await takeAll(splitter.feed(bytes));
    chunkRead();
  }
  if (splitter) await takeAll(splitter.end());
  const why = source.brokenOff();
  if (why) {
    const { line, column } = last;
    await take({
      kind: 'damage',
      rule: 'tickets/broken-off',
      message: `After this line ${why}, so there may be more tickets.`,
      line,
      column,
    });
  }
  return undefined;
}
