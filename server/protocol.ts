/** Requests of our own beside the protocol's, for the server and its client. Types only, so that both may import them. */

/** The scenarios of a file, for choosing one to simulate. */
export interface ScenariosRequest {
  readonly method: 'slapolicy/scenarios';
  readonly params: { readonly uri: string };
  readonly result: readonly ScenarioItem[];
}
export interface ScenarioItem {
  readonly title: string;
  /** Of its title, from 0. */
  readonly line: number;
}

/** Runs a scenario of the file's policy, or the tickets of another file, and tells what became of them. */
export interface SimulateRequest {
  readonly method: 'slapolicy/simulate';
  readonly params: {
    readonly uri: string;
    readonly scenario?: string;
    /** The text of a file of tickets. */
    readonly tickets?: string;
  };
  readonly result: Answer;
}

/** The compiled policy of a file, as JSON text. */
export interface ExportRequest {
  readonly method: 'slapolicy/export';
  readonly params: { readonly uri: string };
  readonly result: Answer;
}

/** Checks a file now, compiled policy included, and counts what was found. */
export interface CheckRequest {
  readonly method: 'slapolicy/check';
  readonly params: { readonly uri: string };
  readonly result: Counts;
}
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export type OwnRequest = ScenariosRequest | SimulateRequest | ExportRequest | CheckRequest;

/** A text, with a name for it; or a sentence that says why there is none. */
export type Answer =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** From the server, after a file was asked to be formatted and cannot be: the sentence to show. */
export interface FormatRefused {
  readonly method: 'slapolicy/formatRefused';
  readonly params: { readonly uri: string; readonly message: string };
}

/** From the server, whenever the checks of a file have ended. */
export interface Checked {
  readonly method: 'slapolicy/checked';
  readonly params: {
    readonly uri: string;
    /** Whether what only the compiled policy shows has been looked at too. */
    readonly complete: boolean;
  };
}

/** What the client tells when it starts the server. */
export interface InitializationOptions {
  /** It understands `slapolicy/formatRefused` and `slapolicy/checked`. */
  readonly notifications?: boolean;
  /** The address of the folder in which `docs/diagnostics` lies, where it is not the server's own. */
  readonly pages?: string;
}
