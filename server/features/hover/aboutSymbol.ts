import type { Declaration } from '../../../grammar/ast.ts';
import type { Policy } from '../../engine/policy.ts';
import type { Definition } from '../../model/definitions.ts';
import type { PolicySymbol, Program } from '../../model/program.ts';
import { kindWords } from '../../model/typing/names.ts';
import { excerptOf } from '../excerpt.ts';
import { fileName } from '../fileName.ts';
import { longestDisputeNote, longestWait } from './longest.ts';
import { nextClosedDays } from './nextClosedDays.ts';

/** A named thing: its declaration, its documentation, and a sentence that says what it is and where it stands. */
export function aboutSymbol(
  program: Program,
  symbol: PolicySymbol,
  { policy, today }: { policy?: Policy; today?: string },
): string {
  const { definition, placed } = symbol;
  const computed = policy ? computedNote(policy, definition, today) : '';
  return [
    fenced(excerptOf(placed.piece, definition)),
    definition.documentation,
    `${sentence(program, symbol)}${rowsNote(definition.declaration)}`,
    computed,
  ]
    .filter((part) => part)
    .join('\n\n');
}

/** What only the compiled policy knows. */
function computedNote(policy: Policy, { kind, name, path }: Definition, today: string | undefined): string {
  switch (kind) {
    case 'calendar':
      return nextClosedDays(policy, name, today);
    case 'benchmark':
      return longestWait(policy, path);
    case 'dispute':
      return longestDisputeNote(policy, path);
    default:
      return '';
  }
}

export function fenced(text: string): string {
  return `\`\`\`slapolicy\n${text}\n\`\`\``;
}

function sentence({ uri }: Program, { definition, document }: PolicySymbol): string {
  const { kind, of } = definition;
  const words = kindWords[kind];
  const what = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  const owner = of === undefined ? '' : ` of \`${of}\``;
  const where = document.uri === uri ? '' : `, declared in \`${fileName(document.uri)}\``;
  return `${what}${owner}${where}.`;
}

/** What a reader of several rows may not know. */
function rowsNote(declaration: Declaration): string {
  if (declaration.kind !== 'benchmark') return '';
  const rows = declaration.clauses.filter((clause) => clause.kind === 'within').length;
  return rows > 1 ? ' Its rows are tried in order, and the first that fits holds.' : '';
}
