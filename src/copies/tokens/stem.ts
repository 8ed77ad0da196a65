/** A word without what inflection changes, crudely: what is left tells words apart and holds their forms together. */
export function stemOf(word: string): string {
  const first = word.charCodeAt(0);
  const isCyrillic = first >= 0x400 && first < 0x530;
  const endings = isCyrillic ? 3 : 2;
  const { length } = word;
  if (length <= 4) return word;
  if (!isCyrillic) return length > 4 ? word.replace(/(?:ies|es|s|ing|ed)$/, '') : word;
  return word.slice(0, Math.max(4, length - endings));
}
