/** A longer value is a sentence, not a name. */
const MAX_VALUE = 80;
const MAX_LABEL = 40;
const MAX_LOOKED_AT = 20_000;

/** The value that a label introduces (`采购单位：…`, `Заказчик<tab>…`), or null. The first of the labels that occurs decides. */
export function labelledValue(text: string, labels: readonly string[]): string | null {
  const wanted = labels.map((label) => label.toLowerCase());
  let best: string | null = null;
  let rank = wanted.length;
  const offer = (before: string, value: string): void => {
    if (value === '' || value.length > MAX_VALUE) return;
    const found = wanted.findIndex((label, at) => at < rank && endsWithLabel(before, label));
    if (found !== -1) {
      best = value;
      rank = found;
    }
  };
  for (const line of text.slice(0, MAX_LOOKED_AT).split('\n')) {
    const cells = line.split('\t');
    cells.forEach((cell, at) => {
      offerLabels(cell, offer);
      const next = cells[at + 1];
      if (next !== undefined && cell.length <= MAX_LABEL) offer(lastPart(cell.trim().replace(/[:：]$/, '')), next.trim());
    });
  }
  return best;
}

function offerLabels(cell: string, offer: (before: string, value: string) => void): void {
  for (let colon = nextColon(cell, 0); colon !== -1; colon = nextColon(cell, colon + 1)) {
    const rest = cell.slice(colon + 1, colon + 2 + MAX_VALUE);
    const next = /\s(?=[^\s:：]{1,16}\s?[:：])|\s{2,}[|/]|[；;|]/.exec(rest.trimStart());
    offer(
      lastPart(cell.slice(Math.max(0, colon - MAX_LABEL), colon)),
      (next === null ? rest : rest.trimStart().slice(0, next.index)).trim(),
    );
  }
}

function nextColon(text: string, from: number): number {
  const ascii = text.indexOf(':', from);
  const wide = text.indexOf('：', from);
  return ascii === -1 ? wide : wide === -1 ? ascii : Math.min(ascii, wide);
}

function lastPart(text: string): string {
  return text.trimEnd().toLowerCase();
}

/** The label whole: nothing before it, or something that is no letter. */
function endsWithLabel(before: string, label: string): boolean {
  return before.endsWith(label) && (before.length === label.length || !/\p{L}/u.test(before.charAt(before.length - label.length - 1)));
}
