import { layOut } from './calendar/layOut.ts';
import type { Counting } from './clock/ruler.ts';
import type { BenchmarkDef, Condition, LadderDef, Moment, Policy } from './policy.ts';
import { loadCondition } from './simulation/conditions.ts';
import type {
  ClockMoment,
  Engine,
  LoadedBenchmark,
  LoadedCounts,
  LoadedLadder,
  LoadedRow,
  MomentRole,
  Watcher,
} from './simulation/engine.ts';
import { loadMetrics } from './simulation/loadMetrics.ts';
import { loadStandards } from './simulation/loadStandards.ts';
import { type LoadedMoment, loadMoment } from './simulation/moments.ts';
import { benchmarkReader } from './simulation/readBenchmark.ts';
import { dataKey, type Scope } from './simulation/scope.ts';
import { describeTarget, loadTarget } from './simulation/targets.ts';
import { parseDate } from './time/localDate.ts';
import { endOfDay, loadZone, startOfDay, type Zone } from './time/zone.ts';
import { type PolicyProblem, validatePolicy } from './validatePolicy.ts';

export type Loaded = { ok: true; engine: Engine } | { ok: false; problems: PolicyProblem[] };

/** Loads a compiled policy from parsed JSON, once it has been found to be one. */
export function load(json: unknown): Loaded {
  const problems = validatePolicy(json);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, engine: loadEngine(json as Policy) };
}

/** Makes a valid compiled policy ready to run. Calendars are laid out here, once. */
export function loadEngine(policy: Policy): Engine {
  const firstDay = parseDate(policy.covers.from) ?? 0;
  const lastDay = parseDate(policy.covers.until) ?? firstDay;
  const zones = new Map(policy.zones.map((def) => [def.name, loadZone(def, firstDay, lastDay)]));
  const zone = zones.get(policy.zone)!;
  const countings = new Map<string, Counting>(
    policy.calendars.map((def) => {
      const calendarZone = zones.get(def.zone) ?? zone;
      return [def.id, { zone: calendarZone, calendar: layOut(def, calendarZone, firstDay, lastDay) }];
    }),
  );
  const uncalendared: Counting = { zone };
  const watchers = new Map<string, Watcher[]>();
  let watched = 0;
  const benchmarks: LoadedBenchmark[] = [];
  const scope: Scope = {
    zone,
    fields: new Map(policy.fields.map((field) => [field.name, field])),
    data: new Map(
      policy.events.flatMap((event) => event.data.map((field) => [dataKey(event.name, field.name), field])),
    ),
    stateIndex: new Map(policy.states.map((state, index) => [state.id, index])),
    benchmarkIndex: new Map(policy.benchmarks.map((benchmark, index) => [benchmark.id, index])),
    zoneNamed: (name) => zones.get(name) ?? zone,
    counting: (calendar) =>
      calendar === undefined ? uncalendared : (countings.get(calendar) ?? uncalendared),
    watch: (event: string, condition: Condition) => {
      const id = String(watched++);
      const list = watchers.get(event) ?? [];
      list.push({ id, holds: loadCondition(condition, scope) });
      watchers.set(event, list);
      return id;
    },
    benchmarks: benchmarkReader(benchmarks),
  };
  const states = policy.states.map((def) => ({
    def,
    from: loadMoment(def.from, scope),
    until: loadMoment(def.until, scope),
  }));
  policy.benchmarks.forEach((def, index) => {
    benchmarks.push(loadBenchmark(def, index, policy, scope));
  });
  const metrics = loadMetrics(policy, scope);
  const standards = loadStandards(policy, scope);
  const listens = (moments: readonly LoadedMoment[]) => ({
    events: moments.flatMap((moment) => moment.events),
    benchmarks: moments.flatMap((moment) => moment.benchmarks),
  });
  const stateMoments = states.map((state) => [state.from, state.until]);
  const clockMoments = benchmarks.map((benchmark) => benchmark.moments.map(({ moment }) => moment));
  return {
    policy,
    zone,
    firstInstant: startOfDay(zone, firstDay),
    lastInstant: endOfDay(zone, lastDay),
    effectiveFrom: boundary(policy.effective.from, zone, startOfDay, Number.NEGATIVE_INFINITY),
    effectiveUntil: boundary(policy.effective.until, zone, endOfDay, Number.POSITIVE_INFINITY),
    fields: scope.fields,
    events: new Map(policy.events.map((event) => [event.name, event])),
    people: new Map(policy.people.map((person) => [person.name, person.roles])),
    states,
    benchmarks,
    metrics,
    standards,
    metricsOn: byEvent(metrics, ({ def }) => (def.from === undefined ? [] : [def.from])),
    standardsOn: byEvent(standards, ({ def }) => def.requires.flatMap((requirement) => requirement.in)),
    datesCases: policy.reports.length > 0,
    counting: scope.counting,
    watchers,
    statesOn: indexed(stateMoments.map((moments) => listens(moments).events)),
    benchmarksOn: indexed(clockMoments.map((moments) => listens(moments).events)),
    statesAfter: indexed(stateMoments.map((moments) => listens(moments).benchmarks)),
    benchmarksAfter: indexed(clockMoments.map((moments) => listens(moments).benchmarks)),
    ...(policy.notRun.length > 0 && {
      notRun: policy.notRun.map(({ kind, name }) => `${kind} ${name}`).join(', '),
    }),
    timedStates: timed(stateMoments),
    timedBenchmarks: timed(clockMoments),
  };
}

function loadBenchmark(def: BenchmarkDef, index: number, policy: Policy, scope: Scope): LoadedBenchmark {
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
      rows.some((row) => row.target.volatile) ||
      ladders.some((ladder) => ladder.rungs.some((rung) => rung.moment !== undefined)),

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
      time: rung.time,
      ...(rung.time.kind === 'moment' && { moment: loadMoment(rung.time.moment, scope) }),
      ...(rung.when && { when: loadCondition(rung.when, scope) }),
    })),
  };
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

function byEvent<T>(items: readonly T[], eventsOf: (item: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items)
    for (const event of new Set(eventsOf(item))) index.set(event, [...(index.get(event) ?? []), item]);
  return index;
}

function indexed<K>(keysByIndex: readonly (readonly K[])[]): Map<K, number[]> {
  const index = new Map<K, number[]>();
  keysByIndex.forEach((keys, i) => {
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), i]);
  });
  return index;
}

function timed(momentsByIndex: readonly (readonly LoadedMoment[])[]): number[] {
  return momentsByIndex.flatMap((moments, i) => (moments.some((moment) => moment.computed) ? [i] : []));
}

function boundary(
  date: string | undefined,
  zone: Zone,
  edge: (zone: Zone, day: number) => number,
  open: number,
): number {
  const day = date === undefined ? undefined : parseDate(date);
  return day === undefined ? open : edge(zone, day);
}
