import anyAscii from 'any-ascii';

/** Words of a name in lower-case ASCII. Apostrophes join, everything else that is no letter parts; digits are dropped. */
export function wordsOf(name: string): string[] {
  const ascii = anyAscii(name.normalize('NFKC')).toLowerCase().replaceAll(/['’`]/g, '');
  return [...new Set(ascii.split(/[^a-z]+/).filter((word) => word.length > 1))];
}
