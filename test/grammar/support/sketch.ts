/** A tree on one line: names as they are, literals by their kind, and what is empty or false left out. */
export function sketch(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sketch).join(' ')}]`;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const node = value as { kind?: string; text?: string; value?: unknown };
  if (node.kind === 'name' || node.kind === 'code') return node.text as string;
  if (node.kind === 'text' && typeof node.value === 'string') return JSON.stringify(node.value);
  const parts = Object.entries(value)
    .filter(([key, each]) => !['kind', 'start', 'end'].includes(key) && !isNothing(each))
    .map(([key, each]) => `${key}:${sketch(each)}`);
  return `(${[node.kind ?? '', ...parts].join(' ').trim()})`;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
