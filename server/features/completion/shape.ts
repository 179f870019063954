/** A shape as a tree; see `shapes.ts` for how it is written. */
export type Shape =
  | {
      readonly kind: 'word';
      readonly word: string /** The phrase that it begins: `at least`. */;
      readonly phrase?: string;
    }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'sequence'; readonly items: readonly Shape[] }
  | { readonly kind: 'choice'; readonly items: readonly Shape[] }
  | { readonly kind: 'optional'; readonly item: Shape }
  | { readonly kind: 'many'; readonly item: Shape };

/** Reads a shape as it is written. */
export function readShape(source: string): Shape {
  const tokens = source.split(/\s+/).filter((token) => token !== '');
  let at = 0;
  const shape = choice();
  if (at < tokens.length) throw new Error(`\`${tokens[at]}\` is too much in the shape ${source}`);
  return shape;

  function choice(): Shape {
    const items = [sequence()];
    while (tokens[at] === '|') {
      at++;
      items.push(sequence());
    }
    return items.length === 1 ? items[0]! : { kind: 'choice', items };
  }

  function sequence(): Shape {
    const items: Shape[] = [];
    while (at < tokens.length && !['|', ')', ')*', ']'].includes(tokens[at]!)) items.push(...item());
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  function item(): Shape[] {
    const token = tokens[at++]!;
    if (token === '(') {
      const inside = choice();
      return [tokens[at++] === ')*' ? { kind: 'many', item: inside } : inside];
    }
    if (token === '[') {
      const inside = choice();
      at++;
      return [{ kind: 'optional', item: inside }];
    }
    if (token.endsWith('…')) return list(one(token.slice(0, -1)));
    if (token.length > 1 && token.endsWith('*')) return [{ kind: 'many', item: one(token.slice(0, -1))[0]! }];
    return one(token);
  }
}

function one(token: string): Shape[] {
  if (/^[A-Z]+$/.test(token)) return [{ kind: 'named', name: token }];
  const words = token.replace('\\', '').split('_');
  const phrase = words.join(' ');
  return words.map((word, index) => ({ kind: 'word', word, ...(index === 0 ? { phrase } : {}) }));
}

function list(item: Shape[]): Shape[] {
  const comma: Shape = { kind: 'word', word: ',', phrase: ',' };
  return [...item, { kind: 'many', item: { kind: 'sequence', items: [comma, ...item] } }];
}
