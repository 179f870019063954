/** A JSON text of exactly so many bytes that says the like of a policy, and the schema it is valid against. */
export function jsonText(bytes: number): { text: string; schema: object } {
  const benchmarks: object[] = [];
  const write = () => JSON.stringify({ title: 'A policy of many lines', benchmarks, padding: '' }, null, 2);
  let text = write();
  const first = JSON.stringify(benchmark(1), null, 2).length * 1.3;
  for (let n = 1; text.length < bytes; n++) {
    benchmarks.push(benchmark(n));
    if (n % 50 === 0 || bytes - text.length < 60 * first) text = write();
  }
  while (text.length > bytes) {
    benchmarks.pop();
    text = write();
  }
  return { text: text.replace('"padding": ""', `"padding": "${'x'.repeat(bytes - text.length)}"`), schema };
}

function benchmark(n: number): object {
  return {
    id: `resolve-${n}`,
    cites: `Standard 2018, s ${n}`,
    appliesWhen: { field: 'category', is: 'complaint' },
    from: 'received',
    until: 'resolved',
    counts: [{ calendar: `office-${n}`, when: { field: 'region', is: 'nsw' } }, { calendar: 'office-1' }],
    within: [
      { amount: 2, unit: 'business days', when: { field: 'priority', is: 'urgent' } },
      { amount: 10, unit: 'business days' },
    ],
    attain: { percent: 90, each: 'quarter' },
  };
}

const condition = {
  type: 'object',
  properties: { field: { type: 'string', pattern: '^[a-z-]+$' }, is: { type: 'string' } },
  required: ['field', 'is'],
  additionalProperties: false,
};

const schema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    padding: { type: 'string' },
    benchmarks: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', pattern: '^[a-z0-9-]+$' },
          cites: { type: 'string' },
          appliesWhen: condition,
          from: { enum: ['received', 'acknowledged', 'resolved'] },
          until: { enum: ['received', 'acknowledged', 'resolved'] },
          counts: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: { calendar: { type: 'string' }, when: condition },
              required: ['calendar'],
              additionalProperties: false,
            },
          },
          within: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: {
                amount: { type: 'number', minimum: 0 },
                unit: { enum: ['hours', 'days', 'business hours', 'business days'] },
                when: condition,
              },
              required: ['amount', 'unit'],
              additionalProperties: false,
            },
          },
          attain: {
            type: 'object',
            properties: {
              percent: { type: 'number', maximum: 100 },
              each: { enum: ['month', 'quarter', 'year'] },
            },
            required: ['percent'],
          },
        },
        required: ['id', 'from', 'until', 'within'],
        additionalProperties: false,
      },
    },
  },
  required: ['title', 'benchmarks'],
};
