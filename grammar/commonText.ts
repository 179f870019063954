const step = 8192;

/** How many UTF-16 units two texts have in common at their start. Compares slices, which is far faster than units. */
export function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  let size = step;
  while (at < limit && size >= 1) {
    const end = Math.min(at + size, limit);
    if (a.slice(at, end) === b.slice(at, end)) at = end;
    else size = Math.min(size, end - at) >> 1;
  }
  return at;
}

/** How many they have in common at their end, not counting the first `taken` units of either. */
export function commonSuffix(a: string, b: string, taken: number): number {
  const limit = Math.min(a.length, b.length) - taken;
  let at = 0;
  let size = step;
  while (at < limit && size >= 1) {
    const end = Math.min(at + size, limit);
    if (a.slice(a.length - end, a.length - at) === b.slice(b.length - end, b.length - at)) at = end;
    else size = Math.min(size, end - at) >> 1;
  }
  return at;
}
