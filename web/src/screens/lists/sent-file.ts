/** How the server writes the address of a list whose file somebody sends. */
const SENT = 'sent:';

/** The name of the file of a list that is sent; undefined for one that is fetched. */
export function sentFileOf(address: string): string | undefined {
  return address.startsWith(SENT) ? address.slice(SENT.length) : undefined;
}

export function isListName(text: string): boolean {
  return text.length <= 40 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** A name for a list, made of that of its file: `Watch list (2).csv.gz` → `watch-list-2`; empty where it has no Latin letters or digits. */
export function nameOfFile(file: string): string {
  const name = file
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '');
  return name
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
}
