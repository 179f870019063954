import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compile } from '../server/compile/compile.ts';
import { loadHolidays } from '../server/compile/loadHolidays.ts';
import { createWorkspace } from '../server/model/workspace.ts';
import { type Figure, kilobytes, milliseconds } from './figure.ts';

const sample = 'samples/northwind/northwind.slapolicy';
const regions = ['AU-NSW', 'AU-VIC', 'NZ', 'GB-ENG', 'IE', 'DE-BY', 'FR', 'US-CA', 'CA-ON', 'NG'];

/** Text to compiled JSON, with the holidays read for the first time and from then on. */
export async function compiling(): Promise<Figure[]> {
  const many = pathToFileURL('many-regions.slapolicy').href;
  return [
    await figure('Northwind', pathToFileURL(sample).href),
    await figure(`${regions.length} regions over ten years`, many, { [many]: policyOverTenYears() }),
  ];
}

async function figure(name: string, uri: string, texts: Record<string, string> = {}): Promise<Figure> {
  const holidays = await loadHolidays();
  const compiled = () => {
    const workspace = createWorkspace({ read: (each) => texts[each] ?? readFileSync(new URL(each), 'utf8') });
    const started = performance.now();
    const { policy, problems } = compile(workspace.program(uri), { holidays });
    const ms = performance.now() - started;
    assert.ok(policy, JSON.stringify(problems[0]));
    return { ms, bytes: Buffer.byteLength(JSON.stringify(policy)) };
  };
  const first = compiled();
  const later = Array.from({ length: 5 }, compiled).map(({ ms }) => ms);
  return {
    name: `compile ${name}`,
    ours: `${milliseconds(first.ms)}, again ${milliseconds(Math.min(...later))}; ${kilobytes(first.bytes)} of JSON`,
    beside: 'the first time holidays are computed; from then on they are known',
  };
}

function policyOverTenYears(): string {
  const id = (region: string): string => region.toLowerCase();
  return `policy many-regions {
  version   "1"
  effective 2026-01-01 until 2035-12-31
  timezone  UTC
  counts    ${id(regions[0]!)}
  begins with received
}
ticket { region one of ${regions.map(id).join(', ')} }
events received, resolved
${regions.map((region) => `calendar ${id(region)} {\n  open mon..fri 09:00-17:00\n  closed holidays ${region}\n}`).join('\n')}
benchmark resolve {
  from received until resolved
${regions.map((region) => `  counts ${id(region)} when region is ${id(region)}`).join('\n')}
  within 10 business days
}
`;
}
