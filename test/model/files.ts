import { createWorkspace, type Workspace } from '../../server/model/workspace.ts';

export const home = 'file:///policy.slapolicy';

/** A workspace over texts held in memory, by address. */
export function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  return createWorkspace({ read: (uri) => (Object.hasOwn(files, uri) ? files[uri] : undefined) });
}
