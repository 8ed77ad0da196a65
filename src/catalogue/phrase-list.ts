/** One line of a `list: |` block. */
export interface ListedPhrase {
  readonly text: string;
  /** What stands in braces behind two blanks: `抗欺骗  {needs: GNSS, 卫星; maker: X}`. */
  readonly options: Readonly<Record<string, string>>;
  /** What stands behind two blanks and a hash. */
  readonly note?: string;
}

const NO_OPTIONS: Readonly<Record<string, string>> = {};

/** The phrases of a `list: |` block, one a line, with their options and notes; empty lines and lines that begin with a hash are skipped. */
export function parsePhraseList(block: string): ListedPhrase[] {
  const phrases: ListedPhrase[] = [];
  for (const line of block.split('\n')) {
    const hash = line.indexOf('  # ');
    const note = hash === -1 ? undefined : line.slice(hash + 4).trim();
    const rest = (hash === -1 ? line : line.slice(0, hash)).trim();
    const brace = rest.endsWith('}') ? rest.indexOf('  {') : -1;
    const text = (brace === -1 ? rest : rest.slice(0, brace)).trim();
    if (text === '' || text.startsWith('# ')) continue;
    const options = brace === -1 ? NO_OPTIONS : parseOptions(rest.slice(brace + 3, -1));
    phrases.push(note === undefined ? { text, options } : { text, options, note });
  }
  return phrases;
}

function parseOptions(source: string): Record<string, string> {
  return Object.fromEntries(
    source.split('; ').map((option): [string, string] => {
      const colon = option.indexOf(': ');
      return colon === -1 ? [option.trim(), ''] : [option.slice(0, colon).trim(), option.slice(colon + 2).trim()];
    }),
  );
}
