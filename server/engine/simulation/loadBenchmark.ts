import type { BenchmarkDef, LadderDef, Moment, Policy, RungTime } from '../policy.ts';
import { loadCondition } from './conditions.ts';
import type {
  ClockMoment,
  LoadedBenchmark,
  LoadedCounts,
  LoadedLadder,
  LoadedRow,
  LoadedRungTime,
  MomentRole,
} from './engine.ts';
import { loadMoment } from './moments.ts';
import type { Scope } from './scope.ts';
import { loadSpan } from './spans.ts';
import { describeTarget, loadTarget } from './targets.ts';

/** A benchmark made ready to run, with the ladders that stand on it. */
export function loadBenchmark(
  def: BenchmarkDef,
  index: number,
  policy: Policy,
  scope: Scope,
): LoadedBenchmark {
  const rows = loadRows(def, scope);
  const ladders = loadLadders(def, policy, scope);
  return {
    def,
    index,
    ...(def.applies && { applies: loadCondition(def.applies, scope) }),
    moments: loadMoments(def, scope),
    ...(def.by && { by: new Set(def.by) }),
    counts: loadCounts(def, policy, scope),
    ...(def.arrives !== undefined && { arrives: scope.counting(def.arrives) }),
    rows,
    volatile:
      rows.some((row) => row.target.volatile) || ladders.some((ladder) => ladder.rungs.some(dependsOnMore)),

    pauses: def.pauses.map((pause) => ({ def: pause, holds: loadCondition(pause.while, scope) })),

    notAssessed: def.notAssessed.map((clause) => loadCondition(clause.while, scope)),
    attain: def.attain.map((attain) => ({
      def: attain,
      ...(attain.when && { when: loadCondition(attain.when, scope) }),
    })),
    ladders,
  };
}

function loadLadders(def: BenchmarkDef, policy: Policy, scope: Scope): LoadedLadder[] {
  return policy.ladders
    .map((ladder, number) => ({ ladder, number }))
    .filter(({ ladder }) => ladder.on === def.id)
    .map(({ ladder, number }) => loadLadder(ladder, number, scope));
}

function loadCounts(def: BenchmarkDef, policy: Policy, scope: Scope): LoadedCounts[] {
  return [
    ...def.counts.map((counts) => ({
      calendar: counts.calendar,
      counting: scope.counting(counts.calendar),
      source: counts.source,
      ...(counts.when && { when: loadCondition(counts.when, scope) }),
    })),
    { calendar: policy.counts ?? null, counting: scope.counting(policy.counts) },
  ];
}

function loadRows(def: BenchmarkDef, scope: Scope): LoadedRow[] {
  if (def.every) {
    const { period, source } = def.every;
    const text = `every ${period.text}`;
    return [
      {
        def: { text, source },
        label: period.text,
        target: loadTarget({ kind: 'count', duration: period }, scope),
      },
    ];
  }
  return def.rows.map((row) => ({
    def: row,
    label: describeTarget(row.target),
    ...(row.when && { when: loadCondition(row.when, scope) }),
    target: loadTarget(row.target, scope),
  }));
}

function loadLadder(def: LadderDef, number: number, scope: Scope): LoadedLadder {
  return {
    def,
    rungs: def.rungs.map((rung, i) => ({
      def: rung,
      key: `${number}.${i}`,
      ...loadRungTime(rung.time, scope),
      ...(rung.when && { when: loadCondition(rung.when, scope) }),
    })),
  };
}

function loadRungTime(time: RungTime, scope: Scope): LoadedRungTime {
  switch (time.kind) {
    case 'moment':
    case 'every after':
      return { time, moment: loadMoment(time.moment, scope) };
    case 'computed at':
      return { time, span: loadSpan(time.span, scope) };
    case 'earlier':
    case 'later':
      return { time, of: time.of.map((part) => loadRungTime(part, scope)) };
    default:
      return { time };
  }
}

/** Whether a rung can move when neither its clock nor a field does. */
function dependsOnMore({ moment, span, of }: LoadedRungTime): boolean {
  return moment !== undefined || span !== undefined || (of?.some(dependsOnMore) ?? false);
}

function loadMoments(def: BenchmarkDef, scope: Scope): ClockMoment[] {
  const moments: [MomentRole, string, Moment][] = [
    ...def.cancels.map(({ on }, i): [MomentRole, string, Moment] => ['cancels', `cancels ${i}`, on]),
    ['until', 'until', def.until],
  ];
  if (def.every) moments.push(['expects', 'expects', def.every.expects]);
  if (def.reopening) moments.push(['reopening', 'reopening', def.reopening.on]);
  moments.push(['from', 'from', def.from]);
  return moments.map(([role, key, moment]) => ({ role, key, moment: loadMoment(moment, scope) }));
}
