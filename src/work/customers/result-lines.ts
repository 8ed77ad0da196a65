import type { Match } from '../../model/match.ts';
import { decisionText, type JudgedMatch } from '../screening/judged-match.ts';
import type { CustomerRow } from './open-customer-file.ts';
import { safeCell } from './safe-cell.ts';

/** A customer and what was found. */
export interface ScreenedRow {
  readonly customer: CustomerRow;
  /** Best first; empty for a row that could not be read. */
  readonly matches: readonly JudgedMatch[];
}

export interface ResultFormat {
  readonly name: 'csv' | 'json';
  /** Written before the first row. */
  readonly head: string;
  /** Lines of one row, each with its line end; empty where the format has nothing to say of it. */
  readonly lines: (screened: ScreenedRow) => string;
}

/** One object a row, also for rows without a match; a row that could not be read says why in `unreadable`. */
export const JSON_RESULTS: ResultFormat = {
  name: 'json',
  head: '',
  lines({ customer, matches }) {
    const { row } = customer;
    const key = customer.key === undefined ? {} : { key: customer.key };
    if ('why' in customer) return `${JSON.stringify({ row, line: customer.line, ...key, unreadable: customer.why, matches: [] })}\n`;
    const ignored = customer.ignored === undefined ? {} : { ignored: customer.ignored };
    return `${JSON.stringify({ row, ...key, query: customer.query, ...ignored, matches })}\n`;
  },
};

/** One line a match, and one for each row that could not be read; rows without a match have none. */
export const CSV_RESULTS: ResultFormat = {
  name: 'csv',
  head: 'row,key,name,rank,match,score,caption,matched_name,list,listing,party,explanation,decision\n',
  lines({ customer, matches }) {
    if ('why' in customer)
      return csvLine([String(customer.row), customer.key ?? '', ...EMPTY, `line ${customer.line} was not screened: ${customer.why}`, '']);
    return matches
      .map((match, n) =>
        csvLine([
          String(customer.row),
          customer.key ?? '',
          match.queriedName ?? customer.query.name,
          String(n + 1),
          match.key,
          match.score.toFixed(4),
          match.caption,
          match.matchedName,
          match.list,
          match.listing,
          match.id,
          explained(match),
          match.decision === undefined ? '' : decisionText(match.decision),
        ]),
      )
      .join('');
  },
};

const EMPTY = Array.from({ length: 9 }, () => '');

/** The explanation in one line, the facts beside the name behind it. */
export function explained({ explanation }: Pick<Match, 'explanation'>): string {
  const parts = [explanation.text, ...explanation.for.map((fact) => `+ ${fact}`), ...explanation.against.map((fact) => `– ${fact}`)];
  return parts.filter((part) => part !== '').join('; ');
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(safeCell).join(',')}\n`;
}
