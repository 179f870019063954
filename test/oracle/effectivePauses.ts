import type { PauseCase } from './case.ts';
import { endOfDay } from './localTime.ts';
import {
  type Clock,
  countedAt,
  countsDay,
  countsDays,
  countsMinute,
  goingAt,
  nextMinute,
  type Span,
  stretches,
} from './walk.ts';

/** What a clause paused until a row was chosen anew. */
export interface PausedBefore {
  at: number;
  spans: Span[];
  /** Whether its cap had been reached: for the span that lasts, or for good. */
  capped: boolean;
}

/** What a clause has paused before an instant, given when its state held and what it paused as things stood. */
export function pausedBefore({ cap }: PauseCase, states: Span[], paused: Span[], at: number): PausedBefore {
  const spans = paused
    .filter(({ from }) => from < at)
    .map(({ from, until }) => ({ from, until: Math.min(until, at) }));
  const capped = states
    .filter(({ from, until }) => from < at && (cap?.per === 'all' || until > at))
    .some((state) => !spans.some(({ until }) => until === Math.min(state.until, at)));
  return { at, spans, capped };
}

/**
 * What is left of a state's spans when a pause may last only so long, in the clock's measure. What was paused before
 * the row was chosen stays paused, and is measured anew.
 */
export function effectivePauses(pause: PauseCase, states: Span[], clock: Clock, past?: PausedBefore): Span[] {
  const { cap } = pause;
  if (!cap) return states;
  const kept = past ? [...past.spans] : [];
  const since = past?.at ?? Number.NEGATIVE_INFINITY;
  const usedBefore = (from: number) =>
    kept.filter((span) => span.from >= from).reduce((sum, span) => sum + use(clock, span).amount, 0);
  for (const state of states) {
    if (state.until <= since) continue;
    const goesOn = state.from < since;
    if (past?.capped && (goesOn || cap.per === 'all')) continue;
    const span = { from: Math.max(state.from, since), until: state.until };
    const left = cap.amount - usedBefore(cap.per === 'all' ? Number.NEGATIVE_INFINITY : state.from);
    const { until } = use(clock, span, left);
    if (until > span.from) kept.push({ from: span.from, until });
  }
  return kept;
}

/** Walks along a pause until its cap is used up. */
function use(clock: Clock, span: Span, cap = Number.POSITIVE_INFINITY): { amount: number; until: number } {
  return countsDays(clock) ? useDays(clock, span, cap) : useTime(clock, span, cap);
}

/** The pause that swallows its last day lasts until just after that day is counted. */
function useDays(clock: Clock, span: Span, cap: number): { amount: number; until: number } {
  if (cap <= 0) return { amount: 0, until: span.from };
  let amount = 0;
  for (let day = clock.day + 1; day <= clock.lastDay; day++) {
    const at = countedAt(clock, day);
    if (!countsDay(clock, day) || at < span.from || goingAt(clock, at) === 'stopped') continue;
    if (at >= span.until) break;
    amount++;
    if (amount >= cap) return { amount, until: at + 1 };
  }
  return { amount, until: span.until };
}

function useTime(clock: Clock, span: Span, cap: number): { amount: number; until: number } {
  if (cap <= 0) return { amount: 0, until: span.from };
  let amount = 0;
  for (const stretch of stretches(clock, Math.min(span.until, endOfDay(clock.zone, clock.lastDay)))) {
    if (stretch.going === 'stopped') continue;
    for (let at = Math.max(stretch.from, span.from); at < stretch.until; at = nextMinute(at, stretch.until)) {
      if (!countsMinute(clock, at)) continue;
      const length = nextMinute(at, stretch.until) - at;
      if (amount + length >= cap) return { amount: cap, until: at + (cap - amount) };
      amount += length;
    }
  }
  return { amount, until: span.until };
}
