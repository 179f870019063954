import assert from 'node:assert/strict';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../server/checks/check.ts';
import { createWorkspace, type Workspace } from '../server/model/workspace.ts';
import { type Figure, milliseconds, ratio } from './figure.ts';
import { jsonText } from './generate/jsonText.ts';
import { policyText } from './generate/policyText.ts';
import { seeded } from './generate/random.ts';
import { besideMs, quantile } from './measure.ts';

const uri = 'file:///bench.slapolicy';
const lines = 10_000;
const edits = 1500;

/** Reading a long file beside a JSON file of the same bytes, and one keystroke in the middle of it. */
export async function language(): Promise<Figure[]> {
  const text = policyText(lines);
  const problems = check(opened(text), uri).filter((problem) => problem.severity === 'error');
  assert.deepEqual(problems.slice(0, 3), [], 'the generated policy has mistakes');
  const { ours, theirs } = await besideMs(() => check(opened(text), uri), await jsonReader(text.length));
  const keystrokes = editMs(text);
  const p95 = quantile(keystrokes, 0.95);
  return [
    {
      name: `lex, parse, model and checks of ${lines.toLocaleString('en')} lines (${Math.round(text.length / 1000)} kB)`,
      ours: `${milliseconds(ours)}, ${ratio(ours, theirs)}`,
      beside: `JSON language service, parse and validate the same bytes: ${milliseconds(theirs)}`,
      goal: '≤ 3×',
      met: ours <= 3 * theirs,
    },
    {
      name: 'one character typed in the middle, text change to diagnostics',
      ours: `p50 ${milliseconds(quantile(keystrokes, 0.5))}, p95 ${milliseconds(p95)}`,
      goal: 'p95 ≤ 10 ms',
      met: p95 <= 10,
    },
  ];
}

function opened(text: string): Workspace {
  const workspace = createWorkspace({ read: () => undefined });
  workspace.set(uri, text);
  return workspace;
}

async function jsonReader(bytes: number): Promise<() => Promise<unknown>> {
  const { text, schema } = jsonText(bytes);
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'bench://schema', fileMatch: ['*'], schema }] });
  const validate = async () => {
    const document = TextDocument.create('file:///bench.json', 'json', 1, text);
    return service.doValidation(document, service.parseJSONDocument(document));
  };
  assert.deepEqual(await validate(), []);
  return validate;
}

/** The times of single keystrokes, once the reader is warm. */
function editMs(text: string): number[] {
  const workspace = opened(text);
  check(workspace, uri);
  const times: number[] = [];
  for (const typed of keystrokes(text)) {
    const started = performance.now();
    workspace.set(uri, typed);
    check(workspace, uri);
    times.push(performance.now() - started);
    if (times.length === edits) break;
  }
  return times.slice(edits / 3);
}

/**
 * Somebody writes a clause into a benchmark somewhere in the middle tenth of a text, character by character, and takes
 * it away again, and so on without end: broken and whole texts, and names that are not yet known.
 */
function* keystrokes(text: string): Generator<string> {
  const random = seeded(1);
  while (true) {
    const near = text.length * (0.45 + 0.1 * random());
    const at = text.indexOf('\n', text.indexOf('  from    received', near));
    const clause = `\n  counts  office-${1 + Math.floor(100 * random())} when region is "vic"`;
    const typed = (length: number) => text.slice(0, at) + clause.slice(0, length) + text.slice(at);
    for (let length = 1; length <= clause.length; length++) yield typed(length);
    for (let length = clause.length - 1; length >= 0; length--) yield typed(length);
  }
}
