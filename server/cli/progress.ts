import type { TicketSource } from './input/openTickets.ts';
import type { Io } from './io.ts';
import { counted } from './terminal/counted.ts';

export interface Progress {
  /** Says how far it is, where it is time to. */
  show(tickets: number): void;
  /** Takes the line away. */
  end(): void;
}

const between = 200;

/** A line on a terminal that says how far a file has been read; nothing where standard error is no terminal. */
export function progressOf(source: TicketSource, io: Io): Progress {
  if (io.stderr.isTTY !== true || io.stdout.isTTY === true)
    return { show: () => undefined, end: () => undefined };
  const started = io.now();
  let shownAt = started;
  let shown = false;
  return {
    show: (tickets) => {
      const now = io.now();
      if (now - shownAt < between) return;
      shownAt = now;
      shown = true;
      const { size, consumed } = source;
      const share = size ? `${Math.floor((100 * consumed()) / size)}%, ` : '';
      const rate = Math.round((1000 * tickets) / (now - started));
      io.stderr.write(`\r\u001b[K${share}${counted(tickets, 'ticket')}, ${counted(rate, 'ticket')} a second`);
    },
    end: () => {
      if (shown) io.stderr.write('\r\u001b[K');
    },
  };
}
