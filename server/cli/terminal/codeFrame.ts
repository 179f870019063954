import type { Colour, Style } from './style.ts';
import { visible } from './visible.ts';
import { cutTo, padFrom, widthOf } from './width.ts';

/** A range of a text to be shown where it stands. Offsets are UTF-16 units, end exclusive; `line` counts from 1. */
export interface Framed {
  text: string;
  start: number;
  end: number;
  line: number;
}

export interface FrameOptions {
  style: Style;
  colour: Colour;
  /** Also the line before, where it is not blank. */
  before?: boolean;
}

const tabWidth = 4;
const margin = '  ';

/**
 * The line of a text in which a range begins, with the range underlined. Tabs, wide characters and characters outside
 * of the basic plane take the columns that a terminal gives them; a line too long for the terminal is cut around the
 * range.
 */
export function codeFrame(framed: Framed, { style, colour, before = false }: FrameOptions): string[] {
  const { text, start, end, line } = framed;
  const [from, to] = lineAround(text, start);
  const endLine = line + newlinesIn(text.slice(start, Math.min(end, text.length)));
  const digits = String(Math.max(line, endLine)).length;
  const gutter = (label: string): string => `${margin}${style.paint(`${padFrom(label, digits)} │`, 'dim')}`;
  const room = Math.max(20, style.width - margin.length - digits - 3);
  const parts = cutAround(
    expand(text.slice(from, start), 0),
    (column) => expand(text.slice(start, Math.min(end, to)), column),
    (column) => expand(text.slice(Math.max(start, Math.min(end, to)), to), column),
    room,
  );
  const underline = '^'.repeat(Math.max(1, widthOf(parts.marked)));
  const lines = [
    `${gutter(String(line))} ${parts.prefix}${style.paint(parts.marked, colour)}${parts.suffix}`.trimEnd(),
    `${gutter('')} ${' '.repeat(widthOf(parts.prefix))}${style.paint(underline, colour, 'bold')}`,
  ];
  const previous = before ? lineBefore(text, from) : '';
  if (previous.trim() !== '') {
    const shown = cutTo(expand(previous, 0), room);
    lines.unshift(`${gutter(String(line - 1))} ${style.paint(shown, 'dim')}`.trimEnd());
  }
  if (endLine > line) lines.push(`${gutter('')} ${style.paint(`up to line ${endLine}`, 'dim')}`);
  return lines;
}

interface Parts {
  prefix: string;
  marked: string;
  suffix: string;
}

/** Cuts a line so that the beginning of what is marked is seen. */
function cutAround(
  wholePrefix: string,
  markedAt: (column: number) => string,
  suffixAt: (column: number) => string,
  room: number,
): Parts {
  const column = widthOf(wholePrefix);
  const wholeMarked = markedAt(column);
  const least = Math.min(widthOf(wholeMarked), Math.floor(room / 2));
  const whole = suffixAt(column + widthOf(wholeMarked));
  const after = Math.min(widthOf(whole), Math.floor(room / 4));
  const prefix = cutFrom(wholePrefix, room - Math.max(1, least) - after);
  const marked = cutTo(wholeMarked, room - widthOf(prefix));
  const left = room - widthOf(prefix) - widthOf(marked);
  return { prefix, marked, suffix: left > 1 ? cutTo(whole, left) : '' };
}

/** Cut at its beginning. */
function cutFrom(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of [...text.slice(-2 * width)].reverse()) {
    used += widthOf(character);
    if (used > width) break;
    kept = character + kept;
  }
  return `…${kept}`;
}

/** With tabs as blanks up to the next stop, and nothing that a terminal would obey. */
function expand(text: string, column: number): string {
  if (!text.includes('\t')) return visible(text);
  let shown = '';
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) shown += ' '.repeat(tabWidth - ((column + widthOf(shown)) % tabWidth));
    shown += visible(part);
  }
  return shown;
}

function lineAround(text: string, offset: number): [number, number] {
  let from = Math.min(offset, text.length);
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1))) from--;
  let to = Math.min(offset, text.length);
  while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++;
  return [from, to];
}

function lineBefore(text: string, from: number): string {
  if (from === 0) return '';
  const end = text.endsWith('\r\n', from) ? from - 2 : from - 1;
  return text.slice(lineAround(text, end)[0], end);
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function newlinesIn(text: string): number {
  return text.match(/\r\n?|\n(?=[\s\S])/g)?.length ?? 0;
}
