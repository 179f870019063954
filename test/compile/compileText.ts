import { type CompileOptions, type CompileResult, compile } from '../../server/compile/compile.ts';
import { workspaceOf } from '../model/files.ts';

export const home = 'file:///work/policy.slapolicy';

/** Compiles a text, with other files beside it by their paths. */
export function compileText(
  text: string,
  options: CompileOptions = {},
  files: Readonly<Record<string, string>> = {},
): CompileResult {
  const beside = Object.entries(files).map(([path, each]) => [new URL(path, home).href, each]);
  return compile(workspaceOf({ [home]: text, ...Object.fromEntries(beside) }).program(home), options);
}

/** The header and the events of a policy for which only something else matters. */
export const header = `
policy complaints {
  version     "1"
  effective   2026-07-01 until 2026-12-31
  timezone    Australia/Sydney
  counts      office
  begins with received
}
events received, asked, answered, resolved, reopened
state waiting from asked until answered
`;
export const office = `
calendar office { open mon..fri 09:00-17:00 }
`;
