import { type JsonToken, jsonTokens } from './jsonTokens.ts';

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or ]' | 'comma or }' | 'end';

const expectations: Readonly<Record<Expecting, string>> = {
  value: 'a value belongs here',
  'value or ]': 'a value or ] belongs here',
  key: 'a name in double quotes belongs here',
  'key or }': 'a name in double quotes or } belongs here',
  colon: 'a colon belongs here',
  'comma or ]': 'a comma or ] belongs here',
  'comma or }': 'a comma or } belongs here',
  end: 'nothing more belongs here',
};

/** The first place at which a text stops being JSON, and why; undefined where it is JSON. Never runs out of stack. */
export function jsonError(text: string): { offset: number; message: string } | undefined {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  for (const token of jsonTokens(text)) {
    if (token.kind === 'end' && expecting === 'end') return undefined;
    const next: Expecting | undefined =
      token.kind === 'bad' && token.why ? undefined : after(expecting, token, open);
    if (next === undefined) {
      const shown = token.kind === 'end' ? 'the end' : `“${text.slice(token.start, token.end).slice(0, 20)}”`;
      const why = token.kind === 'bad' && token.why ? token.why : `${expectations[expecting]}, not ${shown}`;
      return { offset: token.start, message: `This is not JSON: ${why}.` };
    }
    expecting = next;
  }
  return undefined;
}

/** What may follow a token; undefined where the token itself may not stand. */
function after(expecting: Expecting, { kind }: JsonToken, open: ('{' | '[')[]): Expecting | undefined {
  switch (expecting) {
    case 'value':
    case 'value or ]':
      if (kind === '{' || kind === '[') {
        open.push(kind);
        return kind === '{' ? 'key or }' : 'value or ]';
      }
      if (kind === ']' && expecting === 'value or ]') return closed(open);
      return kind === 'text' || kind === 'number' || kind === 'word' ? within(open) : undefined;
    case 'key':
    case 'key or }':
      if (kind === '}' && expecting === 'key or }') return closed(open);
      return kind === 'text' ? 'colon' : undefined;
    case 'colon':
      return kind === ':' ? 'value' : undefined;
    case 'comma or ]':
      return kind === ',' ? 'value' : kind === ']' ? closed(open) : undefined;
    case 'comma or }':
      return kind === ',' ? 'key' : kind === '}' ? closed(open) : undefined;
    case 'end':
      return undefined;
  }
}

function closed(open: ('{' | '[')[]): Expecting {
  open.pop();
  return within(open);
}

function within(open: readonly ('{' | '[')[]): Expecting {
  const innermost = open.at(-1);
  if (innermost === undefined) return 'end';
  return innermost === '{' ? 'comma or }' : 'comma or ]';
}
