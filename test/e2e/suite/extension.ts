import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask } from './support/control.ts';
import {
  codeOf,
  eventually,
  fileNamed,
  find,
  open,
  pause,
  problemOf,
  problemsIn,
  replace,
  revert,
} from './support/editor.ts';

const policy = 'northwind.slapolicy';
const scenarios = 'scenarios.slapolicy';
const uri = () => fileNamed(policy);

describe('the extension', () => {
  it('is asleep until a policy is opened', async () => {
    const extension = vscode.extensions.getExtension('slapolicy.slapolicy');
    assert.ok(extension, 'it is not installed');
    assert.equal(extension.isActive, false);
    const editor = await open(policy);
    assert.equal(editor.document.languageId, 'slapolicy');
    await eventually('activation', () => extension.isActive || undefined);
  });

  it('has a command for everything that package.json names', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = vscode.extensions.getExtension('slapolicy.slapolicy')!.packageJSON;
    const named: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    assert.ok(named.length > 5);
    for (const command of named) assert.ok(registered.has(command), `${command} is not registered`);
  });
});

describe('a policy in the editor', () => {
  afterEach(async () => {
    await revert(uri());
  });

  it('has no errors as it stands', async () => {
    await open(policy);
    await vscode.commands.executeCommand('slapolicy.check');
    assert.deepEqual(
      problemsIn(uri())
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .map(codeOf),
      [],
    );
  });

  it('shows a mistake where it is, with its code and a page that explains it', async () => {
    const editor = await open(policy);
    await replace(editor, 'received until acknowledged', 'received until acknowleged');
    const diagnostic = await problemOf(uri(), 'name/unknown');
    assert.equal(editor.document.getText(diagnostic.range), 'acknowleged');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof diagnostic.code === 'object');
    assert.equal(diagnostic.code.target.scheme, 'command');
    await revert(uri());
    await eventually(
      'the end of the mistake',
      () => problemsIn(uri()).every((each) => codeOf(each) !== 'name/unknown') || undefined,
    );
  });

  it('shows a mistake that real keystrokes make', async function () {
    const editor = await open(policy);
    const { end } = find(editor.document, '  counts    nsw-office');
    editor.selection = new vscode.Selection(end, end);
    // Commands run in the window, so once they have, it has the focus and knows the selection.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('cursorMove', { to: 'wrappedLineEnd' });
    if (!(await ask('type', { text: 'x' }))) this.skip();
    await eventually('the keystroke', () => editor.document.lineAt(end.line).text.endsWith('x') || undefined);
    const diagnostic = await problemOf(uri(), 'name/unknown');
    assert.equal(editor.document.getText(diagnostic.range), 'nsw-officex');
  });

  it('has none when it is closed', async () => {
    const editor = await open(policy);
    await replace(editor, '  counts    nsw-office', '  counts    nowhere');
    await problemOf(uri(), 'name/unknown');
    await revert(uri());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually('silence', () => problemsIn(uri()).length === 0 || undefined);
  });

  it('tells what a name is', async () => {
    const editor = await open(policy);
    const { start } = find(editor.document, 'waiting-on-customer up to');
    const hovers = await hoversAt(start);
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /state waiting-on-customer from info-requested/);
  });

  it('offers the values of the field that is compared', async () => {
    const editor = await open(policy);
    const { end } = find(editor.document, 'when priority is ');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri(),
      end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.deepEqual(labels.slice(0, 4), ['low', 'normal', 'high', 'urgent']);
  });

  it('leads to a declaration in another file', async () => {
    const editor = await open(policy);
    const { start } = find(editor.document, 'nsw-office');
    const [location] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      uri(),
      start,
    );
    assert.equal(location?.uri.path, fileNamed('calendars.slapolicy').path);
  });

  it('has an outline', async () => {
    await open(policy);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri(),
    );
    const resolve = symbols.find(({ name }) => name === 'resolve');
    assert.equal(resolve?.children.length, 2);
  });

  it('is formatted, and left alone where that could lose something', async () => {
    const editor = await open(policy);
    const before = editor.document.getText();
    await replace(editor, '  title ', ' title       ');
    await vscode.commands.executeCommand('slapolicy.format');
    await eventually('formatting', () => editor.document.getText() === before || undefined);
    await replace(editor, 'Australia/Sydney', '');
    const broken = editor.document.getText();
    await vscode.commands.executeCommand('slapolicy.format');
    assert.equal(editor.document.getText(), broken);
  });
});

