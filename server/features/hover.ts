import type { Hover, Position } from 'vscode-languageserver-types';
import type { Name } from '../../grammar/ast.ts';
import type { Policy } from '../engine/policy.ts';
import { resolveReference } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { aboutLiteral } from './hover/aboutLiteral.ts';
import { aboutSymbol } from './hover/aboutSymbol.ts';
import { aboutWord } from './hover/aboutWord.ts';
import { rangeOf } from './ranges.ts';
import { type Spot, spotAt } from './spot.ts';

export interface HoverOptions {
  /** The compiled policy, where it is at hand: calendars then tell their next closed days. */
  readonly policy?: Policy;
  /** The local date from which "next" counts. */
  readonly today?: string;
}

/** What the word, the value or the name at a position means, in Markdown. */
export function findHover(
  workspace: Workspace,
  uri: string,
  position: Position,
  options: HoverOptions = {},
): Hover | undefined {
  const spot = spotAt(workspace, uri, position);
  if (!spot) return undefined;
  return aboutName(spot, options) ?? aboutValue(spot) ?? aboutKeyword(spot);
}

function aboutName(spot: Spot, options: HoverOptions): Hover | undefined {
  const { program, placed } = spot;
  const name = spot.nodes.at(-1);
  if (name?.kind !== 'name' && name?.kind !== 'text') return undefined;
  const symbol = resolveReference(program, placed, name as Name);
  return symbol && show(spot, name, aboutSymbol(program, symbol, options));
}

/** The outermost of a literal's nodes: a duration, not one of its parts. */
function aboutValue(spot: Spot): Hover | undefined {
  for (const node of spot.nodes) {
    const text = aboutLiteral(node);
    if (text) return show(spot, node, text);
  }
  return undefined;
}

function aboutKeyword(spot: Spot): Hover | undefined {
  const found = aboutWord(spot);
  return found && show(spot, found, found.text);
}

function show(
  { document, placed }: Spot,
  { start, end }: { start: number; end: number },
  text: string,
): Hover {
  return {
    contents: { kind: 'markdown', value: text },
    range: rangeOf(document, placed.offset + start, placed.offset + end),
  };
}
