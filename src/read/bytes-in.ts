/** A text written back in an encoding that it may have been read in, a question mark for what has no bytes there. `mapped`: how many characters beyond ASCII have some. */
export function bytesIn(text: string, encoding: string): { readonly bytes: Uint8Array; readonly mapped: number } {
  const table = tableOf(encoding);
  const bytes = new Uint8Array(text.length * 2);
  let [length, mapped] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const written = code < 0x80 ? code : (table.get(code) ?? 0x3f);
    if (code >= 0x80 && written !== 0x3f) mapped += 1;
    if (written > 0xff) bytes[length++] = written >> 8;
    bytes[length++] = written & 0xff;
  }
  return { bytes: bytes.subarray(0, length), mapped };
}

const tables = new Map<string, ReadonlyMap<number, number>>();

/** UTF-16 unit → its byte, or its two bytes as one number. */
function tableOf(encoding: string): ReadonlyMap<number, number> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<number, number>();
  const decoder = new TextDecoder(encoding);
  const add = (code: number, ...bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\uFFFD' && !table.has(text.charCodeAt(0))) table.set(text.charCodeAt(0), code);
  };
  if (encoding === 'gb18030') {
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) if (trail !== 0x7f) add((lead << 8) | trail, lead, trail);
  } else {
    for (let byte = 0x80; byte <= 0xff; byte += 1) add(byte, byte);
    // Programs that know ISO 8859-1 alone leave control characters.
    if (encoding === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte += 1) table.set(byte, byte);
  }
  tables.set(encoding, table);
  return table;
}
