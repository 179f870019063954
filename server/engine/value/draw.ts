import type { Fraction } from './fraction.ts';

/**
 * A number drawn for a name: 32 bits as eight hexadecimal digits, the same on every machine and for ever, and spread
 * evenly. FNV-1a over the UTF-16 units, low byte first, with the finalizer of MurmurHash3.
 */
export function drawFor(name: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Whether a draw lies in the lowest `percent` of all. */
export function isDrawn(draw: string, percent: Fraction): boolean {
  return BigInt(`0x${draw}`) * 100n * percent.d < percent.n * 0x1_0000_0000n;
}
