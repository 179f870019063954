import { positionAt } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import type { Workspace } from '../../model/workspace.ts';

/** A place as programs read it; lines and columns count from 1, columns in UTF-16 units, the end exclusive. */
export interface JsonPlace {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface JsonProblem extends JsonPlace {
  code: string;
  severity: Problem['severity'];
  message: string;
  related: (JsonPlace & { message: string })[];
  fix?: { title: string; edits: (JsonPlace & { text: string })[] };
}

export interface PlacesInContext {
  workspace: Pick<Workspace, 'source'>;
  nameOf(uri: string): string;
}

/** Problems with lines and columns instead of offsets. */
export function problemJson(problem: Problem, context: PlacesInContext): JsonProblem {
  const { code, severity, message, related, fix } = problem;
  return {
    code,
    severity,
    message,
    ...jsonPlace(problem, context),
    related: related.map((place) => ({ message: place.message, ...jsonPlace(place, context) })),
    ...(fix && {
      fix: {
        title: fix.title,
        edits: fix.edits.map((edit) => ({ ...jsonPlace(edit, context), text: edit.text })),
      },
    }),
  };
}

export function jsonPlace(
  place: { uri: string; start: number; end: number },
  { workspace, nameOf }: PlacesInContext,
): JsonPlace {
  const document = workspace.source(place.uri);
  const from = document ? positionAt(document, place.start) : { line: 0, character: 0 };
  const to = document ? positionAt(document, place.end) : from;
  return {
    file: nameOf(place.uri),
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