describe('the commands', () => {
  it('simulate a scenario into a page beside the policy', async () => {
    await open(scenarios);
    const title = await firstScenario();
    await vscode.commands.executeCommand('slapolicy.simulateTicket', title);
    const text = await shownPage(title);
    assert.ok(text.startsWith(`# ${title}`), text.slice(0, 200));
    assert.match(text, /## What happened/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('simulate the tickets of a file', async () => {
    await open(policy);
    await vscode.commands.executeCommand('slapolicy.simulateTicket', fileNamed('tickets.ndjson'));
    assert.match(await shownPage('northwind-complaints'), /# NW-1001/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('export the compiled policy', async () => {
    await open(policy);
    const target = fileNamed('compiled.json');
    await vscode.commands.executeCommand('slapolicy.export', target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.equal(JSON.parse(text).format, 'slapolicy/1');
  });

  it('explain a diagnostic on its page', async () => {
    const editor = await open(policy);
    await replace(editor, '  counts    nsw-office', '  counts    nowhere');
    const diagnostic = await problemOf(uri(), 'name/unknown');
    editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
    await vscode.commands.executeCommand('slapolicy.explain');
    const tab = await eventually('the page', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.includes('name-unknown')),
    );
    assert.ok(tab);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await revert(uri());
  });

  it('restart the server, which then knows the open files again', async () => {
    const editor = await open(policy);
    await vscode.commands.executeCommand('slapolicy.restartServer');
    await replace(editor, '  counts    nsw-office', '  counts    nowhere');
    await problemOf(uri(), 'name/unknown');
    await revert(uri());
  });
});

describe('what it looks like', () => {
  const themes = [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
  ] as const;
  let photographed = false;
  const photograph = async (name: string, after = 1200) => {
    await pause(after);
    photographed = await ask('screenshot', { name });
  };
  const showAt = async (editor: vscode.TextEditor, range: vscode.Range) => {
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    await pause(500);
  };

  for (const [name, theme] of themes)
    it(`is photographed, ${name}`, async function () {
      const workbench = vscode.workspace.getConfiguration('workbench');
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('workbench.action.closePanel');
      await vscode.commands.executeCommand('notifications.clearAll');

      const editor = await open(policy);
      const state = find(editor.document, 'waiting-on-customer up to');
      await hoversAt(state.start);
      await showAt(editor, state);
      await vscode.commands.executeCommand('editor.action.showHover');
      await photograph(`hover-${name}`);

      const { end } = find(editor.document, 'when priority is ');
      await showAt(editor, new vscode.Range(end, end));
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await photograph(`completion-${name}`);
      await vscode.commands.executeCommand('hideSuggestWidget');

      await replace(editor, 'received until acknowledged', 'received until acknowleged');
      const { range } = await problemOf(uri(), 'name/unknown');
      await showAt(editor, range);
      await vscode.commands.executeCommand('editor.action.showHover');
      await photograph(`readme-${name}`);
      await vscode.commands.executeCommand('workbench.action.problems.focus');
      await photograph(`problems-${name}`);
      await vscode.commands.executeCommand('workbench.action.closePanel');
      await revert(uri());

      await open(scenarios);
      await vscode.commands.executeCommand('slapolicy.simulateTicket', await firstScenario());
      await photograph(`outcome-${name}`, 5000);
      if (!photographed) this.skip();
    });
});

async function firstScenario(): Promise<string> {
  const text = vscode.window.activeTextEditor!.document.getText();
  return /^scenario "([^"]+)"/m.exec(text)![1]!;
}

/** As soon as the server answers. */
function hoversAt(position: vscode.Position): Promise<vscode.Hover[]> {
  return eventually('a hover', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri(),
      position,
    );
    return found.length > 0 ? found : undefined;
  });
}

/** The text of a page that is shown beside the policy. */
async function shownPage(name: string): Promise<string> {
  await eventually(`a page ${name}`, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes(name)),
  );
  const uri = vscode.Uri.from({ scheme: 'slapolicy-outcome', path: `/${name}.md` });
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
