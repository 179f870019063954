import type { By } from './case.ts';
import type { Hours } from './hoursOf.ts';
import { dayAt, dayExists, endOfDay, instantOf, startOfDay } from './localTime.ts';

const minute = 60_000;

export interface Span {
  from: number;
  /** Not included; infinite while it lasts. */
  until: number;
}

/** A clock to walk along: what it counts, from when, and when it does not. */
export interface Clock {
  measure: 'elapsed' | 'open' | 'days' | 'business-days';
  zone: string;
  hours?: Hours;
  /** When open time begins to be counted. */
  start: number;
  /** Day 0. */
  day: number;
  by?: By;
  paused: Span[];
  /** Between a stop and the reopening that superseded it. */
  stopped: Span[];
  lastDay: number;
}

export type Going = 'running' | 'paused' | 'stopped';

/** Whether the clock goes at an instant, all events of that instant being done. */
export function goingAt(clock: Clock, at: number): Going {
  const within = ({ from, until }: Span) => from <= at && at < until;
  if (clock.stopped.some(within)) return 'stopped';
  return clock.paused.some(within) ? 'paused' : 'running';
}

/** How much of the clock's measure lay in a state of the clock until an instant: milliseconds, or days. */
export function countedUntil(clock: Clock, until: number, going: Going = 'running'): number {
  if (countsDays(clock)) {
    let days = 0;
    for (let day = clock.day + 1; day <= clock.lastDay; day++) {
      if (!countsDay(clock, day)) continue;
      const at = countedAt(clock, day);
      if (at > until) break;
      if (goingAt(clock, at) === going) days++;
    }
    return days;
  }
  let sum = 0;
  for (const stretch of stretches(clock, until)) {
    if (stretch.going !== going) continue;
    for (let at = stretch.from; at < stretch.until; at = nextMinute(at, stretch.until)) {
      if (countsMinute(clock, at)) sum += nextMinute(at, stretch.until) - at;
    }
  }
  return sum;
}

/** The first instant at which the clock has counted an amount, or never. */
export function reaches(clock: Clock, amount: number): number {
  if (countsDays(clock)) return dayReaching(clock, amount)?.at ?? Number.POSITIVE_INFINITY;
  if (amount === 0) return clock.start;
  let counted = 0;
  for (const stretch of stretches(clock, endOfDay(clock.zone, clock.lastDay))) {
    if (stretch.going !== 'running') continue;
    for (let at = stretch.from; at < stretch.until; at = nextMinute(at, stretch.until)) {
      if (!countsMinute(clock, at)) continue;
      const length = nextMinute(at, stretch.until) - at;
      if (counted + length >= amount) return at + (amount - counted);
      counted += length;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** The day at whose end so many days have been counted; of none, day 0. */
export function dayReaching(clock: Clock, amount: number): { day: number; at: number } | undefined {
  if (amount === 0) return { day: clock.day, at: countedAt(clock, clock.day) };
  let counted = 0;
  for (let day = clock.day + 1; day <= clock.lastDay; day++) {
    if (!countsDay(clock, day)) continue;
    const at = countedAt(clock, day);
    if (goingAt(clock, at) === 'running') counted++;
    if (counted >= amount) return { day, at };
  }
  return undefined;
}

/** The first business day from a day on, for a deadline that rolls. */
export function rolled(clock: Clock, from: number): { day: number; at: number } | undefined {
  for (let day = from; day <= clock.lastDay; day++) {
    if (opensOn(clock, day)) return { day, at: countedAt(clock, day) };
  }
  return undefined;
}

/** The instant from which so much lies before another one, walking back; never before `least`. */
export function before(clock: Clock, at: number, amount: number, least: number): number {
  let counted = 0;
  for (let end = at; end > least; ) {
    const begin = Math.max(least, Math.ceil(end / minute) * minute - minute);
    if (countsMinute(clock, begin)) {
      if (counted + (end - begin) >= amount) return end - (amount - counted);
      counted += end - begin;
    }
    end = begin;
  }
  return least;
}

/** The instant at which a day is counted: its end, or its `by` time. */
export function countedAt(clock: Clock, day: number): number {
  if (typeof clock.by === 'number') return instantOf(clock.zone, day, clock.by);
  const hours = clock.by === 'close' ? (clock.hours?.of(day) ?? []) : [];
  if (hours.length > 0) return Math.max(...hours.map(([, to]) => to));
  return endOfDay(clock.zone, day);
}

/** When a day begins, walking back: a business day with its first opening. */
export function beginningOf(clock: Clock, day: number): number {
  const hours = clock.measure === 'business-days' ? (clock.hours?.of(day) ?? []) : [];
  return hours.length > 0 ? Math.min(...hours.map(([from]) => from)) : startOfDay(clock.zone, day);
}

export function opensOn(clock: Pick<Clock, 'hours'>, day: number): boolean {
  return (clock.hours?.of(day).length ?? 0) > 0;
}

export function countsDay(clock: Clock, day: number): boolean {
  return clock.measure === 'business-days' ? opensOn(clock, day) : dayExists(clock.zone, day);
}

export function countsDays(clock: Clock): boolean {
  return clock.measure === 'days' || clock.measure === 'business-days';
}

/** The time from a clock's start on, cut where the clock pauses, stops or goes on. */
export function stretches(clock: Clock, until: number): { from: number; until: number; going: Going }[] {
  const edges = [...clock.paused, ...clock.stopped]
    .flatMap((span) => [span.from, span.until])
    .filter((edge) => clock.start < edge && edge < until)
    .sort((a, b) => a - b);
  const all = [clock.start, ...edges, until];
  return all.slice(0, -1).map((from, i) => ({ from, until: all[i + 1]!, going: goingAt(clock, from) }));
}

export function nextMinute(at: number, until: number): number {
  return Math.min((Math.floor(at / minute) + 1) * minute, until);
}

export function countsMinute(clock: Clock, at: number): boolean {
  if (clock.measure === 'elapsed') return true;
  const { hours } = clock;
  return hours !== undefined && hours.open[Math.floor((at - hours.origin) / minute)] === 1;
}

/** The local day of an instant on this clock. */
export function dayOfClock(clock: Clock, at: number): number {
  return dayAt(clock.zone, at);
}
