/** A run of letters and digits of one way of writing. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Nothing but a blank, a quote or a hyphen stands between it and the token before it. */
  readonly isNext: boolean;
}

/** Tokens of a text: Han characters by themselves, other letters and digits with hyphens and slashes within. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(
    /\p{Script=Han}{1,40}|[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+(?:[-/][\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+)*\+?/gu,
  )) {
    const before = text.slice(tokens.at(-1)?.to ?? 0, index);
    const isNext = tokens.length > 0 && /^[ \u00a0"«»“”-]{0,2}$/.test(before);
    // Орлан-10, Спартан-6: the name and its number
    const parts = /^(\p{L}{3,})-(\d.*)$/u.exec(found);
    if (parts === null) tokens.push({ text: found, from: index, to: index + found.length, isNext });
    else {
      const [, name = '', number = ''] = parts;
      const at = index + name.length + 1;
      tokens.push({ text: name, from: index, to: at - 1, isNext }, { text: number, from: at, to: at + number.length, isNext: true });
    }
  }
  return tokens;
}

/** Letters and digits that are typed for one another in designations, each by its digit: `N9O2OB`, `З0Т`. Of the same length. */
export function plainDesignation(text: string): string {
  return text
    .replaceAll(/(?<=\d|[OОо])[OОо]|[OОо](?=\d|[OОо]|i)/gu, '0')
    .replaceAll(/(?<=\d)[Il|](?=\d)/gu, '1')
    .replaceAll(/З(?=\d)|(?<=\d)З(?=\d)/gu, '3');
}

/** What stands behind a name to tell one thing of its maker's: letters and digits, or a number of at least two digits that is no year. */
export function isDesignation(text: string): boolean {
  const plain = plainDesignation(text);
  if (!/\d/.test(plain)) return false;
  if (/\p{L}/u.test(plain)) return plain.length <= 24;
  return plain.length >= 2 && plain.length <= 6 && !/^(?:19|20)\d\d$/.test(plain);
}
