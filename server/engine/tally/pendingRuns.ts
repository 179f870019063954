import type { Assessed } from '../outcome.ts';
import type { Instant } from '../time/zone.ts';

/** Runs that still run: breached once their due instant has come. By `PendingRun` as JSON: how many there are. */
export type PendingRuns = Record<string, number>;

/** A run that still runs, as far as its breach is counted. */
export type PendingRun = [
  due: Instant,
  benchmark: string,
  day: string,
  assessed: Assessed[],
  repeats: string[],
];

/** Ordered by due instant; derived from the runs, and rebuilt for those that were stored. */
const queues = new WeakMap<PendingRuns, Queue>();

export function addPending(pending: PendingRuns, key: string, due: Instant, runs: number): void {
  const known = pending[key];
  pending[key] = (known ?? 0) + runs;
  if (known === undefined) queues.get(pending)?.push(due, key);
}

/** Takes out what has fallen due up to an instant, and hands it over. */
export function takeDue(
  pending: PendingRuns,
  until: Instant,
  take: (run: PendingRun, runs: number) => void,
): void {
  const queue = queueOf(pending);
  for (let key = queue.popUntil(until); key !== undefined; key = queue.popUntil(until)) {
    const runs = pending[key]!;
    delete pending[key];
    take(readPending(key), runs);
  }
}

export function readPending(key: string): PendingRun {
  return JSON.parse(key) as PendingRun;
}

function queueOf(pending: PendingRuns): Queue {
  const known = queues.get(pending);
  if (known) return known;
  const queue = new Queue();
  for (const key of Object.keys(pending)) queue.push(readPending(key)[0], key);
  queues.set(pending, queue);
  return queue;
}

/** A binary heap: the least due instant first. */
class Queue {
  private readonly dues: Instant[] = [];
  private readonly keys: string[] = [];

  push(due: Instant, key: string): void {
    let at = this.dues.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.dues[parent]! <= due) break;
      this.move(parent, at);
      at = parent;
    }
    this.dues[at] = due;
    this.keys[at] = key;
  }

  popUntil(until: Instant): string | undefined {
    if (this.dues.length === 0 || this.dues[0]! > until) return undefined;
    const key = this.keys[0]!;
    const due = this.dues.pop()!;
    const last = this.keys.pop()!;
    if (this.dues.length > 0) this.sink(due, last);
    return key;
  }

  private sink(due: Instant, key: string): void {
    const { length } = this.dues;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.dues[child + 1]! < this.dues[child]!) child++;
      if (this.dues[child]! >= due) break;
      this.move(child, at);
      at = child;
    }
    this.dues[at] = due;
    this.keys[at] = key;
  }

  private move(from: number, to: number): void {
    this.dues[to] = this.dues[from]!;
    this.keys[to] = this.keys[from]!;
  }
}
