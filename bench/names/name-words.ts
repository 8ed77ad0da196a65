import anyAscii from 'any-ascii';

/** Words of a name in lower-case ASCII, in their order: the plainest transliteration there is, and no part of the engine that is measured. */
export function plainWords(name: string): string[] {
  const ascii = anyAscii(name.normalize('NFKC')).toLowerCase().replaceAll(/['’`]/g, '');
  return ascii.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** Equal for names that differ in order, case and punctuation alone after transliteration. */
export function plainKey(name: string): string {
  return plainWords(name).toSorted().join(' ');
}

export const SCRIPTS = ['Latin', 'Cyrillic', 'Han', 'Arabic', 'Hangul', 'Kana', 'Hebrew', 'Thai', 'Greek', 'Armenian'] as const;
export type NameScript = (typeof SCRIPTS)[number] | 'other';

const PATTERNS: ReadonlyArray<readonly [NameScript, RegExp]> = SCRIPTS.filter((script) => script !== 'Kana')
  .map((script): [NameScript, RegExp] => [script, new RegExp(`\\p{Script=${script}}`, 'gu')])
  .concat([['Kana', /\p{Script=Hiragana}|\p{Script=Katakana}/gu]]);

/** The script of most letters of a name; `other` where there are none. Kana anywhere beside Han is Japanese, so it is Kana. */
export function scriptOfName(name: string): NameScript {
  const counts = PATTERNS.map(([script, pattern]) => ({ script, count: name.match(pattern)?.length ?? 0 }));
  const kana = counts.find(({ script }) => script === 'Kana');
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  if (most.count === 0) return 'other';
  return most.script === 'Han' && (kana?.count ?? 0) > 0 ? 'Kana' : most.script;
}
