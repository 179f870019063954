import type { Policy } from '../policy.ts';
import { minorDigits, minorText } from '../value/money.ts';
import type { CappedClaims, CappedKey, Claims } from './claimTally.ts';

/** What the claims of a remedy come to together, those that many tickets triggered included. */
export interface RemedySummary {
  remedy: string;
  claims: number;
  /** After the caps of windows; absent where nothing is paid in money. */
  owed?: string;
  /** Only when asked for, beside what is owed. */
  onRequest?: string;
  /** What the caps of windows have taken off. */
  capped?: string;
  currency?: string;
  /** Days by which something stays valid longer. */
  days?: number;
  /** Where a cap of a window has been reached. */
  caps?: CapReached[];
}

export interface CapReached {
  clause: string;
  window: string;
  group?: string;
  /** What the claims come to, and what of it is owed. */
  claimed: string;
  owed: string;
}

/** By remedy in the policy's order, then by currency. */
export function remedySummaries({ remedies }: Policy, claims: Claims, capped: CappedClaims): RemedySummary[] {
  return remedies.flatMap((def) =>
    Object.keys(claims)
      .filter((key) => key.startsWith(`${def.id}|`))
      .sort()
      .map((key) => {
        const currency = key.slice(def.id.length + 1);
        const { claims: count, owed, onRequest, days } = claims[key]!;
        const text = (minor: bigint) => minorText(minor, minorDigits(currency));
        const caps = capsReached(def, currency, capped, text);
        const inMoney = currency !== '';
        return {
          remedy: def.id,
          claims: count,
          ...(inMoney && { owed: text(BigInt(owed) - caps.taken) }),
          ...(inMoney && onRequest !== '0' && { onRequest: text(BigInt(onRequest)) }),
          ...(caps.taken > 0n && { capped: text(caps.taken) }),
          ...(inMoney && { currency }),
          ...(days > 0 && { days }),
          ...(caps.reached.length > 0 && { caps: caps.reached }),
        };
      }),
  );
}

interface Cell {
  caps: CappedKey[2];
  limits: bigint[];
  left: bigint;
}

/** Caps apply in the order written; what is above one is taken off the latest windows first. */
function capsReached(
  def: Policy['remedies'][number],
  currency: string,
  capped: CappedClaims,
  text: (minor: bigint) => string,
): { taken: bigint; reached: CapReached[] } {
  const cells = cellsOf(def.id, currency, capped);
  const reached: CapReached[] = [];
  let taken = 0n;
  def.adjusts.forEach((adjust, clause) => {
    if (adjust.kind !== 'capped') return;
    for (const { window, group, limit, cells: together } of sharing(cells, clause)) {
      const claimed = together.reduce((sum, { left }) => sum + left, 0n);
      if (claimed <= limit) continue;
      takeOff(together, claimed - limit);
      taken += claimed - limit;
      reached.push({
        clause: adjust.text,
        window,
        ...(adjust.per !== undefined && { group }),
        claimed: text(claimed),
        owed: text(limit),
      });
    }
  });
  return { taken, reached };
}

interface Sharing {
  window: string;
  group: string;
  /** The highest that one of the claims had. */
  limit: bigint;
  cells: Cell[];
}

/** The cells that share a cap, window by window and group by group. */
function sharing(cells: readonly Cell[], clause: number): Sharing[] {
  const found = new Map<string, Sharing>();
  for (const cell of cells) {
    const place = cell.caps.findIndex(([number]) => number === clause);
    if (place < 0) continue;
    const [, window, group] = cell.caps[place]!;
    const limit = cell.limits[place]!;
    const key = JSON.stringify([window, group]);
    const known = found.get(key);
    if (!known) found.set(key, { window, group, limit, cells: [cell] });
    else {
      known.cells.push(cell);
      if (limit > known.limit) known.limit = limit;
    }
  }
  return [...found.values()];
}

function cellsOf(remedy: string, currency: string, capped: CappedClaims): Cell[] {
  return Object.keys(capped)
    .sort()
    .flatMap((key) => {
      const [id, unit, caps] = JSON.parse(key) as CappedKey;
      const { sum, limits } = capped[key]!;
      if (id !== remedy || unit !== currency) return [];
      return [{ caps, limits: limits.map(BigInt), left: BigInt(sum) }];
    });
}

function takeOff(cells: readonly Cell[], excess: bigint): void {
  let rest = excess;
  for (const cell of [...cells].reverse()) {
    const off = lesser(cell.left, rest);
    cell.left -= off;
    rest -= off;
  }
}

function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
