import * as vscode from 'vscode';
import { type Server, selector } from './server.ts';

/** Shows, beside the language of a file, whether the checks run and what they found. */
export function showState(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('slapolicy.checks', selector);
  item.name = 'SLA Policy checks';
  const checking = new Set<string>();

  const refresh = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const view = server.state === 'running' ? foundIn(uri) : stateViews[server.state];
    item.text = view.text;
    item.severity = view.severity;
    item.command = view.command;
    item.detail = view.detail;
    item.busy = server.state === 'starting' || (uri !== undefined && checking.has(uri.toString()));
  };
  refresh();

  return vscode.Disposable.from(
    item,
    server.onState(refresh),
    server.onChecked(({ uri, complete }) => {
      const key = vscode.Uri.parse(uri).toString();
      if (complete) checking.delete(key);
      else checking.add(key);
      refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(refresh),
  );
}

type View = Pick<vscode.LanguageStatusItem, 'text' | 'severity' | 'command' | 'detail'>;

const { Information, Warning, Error: Failure } = vscode.LanguageStatusSeverity;
const restart = { title: 'Restart', command: 'slapolicy.restartServer' };

const stateViews: Record<Exclude<Server['state'], 'running'>, View> = {
  starting: { text: 'Checks are starting', severity: Information, command: undefined, detail: '' },
  stopped: {
    text: 'Checks are off',
    severity: Warning,
    command: restart,
    detail: 'the language server is stopped',
  },
  failed: {
    text: 'Checks failed',
    severity: Failure,
    command: restart,
    detail: 'the language server does not run',
  },
};

function foundIn(uri: vscode.Uri | undefined): View {
  const found = uri
    ? vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'slapolicy')
    : [];
  const of = (severity: vscode.DiagnosticSeverity) =>
    found.filter((each) => each.severity === severity).length;
  const errors = of(vscode.DiagnosticSeverity.Error);
  const warnings = of(vscode.DiagnosticSeverity.Warning);
  const notes = found.length - errors - warnings;
  const parts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')];
  return {
    text: parts.filter((part) => part !== '').join(', ') || 'No problems',
    severity: errors > 0 ? Failure : warnings > 0 ? Warning : Information,
    command:
      found.length > 0 ? { title: 'Show Problems', command: 'workbench.actions.view.problems' } : undefined,
    detail: 'SLA policy checks',
  };
}

export function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
