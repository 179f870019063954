import type { WindowDef } from '../policy.ts';
import type { Engine } from '../simulation/engine.ts';
import { lastDayOfWindow } from '../simulation/windows.ts';
import { parseDate } from '../time/localDate.ts';
import { endOfDay, type Instant } from '../time/zone.ts';
import { calculate, compareFractions, type Fraction, notBelowZero } from '../value/fraction.ts';
import { attainmentRows } from './attainmentSummary.ts';
import { metricRows, shownValue } from './metricSummary.ts';
import type { Tally } from './tally.ts';
import { type TriggeredRemedy, triggered } from './triggered.ts';
import { type Bound, cutText, wantedOf } from './verdict.ts';
import { compareTexts } from './windowRows.ts';

interface Missed {
  window: string;
  def: WindowDef | undefined;
  group: string | undefined;
  short: Fraction;
  /** `14.28% of 7, where at least 75% was promised` */
  reached: string;
}

/** The remedies for windows that are over and fell short of what was promised. */
export function shortfalls(engine: Engine, state: Tally, asOf: Instant | null): TriggeredRemedy[] {
  return engine.remedies.flatMap((remedy) => {
    const { on } = remedy.def;
    if (on.kind !== 'shortfall') return [];
    const missed = on.of === 'benchmark' ? missedBy(engine, state, on.id) : missedOf(engine, state, on.id);
    return missed
      .flatMap(({ window, def, group, short, reached }) => {
        const first = parseDate(window);
        if (!def || first === undefined) return [];
        const at = endOfDay(engine.zone, lastDayOfWindow(def, first));
        const percentShort = Number(short.n / short.d);
        const of = group === undefined ? '' : ` of ${group}`;
        const trigger = {
          at,
          window,
          percentShort,
          ...(group !== undefined && { group }),
          why: `The window from ${window}${of} came to ${reached}: short by ${percentShort} full percent.`,
        };
        return asOf !== null && at <= asOf ? [trigger] : [];
      })
      .sort((a, b) => a.at - b.at || compareTexts(a.group ?? '', b.group ?? ''))
      .map((trigger, i) => triggered(engine, remedy, trigger, i + 1));
  });
}

/** The level that is missed by most decides. */
function missedBy({ policy }: Engine, state: Tally, id: string): Missed[] {
  return attainmentRows(policy, state.attainments)
    .filter(({ benchmark, verdict }) => benchmark.id === id && verdict === 'missed')
    .map(({ attain, window, group, counts, shares }) => ({
      window,
      def: attain.window,
      group: attain.per === undefined ? undefined : group,
      short: attain.levels
        .map((level, i) => missing(shares[i]!, wantedOf(level.percent), level.operator))
        .reduce((most, each) => (compareFractions(each, most) > 0 ? each : most)),
      reached: `${shares.map((share) => `${cutText(share)}%`).join(' and ')} of ${counts.assessed}, where ${attain.text} was promised`,
    }));
}

/** A share is short by percent points, everything else by percent of its target. */
function missedOf(engine: Engine, state: Tally, id: string): Missed[] {
  return metricRows(engine, state.metrics).flatMap(
    ({ metric, target, window, group, counts, value, wanted, verdict }) => {
      if (metric.id !== id || verdict !== 'missed' || !target || !value || !wanted) return [];
      const points = missing(value, wanted, target.operator);
      const relative =
        metric.measure.kind === 'share' || wanted.n === 0n
          ? points
          : calculate('/', calculate('*', points, hundred)!, wanted)!;
      return [
        {
          window,
          def: target.window,
          group: target.per === undefined ? undefined : group,
          short: relative,
          reached: `${shownValue(metric, value)}${metric.measure.kind === 'share' ? '%' : ''} of ${counts.answers}, where ${target.text} was promised`,
        },
      ];
    },
  );
}

const hundred: Fraction = { n: 100n, d: 1n };

function missing(actual: Fraction, wanted: Fraction, operator: Bound): Fraction {
  const gap = calculate('-', wanted, actual)!;
  return notBelowZero(operator === 'at least' || operator === 'more than' ? gap : { n: -gap.n, d: gap.d });
}
