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
  for (let cap = 0; cap < (cells[0]?.caps.length ?? 0); cap++) {
    for (const [, group] of groupedBy(cells, cap)) {
      const claimed = group.reduce((sum, { left }) => sum + left, 0n);
      const limit = greatest(group.map(({ limits }) => limits[cap]!));
      if (claimed <= limit) continue;
      takeOff(group, claimed - limit);
      taken += claimed - limit;
      const [clause, window, name] = group[0]!.caps[cap]!;
      const adjust = def.adjusts[clause];
      reached.push({
        clause: adjust?.text ?? '',
        window,
        ...(adjust?.kind === 'capped' && adjust.per !== undefined && { group: name }),
        claimed: text(claimed),
        owed: text(limit),
      });
    }
  }
  return { taken, reached };
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

function groupedBy(cells: readonly Cell[], cap: number): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.caps[cap]);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return groups;
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

function greatest(values: readonly bigint[]): bigint {
  let most = 0n;
  for (const value of values) if (value > most) most = value;
  return most;
}
