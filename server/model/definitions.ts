import type { Declaration, Field, Name, Step, Text } from '../../grammar/ast.ts';
import type { Piece } from '../../grammar/tree.ts';
import { describeType, type Type, typeOfField, typeOfLiteral, unknownType } from './types.ts';

export const symbolKinds = [
  'policy',
  'field',
  'event',
  /** A datum of an event; `of` is the event. */
  'data',
  /** A word of a `one of`; `of` is the field, or `event.field`. */
  'value',
  'state',
  'calendar',
  'rate',
  'benchmark',
  'ladder',
  'dispute',
  /** `of` is the dispute. */
  'step',
  'right',
  'remedy',
  'permit',
  'report',
  'metric',
  'standard',
  'role',
  'person',
  'channel',
  'automation',
  'record',
  'regulation',
  'scenario',
] as const;
export type SymbolKind = (typeof symbolKinds)[number];

/** Names a symbol within a program. */
export interface SymbolKey {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What the name belongs to: a regulation, and for data, values and steps their owner. */
  readonly of?: string;
}

/** One name that a declaration gives, as far as its own text tells. Nodes are relative to its piece. */
export interface Definition extends SymbolKey {
  /** The name with what it belongs to: `acma-complaints.resolve`. */
  readonly path: string;
  /** The kind and the path: no two symbols that hold have the same. */
  readonly key: string;
  readonly node: Name | Text;
  readonly declaration: Declaration;
  /** The field, datum or step, where the name is not the declaration's own. */
  readonly part?: Field | Step;
  readonly documentation?: string;
  /** Of a field, a datum or a rate. */
  readonly type?: Type;
  readonly optional?: boolean;
  /** Changes whenever something changes that whoever merely names this could depend on. */
  readonly signature: string;
}

/** A name with what it belongs to. */
export function pathOf(name: string, of?: string): string {
  return of === undefined ? name : `${of}.${name}`;
}

const cache = new WeakMap<Piece, readonly Definition[]>();

/** Every name a piece gives, in the order written. */
export function definitionsOf(piece: Piece): readonly Definition[] {
  let found = cache.get(piece);
  if (!found) {
    found = piece.declaration ? define(piece.declaration).filter((each) => each.name !== '') : [];
    cache.set(piece, found);
  }
  return found;
}

function define(declaration: Declaration): Definition[] {
  switch (declaration.kind) {
    case 'import':
    case 'people':
      return [];
    case 'ticket':
      return declaration.clauses.flatMap((field) => defineField(declaration, field));
    case 'events':
      return declaration.names.map((name) => simple(declaration, 'event', name));
    case 'roles':
      return declaration.names.map((name) => simple(declaration, 'role', name));
    case 'scenario':
      return [simple(declaration, 'scenario', declaration.title)];
    case 'event':
      return [
        simple(declaration, 'event', declaration.name),
        ...declaration.clauses.flatMap((field) => defineField(declaration, field, declaration.name.text)),
      ];
    case 'rate':
      return [{ ...simple(declaration, 'rate', declaration.name), ...rateType(declaration) }];
    case 'dispute': {
      const self = simple(declaration, 'dispute', declaration.name, declaration.of?.text);
      const owner = self.of === undefined ? self.name : `${self.of}.${self.name}`;
      const steps = declaration.clauses.filter((clause) => clause.kind === 'step');
      return [
        self,
        ...steps.map((step) => ({
          ...simple(declaration, 'step', step.name, owner),
          part: step,
          documentation: step.documentation,
        })),
      ];
    }
    default:
      return [simple(declaration, declaration.kind, declaration.name, declaration.of?.text)];
  }
}

function simple(declaration: Declaration, kind: SymbolKind, node: Name | Text, of?: string): Definition {
  const name = node.kind === 'text' ? node.value : node.text;
  return {
    kind,
    name,
    of,
    path: pathOf(name, of),
    key: `${kind} ${pathOf(name, of)}`,
    node,
    declaration,
    documentation: declaration.documentation,
    signature: '+',
  };
}

function defineField(declaration: Declaration, field: Field, event?: string): Definition[] {
  const type = typeOfField(field, event);
  const self: Definition = {
    ...simple(declaration, event === undefined ? 'field' : 'data', field.name, event),
    part: field,
    documentation: field.documentation,
    type,
    optional: field.optional,
    signature: describeType(type),
  };
  if (field.type.kind !== 'one-of') return [self];
  const owner = event === undefined ? self.name : `${event}.${self.name}`;
  const values = field.type.values.map((value) => ({
    ...simple(declaration, 'value', value, owner),
    part: field,
    documentation: field.documentation,
  }));
  return [self, ...values];
}

function rateType(declaration: Declaration & { kind: 'rate' }): Pick<Definition, 'type' | 'signature'> {
  const line = declaration.clauses.find((clause) => clause.kind === 'rate-line');
  const type = line ? typeOfLiteral(line.value) : unknownType;
  return { type, signature: describeType(type) };
}
