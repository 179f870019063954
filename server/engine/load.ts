import { layOut } from './calendar/layOut.ts';
import type { Counting } from './clock/ruler.ts';
import type { Condition, Policy } from './policy.ts';
import { loadCondition } from './simulation/conditions.ts';
import { heardBy, loadDisputes } from './simulation/dispute/loadDisputes.ts';
import type { Engine, LoadedBenchmark, Watcher } from './simulation/engine.ts';
import { indexListeners } from './simulation/listeners.ts';
import { loadBenchmark } from './simulation/loadBenchmark.ts';
import { loadConduct } from './simulation/loadConduct.ts';
import { loadMetrics } from './simulation/loadMetrics.ts';
import { loadStandards } from './simulation/loadStandards.ts';
import { type LoadedMoment, loadMoment } from './simulation/moments.ts';
import { loadPermits } from './simulation/permit/loadPermits.ts';
import { benchmarkReader } from './simulation/readBenchmark.ts';
import { loadRemedies } from './simulation/remedy/loadRemedies.ts';
import { loadRights } from './simulation/right/loadRights.ts';
import { dataKey, type Scope, type Settling } from './simulation/scope.ts';
import { parseDate } from './time/localDate.ts';
import { endOfDay, loadZone, startOfDay, type Zone } from './time/zone.ts';
import { type PolicyProblem, validatePolicy } from './validatePolicy.ts';
import { zero } from './value/fraction.ts';

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
  const settling: Settling = { daysLate: 0, hoursLate: zero };
  const scope: Scope = {
    zone,
    fields: new Map(policy.fields.map((field) => [field.name, field])),
    data: new Map(
      policy.events.flatMap((event) => event.data.map((field) => [dataKey(event.name, field.name), field])),
    ),
    stateIndex: new Map(policy.states.map((state, index) => [state.id, index])),
    benchmarkIndex: new Map(policy.benchmarks.map((benchmark, index) => [benchmark.id, index])),
    disputeIndex: new Map(policy.disputes.map((dispute, index) => [dispute.id, index])),
    stepIndex: (dispute, step) =>
      policy.disputes.find(({ id }) => id === dispute)?.steps.findIndex(({ id }) => id === step) ?? -1,
    rightIndex: new Map(policy.rights.map((right, index) => [right.id, index])),
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
    benchmarks: benchmarkReader(benchmarks, settling),
    rates: new Map(policy.rates.map((rate) => [rate.id, rate])),
    settling,
  };
  const states = policy.states.map((def) => ({
    def,
    from: loadMoment(def.from, scope),
    until: loadMoment(def.until, scope),
  }));
  policy.benchmarks.forEach((def, index) => {
    benchmarks.push(loadBenchmark(def, index, policy, scope));
  });
  const { disputes, clocks } = loadDisputes(policy, scope, benchmarks.length);
  const remedies = loadRemedies(policy, scope);
  const metrics = loadMetrics(policy, scope);
  const standards = loadStandards(policy, scope);
  const conduct = loadConduct(policy, scope);
  const rights = loadRights(policy, scope);
  const permits = loadPermits(policy, scope);
  const stateMoments = states.map((state) => [state.from, state.until]);
  const triggers = remedies.map(({ trigger }) => (trigger ? [trigger] : []));
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
    conduct,
    states,
    benchmarks,
    disputes,
    rights,
    permits,
    clocks,
    remedies,
    settling,
    metrics,
    standards,
    metricsOn: byEvent(metrics, ({ def }) => (def.from === undefined ? [] : [def.from])),
    standardsOn: byEvent(standards, ({ def }) => def.requires.flatMap((requirement) => requirement.in)),
    datesCases: policy.reports.length > 0,
    counting: scope.counting,
    watchers,
    listeners: indexListeners({
      states: stateMoments,
      benchmarks: clockMoments,
      disputes: disputes.map(heardBy),
      rights: rights.map(({ opens }) => opens.map(({ moment }) => moment)),
      remedies: triggers,
      permits: permits.map(({ on }) => [on]),
      handovers: conduct.handovers.map(({ after }) => [after]),
    }),
    ...(policy.notRun.length > 0 && {
      notRun: policy.notRun.map(({ kind, name }) => `${kind} ${name}`).join(', '),
    }),
    timedStates: timed(stateMoments),
    timedBenchmarks: timed(clockMoments),
    timedRemedies: timed(triggers),
  };
}

function byEvent<T>(items: readonly T[], eventsOf: (item: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items)
    for (const event of new Set(eventsOf(item))) index.set(event, [...(index.get(event) ?? []), item]);
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
