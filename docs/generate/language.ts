import { readFileSync } from 'node:fs';
import {
  type BlockName,
  type ClauseEntry,
  clausesOf,
  connectingWords,
  declarationEntry,
  declarationWords,
  linesOf,
  typeWords,
  unitWords,
  windowWords,
} from '../../grammar/keywords.ts';
import { replaceSection } from './section.ts';

/** The reference of declarations and clauses, from the table of words that the parser and the editor use. */
export function files(): Map<string, string> {
  const path = 'docs/language.md';
  const page = replaceSection(readFileSync(path, 'utf8'), 'declarations', declarations());
  return new Map([[path, replaceSection(page, 'words', words())]]);
}

function declarations(): string {
  const index = declarationWords.map((word) => `[\`${word}\`](#${word})`).join(' · ');
  return [index, ...declarationWords.map(declaration)].join('\n\n');
}

function declaration(word: (typeof declarationWords)[number]): string {
  const { meaning, syntax, example } = declarationEntry(word);
  const parts = [`### ${word}`, meaning, block(syntax), `For example \`${example}\`.`];
  const clauses = clauseTable(word);
  if (clauses) parts.push(clauses);
  if (word === 'dispute') parts.push('#### step', 'A step of the dispute.', clauseTable('step'));
  return parts.join('\n\n');
}

function clauseTable(name: BlockName): string {
  const lines = linesOf(name);
  const rows = [
    ...Object.entries(clausesOf(name)).map(([word, entry]) => row(`\`${word}\``, entry)),
    ...(lines ? [row('*(a line without a word of its own)*', lines)] : []),
  ];
  return rows.length === 0 ? '' : ['| clause | says | written | |', '|---|---|---|---|', ...rows].join('\n');
}

function row(word: string, { meaning, syntax, example, required, repeated }: ClauseEntry): string {
  const how = [required && 'required', repeated && 'may be repeated'].filter(Boolean).join(', ');
  return `| ${word} | ${cell(meaning)}<br>\`${cell(example)}\` | \`${cell(syntax)}\` | ${how} |`;
}

function words(): string {
  const groups: [string, Readonly<Record<string, string>>][] = [
    ['Connecting words, reserved everywhere', connectingWords],
    ['Types of fields', typeWords],
    ['Units', unitWords],
    ['Windows', windowWords],
  ];
  return groups
    .map(([title, table]) =>
      [
        `**${title}**`,
        '',
        '| word | means |',
        '|---|---|',
        ...Object.entries(table).map(([word, meaning]) => `| \`${word}\` | ${cell(meaning)} |`),
      ].join('\n'),
    )
    .join('\n\n');
}

function block(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}

/** A bar would end the cell, also inside code. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
