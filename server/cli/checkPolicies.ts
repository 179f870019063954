import { check } from '../checks/check.ts';
import type { Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { compileIn } from './compileIn.ts';

/** All problems of some files and of what they import, each once, in the order of the files and their texts. */
export async function checkPolicies(workspace: Workspace, uris: readonly string[]): Promise<Problem[]> {
  const compile = await compileIn(workspace, uris);
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const uri of uris) {
    for (const problem of check(workspace, uri, { compile, imports: true })) {
      const key = JSON.stringify([problem.uri, problem.code, problem.start, problem.end, problem.message]);
      if (seen.has(key)) continue;
      seen.add(key);
      problems.push(problem);
    }
  }
  return problems;
}
