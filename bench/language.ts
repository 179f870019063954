import assert from 'node:assert/strict';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../server/checks/check.ts';
import { createWorkspace, type Workspace } from '../server/model/workspace.ts';
import { type Figure, milliseconds, ratio } from './figure.ts';
import { jsonText } from './generate/jsonText.ts';
import { policyText } from './generate/policyText.ts';
import { medianMs, quantile } from './measure.ts';

const uri = 'file:///bench.slapolicy';
const lines = 10_000;
const edits = 600;

/** Reading a long file beside a JSON file of the same bytes, and one keystroke in the middle of it. */
export async function language(): Promise<Figure[]> {
  const text = policyText(lines);
  const problems = check(opened(text), uri).filter((problem) => problem.severity === 'error');
  assert.deepEqual(problems.slice(0, 3), [], 'the generated policy has mistakes');
  const ours = await medianMs(() => check(opened(text), uri));
  const theirs = await jsonMs(text.length);
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
      name: 'one character in the middle, text change to diagnostics',
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

async function jsonMs(bytes: number): Promise<number> {
  const { text, schema } = jsonText(bytes);
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'bench://schema', fileMatch: ['*'], schema }] });
  const validate = async () => {
    const document = TextDocument.create('file:///bench.json', 'json', 1, text);
    return service.doValidation(document, service.parseJSONDocument(document));
  };
  assert.deepEqual(await validate(), []);
  return medianMs(validate);
}

/** Adds and takes away a digit of a number in the middle of the file. */
function editMs(text: string): number[] {
  const at = text.indexOf('business days', text.length / 2) - 1;
  const longer = `${text.slice(0, at)}1${text.slice(at)}`;
  const workspace = opened(text);
  check(workspace, uri);
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const started = performance.now();
    workspace.set(uri, i % 2 === 0 ? longer : text);
    check(workspace, uri);
    times.push(performance.now() - started);
  }
  return times.slice(200);
}
