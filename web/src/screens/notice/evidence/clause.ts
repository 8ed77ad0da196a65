const END = /[。；;！？!?\n]|\.(?=\s|$)/u;
const LONGEST = 120;

/** The words from `start` to the end of their clause: what stands after words such as "send to" says where. */
export function clauseFrom(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const rest = text.slice(end, end + LONGEST);
  const stop = END.exec(rest)?.index ?? rest.length;
  const cut = stop === LONGEST && text.length > end + LONGEST ? '…' : '';
  return text.slice(start, end) + rest.slice(0, stop).trimEnd() + cut;
}
