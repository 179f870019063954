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

/** What is left of a state's spans when a pause may last only so long, in the clock's measure. */
export function effectivePauses(pause: PauseCase, spans: Span[], clock: Clock): Span[] {
  const { cap } = pause;
  if (!cap) return spans;
  let left = cap.amount;
  const kept: Span[] = [];
  for (const span of spans) {
    if (cap.per === 'each') left = cap.amount;
    const used = use(clock, span, left);
    left -= used.amount;
    if (used.until > span.from) kept.push({ from: span.from, until: used.until });
  }
  return kept;
}

/** Walks along a pause until its cap is used up. */
function use(clock: Clock, span: Span, cap: number): { amount: number; until: number } {
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
