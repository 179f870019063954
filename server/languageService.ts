import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { findCodeActions } from './features/codeActions.ts';
import { createCompiled } from './features/compiled.ts';
import { findCompletions, resolveCompletion } from './features/completion.ts';
import { findDefinition } from './features/definition.ts';
import { findDiagnostics } from './features/diagnostics.ts';
import { findDocumentSymbols } from './features/documentSymbols.ts';
import { exportPolicy, whyNot } from './features/exportPolicy.ts';
import { type Formatting, findFormatting } from './features/formatting.ts';
import { findHover } from './features/hover.ts';
import { findScenarios } from './features/scenarios.ts';
import { simulateScenario, simulateTickets } from './features/simulate.ts';
import { createWorkspace, type FileHost } from './model/workspace.ts';
import type { Answer, ScenarioItem } from './protocol.ts';

export interface ServiceOptions {
  /** The only way to files. */
  readonly host: FileHost;
  /** The address under which `docs/diagnostics/` lies; without it diagnostics have no links. */
  readonly pages?: string;
  /** Whether the editor can take completions with places to fill in. */
  readonly snippets?: boolean;
  /** Names of time zones to offer. */
  readonly zones?: () => readonly string[];
  /** The version of the machine's time zone data. */
  readonly zoneData?: string;
  /** The local date, from which a calendar tells its next closed days. */
  readonly today?: () => string;
}

/**
 * Everything an editor can ask about policies, without any transport: one method a feature. Nothing here throws for
 * bad input, and what is not there gives an empty answer. Positions are zero-based lines and UTF-16 characters.
 */
export interface LanguageService {
  /** The text of a file as it stands in an editor, saved or not. */
  open(uri: string, text: string): void;
  /** Closed in the editor: what is on disk holds again. */
  close(uri: string): void;
  /** Whether something rests on a file, be it there or not. */
  knows(uri: string): boolean;
  /** A file changed on disk. */
  invalidate(uri: string): void;
  /** Reads a file that may import others, so that these are judged together with it. */
  learn(uri: string): void;
  /** Whether one of two files is part of what the other means. */
  belongTogether(a: string, b: string): boolean;

  /** What shows without compiling the policy; cheap enough for every keystroke. */
  diagnostics(uri: string): Diagnostic[];
  /** All of it. */
  allDiagnostics(uri: string): Promise<Diagnostic[]>;
  hover(uri: string, position: Position): Hover | undefined;
  completion(uri: string, position: Position): CompletionItem[];
  resolveCompletion(item: CompletionItem): CompletionItem;
  definition(uri: string, position: Position): Location | undefined;
  documentSymbols(uri: string): DocumentSymbol[];
  formatting(uri: string): Formatting;

  /** What mends the problems in a range; `only` are the kinds that are wanted. */
  codeActions(uri: string, range: Range, only?: readonly string[]): CodeAction[];

  scenarios(uri: string): ScenarioItem[];
  simulateScenario(uri: string, title: string): Promise<Answer>;
  /** Runs the tickets of a text, NDJSON or a JSON array. */
  simulateTickets(uri: string, tickets: string): Promise<Answer>;
  exportPolicy(uri: string): Promise<Answer>;
}

export function createLanguageService(options: ServiceOptions): LanguageService {
  const { pages, zoneData, snippets = false, zones = () => [] } = options;
  const workspace = createWorkspace(options.host);
  const compiled = createCompiled(zoneData);
  const compiledAround = (uri: string) => compiled.of(workspace.programAround(uri));

  return {
    open: workspace.set,
    close: workspace.remove,
    knows: workspace.knows,
    invalidate: workspace.invalidate,
    learn: (uri) => void workspace.document(uri),
    belongTogether: (a, b) => isPartOf(a, b) || isPartOf(b, a),

    diagnostics: (uri) => findDiagnostics(workspace, uri, { pages }),
    allDiagnostics: async (uri) => {
      const result = await compiledAround(uri);
      return findDiagnostics(workspace, uri, {
        pages,
        compile: (program) => compiled.known(program) ?? result,
      });
    },
    hover: (uri, position) => {
      const policy = compiled.known(workspace.programAround(uri))?.policy;
      return findHover(workspace, uri, position, { policy, today: options.today?.() });
    },
    completion: (uri, position) => findCompletions(workspace, uri, position, { snippets, zones }),
    resolveCompletion: (item) => resolveCompletion(workspace, item),
    definition: (uri, position) => findDefinition(workspace, uri, position),
    documentSymbols: (uri) => findDocumentSymbols(workspace, uri),
    formatting: (uri) => findFormatting(workspace, uri),

    codeActions: (uri, range, only) => {
      const result = compiled.known(workspace.programAround(uri));
      return findCodeActions(workspace, uri, range, {
        ...(only && { only }),
        ...(result && { compile: () => result }),
        zones,
      });
    },

    scenarios: (uri) => findScenarios(workspace, uri),
    simulateScenario: async (uri, title) => {
      const result = await compiledAround(uri);
      const scenario = result.scenarios.find((each) => each.uri === uri && each.title === title);
      if (!result.policy) return { ok: false, message: whyNot(result.problems) };
      if (!scenario)
        return { ok: false, message: `The scenario “${title}” cannot be run because of its errors.` };
      return { ok: true, name: title, text: simulateScenario(result.policy, scenario) };
    },
    simulateTickets: async (uri, tickets) => {
      const { policy, problems } = await compiledAround(uri);
      if (!policy) return { ok: false, message: whyNot(problems) };
      return { ok: true, name: policy.id, text: simulateTickets(policy, tickets) };
    },
    exportPolicy: async (uri) => exportPolicy(await compiledAround(uri)),
  };

  function isPartOf(part: string, whole: string): boolean {
    return workspace.programAround(whole).documents.some(({ uri }) => uri === part);
  }
}
