import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Editors write the same file in several ways (`c%3A`, `C:`, `%28`), and imports give a third. Inside, every file has
 * one address; an editor is answered with the one that it uses itself.
 */
export interface Addresses {
  /** The address used inside. */
  inside(uri: string): string;
  /** The address that the editor used, where it has. */
  outside(uri: string): string;
}

export function createAddresses(): Addresses {
  const known = new Map<string, string>();
  return {
    inside: (uri) => {
      const address = canonical(uri);
      known.set(address, uri);
      return address;
    },
    outside: (address) => known.get(address) ?? address,
  };
}

function canonical(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  try {
    return pathToFileURL(fileURLToPath(uri)).href;
  } catch {
    return uri;
  }
}
