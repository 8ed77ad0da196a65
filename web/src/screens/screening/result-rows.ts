/** A match as a file of results has it. */
export interface ResultHit {
  readonly row: number;
  readonly customerKey: string;
  readonly name: string;
  readonly match: string;
  readonly score: number;
  readonly caption: string;
  readonly matchedName: string;
  readonly list: string;
  readonly listing: string;
  readonly party: string;
}

interface JsonRow {
  readonly row: number;
  readonly key?: string;
  readonly query?: { readonly name: string };
  readonly matches: readonly {
    readonly key: string;
    readonly score: number;
    readonly caption: string;
    readonly matchedName: string;
    readonly list: string;
    readonly listing: string;
    readonly id: string;
  }[];
}

/** Matches in the beginning of a file of results; a last line that was cut off is left out unless the text is `whole`. */
export function resultHits(text: string, format: 'csv' | 'json', whole: boolean): readonly ResultHit[] {
  return format === 'csv' ? csvHits(text, whole) : jsonHits(text, whole);
}

function jsonHits(text: string, whole: boolean): readonly ResultHit[] {
  const lines = text.split('\n');
  if (!whole) lines.pop();
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { row, key, query, matches } = JSON.parse(line) as JsonRow;
      return matches.map(({ key: match, score, caption, matchedName, list, listing, id }) => ({
        row,
        customerKey: key ?? '',
        name: query?.name ?? '',
        match,
        score,
        caption,
        matchedName,
        list,
        listing,
        party: id,
      }));
    });
}

function csvHits(text: string, whole: boolean): readonly ResultHit[] {
  return csvRows(text, whole)
    .slice(1)
    .flatMap(
      ([row, customerKey = '', name = '', , match = '', score, caption = '', matchedName = '', list = '', listing = '', party = '']) =>
        match === ''
          ? []
          : [{ row: Number(row), customerKey, name, match, score: Number(score), caption, matchedName, list, listing, party }],
    );
}

/** Rows of CSV as RFC 4180 has it, as the results are written. */
export function csvRows(text: string, whole: boolean): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const parts: string[] = [];
      let end = at + 1;
      for (;;) {
        const close = text.indexOf('"', end);
        // The rest of it was cut off.
        if (close < 0) return rows;
        parts.push(text.slice(end, close));
        end = close + 1;
        if (text[end] !== '"') break;
        parts.push('"');
        end += 1;
      }
      cell = parts.join('');
      at = end;
    } else {
      const end = /[,\n]/g;
      end.lastIndex = at;
      const found = end.exec(text)?.index ?? text.length;
      cell = text.slice(at, found).replace(/\r$/, '');
      at = found;
    }
    row.push(cell);
    if (text[at] === '\r') at += 1;
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\n' || (at >= text.length && whole)) {
      rows.push(row);
      row = [];
    }
    at += 1;
  }
  return rows;
}
