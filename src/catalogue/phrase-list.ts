/** One line of a `list: |` block. */
export interface ListedPhrase {
  readonly text: string;
  /** What stands behind two blanks and a hash. */
  readonly note?: string;
}

/** The phrases of a `list: |` block, one a line; empty lines and lines that begin with a hash are skipped. */
export function parsePhraseList(block: string): ListedPhrase[] {
  const phrases: ListedPhrase[] = [];
  for (const line of block.split('\n')) {
    const [text = '', note] = line.split(/ {2}# ?/, 2);
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('# ')) continue;
    phrases.push(note === undefined ? { text: trimmed } : { text: trimmed, note: note.trim() });
  }
  return phrases;
}
