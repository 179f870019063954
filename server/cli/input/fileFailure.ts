export interface Failed {
  ok: false;
  /** Goes on from the file's name: `does not exist`. */
  why: string;
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  ENAMETOOLONG: 'has too long a name',
  ELOOP: 'is a link that leads in a circle',
  EMFILE: 'cannot be opened: too many files are open',
  ENOSPC: 'cannot be written: the disk is full',
  EROFS: 'lies on a disk that cannot be written',
  ERR_FS_FILE_TOO_LARGE: 'is larger than 2 GB',
  ERR_STRING_TOO_LONG: 'is longer than a text can be',
  ERR_INVALID_ARG_VALUE: 'has a name that no file can have',
};

/** Says what the file system refused, without its jargon. */
export function fileFailure(error: unknown): Failed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { ok: false, why: words[code] ?? `cannot be used (${code || String(error)})` };
}
