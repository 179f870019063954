import type { Finding } from '../../engine/outcome.ts';
import type { Damage, RawTicket } from '../input/rawTicket.ts';
import { codeFrame } from '../terminal/codeFrame.ts';
import type { Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';

/** What was found in a ticket, each with the place in its file where it has one. */
export function findingLines(
  findings: readonly Finding[],
  file: string,
  raw: RawTicket,
  style: Style,
): string[] {
  return findings.flatMap((finding) => findingText(finding, file, raw, style));
}

/** A place in a file of tickets that no ticket could be read from. */
export function damageText(damage: Damage, file: string, raw: RawTicket | undefined, style: Style): string {
  return `${findingText(damage, file, raw, style).join('\n')}\n`;
}

function findingText(finding: Finding, file: string, raw: RawTicket | undefined, style: Style): string[] {
  const { rule, message, line, column, cites } = finding;
  const sentence = cites === undefined ? message : `${message} (${cites})`;
  const place = line === undefined ? '' : `${visibleLine(file)}:${line}:${column}  `;
  return [
    `  ${style.paint(place, 'bold')}${style.paint(rule, 'yellow')}`,
    ...wrap(visibleLine(sentence), style.width - 4).map((text) => `    ${text}`),
    ...(raw && line !== undefined ? frame(raw, line, column ?? 1, style).map((text) => `  ${text}`) : []),
  ];
}

/** The place within the ticket's own text, with the value that stands there underlined. */
function frame(raw: RawTicket, line: number, column: number, style: Style): string[] {
  const lines = raw.text.split('\n');
  const text = lines[line - raw.line] ?? '';
  const start = line === raw.line ? column - raw.column : column - 1;
  return codeFrame(
    { text, start, end: start + valueLength(text, start), line },
    { style: { ...style, width: style.width - 2 }, colour: 'yellow' },
  );
}

/** How much to underline: a text, a number or a word; of anything longer its first character. */
function valueLength(text: string, start: number): number {
  const found = /^(?:"[^"\\]*"|[\w.+-]+)/.exec(text.slice(start, start + 100));
  return found?.[0].length ?? 1;
}
