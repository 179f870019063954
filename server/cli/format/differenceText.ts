import { clockworkOf } from '../../analysis/clockwork.ts';
import type { Shortfall } from '../../analysis/conformance/conformance.ts';
import type { BenchmarkDifference, Difference } from '../../analysis/difference/difference.ts';
import type { Policy } from '../../engine/policy.ts';
import { instantWords } from '../../engine/simulation/words.ts';
import type { Zone } from '../../engine/time/zone.ts';
import { counted } from '../terminal/counted.ts';
import type { Style } from '../terminal/style.ts';
import { visibleLine } from '../terminal/visible.ts';
import { wrap } from '../terminal/width.ts';
import { delayWords } from './delayWords.ts';

/** What changed, for people: each benchmark that did, with the case and the arrival for which it changed most. */
export function differenceText(
  { arrivals, benchmarks }: Difference,
  old: Policy,
  fresh: Policy,
  style: Style,
): string {
  const { zone } = clockworkOf(fresh).engine;
  const name = ({ id, version }: Policy) => style.paint(visibleLine(`${id} ${version}`.trim()), 'bold');
  const span = arrivals
    ? `, for every case and every arrival from ${arrivals.from} until ${arrivals.until}`
    : '; no day is known to both, so deadlines are not compared';
  const changed = benchmarks.filter(({ change }) => change !== 'same');
  const end =
    changed.length === 0
      ? 'Nothing changed.'
      : `${counted(changed.length, 'benchmark')} of ${benchmarks.length} changed.`;
  const blocks = changed.map((each) => benchmarkLines(each, zone, style).join('\n'));
  return `${[`${name(old)} → ${name(fresh)}${span}`, ...blocks, end].join('\n\n')}\n`;
}

function benchmarkLines(
  { benchmark, change, looser, stricter }: BenchmarkDifference,
  zone: Zone,
  style: Style,
): string[] {
  const lines = (found: readonly Shortfall[], isLater: boolean): string[] =>
    found.flatMap((each) =>
      wrap(sentenceOf(each, isLater, zone), style.width - 4).map(
        (line, i) => `${i === 0 ? '  - ' : '    '}${line}`,
      ),
    );
  const words = change === 'changed' ? '' : `  ${change}`;
  return [`${style.paint(benchmark, 'bold')}${words}`, ...lines(looser, true), ...lines(stricter, false)];
}

function sentenceOf(shortfall: Shortfall, isLater: boolean, zone: Zone): string {
  const { kind, says, open, arrival, due, demanded } = shortfall;
  const words = shortfall.case ?? [];
  const when = words.length === 0 ? '' : ` when ${words.join(', ')}`;
  if (kind !== 'later' || arrival === undefined) {
    const label = open ? 'not decided' : isLater ? 'less strict' : 'stricter';
    return `${label}: ${says}${when}.`;
  }
  const [now, was] = isLater ? [due, demanded] : [demanded, due];
  const instant = (at: number | undefined) =>
    at === undefined ? 'never due' : `due ${instantWords(zone, at)}`;
  const by = due === undefined || demanded === undefined ? '' : ` by up to ${delayWords(due - demanded)}`;
  return `${isLater ? 'later' : 'earlier'}${by}${when}. Begun ${instantWords(zone, arrival)}: ${instant(now)}; it was ${instant(was)}.`;
}
