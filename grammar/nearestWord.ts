/** The word that was probably meant: at most two letters off, and fewer in short words. */
export function nearestWord(image: string, words: readonly string[]): string | undefined {
  if (image.length > 40) return undefined;
  const lower = image.toLowerCase();
  let best: string | undefined;
  let bestDistance = lower.length <= 3 ? 2 : 3;
  for (const word of words) {
    if (Math.abs(word.length - lower.length) >= bestDistance) continue;
    const distance = editDistance(lower, word);
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best === image ? undefined : best;
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
