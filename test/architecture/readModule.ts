import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a module, static, dynamic or of types. */
export interface Import {
  /** A path from the root of the project, a package's name, or `node` for what Node brings. */
  target: string;
  typeOnly: boolean;
  line: number;
}

export interface Module {
  path: string;
  imports: Import[];
  /** Globals used, in the form `Date.now`, `new Date()`, `Intl`; of a method on anything `.localeCompare`. */
  globals: { name: string; line: number }[];
}

const builtins = new Set(builtinModules);

/** Reads what a module imports and which globals it uses. `path` is from the root of the project, with `/`. */
export function readModule(path: string, text: string): Module {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const module: Module = { path, imports: [], globals: [] };
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) {
      module.imports.push({
        target: targetOf(path, found.specifier),
        typeOnly: found.typeOnly,
        line: lineOf(node),
      });
    }
    for (const name of globalsOf(node)) module.globals.push({ name, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return module;
}

function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node))
    return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeImport(node) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    const argument = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
    return { specifier: textOf(argument), typeOnly: true };
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return { specifier: textOf(node.moduleReference.expression), typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && loadsModule(node) && node.arguments[0]) {
    return { specifier: textOf(node.arguments[0]), typeOnly: false };
  }
  return undefined;
}

/** `import(…)`, `require(…)`, and any function that is called with the name of a package to require. */
function loadsModule(node: ts.CallExpression): boolean {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(node.expression)) return node.expression.text === 'require';
  return ts.isCallExpression(node.expression) && /^createRequire$/.test(node.expression.expression.getText());
}

function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** A specifier that is computed is reported as it is written: it matches no entry of the table. */
function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : `computed ${node.getText()}`;
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  const [scope, name] = specifier.split('/');
  if (specifier.startsWith('node:') || builtins.has(scope!)) return 'node';
  return specifier.startsWith('@') ? `${scope}/${name}` : scope!;
}

function globalsOf(node: ts.Node): string[] {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
    return ['new Date()'];
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return ['Date()'];
  if (ts.isPropertyAccessExpression(node)) return [node.getText(), `.${node.name.text}`];
  return ts.isIdentifier(node) && isFree(node) ? [node.text] : [];
}

/** Whether an identifier stands for a variable, and not for a property, a key or a name being declared. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isBindingElement(parent))
    return false;
  return !('name' in parent && parent.name === node);
}
