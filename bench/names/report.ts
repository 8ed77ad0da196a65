import { formatTable } from '../../src/cli/table.ts';
import type { Column } from '../../src/cli/table.ts';
import { wilson } from './metrics.ts';
import type { Interval } from './metrics.ts';

/** A figure with its 95 % interval. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly interval?: Interval;
}

/** One line of a report. */
export interface ReportRow {
  readonly group: string;
  readonly name: string;
  readonly n: number;
  readonly figures: readonly Figure[];
}

/** Rows and remarks of an evaluation: printed as they come, or as JSON lines. */
export interface Report {
  /** Heading of what follows. */
  heading(text: string): void;
  row(row: ReportRow): void;
  /** Rows with the same figures, as a table: a column for each figure. */
  table(rows: readonly ReportRow[]): void;
  /** A line for people: errors, tables. */
  note(text: string): void;
}

export function createReport(asJson: boolean, write: (line: string) => void): Report {
  if (asJson) {
    const row = (one: ReportRow): void => write(JSON.stringify(one));
    return { heading: () => undefined, row, table: (rows) => rows.forEach(row), note: (text) => write(JSON.stringify({ note: text })) };
  }
  return {
    heading: (text) => write(`\n${text}`),
    row: ({ name, n, figures }) => write(`  ${name.padEnd(44)} n ${String(n).padStart(6)}  ${figures.map(figureText).join('  ')}`),
    table(rows) {
      const columns: Column[] = [{ head: '' }, ...(rows[0]?.figures ?? []).map(({ label }): Column => ({ head: label, align: 'right' }))];
      const cells = rows.map(({ name, figures }) => [name, ...figures.map(({ value }) => plain(value))]);
      write(formatTable(columns, cells, Infinity));
    },
    note: (text) => write(`  ${text}`),
  };
}

/** A proportion with its Wilson interval. */
export function share(label: string, hits: number, of: number): Figure {
  return { label, value: of === 0 ? 0 : hits / of, interval: wilson(hits, of) };
}

export function count(label: string, value: number): Figure {
  return { label, value };
}

function figureText({ label, value, interval }: Figure): string {
  if (interval === undefined) return `${label} ${plain(value)}`;
  return `${label} ${value.toFixed(3)} [${interval[0].toFixed(3)} ${interval[1].toFixed(3)}]`;
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
