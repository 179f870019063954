import type { LoadedMoment } from './moments.ts';

/** What may wait for something to happen, in the order in which it is told. */
export type ListenerKind =
  | 'states'
  | 'benchmarks'
  | 'disputes'
  | 'rights'
  | 'remedies'
  | 'permits'
  | 'handovers';

/** What listens to one event or to one benchmark: by kind the numbers of those that do, in the order declared. */
export type Listeners = Record<ListenerKind, number[]>;

export interface ListenerIndex {
  readonly onEvent: ReadonlyMap<string, Readonly<Listeners>>;
  readonly onBenchmark: ReadonlyMap<number, Readonly<Listeners>>;
}

/** Of a moment, what it listens to. */
export type Listening = Pick<LoadedMoment, 'events' | 'benchmarks'>;

/** `all` gives by kind, and by number within it, what each waits for. */
export function indexListeners(all: Record<ListenerKind, readonly (readonly Listening[])[]>): ListenerIndex {
  const onEvent = new Map<string, Listeners>();
  const onBenchmark = new Map<number, Listeners>();
  for (const [kind, listening] of Object.entries(all) as [ListenerKind, readonly Listening[][]][]) {
    listening.forEach((moments, number) => {
      add(
        onEvent,
        kind,
        number,
        moments.flatMap(({ events }) => events),
      );
      add(
        onBenchmark,
        kind,
        number,
        moments.flatMap(({ benchmarks }) => benchmarks),
      );
    });
  }
  return { onEvent, onBenchmark };
}

function add<K>(index: Map<K, Listeners>, kind: ListenerKind, number: number, keys: readonly K[]): void {
  for (const key of new Set(keys)) {
    const listeners = index.get(key) ?? nobody();
    listeners[kind].push(number);
    index.set(key, listeners);
  }
}

function nobody(): Listeners {
  return { states: [], benchmarks: [], disputes: [], rights: [], remedies: [], permits: [], handovers: [] };
}
