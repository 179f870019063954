import Holidays from 'date-holidays';

/** The regions whose public holidays are known, so that a code can be checked without loading all holidays. */
export function files(): Map<string, string> {
  const known = new Holidays();
  const codes = Object.keys(known.getCountries('en')).flatMap((country) => [
    country,
    ...under(country, known.getStates(country, 'en'), (state) =>
      under(`${country}-${state}`, known.getRegions(country, state, 'en'), () => []),
    ),
  ]);
  return new Map([['server/checks/region/regions.ts', page(codes.filter(hasHolidays))]]);
}

function under(
  parent: string,
  children: Record<string, string> | undefined,
  deeper: (child: string) => string[],
): string[] {
  return Object.keys(children ?? {}).flatMap((child) => [`${parent}-${child}`, ...deeper(child)]);
}

function hasHolidays(code: string): boolean {
  const [country = '', ...rest] = code.split('-');
  const region = new Holidays(country, ...(rest as [string]));
  return region.getHolidays(2026).some((holiday) => holiday.type === 'public');
}

function page(codes: readonly string[]): string {
  return `// Made by docs/generate/regions.ts from date-holidays: npm run generate.

/** Countries and regions whose public holidays are known, by their codes. */
export const regions: ReadonlySet<string> = new Set(
  \`
${wrap(codes)}
\`
    .trim()
    .split(/\\s+/),
);
`;
}

function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line.length + word.length > 105) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `    ${line}`).join('\n');
}
