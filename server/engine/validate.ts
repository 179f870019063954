/** The part of JSON Schema (draft 7) that is written for the compiled policy, and no more of it. */
export interface Schema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  /** One schema for all items, or one for each place. */
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What is wrong, and where: `benchmarks/0/rows/1/target`; the path of the whole is empty. */
export interface SchemaProblem {
  path: string;
  message: string;
}

const mostProblems = 20;
/** Nothing that was compiled is nested so deeply; what is would only exhaust the stack. */
const mostLevels = 500;

/** Where a value differs from a schema; the first twenty places. Empty for a value that fits. Never throws for JSON. */
export function validate(schema: Schema, value: unknown): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const inspection: Inspection = {
    definitions: schema.definitions ?? {},
    report: (path, message) => problems.push({ path, message }),
    full: () => problems.length >= mostProblems,
  };
  inspect(inspection, schema, value, '', 0);
  return problems;
}

interface Inspection {
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly report: (path: string, message: string) => unknown;
  readonly full: () => boolean;
}

function inspect(inspection: Inspection, schema: Schema, value: unknown, path: string, level: number): void {
  if (inspection.full()) return;
  if (level > mostLevels) {
    inspection.report(path, 'is nested too deeply');
    return;
  }
  if (schema.$ref !== undefined) inspect(inspection, resolve(inspection, schema.$ref), value, path, level);
  if (schema.type !== undefined && !hasType(schema.type, value)) {
    inspection.report(path, `must be ${typeWords(schema.type)}`);
    return;
  }
  if (schema.const !== undefined && value !== schema.const)
    inspection.report(path, `must be ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value))
    inspection.report(path, `must be one of ${schema.enum.map((each) => JSON.stringify(each)).join(', ')}`);
  if (schema.anyOf) inspectChoice(inspection, schema.anyOf, value, path, level);
  if (Array.isArray(value)) inspectItems(inspection, schema, value, path, level);
  else if (typeof value === 'object' && value !== null)
    inspectProperties(inspection, schema, value, path, level);
}

/** An alternative without a value's marks cannot fit, so mostly one is left, and what is wrong with it is what is wrong. */
function inspectChoice(
  inspection: Inspection,
  choices: readonly Schema[],
  value: unknown,
  path: string,
  level: number,
): void {
  const meant = choices.filter((choice) => bearsMarks(inspection, choice, value));
  if (meant.length === 1) inspect(inspection, meant[0]!, value, path, level);
  else if (!meant.some((choice) => accepts(inspection, choice, value, level)))
    inspection.report(path, 'is none of the forms that can stand here');
}

function accepts(inspection: Inspection, schema: Schema, value: unknown, level: number): boolean {
  let ok = true;
  const silent = {
    ...inspection,
    report: () => {
      ok = false;
    },
    full: () => !ok,
  };
  inspect(silent, schema, value, '', level);
  return ok;
}

/** Whether a value is of an alternative's type and has its constants, such as `kind`. */
function bearsMarks(inspection: Inspection, schema: Schema, value: unknown): boolean {
  if (schema.$ref !== undefined) return bearsMarks(inspection, resolve(inspection, schema.$ref), value);
  if (schema.type !== undefined && !hasType(schema.type, value)) return false;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  return Object.entries(schema.properties ?? {}).every(([key, property]) => {
    if (property.const === undefined && !property.enum) return true;
    if (!Object.hasOwn(value, key)) return !schema.required?.includes(key);
    return accepts(inspection, property, value[key as keyof typeof value], 0);
  });
}

function inspectItems(
  inspection: Inspection,
  schema: Schema,
  value: readonly unknown[],
  path: string,
  level: number,
): void {
  const { items, minItems, maxItems } = schema;
  if (minItems !== undefined && value.length < minItems)
    inspection.report(path, `must have at least ${minItems} items`);
  if (maxItems !== undefined && value.length > maxItems)
    inspection.report(path, `must have at most ${maxItems} items`);
  for (let i = 0; i < value.length && !inspection.full(); i++) {
    const item = isTuple(items) ? items[i] : items;
    if (item) inspect(inspection, item, value[i], join(path, i), level + 1);
  }
}

function isTuple(items: Schema['items']): items is readonly Schema[] {
  return Array.isArray(items);
}

function inspectProperties(
  inspection: Inspection,
  schema: Schema,
  value: object,
  path: string,
  level: number,
): void {
  const properties = schema.properties ?? {};
  for (const key of schema.required ?? [])
    if (!Object.hasOwn(value, key)) inspection.report(join(path, key), 'is missing');
  // In the schema's order, so that an alternative is ruled out by its mark before anything below is looked at.
  for (const [key, property] of Object.entries(properties))
    if (Object.hasOwn(value, key))
      inspect(inspection, property, value[key as keyof typeof value], join(path, key), level + 1);
  if (schema.additionalProperties !== false) return;
  for (const key of Object.keys(value))
    if (!Object.hasOwn(properties, key) && !inspection.full())
      inspection.report(join(path, key), 'is not known here');
}

function resolve({ definitions }: Inspection, reference: string): Schema {
  const name = decodeURIComponent(reference.slice('#/definitions/'.length));
  return definitions[name]!;
}

function join(path: string, key: string | number): string {
  const name = typeof key === 'string' && key.length > 60 ? `${key.slice(0, 57)}…` : key;
  return path === '' ? String(name) : `${path}/${name}`;
}

function hasType(type: string | readonly string[], value: unknown): boolean {
  return typeof type === 'string' ? isOfType(type, value) : type.some((each) => isOfType(each, value));
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const words: Record<string, string> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function typeWords(type: string | readonly string[]): string {
  const types = typeof type === 'string' ? [type] : type;
  return types.map((each) => words[each] ?? each).join(' or ');
}
