import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where what went wrong is written down. */
export interface Log {
  error(message: string): void;
}

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * The edge of every request: an exception is our mistake, so it is logged, the editor gets an empty answer, and the
 * server lives on.
 */
export function guard<P, R>(log: Log, what: string, empty: R, run: Handler<P, R>) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
    try {
      const result = await run(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log.error(`${what} failed: ${describe(error)}`);
      return empty;
    }
  };
}

/** The same for what has no answer. */
export function guardEvent<P>(log: Log, what: string, run: (params: P) => void | Promise<void>) {
  return async (params: P): Promise<void> => {
    try {
      await run(params);
    } catch (error) {
      log.error(`${what} failed: ${describe(error)}`);
    }
  };
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
