import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '../../server/compile/compile.ts';
import { loadHolidays } from '../../server/compile/loadHolidays.ts';
import { createWorkspace } from '../../server/model/workspace.ts';

/** Everything that the golden policies compile to: run by itself, it prints it. */
export async function printGoldens(): Promise<string> {
  const folder = new URL('goldens/', import.meta.url);
  const workspace = createWorkspace({ read: (uri) => readFileSync(new URL(uri), 'utf8') });
  const holidays = await loadHolidays();
  const results = readdirSync(folder).map((name) =>
    compile(workspace.program(new URL(`${name}/policy.slapolicy`, folder).href), { holidays }),
  );
  return JSON.stringify(results);
}

if (process.argv[1]?.endsWith('printGoldens.ts')) console.log(await printGoldens());
