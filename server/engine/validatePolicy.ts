import { policyFormat } from './policy.ts';

/** What is wrong with a compiled policy, and where: `benchmarks/0/rows/1/target`. */
export interface PolicyProblem {
  path: string;
  message: string;
}

/** Whether JSON is a compiled policy of this version. */
export function validatePolicy(json: unknown): PolicyProblem[] {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (format === policyFormat) return [];
  return [{ path: 'format', message: `A compiled policy has the format ${policyFormat}.` }];
}
