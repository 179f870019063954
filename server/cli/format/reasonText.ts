import type { BenchmarkOutcome, Reason } from '../../engine/outcome.ts';
import type { Engine } from '../../engine/simulation/engine.ts';
import { runLabel } from '../../report/timeline.ts';
import type { Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { padTo, widthOf, wrap } from '../terminal/width.ts';
import { statusColours } from './ticketText.ts';

/** Why a run stands as it does, a sentence a line, each with the line of the policy that it comes from. */
export function reasonLines(engine: Engine, run: BenchmarkOutcome, style: Style): string[] {
  const heading = `${visibleLine(runLabel(run))} ${style.paint(run.status, statusColours[run.status])}`;
  return whyLines(engine, heading, run.because, style);
}

/** Why something stands as it does; `heading` is drawn as it is. */
export function whyLines(
  engine: Engine,
  heading: string,
  reasons: readonly Reason[] | undefined,
  style: Style,
): string[] {
  if (!reasons || reasons.length === 0) return [];
  const lines = [`  ${style.paint('Why', 'bold')} ${heading}`];
  let last = '';
  for (const reason of reasons) {
    const place = placeOf(engine, reason);
    const sentences = wrap(sentence(reason), style.width - 4);
    const end = sentences.pop() ?? '';
    for (const line of sentences) lines.push(`    ${line}`);
    lines.push(`    ${end}${place === last ? '' : aside(place, end, style)}`);
    if (place !== '') last = place;
  }
  return lines;
}

function sentence({ text, cites }: Reason): string {
  return visibleLine(cites === undefined ? text : `${text} (${cites})`);
}

/** `northwind.slapolicy:97` */
export function placeOf({ policy }: Engine, { source }: Reason): string {
  const span = source === undefined ? undefined : policy.sources.spans[source];
  if (!span) return '';
  const [file, line] = span;
  return `${visibleLine(policy.sources.files[file] ?? '')}:${line}`;
}

function aside(place: string, text: string, style: Style): string {
  const room = style.width - 4 - widthOf(text) - widthOf(place);
  return place === '' || room < 2 ? '' : padTo('', room) + style.paint(place, 'dim');
}
