import type { Engine } from '../engine/simulation/engine.ts';
import { dayWords } from '../engine/simulation/words.ts';
import { dayAt, type Instant, startOfDay } from '../engine/time/zone.ts';
import { type Markup, markup } from './markup.ts';
import type { Timeline, TimelineBar } from './timeline.ts';

const width = 720;
const labelWidth = 170;
const rowHeight = 22;
const axisHeight = 26;
const mostTicks = 6;
const tickRoom = 85;

/** Every clock of a ticket as a bar over the same span of time; nothing where there is no span to draw. */
export function timelineSvg(engine: Engine, { bars, from, to }: Timeline): Markup | false {
  if (bars.length === 0 || to <= from) return false;
  const height = axisHeight + bars.length * rowHeight + 4;
  const x = (at: Instant): number =>
    round(labelWidth + ((at - from) / (to - from)) * (width - labelWidth - 8));
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${describe(bars)}">
${ticksOf(engine, from, to, x).map(
  ({ at, text }) =>
    markup`<line class="tick" x1="${x(at)}" y1="${axisHeight - 6}" x2="${x(at)}" y2="${height}"/><text class="axis" x="${x(at)}" y="14" text-anchor="${anchor(x(at))}">${text}</text>
`,
)}${bars.map((bar, index) => row(bar, axisHeight + index * rowHeight, x))}</svg>
<p class="legend"><span class="key counting"></span> counting <span class="key paused"></span> paused <span class="key late"></span> late <span class="key ahead"></span> to come <span class="key due"></span> due</p>`;
}

function row({ label, status, spans, due }: TimelineBar, y: number, x: (at: Instant) => number): Markup {
  return markup`<text class="label" x="0" y="${y + 14}">${label.length > 26 ? `${label.slice(0, 25)}…` : label}</text>
${spans.map((span) => {
  const left = x(span.from);
  return markup`<rect class="${span.kind}" x="${left}" y="${y + 4}" width="${round(Math.max(1, x(span.to) - left))}" height="12"><title>${label}: ${span.kind}</title></rect>
`;
})}${
  due !== undefined &&
  markup`<line class="due" x1="${x(due)}" y1="${y + 1}" x2="${x(due)}" y2="${y + 19}"><title>${label}: due, ${status}</title></line>
`
}`;
}

/** First instants of days, so many that their names have room. */
function ticksOf(
  engine: Engine,
  from: Instant,
  to: Instant,
  x: (at: Instant) => number,
): { at: Instant; text: string }[] {
  const first = dayAt(engine.zone, from);
  const last = dayAt(engine.zone, to);
  const step = Math.max(1, Math.ceil((last - first) / mostTicks));
  const ticks: { at: Instant; text: string }[] = [];
  for (let day = first; day <= last; day += step) {
    const at = Math.max(from, startOfDay(engine.zone, day));
    const previous = ticks.at(-1);
    if (previous && x(at) - x(previous.at) < tickRoom) continue;
    if (at <= to) ticks.push({ at, text: dayWords(day).replace(/ \d{4}$/, '') });
  }
  return ticks;
}

function describe(bars: readonly TimelineBar[]): string {
  return bars.map(({ label, status }) => `${label} ${status}`).join(', ');
}

function anchor(x: number): string {
  return x > width - 60 ? 'end' : x < labelWidth + 30 ? 'start' : 'middle';
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
