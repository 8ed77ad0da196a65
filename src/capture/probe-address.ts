/**
 * An address of the same shape that cannot exist: of the last part that looks like the name of one page, in the query or the path, another is made by chance.
 * Digits stay digits, letters letters, and the ending stays, so that the site takes the way that it takes for a page that is gone. Null where nothing can be varied.
 */
export function addressThatNeverExisted(address: string, random: () => number): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  const parameter = [...url.searchParams].findLast(([, value]) => /\d{3}/.test(value) || /^[\w-]{8,}$/.test(value));
  if (parameter !== undefined) {
    url.searchParams.set(parameter[0], varied(parameter[1], random));
    return url.href;
  }
  const parts = url.pathname.split('/');
  const at = parts.findLastIndex((part) => part !== '');
  if (at < 0) return null;
  const [, name = '', ending = ''] = /^(.+?)(\.[a-z]{2,5})?$/i.exec(parts[at] ?? '') ?? [];
  parts[at] = varied(name, random) + ending;
  url.pathname = parts.join('/');
  return url.href;
}

/** A number far beyond those that a site has counted to, yet one that its program can read. */
function beyond(digits: number, random: () => number): string {
  if (digits <= 9) return String(1_900_000_000 + Math.floor(random() * 200_000_000));
  return `9${Array.from({ length: digits - 1 }, () => Math.floor(random() * 10)).join('')}`;
}

function varied(name: string, random: () => number): string {
  if (/^\d+$/.test(name)) return beyond(name.length, random);
  const letter = (): string => 'bcdfghjkmnpqrstvwxz'[Math.floor(random() * 19)] ?? 'x';
  // The last number of `t20260315_1234567` is what names the page; without one, its letters are.
  const number = /^(.*?)(\d{4,})(\D*)$/.exec(name);
  if (number !== null) return `${number[1] ?? ''}${beyond((number[2] ?? '').length, random)}${number[3] ?? ''}`;
  const length = Math.max(12, Math.min(name.length, 24));
  return Array.from({ length }, (_, n) => (n % 5 === 4 ? String(Math.floor(random() * 10)) : letter())).join('');
}
