import type { ObligationOutcome, Outcome, RemedyOutcome } from '../engine/outcome.ts';
import { instantWords, plural } from '../engine/simulation/words.ts';
import type { Instant, Zone } from '../engine/time/zone.ts';

/** What a ticket is owed, a sentence a claim, and what else its claims demand. */
export function owedSentences(
  { remedies = [] }: Outcome,
  zone: Zone,
  instantOf: (text: string) => Instant,
): string[] {
  const by = (due: string | null | undefined) =>
    due === undefined || due === null ? '' : ` by ${instantWords(zone, instantOf(due))}`;
  const things = (word: string, list: readonly ObligationOutcome[] = []) =>
    list.map(({ what, due }) => `${word} ${what}${by(due)}`);
  return remedies.flatMap((remedy) => [
    `${claimLabel(remedy)}: ${owedWords(remedy)}${partyWords(remedy)}${by(remedy.paidBy)}`,
    ...things('owes', remedy.owes).map((text) => `  ${text}`),
    ...things('requires', remedy.requires).map((text) => `  ${text}`),
    ...(remedy.reports ?? []).map(({ to, due }) => `  reported to ${to}${by(due)}`),
    ...(remedy.exposes ?? []).map(
      ({ upTo, currency = '', citation }) =>
        `  exposes up to ${`${upTo} ${currency}`.trim()}${citation === undefined ? '' : `, ${citation}`}`,
    ),
    ...(remedy.suspends ?? []).map(
      ({ what, citation }) => `  suspends ${what}${citation === undefined ? '' : `, ${citation}`}`,
    ),
  ]);
}

/** The remedy, with its number where there is more than one claim to it. */
export function claimLabel({ id, run }: RemedyOutcome): string {
  return run > 1 ? `${id} #${run}` : id;
}

/** `370.30 AUD`, `6 days of validity`; `so far` while it may grow. */
export function owedWords(remedy: RemedyOutcome): string {
  const { amount, currency, validity, instead, automatic, ended } = remedy;
  if (instead !== undefined) return `nothing, because ${instead} is paid in its place`;
  const parts = [
    ...(amount === undefined ? [] : [`${amount}${currency === undefined ? '' : ` ${currency}`}`]),
    ...(validity ? [`${plural(validity.days, 'day')} of validity`] : []),
  ];
  if (parts.length === 0) return 'triggered';
  const grows = ended === undefined ? ' so far' : '';
  const asked = automatic === false ? ', on request' : '';
  return `${parts.join(' and ')}${grows}${asked}`;
}

function partyWords({ owedBy }: RemedyOutcome): string {
  return owedBy === undefined ? '' : `, owed by ${owedBy}`;
}
