import type { Document } from './document.ts';
import type { Program } from './program.ts';

/** Finds something out about a document only once for each version of the program. */
export function oncePerDocument<T>(
  find: (program: Program, document: Document) => T,
): (program: Program, document: Document) => T {
  const known = new WeakMap<Program, Map<Document, T>>();
  return (program, document) => {
    const found = known.get(program) ?? new Map<Document, T>();
    known.set(program, found);
    if (!found.has(document)) found.set(document, find(program, document));
    return found.get(document) as T;
  };
}
