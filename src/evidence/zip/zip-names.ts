const MAX_NAME = 1024;

/** What is wrong with a member's name, or undefined: it could be written outside of a folder, or read in two ways. */
export function unsafeName(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > MAX_NAME) return `has more than ${MAX_NAME} characters`;
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'is absolute';
  if (name.includes('\\')) return 'has a backslash';
  if (/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(name)) return 'has control or hidden characters';
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'leads out of its folder';
  return undefined;
}
