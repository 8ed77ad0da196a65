/** A longer value is a sentence, not a name. */
const MAX_VALUE = 80;
const MAX_LOOKED_AT = 20_000;

/** The value after the first label that begins a line or a cell (`采购单位：…`, `Заказчик<tab>…`), or null. Labels are tried in their order. */
export function labelledValue(text: string, labels: readonly string[]): string | null {
  const lines = text.slice(0, MAX_LOOKED_AT).split('\n');
  for (const label of labels) {
    const lower = label.toLowerCase();
    for (let at = 0; at < lines.length; at++) {
      const value = valueIn(lines[at] ?? '', lower);
      if (value !== null) return value;
    }
  }
  return null;
}

function valueIn(line: string, label: string): string | null {
  for (const piece of line.length > 4000 ? [] : line.split(/\t|\s{2,}|\s(?=[\p{L}]{2,12}[：:])/u)) {
    const trimmed = piece.trim();
    if (trimmed.length <= label.length || !trimmed.toLowerCase().startsWith(label)) continue;
    const rest = /^\s?[:：]\s?(\S.*)$/su.exec(trimmed.slice(label.length));
    const value = rest?.[1]?.trim() ?? '';
    if (value !== '' && value.length <= MAX_VALUE) return value;
  }
  const cells = line.split('\t').map((cell) => cell.trim());
  const at = cells.findIndex((cell) => cell.toLowerCase().replace(/[:：\s]+$/, '') === label);
  const next = at === -1 ? undefined : cells[at + 1];
  return next !== undefined && next !== '' && next.length <= MAX_VALUE ? next : null;
}
