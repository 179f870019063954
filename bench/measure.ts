/**
 * How often `work` runs in a second, after a warm-up. It is given a running number, and returns something, so that it
 * is not optimized away.
 */
export function opsPerSecond(work: (i: number) => unknown, forMs = 500): number {
  let kept: unknown;
  const until = (end: number): number => {
    let runs = 0;
    let batch = 1;
    while (performance.now() < end) {
      for (let i = 0; i < batch; i++) kept = work(i);
      runs += batch;
      if (batch < 1000) batch *= 2;
    }
    return runs;
  };
  until(performance.now() + forMs / 5);
  const started = performance.now();
  const runs = until(started + forMs);
  if (kept === undefined) throw new Error('the work gave nothing');
  return (runs * 1000) / (performance.now() - started);
}

/** The median of several runs in milliseconds, after a warm-up of two seconds: an editor's process has long been warm. */
export async function medianMs(work: () => unknown, runs = 9): Promise<number> {
  const warm = performance.now() + 2000;
  while (performance.now() < warm) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}

/**
 * The medians of two works that are measured in turns, so that whatever else the machine does falls on both. Each is
 * warmed up as long as the other.
 */
export async function besideMs(
  ours: () => unknown,
  theirs: () => unknown,
  runs = 25,
): Promise<{ ours: number; theirs: number }> {
  const sides = [ours, theirs].map((work) => ({ work, times: [] as number[] }));
  for (const { work } of sides) await medianMs(work, 1);
  for (let i = 0; i < runs; i++)
    for (const { work, times } of sides) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
  const [own = 0, other = 0] = sides.map(({ times }) => quantile(times, 0.5));
  return { ours: own, theirs: other };
}

/** The value below which the fraction `q` of the values lie. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}
