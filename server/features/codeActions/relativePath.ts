/** How a file names another one in an import: with `/`, relative to its own folder. The whole address on another disk. */
export function relativePath(from: string, to: string): string {
  const start = new URL(from);
  const target = new URL(to);
  if (start.protocol !== target.protocol || start.host !== target.host) return to;
  const folders = start.pathname.split('/').slice(0, -1);
  const parts = target.pathname.split('/');
  let same = 0;
  while (same < folders.length && folders[same] === parts[same]) same++;
  return decodeURI([...folders.slice(same).map(() => '..'), ...parts.slice(same)].join('/'));
}
