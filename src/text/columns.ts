/** Columns that a text takes on a page: letters of East Asian scripts are two wide. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) columns += text.charCodeAt(at) < 0x2e80 ? 1 : 2;
  return columns;
}
