import type { TokenType } from 'chevrotain';
import type { Node } from './ast.ts';
import { lexical } from './messages.ts';
import { DateToken, Instant, MonthDay, Span, Time } from './tokens.ts';
import type { SyntaxProblem } from './tree.ts';

/** What is wrong with a date, a time or an instant that looks like one. */
export function numeralProblem(type: TokenType, start: number, image: string): SyntaxProblem | undefined {
  const place = { start, end: start + image.length };
  switch (type) {
    case DateToken:
      return dateProblem(place, image);
    case MonthDay:
      // Each year: the 29th of February is a day of some of them.
      return isDate(`2024-${image}`) ? undefined : lexical.noSuchDate(place, image);
    case Time:
      return timeProblem(place, [image], paddedTime(image));
    case Span:
      return timeProblem(place, image.split('-'), image.split('-').map(paddedTime).join('-'));
    case Instant:
      return instantProblem(place, image);
    default:
      return undefined;
  }
}

/** A date with two digits for the month and for the day. */
export function paddedDate(date: string): string {
  if (date.length === 10) return date;
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A time with two digits for the hour. */
export function paddedTime(time: string): string {
  return time.indexOf(':') === 1 ? `0${time}` : time;
}

function dateProblem(place: Node, date: string): SyntaxProblem | undefined {
  if (!isDate(date)) return lexical.noSuchDate(place, date);
  const padded = paddedDate(date);
  return padded === date ? undefined : lexical.dateDigits(place, padded);
}

function timeProblem(place: Node, times: readonly string[], padded: string): SyntaxProblem | undefined {
  const wrong = times.find((time) => !isTime(time));
  if (wrong !== undefined) return lexical.noSuchTime(place, wrong);
  return padded.length === place.end - place.start ? undefined : lexical.timeDigits(place, padded);
}

function instantProblem(place: Node, instant: string): SyntaxProblem | undefined {
  const [date = '', rest = ''] = instant.split('T');
  const time = /^[\d:.]+/.exec(rest)?.[0] ?? '';
  const offset = rest.slice(time.length);
  if (!isDate(date)) return lexical.noSuchDate(place, date);
  if (!isTime(time)) return lexical.noSuchTime(place, time);
  if (offset === '') return lexical.noOffset(place, instant, `${date} ${time}`);
  return offset === 'Z' || isTime(offset.slice(1)) ? undefined : lexical.noSuchOffset(place, offset);
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(date: string): boolean {
  const padded = paddedDate(date);
  const year = Number(padded.slice(0, 4));
  const month = Number(padded.slice(5, 7));
  const day = Number(padded.slice(8));
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  const days = daysOfMonth[month - 1];
  return days !== undefined && day >= 1 && day <= days + (leap ? 1 : 0);
}

/** `24:00` is the end of the day. */
function isTime(time: string): boolean {
  const padded = paddedTime(time);
  const hour = Number(padded.slice(0, 2));
  const minute = Number(padded.slice(3, 5));
  const second = Number(padded.slice(6));
  return minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
}
