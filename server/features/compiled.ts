import { type CompileResult, compile, needsHolidays } from '../compile/compile.ts';
import { loadHolidays } from '../compile/loadHolidays.ts';
import type { Program } from '../model/program.ts';

/** Compiles each version of a program once. */
export interface Compiled {
  /** Loads holidays where a calendar asks for them, which takes a moment the first time. */
  of(program: Program): Promise<CompileResult>;
  /** What has been compiled already. */
  known(program: Program): CompileResult | undefined;
}

/** `zoneData` is the version of the machine's time zones, for the record. */
export function createCompiled(zoneData: string | undefined): Compiled {
  const results = new WeakMap<Program, CompileResult>();
  return {
    known: (program) => results.get(program),
    of: async (program) => {
      const holidays = needsHolidays(program) ? await loadHolidays().catch(() => undefined) : undefined;
      const known = results.get(program);
      if (known) return known;
      const result =
        program.declarations('policy').length === 0
          ? { scenarios: [], problems: [] }
          : compile(program, { ...(zoneData !== undefined && { zoneData }), ...(holidays && { holidays }) });
      results.set(program, result);
      return result;
    },
  };
}
