/** Without the title and the short lines before it, but for one that says where the purchase stands: `reading.text` begins with the title anyway. */
export function withoutTitle(body: string, title: string | null, states: readonly string[]): string {
  if (title === null) return body;
  const lines = body.split('\n');
  const plain = title.replace(/\s+/g, '');
  const at = lines.slice(0, 6).findIndex((line) => line.replace(/\s+/g, '') === plain);
  const before = lines.slice(0, Math.max(0, at));
  if (at === -1 || before.some((line) => line.length > 40)) return body;
  return [...before.filter((line) => saysState(line, states)), ...lines.slice(at + 1)].join('\n');
}

function saysState(line: string, states: readonly string[]): boolean {
  const said = line
    .slice(Math.max(line.lastIndexOf(':'), line.lastIndexOf('：')) + 1)
    .replace(/[\s[\]()（）【】]+/g, ' ')
    .trim()
    .toLowerCase();
  return states.some((state) => state.toLowerCase() === said);
}
