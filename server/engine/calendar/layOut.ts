import type { CalendarDef } from '../policy.ts';
import { dayLength, type LocalDay } from '../time/localDate.ts';
import { type Instant, instantOfLocal, startOfDay, type Zone } from '../time/zone.ts';
import type { Calendar } from './calendar.ts';
import { endOfSpan, hoursOf } from './hours.ts';

interface OpenSpan {
  open: Instant;
  close: Instant;
}

/**
 * Lays a calendar out from `firstDay` to `lastDay`, both inclusive. Hours belong to the day they begin on and run on
 * across midnight, also into a holiday; part closings cut whatever is open at that time.
 */
export function layOut(def: CalendarDef, zone: Zone, firstDay: LocalDay, lastDay: LocalDay): Calendar {
  const hours = hoursOf(def, zone);
  const dayCount = lastDay - firstDay + 1;
  const businessDays: number[] = [];
  const businessCounts = new Int32Array(dayCount);
  const firstOpenings: number[] = [];
  const lastClosings: number[] = [];
  const spans: OpenSpan[] = [];
  let cuts: OpenSpan[] = [];
  let ahead = hours.of(firstDay);
  for (let day = firstDay; day <= lastDay; day++) {
    const today = ahead;
    ahead = hours.of(day + 1);
    cuts = cuts.filter((cut) => cut.close > startOfDay(zone, day));
    cuts.push(...today.closedParts.map((part) => instantsOf(zone, day, part)));
    const nextCuts = ahead.closedParts.map((part) => instantsOf(zone, day + 1, part));
    const open = today.spans
      .map((span) => instantsOf(zone, day, span))
      .flatMap((span) => without(span, [...cuts, ...nextCuts]))
      .filter((span) => span.close > span.open);
    if (open.length > 0) {
      businessDays.push(day);
      firstOpenings.push(Math.min(...open.map((span) => span.open)));
      lastClosings.push(Math.max(...open.map((span) => span.close)));
      spans.push(...open);
    }
    businessCounts[day - firstDay] = businessDays.length;
  }
  return {
    id: def.id,
    zone,
    hours,
    firstDay,
    lastDay,
    businessDays: Int32Array.from(businessDays),
    businessCounts,
    firstOpenings: Float64Array.from(firstOpenings),
    lastClosings: Float64Array.from(lastClosings),
    ...totalled(united(spans)),
    ...(def.cutOff && { cutOff: { at: def.cutOff.at, countsFrom: def.cutOff.countsFrom } }),
  };
}

function instantsOf(zone: Zone, day: LocalDay, span: readonly [number, number]): OpenSpan {
  const local = day * dayLength;
  return {
    open: instantOfLocal(zone, local + span[0]),
    close: instantOfLocal(zone, local + endOfSpan([span[0], span[1]])),
  };
}

function without(span: OpenSpan, cuts: readonly OpenSpan[]): OpenSpan[] {
  let left = [span];
  for (const cut of cuts) {
    left = left.flatMap((part) => {
      if (cut.close <= part.open || cut.open >= part.close) return [part];
      const pieces: OpenSpan[] = [];
      if (cut.open > part.open) pieces.push({ open: part.open, close: cut.open });
      if (cut.close < part.close) pieces.push({ open: cut.close, close: part.close });
      return pieces;
    });
  }
  return left;
}

function united(spans: OpenSpan[]): OpenSpan[] {
  spans.sort((a, b) => a.open - b.open || a.close - b.close);
  const union: OpenSpan[] = [];
  for (const span of spans) {
    const last = union[union.length - 1];
    if (last && span.open <= last.close) last.close = Math.max(last.close, span.close);
    else union.push({ ...span });
  }
  return union;
}

function totalled(spans: readonly OpenSpan[]): Pick<Calendar, 'opens' | 'closes' | 'totals'> {
  const opens = new Float64Array(spans.length);
  const closes = new Float64Array(spans.length);
  const totals = new Float64Array(spans.length + 1);
  spans.forEach((span, i) => {
    opens[i] = span.open;
    closes[i] = span.close;
    totals[i + 1] = totals[i]! + span.close - span.open;
  });
  return { opens, closes, totals };
}
