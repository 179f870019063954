import type { Diagnostic, Range } from 'vscode-languageserver-types';

/**
 * Slow diagnostics of an older text, as far as they still hold: what stands in lines that an edit left alone moves with
 * them, and the rest waits for the next slow check. So nothing flickers while somebody types.
 */
export function carryOver(diagnostics: readonly Diagnostic[], before: string, after: string): Diagnostic[] {
  if (diagnostics.length === 0 || before === after) return [...diagnostics];
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const delta = now.length - old.length;
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.range.end.line < head) return [diagnostic];
    if (diagnostic.range.start.line < old.length - tail) return [];
    return [{ ...diagnostic, range: moved(diagnostic.range, delta) }];
  });
}

function moved({ start, end }: Range, lines: number): Range {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}
