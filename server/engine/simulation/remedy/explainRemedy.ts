import type { Reason } from '../../outcome.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import { compareFractions, type Fraction } from '../../value/fraction.ts';
import { amountWords, rounded, roundedText } from '../../value/money.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import { instantWords, plural } from '../words.ts';
import { endOfClaim } from './claim.ts';
import { sequenceReasons } from './explainUnits.ts';
import { isAutomatic } from './isAutomatic.ts';
import { obligationReasons } from './obligations.ts';
import type { Owed } from './owed.ts';
import { paidByOf } from './payableBy.ts';
import { worth } from './worth.ts';

/** Why so much is owed, day by day and step by step, in words that the customer may read. */
export function explainRemedy(engine: Engine, state: State, owed: Owed, asOf: Instant): Reason[] {
  return [
    ...beginning(engine, owed),
    ...onceReasons(owed),
    ...sequenceReasons(engine, state, owed.claim, asOf),
    ...ending(engine, owed, asOf),
    ...stepReasons(owed),
    ...result(owed),
    ...payable(engine, state, owed, asOf),
    ...obligationReasons(engine, state, owed, asOf),
  ];
}

function beginning(engine: Engine, owed: Owed): Reason[] {
  const { claim } = owed;
  const { remedy, run, breached, counting } = claim;
  const { def } = remedy;
  const at = atWords(counting.zone, run.at);
  const benchmark = run.breach && engine.benchmarks[run.breach.benchmark]!.def.id;
  const text =
    def.on.kind === 'repetition'
      ? `${def.on.text}, the last of them ${at}.`
      : benchmark !== null && breached
        ? `${benchmark} was breached ${at}.`
        : `${def.on.text}, ${at}.`;
  const reasons: Reason[] = [
    {
      why: 'triggered',
      text,
      at: formatInstant(engine.zone, run.at),
      source: def.source,
      ...(def.cites !== undefined && { cites: def.cites }),
    },
  ];
  return [...reasons, ...countingReasons(engine, owed)];
}

/** Named where it matters: for business days and hours, and where the days are not those of the policy's zone. */
function countingReasons(engine: Engine, { claim: { remedy, counting } }: Owed): Reason[] {
  const measures = remedy.sequences.flatMap(({ accrual, pays }) =>
    pays.length === 0 ? [] : [accrual.kind === 'days' ? 'days' : accrual.every.measure],
  );
  const { calendar, zone } = counting;
  if (calendar && measures.some((measure) => measure === 'open' || measure === 'business-days'))
    return [{ why: 'calendar', text: `Counts ${calendar.id}, in ${zone.name}.` }];
  if (zone.name === engine.zone.name || measures.every((measure) => measure === 'elapsed')) return [];
  return [{ why: 'calendar', text: `The days are those of ${zone.name}.` }];
}

/** `at the end of Thu 14 Jan 2027`, `on Mon 2 Mar 2026 20:00` */
function atWords(zone: Zone, at: Instant): string {
  const words = instantWords(zone, at);
  return words.startsWith('the end') ? `at ${words}` : `on ${words}`;
}

function onceReasons({ claim, once }: Owed): Reason[] {
  const { remedy, run } = claim;
  if (run.barred !== null && remedy.once.length > 0) {
    const clause = remedy.def.unless[run.barred]!;
    return [{ why: 'skipped', text: `Nothing is owed: “unless ${clause.text}”.`, source: clause.source }];
  }
  if (!once || (once.money === undefined && once.days === undefined)) return [];
  const [row] = once.rows;
  return [
    {
      why: 'paid',
      text: `Paid once: ${worth(once, 1)}.`,
      ...(row !== undefined && { source: remedy.def.pays[row]!.source }),
    },
  ];
}

function ending({ zone }: Engine, { claim }: Owed, asOf: Instant): Reason[] {
  const { remedy, run, counting } = claim;
  const end = endOfClaim(claim);
  if (run.stopped && run.stopped.at === end && end <= asOf) {
    const clause = remedy.def.stops[run.stopped.clause]!;
    return [
      {
        why: 'stopped',
        text: `It ended ${atWords(counting.zone, end)}: ${clause.text}.`,
        at: formatInstant(zone, end),
        source: clause.source,
      },
    ];
  }
  return [];
}

const stepWhys = { deducts: 'deducted', 'never below': 'raised', capped: 'capped' } as const;

function stepReasons(owed: Owed): Reason[] {
  const { claim, steps, currency } = owed;
  return steps.map(({ clause, amount, before, after }) => {
    const def = claim.remedy.def.adjusts[clause]!;
    const changed = compareFractions(before, after) !== 0;
    const words = amountWords(amount, currency);
    const [from, to] = [amountWords(before, currency), amountWords(after, currency)];
    return {
      why: stepWhys[def.kind],
      text: stepText(def.kind, changed, words, from, to),
      source: def.source,
    };
  });
}

function stepText(
  kind: keyof typeof stepWhys,
  changed: boolean,
  amount: string,
  before: string,
  after: string,
): string {
  switch (kind) {
    case 'deducts':
      return `Less ${amount}: ${before} becomes ${after}.`;
    case 'never below':
      return changed
        ? `Never below ${amount}, so ${before} becomes ${after}.`
        : `No less than ${amount} already.`;
    case 'capped':
      return changed ? `Capped at ${amount}, so ${before} becomes ${after}.` : `Below the cap of ${amount}.`;
  }
}

function result(owed: Owed): Reason[] {
  const { claim, currency, sum, missing, instead, inMoney, validity } = owed;
  const { def } = claim.remedy;
  if (missing !== undefined)
    return [
      {
        why: 'owed',
        text: `What it comes to cannot be said: “${missing}” is not known.`,
        source: def.source,
      },
    ];
  if (instead !== undefined)
    return [
      {
        why: 'not-together',
        text: `Not owed together with ${instead}, which is no less: ${instead} is paid in its place.`,
        source: def.notWith[0]?.source ?? def.source,
      },
    ];
  const parts = [
    ...(inMoney ? [roundedWords(sum, currency)] : []),
    ...(validity === undefined ? [] : [`${plural(validity, 'day')} of validity`]),
  ];
  return parts.length === 0
    ? []
    : [{ why: 'owed', text: `Owed: ${parts.join(' and ')}.`, source: def.source }];
}

function roundedWords(sum: Fraction, currency: string | undefined): string {
  const text = `${roundedText(sum, currency)}${currency === undefined ? '' : ` ${currency}`}`;
  const exact = compareFractions(rounded(sum, currency), sum) === 0;
  return exact ? text : `${text}, rounded from ${amountWords(sum, currency)}`;
}

function payable(engine: Engine, state: State, owed: Owed, asOf: Instant): Reason[] {
  const { claim } = owed;
  const { remedy, counting } = claim;
  const { automatic } = remedy.def;
  const asked: Reason[] = automatic
    ? [
        {
          why: 'payable',
          text: isAutomatic(engine, state, owed, asOf)
            ? `Paid without being asked for: ${automatic.text}.`
            : `Paid to those who ask for it: by itself only ${automatic.text}.`,
          source: automatic.source,
        },
      ]
    : [];
  const at = paidByOf(engine, state, claim, asOf);
  if (at === undefined || !Number.isFinite(at)) return asked;
  const due: Reason = {
    why: 'payable',
    text: `To be paid by ${instantWords(counting.zone, at)}: ${remedy.def.paid.map(({ text }) => text).join(', ')}.`,
    at: formatInstant(engine.zone, at),
    source: remedy.def.paid[0]!.source,
  };
  return [...asked, due];
}
