import { after } from '../../clock/offset.ts';
import type { ObligationOutcome, Reason, RemedyOutcome } from '../../outcome.ts';
import type { Duration } from '../../policy.ts';
import { formatInstant } from '../../time/iso.ts';
import type { Instant } from '../../time/zone.ts';
import { notBelowZero } from '../../value/fraction.ts';
import { roundedText } from '../../value/money.ts';
import type { Comparable } from '../amounts.ts';
import type { Engine } from '../engine.ts';
import type { State } from '../state.ts';
import { instantWords } from '../words.ts';
import type { Owed } from './owed.ts';
import { settling } from './priceUnits.ts';

type Obligations = Pick<RemedyOutcome, 'owes' | 'requires' | 'reports' | 'exposes' | 'suspends'>;

/** What a claim demands beside money; their days begin with the trigger. */
export function obligationsOf(engine: Engine, state: State, { claim }: Owed, asOf: Instant): Obligations {
  const { remedy, run, counting } = claim;
  const { def } = remedy;
  const due = (within: Duration | undefined) => {
    const at = within && after(counting, run.at, within);
    return at !== undefined && { due: Number.isFinite(at) ? formatInstant(engine.zone, at) : null };
  };
  return settling(engine, state, claim, { now: asOf, daysLate: 0, until: asOf }, () => {
    const owes = def.owes
      .filter((_, i) => remedy.owes[i]?.(state) ?? true)
      .map(({ what, within }): ObligationOutcome => ({ what, ...due(within) }));
    const requires = def.requires.flatMap(({ what, within }) =>
      what.map((each): ObligationOutcome => ({ what: each, ...due(within) })),
    );
    const exposes = def.exposes.flatMap(
      ({ citation }, i) => exposure(remedy.exposes[i]!(state), citation) ?? [],
    );
    return {
      ...(owes.length > 0 && { owes }),
      ...(requires.length > 0 && { requires }),
      ...(def.reports.length > 0 && {
        reports: def.reports.map(({ to, within }) => ({ to, ...due(within) })),
      }),
      ...(exposes.length > 0 && { exposes }),
      ...(def.suspends.length > 0 && {
        suspends: def.suspends.map(({ what, citation }) => ({
          what,
          ...(citation !== undefined && { citation }),
        })),
      }),
    };
  });
}

function exposure(value: Comparable | undefined, citation: string | undefined) {
  if (value?.kind !== 'number') return undefined;
  return {
    upTo: roundedText(notBelowZero(value.value), value.currency),
    ...(value.currency !== undefined && { currency: value.currency }),
    ...(citation !== undefined && { citation }),
  };
}

/** The same in words. */
export function obligationReasons(engine: Engine, state: State, owed: Owed, asOf: Instant): Reason[] {
  const { remedy, run, counting } = owed.claim;
  const { def } = remedy;
  const by = (within: Duration | undefined) => {
    const at = within && after(counting, run.at, within);
    return at === undefined || !Number.isFinite(at) ? '' : ` by ${instantWords(counting.zone, at)}`;
  };
  const say = (text: string, source: number): Reason => ({ why: 'payable', text, source });
  const { exposes = [] } = obligationsOf(engine, state, owed, asOf);
  const owes = settling(engine, state, owed.claim, { now: asOf, daysLate: 0, until: asOf }, () =>
    def.owes.filter((_, i) => remedy.owes[i]?.(state) ?? true),
  );
  return [
    ...owes.map(({ what, within, source }) => say(`Owed as well: ${what}${by(within)}.`, source)),
    ...def.requires.map(({ what, within, source }) =>
      say(`Required: ${what.join(', ')}${by(within)}.`, source),
    ),
    ...def.reports.map(({ to, within, source }) => say(`To be reported to ${to}${by(within)}.`, source)),
    ...exposes.map(({ upTo, currency, citation }, i) =>
      say(
        `A penalty of up to ${upTo}${currency === undefined ? '' : ` ${currency}`} may follow${citation === undefined ? '' : `: ${citation}`}.`,
        def.exposes[i]!.source,
      ),
    ),
    ...def.suspends.map(({ what, citation, source }) =>
      say(`Suspended: ${what}${citation === undefined ? '' : `, ${citation}`}.`, source),
    ),
  ];
}
