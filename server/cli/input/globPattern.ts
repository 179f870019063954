/** Whether a text has wild cards: `*`, `?`, `[…]`, `{…}`. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/**
 * A pattern of paths with `/` as an expression: `*` and `?` stay within a folder, `**` goes through any number of
 * them, `{a,b}` are alternatives, `[a-z]` is one character.
 */
export function globPattern(pattern: string): RegExp {
  let source = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const rest = pattern.slice(i);
    const set = /^\[!?[^\]/]+\]/.exec(rest)?.[0];
    if (rest.startsWith('**/')) {
      source += '(?:[^/]+/)*';
      i += 2;
    } else if (rest.startsWith('**')) {
      source += '.*';
      i += 1;
    } else if (set) {
      source += set.replace('[!', '[^').replaceAll('\\', '\\\\');
      i += set.length - 1;
    } else if (pattern[i] === '*') source += '[^/]*';
    else if (pattern[i] === '?') source += '[^/]';
    else if (pattern[i] === '{' && rest.includes('}')) {
      source += '(?:';
      depth++;
    } else if (pattern[i] === '}' && depth > 0) {
      source += ')';
      depth--;
    } else if (pattern[i] === ',' && depth > 0) source += '|';
    else source += pattern[i]!.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
  }
  return toExpression(`^${source}${')'.repeat(depth)}$`, pattern);
}

/** A set such as `[z-a]` makes no expression; then the pattern means itself. */
function toExpression(source: string, pattern: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return new RegExp(`^${pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`, 'u');
  }
}
