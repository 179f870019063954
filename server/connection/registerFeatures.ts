import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Addresses } from './addresses.ts';
import { guard } from './guard.ts';
import type { Session } from './session.ts';

/** What the protocol calls language features: each asks the service, in its addresses. */
export function registerFeatures({ connection, service, addresses, log, client }: Session): void {
  const inside = ({ textDocument }: { textDocument: { uri: string } }) => addresses.inside(textDocument.uri);
  connection.onHover(
    guard(log, 'a hover', null, (params) => service.hover(inside(params), params.position) ?? null),
  );
  connection.onCompletion(
    guard(log, 'completion', [], (params) => service.completion(inside(params), params.position)),
  );
  connection.onCompletionResolve((item, token) =>
    guard(log, 'a completion', item, service.resolveCompletion)(item, token),
  );
  connection.onDefinition(
    guard(log, 'a definition', null, (params) => {
      const found = service.definition(inside(params), params.position);
      return found ? { ...found, uri: addresses.outside(found.uri) } : null;
    }),
  );
  connection.onDocumentSymbol(
    guard(log, 'an outline', [], (params) => service.documentSymbols(inside(params))),
  );
  connection.onCodeAction(
    guard(log, 'code actions', [], (params) =>
      service
        .codeActions(inside(params), params.range, params.context.only)
        .map((action) => ({ ...action, edit: outsideOf(action.edit, addresses) })),
    ),
  );
  connection.onDocumentFormatting(
    guard(log, 'formatting', null, (params) => {
      const { uri } = params.textDocument;
      const formatting = service.formatting(inside(params));
      if (formatting.ok) return formatting.edits;
      // Where nobody would show it, a refusal is only noted: an editor that formats on save would show it every time.
      if (client.notifications)
        void connection.sendNotification('slapolicy/formatRefused', { uri, message: formatting.message });
      else connection.console.info(formatting.message);
      return null;
    }),
  );
}

/** An edit in the addresses that the editor uses. */
function outsideOf({ changes = {} }: WorkspaceEdit = {}, addresses: Addresses): WorkspaceEdit {
  const entries = Object.entries(changes).map(([uri, edits]) => [addresses.outside(uri), edits]);
  return { changes: Object.fromEntries(entries) };
}
