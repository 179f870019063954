import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type {
  Answer,
  CheckRequest,
  Counts,
  ExportRequest,
  OwnRequest,
  ScenariosRequest,
  SimulateRequest,
} from '../protocol.ts';
import { guard } from './guard.ts';
import type { Session } from './session.ts';

/** What the protocol has no request for. */
export function registerOwnRequests({ connection, service, checking, addresses, log }: Session): void {
  const failed: Answer = { ok: false, message: 'Something went wrong; the output of slapolicy says what.' };
  const on = <R extends OwnRequest>(
    method: R['method'],
    empty: R['result'],
    run: (uri: string, params: R['params']) => R['result'] | Promise<R['result']>,
  ) =>
    connection.onRequest(
      method,
      guard<R['params'], R['result']>(log, method, empty, (params) =>
        run(addresses.inside(params.uri), params),
      ),
    );
  on<ScenariosRequest>('slapolicy/scenarios', [], (uri) => service.scenarios(uri));
  on<SimulateRequest>('slapolicy/simulate', failed, (uri, { scenario, tickets }) =>
    scenario === undefined
      ? service.simulateTickets(uri, tickets ?? '')
      : service.simulateScenario(uri, scenario),
  );
  on<CheckRequest>('slapolicy/check', { errors: 0, warnings: 0, notes: 0 }, async (uri) =>
    count(await checking.now(uri)),
  );
  on<ExportRequest>('slapolicy/export', failed, (uri) => service.exportPolicy(uri));
}

function count(diagnostics: readonly Diagnostic[]): Counts {
  const of = (severity: DiagnosticSeverity) =>
    diagnostics.filter((each) => each.severity === severity).length;
  const errors = of(DiagnosticSeverity.Error);
  const warnings = of(DiagnosticSeverity.Warning);
  return { errors, warnings, notes: diagnostics.length - errors - warnings };
}
