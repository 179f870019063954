import { forbiddenGlobals, type Layer, layers } from './layers.ts';
import type { Module } from './readModule.ts';

/** Every breach of the table: what imports what it may not, and what uses a global that it may not. */
export function violations(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => [...forbiddenImports(module), ...forbiddenUses(module)]);
}

/** A ring of layers that import each other, as their paths in order; empty where there is none. */
export function findCycle(modules: readonly Module[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of modules) {
    const from = layerOf(path)?.path ?? path;
    const targets = graph.get(from) ?? new Set();
    for (const { target } of imports) {
      const to = layerOf(target)?.path;
      if (to !== undefined && to !== from) targets.add(to);
    }
    graph.set(from, targets);
  }
  const done = new Set<string>();
  const walk = (node: string, trail: string[]): string[] => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = walk(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function forbiddenImports({ path, imports }: Module): string[] {
  const layer = layerOf(path);
  if (!layer) return [`${path} is in no layer of the table`];
  return imports
    .filter(({ target, typeOnly }) => !mayImport(layer, target, typeOnly))
    .map(({ target, line }) => `${path}:${line} imports ${target}`);
}

function forbiddenUses({ path, globals }: Module): string[] {
  const names = new Set(
    forbiddenGlobals.filter((each) => isWithin(path, each.path)).flatMap(({ names }) => names),
  );
  return globals
    .filter(({ name }) => names.has(name))
    .map(({ name, line }) => `${path}:${line} uses ${name}`);
}

function mayImport(layer: Layer, target: string, typeOnly: boolean): boolean {
  if (layerOf(target) === layer) return true;
  const allowed = typeOnly ? [...layer.imports, ...(layer.types ?? [])] : layer.imports;
  return allowed.some((path) => isWithin(target, path));
}

/** The most specific entry of the table. */
function layerOf(path: string): Layer | undefined {
  return layers
    .filter((layer) => isWithin(path, layer.path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0);
}

/** A file beside a folder of the same name, `policy.ts` beside `policy`, is its head. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path === `${folder}.ts` || path.startsWith(`${folder}/`);
}
