import { closeSync, openSync, writeSync } from 'node:fs';
import { northwindTicket } from './northwindTicket.ts';

/** Writes so many tickets of the Northwind sample to a file, one a line. */
export function writeTickets(path: string, count: number): void {
  const file = openSync(path, 'w');
  for (let n = 0; n < count; n += 1000) {
    const lines = Array.from(
      { length: Math.min(1000, count - n) },
      (_, i) => `${JSON.stringify(northwindTicket(n + i))}\n`,
    );
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}
