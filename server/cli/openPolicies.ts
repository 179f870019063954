import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createWorkspace, type Workspace } from '../model/workspace.ts';
import { findPolicies } from './input/findPolicies.ts';
import { readStandardInput } from './input/readStandardInput.ts';
import { type ReadText, readText } from './input/readText.ts';
import type { Io } from './io.ts';

/** The policies that a command line names, ready to be asked about. */
export interface OpenedPolicies {
  workspace: Workspace;
  /** In the order named. */
  uris: string[];
  /** Files that are there but are no text, in sentences. */
  unusable: string[];
  /** A file as the user would name it. */
  nameOf(uri: string): string;
}

/** What stands for standard input where a file is needed: imports start from the current folder. */
const inputName = 'standard input';

/**
 * Opens files, folders, patterns and `-`. Gives a sentence where the command line names nothing. `input` is standard
 * input where it has been read already.
 */
export async function openPolicies(
  operands: readonly string[],
  io: Io,
  input?: ReadText,
): Promise<OpenedPolicies | string> {
  const found = findPolicies(operands, io.cwd);
  if (!found.ok) return found.message;
  const inputUri = pathToFileURL(resolve(io.cwd, inputName)).href;
  const unusable: string[] = [];
  const nameOf = (uri: string): string => (uri === inputUri ? inputName : shownPath(uri, io.cwd));
  const workspace = createWorkspace({
    read: (uri) => {
      if (!uri.startsWith('file:')) return undefined;
      const read = readText(fileURLToPath(uri));
      return read.ok ? read.text : undefined;
    },
  });
  const uris: string[] = [];
  if (operands.includes('-')) {
    const read = input ?? (await readStandardInput(io));
    if (!read.ok) unusable.push(`Standard input ${read.why}.`);
    else {
      workspace.set(inputUri, read.text);
      uris.push(inputUri);
    }
  }
  for (const path of found.paths) {
    const uri = pathToFileURL(path).href;
    const read = readText(path);
    if (read.ok) {
      workspace.set(uri, read.text);
      uris.push(uri);
    } else unusable.push(`${shownPath(uri, io.cwd)} ${read.why}.`);
  }
  return { workspace, uris, unusable, nameOf };
}

function shownPath(uri: string, cwd: string): string {
  if (!uri.startsWith('file:')) return uri;
  const path = fileURLToPath(uri);
  const near = relative(cwd, path);
  return (near.length > path.length ? path : near).split(sep).join('/');
}
