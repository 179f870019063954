import { policyFormat } from './policy.ts';
import schema from './policySchema.json' with { type: 'json' };
import { type Schema, type SchemaProblem, validate } from './validate.ts';

/** What is wrong with a compiled policy, and where: `benchmarks/0/rows/1/target`. */
export type PolicyProblem = SchemaProblem;

/** Whether JSON is a compiled policy of this version. */
export function validatePolicy(json: unknown): PolicyProblem[] {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (format !== policyFormat)
    return [{ path: 'format', message: `A compiled policy has the format ${policyFormat}.` }];
  return validate(schema as unknown as Schema, json);
}
