import { pageOf } from '../../checks/pageOf.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import { codePages } from '../codePages.ts';
import { version } from '../version.ts';
import { type JsonPlace, jsonPlace, type PlacesInContext } from './problemJson.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Problems as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0), as code-scanning services read it. */
export function sarifLog(problems: readonly Problem[], context: PlacesInContext): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'slapolicy', version: version(), rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, codes, context)),
      },
    ],
  };
}

function ruleOf(code: string): object {
  const page = codePages.get(code);
  return {
    id: code,
    ...(page && {
      shortDescription: { text: page.title },
      fullDescription: { text: page.explain },
      ...(page.severity !== 'finding' && { defaultConfiguration: { level: levels[page.severity] } }),
    }),
    help: { text: `slapolicy explain ${code}; ${pageOf(code)}` },
  };
}

function resultOf(problem: Problem, codes: readonly string[], context: PlacesInContext): object {
  const { code, severity, message, related, fix } = problem;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(jsonPlace(problem, context)) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: physicalLocation(jsonPlace(place, context)),
      })),
    }),
    ...(fix && { fixes: [fixOf(fix, context)] }),
  };
}

function fixOf(fix: NonNullable<Problem['fix']>, context: PlacesInContext): object {
  const files = [...new Set(fix.edits.map(({ uri }) => uri))];
  return {
    description: { text: fix.title },
    artifactChanges: files.map((uri) => ({
      artifactLocation: artifactLocation(context.nameOf(uri)),
      replacements: fix.edits
        .filter((edit) => edit.uri === uri)
        .map((edit) => ({
          deletedRegion: regionOf(jsonPlace(edit, context)),
          insertedContent: { text: edit.text },
        })),
    })),
  };
}

function physicalLocation(place: JsonPlace): object {
  return { artifactLocation: artifactLocation(place.file), region: regionOf(place) };
}

/** A path as the relative address that SARIF wants. */
function artifactLocation(file: string): object {
  return { uri: file.split('/').map(encodeURIComponent).join('/') };
}

function regionOf({ line, column, endLine, endColumn }: JsonPlace): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
