import { type CompileResult, compile, needsHolidays } from '../compile/compile.ts';
import { loadHolidays } from '../compile/loadHolidays.ts';
import type { Program } from '../model/program.ts';
import type { Workspace } from '../model/workspace.ts';

/**
 * The compiler for some files of a workspace: holidays are loaded where one of their calendars asks for them, and a
 * file without a policy has nothing to be compiled. `beside` are regulations that are compiled without being adopted.
 */
export async function compileIn(
  workspace: Workspace,
  uris: readonly string[],
  beside: readonly string[] = [],
): Promise<(program: Program) => CompileResult> {
  const wanted = uris.some((uri) => needsHolidays(workspace.programAround(uri)));
  const holidays = wanted ? await loadHolidays().catch(() => undefined) : undefined;
  return (program) => {
    if (program.declarations('policy').length === 0) return { scenarios: [], problems: [] };
    return compile(program, { zoneData: process.versions.tz, beside, ...(holidays && { holidays }) });
  };
}
