import type { Io, Sink } from '../io.ts';

const codes = {
  bold: 1,
  dim: 2,
  underline: 4,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
} as const;
export type Colour = keyof typeof codes;

/** How text is drawn on one sink: with colours, or without and then unchanged. */
export interface Style {
  paint(text: string, ...colours: Colour[]): string;
  /** Columns to draw in. */
  width: number;
}

const widthWithoutTerminal = 100;

/** What a style is made from; plain data, so that a thread can be told it. */
export interface StyleSettings {
  coloured: boolean;
  width: number;
}

/** Colours only on a terminal that can show them, and never with NO_COLOR (https://no-color.org). */
export function styleSettings(sink: Sink, io: Io): StyleSettings {
  const terminal = sink.isTTY === true;
  return {
    coloured: terminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb',
    width: terminal ? Math.max(40, Math.min(sink.columns ?? 80, 160)) : widthWithoutTerminal,
  };
}

export function styleOf({ coloured, width }: StyleSettings): Style {
  return { paint: coloured ? painted : (text) => text, width };
}

export function styleFor(sink: Sink, io: Io): Style {
  return styleOf(styleSettings(sink, io));
}

/** Without colours. */
export const plainStyle: Style = { paint: (text) => text, width: widthWithoutTerminal };

function painted(text: string, ...colours: Colour[]): string {
  if (text === '' || colours.length === 0) return text;
  return `\u001b[${colours.map((colour) => codes[colour]).join(';')}m${text}\u001b[0m`;
}
