import type { PauseCase } from './case.ts';
import { type Clock, countedAt, countsDay, countsDays, goingAt, type Span } from './walk.ts';

const minute = 60_000;

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
  const end = Math.min(span.until, (clock.lastDay + 2) * 86_400_000);
  let amount = 0;
  for (let at = Math.max(span.from, clock.start); at < end; ) {
    const next = Math.min((Math.floor(at / minute) + 1) * minute, end, ...edgesAfter(clock, at));
    if (goingAt(clock, at) !== 'stopped' && opens(clock, at)) {
      if (amount + (next - at) >= cap) return { amount: cap, until: at + (cap - amount) };
      amount += next - at;
    }
    at = next;
  }
  return { amount, until: span.until };
}

function edgesAfter(clock: Clock, at: number): number[] {
  return clock.stopped.flatMap(({ from, until }) => [from, until]).filter((edge) => edge > at);
}

function opens(clock: Clock, at: number): boolean {
  if (clock.measure === 'elapsed') return true;
  const { hours } = clock;
  return hours !== undefined && hours.open[Math.floor((at - hours.origin) / minute)] === 1;
}
