import { nearestWord } from '../../../grammar/nearestWord.ts';
import type { QuickFix } from './fixing.ts';

/** Writes the zone that was probably meant, or the one whose city was named alone. */
export const correctZone: QuickFix = ({ zones, document, problem: { uri, start, end } }) => {
  const written = document.text.slice(start, end);
  const all = zones();
  const lower = written.toLowerCase();
  const city = all.filter((zone) => cityOf(zone) === lower || zone.toLowerCase() === lower);
  const near = nearest(lower, all);
  const meant = city.length > 0 ? city : near === undefined ? [] : [near];
  return meant.map((text) => ({ title: `Write \`${text}\``, edits: [{ uri, start, end, text }] }));
};

/** Without regard to capitals, which are what is most often wrong. */
function nearest(lower: string, zones: readonly string[]): string | undefined {
  const near = nearestWord(
    lower,
    zones.map((zone) => zone.toLowerCase()),
  );
  return zones.find((zone) => zone.toLowerCase() === near);
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}
