import type { Reason, RemedyOutcome } from '../outcome.ts';
import { fractionText } from '../remedy/price.ts';
import type { Price } from '../remedy/remedyState.ts';
import { beginTicket } from '../simulation/beginTicket.ts';
import type { Engine } from '../simulation/engine.ts';
import { claimOf } from '../simulation/remedy/claim.ts';
import type { LoadedRemedy } from '../simulation/remedy/loadRemedies.ts';
import { owedOf } from '../simulation/remedy/owed.ts';
import { outcomeOfClaim } from '../simulation/remedy/remedyOutcomes.ts';
import { worth } from '../simulation/remedy/worth.ts';
import { dayAt, type Instant } from '../time/zone.ts';

/** A remedy that came due because of many tickets together. */
export interface TriggeredRemedy extends Omit<RemedyOutcome, 'ended'> {
  /** As written: `3 breaches of resolve within 90 days per account`. */
  on: string;
  /** The first day of the window that fell short. */
  window?: string;
  group?: string;
  /** Whole percent that are missing. */
  percentShort?: number;
}

export interface Trigger {
  at: Instant;
  window?: string;
  group?: string;
  percentShort?: number;
  /** What happened, as a sentence. */
  why: string;
}

/** What is owed when a remedy comes due beyond any ticket: no ticket's field has a value there, facts and rates have. */
export function triggered(
  engine: Engine,
  remedy: LoadedRemedy,
  trigger: Trigger,
  run: number,
): TriggeredRemedy {
  const { at, window, group, percentShort = 0 } = trigger;
  const state = { ...beginTicket(engine, '', {}), now: at };
  const own = remedy.counts.find(({ when }) => !when);
  const prices = pricesOf(engine, remedy, at, percentShort);
  const claim = claimOf(
    state,
    remedy,
    { ...state.remedies![remedy.index]! },
    {
      run,
      at,
      breach: null,
      calendar: own?.calendar ?? engine.policy.counts ?? null,
      settled: at,
      barred: null,
      stopped: null,
      counted: [
        {
          from: at,
          days: 0,
          last: null,
          units: percentShort,
          prices,
        },
      ],
      once: null,
      payable: null,
    },
  );
  const {
    caps,
    ended: _,
    because = [],
    ...outcome
  } = outcomeOfClaim(engine, state, owedOf(engine, state, claim, at), at, true);
  const { on } = remedy.def;
  return {
    ...outcome,
    ...(caps && {
      caps: caps.map((cap) => ({ ...cap, ...(cap.group !== undefined && { group: group ?? '' }) })),
    }),
    on: on.text,
    ...(window !== undefined && { window }),
    ...(group !== undefined && { group }),
    ...(trigger.percentShort !== undefined && { percentShort }),
    because: [
      ...because.slice(0, 1),
      { why: 'counted', text: trigger.why },
      ...prices.map((price) => paidReason(remedy, price)),
      ...because.slice(1),
    ],
  };
}

/** `10 percent at 6000.00 AUD: 60000.00 AUD.` */
function paidReason({ def }: LoadedRemedy, price: Price & { units: number }): Reason {
  const { units, rows } = price;
  return {
    why: 'paid',
    text: `${units} percent at ${worth(price, 1)}: ${worth(price, units)}.`,
    source: def.pays[rows[0]!]!.source,
  };
}

/** What `each percent short` pays. */
function pricesOf(engine: Engine, { def, percentShort }: LoadedRemedy, at: Instant, percent: number) {
  const state = { ...beginTicket(engine, '', {}), now: at };
  engine.settling.day = dayAt(engine.zone, at);
  const prices = percentShort.flatMap(({ number, amount, when }): (Price & { units: number })[] => {
    const { units = { from: 1 } } = def.pays[number]!;
    const paid = Math.max(0, Math.min(units.until ?? percent, percent) - units.from + 1);
    if (paid === 0 || (when && !when(state))) return [];
    const value = amount(state);
    if (value?.kind !== 'number') return [{ rows: [number], missing: number, units: paid }];
    return [
      {
        rows: [number],
        money: fractionText(value.value),
        ...(value.currency !== undefined && { currency: value.currency }),
        units: paid,
      },
    ];
  });
  engine.settling.day = undefined;
  return prices;
}
