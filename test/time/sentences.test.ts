import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codePages } from '../../server/cli/codePages.ts';
import { compile } from '../../server/compile/compile.ts';
import { judge } from '../../server/compile/judge.ts';
import type { Scenario } from '../../server/compile/scenarios.ts';
import { type Engine, loadEngine } from '../../server/engine/runtime.ts';
import { simulate } from '../../server/engine/simulation/simulate.ts';
import { createWorkspace } from '../../server/model/workspace.ts';

/**
 * The three tables of time: what is counted, what moves a clock, what hangs on a clock. `sentences.txt` has a row for
 * each sentence of `docs/language/time.md`, with the scenarios of this folder that hold it; a sentence that is added
 * there needs one here.
 */
interface Row {
  sentence: string;
  scenarios: { file: string; title: string }[];
}

const here = new URL('./', import.meta.url);
const tables = readTables(readFileSync(new URL('sentences.txt', here), 'utf8'));
const page = readPage(readFileSync(new URL('../../docs/language/time.md', here), 'utf8'));
const workspace = createWorkspace({ read: (uri) => readFileSync(new URL(uri), 'utf8') });
const files = new Map<string, { engine: Engine; scenarios: readonly Scenario[] }>();

for (const [title, rows] of tables) {
  describe(`time: ${title}`, () => {
    it('has a row for each sentence', () => {
      assert.deepEqual(
        rows.map(({ sentence }) => sentence),
        page.get(title),
      );
    });
    for (const { sentence, scenarios } of rows) {
      it(sentence, () => {
        assert.ok(scenarios.length > 0, 'no scenario holds this sentence');
        for (const scenario of scenarios) holds(scenario);
      });
    }
  });
}

describe('time', () => {
  it('has three tables', () => assert.deepEqual([...tables.keys()], [...page.keys()]));
});

function holds({ file, title }: Row['scenarios'][number]): void {
  if (file === 'check') {
    assert.ok(codePages.has(title), title);
    return;
  }
  const { engine, scenarios } = opened(file);
  const scenario = scenarios.find((each) => each.title === title);
  assert.ok(scenario, `${file} has no scenario “${title}”`);
  const outcome = simulate(engine, scenario.ticket, { asOf: scenario.asOf, reasons: true });
  for (const expectation of scenario.expect) {
    const { ok, expected, actual } = judge(expectation, outcome, engine);
    assert.ok(ok, `${title}: expected ${expected}, but was ${actual}`);
  }
}

function opened(file: string): { engine: Engine; scenarios: readonly Scenario[] } {
  const known = files.get(file);
  if (known) return known;
  const { policy, scenarios } = compile(workspace.program(new URL(`${file}.slapolicy`, here).href));
  assert.ok(policy, file);
  const loaded = { engine: loadEngine(policy), scenarios };
  files.set(file, loaded);
  return loaded;
}

/** After a line of introduction `## table`, then sentences, each with its scenarios below it: `  file: title`. */
function readTables(text: string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  let rows: Row[] = [];
  for (const line of text.split('\n')) {
    const scenario = /^ {2}([\w-]+): (.+)$/.exec(line);
    if (line.startsWith('## ')) {
      rows = [];
      found.set(line.slice(3), rows);
    } else if (scenario) rows[rows.length - 1]!.scenarios.push({ file: scenario[1]!, title: scenario[2]! });
    else if (line.trim() !== '' && found.size > 0) rows.push({ sentence: line.trim(), scenarios: [] });
  }
  return found;
}

/** The sentences below each heading of a page, without the marks of lists and of bold text. */
function readPage(markdown: string): Map<string, string[]> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const paragraphs = lines
        .join('\n')
        .split(/\n\s*\n|\n(?=\d\. )/)
        .map((each) => each.trim().replace(/^\d\. /, ''))
        // A paragraph's name is no sentence.
        .map((each) => each.replace(/^\*\*[^*]*\.\*\*/, '').replaceAll('**', ''))
        .map((each) => each.replace(/\s+/g, ' ').trim());
      return [title, paragraphs.filter((each) => each !== '').flatMap(sentencesOf)];
    }),
  );
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.])\s+(?=[A-Z`])/).map((each) => each.trim());
}
