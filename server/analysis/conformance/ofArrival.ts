import { isBusinessDay } from '../../engine/calendar/calendar.ts';
import type { BenchmarkDef, Condition } from '../../engine/policy.ts';
import { dayLength, parseDate } from '../../engine/time/localDate.ts';
import { dayAt, type Instant, localOfInstant, startOfDay, type Zone } from '../../engine/time/zone.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Side } from './compareDeadlines.ts';

/** The questions in a benchmark's rows that are settled by when its clock starts, and when their answers change. */
export interface OfArrival {
  /** The answers at an arrival; undefined for what does not depend on it. */
  answersAt(arrival: Instant): (question: Condition) => boolean | undefined;
  /** Equal for arrivals with the same answers. */
  signatureAt(arrival: Instant): string;
  readonly times: readonly { readonly zone: Zone; readonly time: number }[];
  readonly instants: readonly Instant[];
}

export function ofArrival(sides: readonly Side[], starts: readonly string[]): OfArrival {
  const { clockwork } = sides[0]!;
  const questions = new Map(
    sides
      .flatMap(({ def }) => conditionsOf(def))
      .flatMap(questionsIn)
      .filter((question) => dependsOnArrival(question, starts) && meansOne(question, sides))
      .map((question) => [JSON.stringify(question), question]),
  );
  const answers = (arrival: Instant) =>
    new Map([...questions].map(([key, question]) => [key, holdsAt(question, arrival, clockwork)]));
  return {
    answersAt: (arrival) => {
      const found = answers(arrival);
      return (question) => found.get(JSON.stringify(question));
    },
    signatureAt: (arrival) => [...answers(arrival).values()].join(),
    ...changesOf([...questions.values()], clockwork),
  };
}

function conditionsOf({ applies, rows, counts }: BenchmarkDef): Condition[] {
  return [applies, ...rows.map(({ when }) => when), ...counts.map(({ when }) => when)].filter(
    (each) => each !== undefined,
  );
}

function questionsIn(condition: Condition): Condition[] {
  if (condition.kind === 'not') return questionsIn(condition.of);
  if (condition.kind === 'and' || condition.kind === 'or') return condition.of.flatMap(questionsIn);
  return [condition];
}

function dependsOnArrival(question: Condition, starts: readonly string[]): boolean {
  if (question.kind !== 'order' && question.kind !== 'time of day' && question.kind !== 'closed day')
    return false;
  const { left } = question;
  if ((left.kind !== 'event' && left.kind !== 'first') || !starts.includes(left.event)) return false;
  return question.kind !== 'order' || question.right.kind === 'date' || question.right.kind === 'instant';
}

/** Two policies may mean different calendars by one name; then the answer is not one. */
function meansOne(question: Condition, sides: readonly Side[]): boolean {
  if (question.kind !== 'closed day') return true;
  return new Set(sides.map(({ clockwork }) => clockwork.identityOf(question.calendar))).size === 1;
}

function holdsAt(
  question: Condition,
  arrival: Instant,
  { engine, zoneNamed, countingOf }: Clockwork,
): boolean {
  switch (question.kind) {
    case 'order': {
      const at = instantOf(question, engine.zone);
      return question.operator === 'before' ? arrival < at : arrival > at;
    }
    case 'time of day': {
      const local = localOfInstant(zoneNamed(question.zone), arrival);
      const time = local - Math.floor(local / dayLength) * dayLength;
      return question.operator === 'before' ? time < question.time : time > question.time;
    }
    case 'closed day': {
      const { zone, calendar } = countingOf(question.calendar);
      return calendar !== undefined && !isBusinessDay(calendar, dayAt(zone, arrival));
    }
    default:
      return false;
  }
}

function instantOf({ right }: Extract<Condition, { kind: 'order' }>, zone: Zone): Instant {
  if (right.kind === 'instant') return right.at;
  return right.kind === 'date' ? startOfDay(zone, parseDate(right.date) ?? 0) : 0;
}

function changesOf(
  questions: readonly Condition[],
  { engine, zoneNamed, countingOf }: Clockwork,
): Pick<OfArrival, 'times' | 'instants'> {
  const times: { zone: Zone; time: number }[] = [];
  const instants: Instant[] = [];
  for (const question of questions) {
    if (question.kind === 'order')
      instants.push(instantOf(question, engine.zone) - 1, instantOf(question, engine.zone));
    if (question.kind === 'time of day') {
      const zone = zoneNamed(question.zone);
      times.push({ zone, time: question.time - 1 }, { zone, time: question.time }, { zone, time: -1 });
    }
    if (question.kind === 'closed day') times.push({ zone: countingOf(question.calendar).zone, time: -1 });
  }
  return { times, instants };
}
