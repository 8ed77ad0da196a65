const IN_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

/** Why a file cannot be read, in words for people, of what Node threw; its own message where we have none. */
export function fileTrouble(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return ('code' in cause && typeof cause.code === 'string' ? IN_WORDS[cause.code] : undefined) ?? cause.message;
}
