import type { DisputeOutcome, Outcome } from '../engine/outcome.ts';
import { instantWords, plural, spanWords } from '../engine/simulation/words.ts';
import type { Instant, Zone } from '../engine/time/zone.ts';

/** Where a ticket's disputes stand, what its rights are, and what was allowed: a sentence each. */
export function standingSentences(
  { disputes = [], rights = [], permits = [] }: Outcome,
  zone: Zone,
  instantOf: (text: string) => Instant,
): string[] {
  const words = (text: string) => instantWords(zone, instantOf(text));
  return [
    ...latestSteps(disputes).map((step) => stepSentence(step, words)),
    ...rights.map(({ id, opened, closes, closed }) => {
      const over = closed === undefined ? '' : `, closed ${words(closed)}`;
      const until = closes === undefined ? 'for good' : `until ${words(closes)}`;
      return `${id}: open from ${words(opened)} ${closed === undefined || closes === closed ? until : ''}`
        .trimEnd()
        .concat(closes === closed ? '' : over);
    }),
    ...permits.map(({ id, at, allowed, from }) => {
      const later = from === undefined ? '' : `, but would be from ${words(from)} on`;
      return `${id}: ${allowed ? 'allowed' : 'not allowed'} ${words(at)}${later}`;
    }),
  ];
}

/** The last step of each dispute. */
function latestSteps(disputes: readonly DisputeOutcome[]): DisputeOutcome[] {
  return disputes.filter((step, i) => {
    const next = disputes[i + 1];
    return next === undefined || next.id !== step.id || next.run !== step.run;
  });
}

function stepSentence(
  { id, run, step, entered, due, remaining, overdueAt, left, ended }: DisputeOutcome,
  words: (text: string) => string,
): string {
  const name = run === 1 ? id : `${id} (${run})`;
  if (ended !== undefined && left !== undefined) return `${name}: ended as ${ended} ${words(left)}`;
  const at = `${name}: at ${step} since ${words(entered)}`;
  if (overdueAt !== undefined) return `${at}, overdue since ${words(overdueAt)}`;
  if (remaining)
    return `${at}, ${'days' in remaining ? plural(remaining.days, 'day') : spanWords(remaining.ms)} left when it goes on`;
  return due ? `${at}, due ${words(due)}` : at;
}
