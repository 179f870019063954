/** Where a diagnostic is explained, relative to the project's root: `docs/diagnostics/name-unknown.md`. */
export function pageOf(code: string): string {
  return `docs/diagnostics/${code.replaceAll('/', '-')}.md`;
}
