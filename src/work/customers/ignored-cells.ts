import { KEPT_IGNORED_VALUES, type IgnoredCells } from '../../model/receipt.ts';
import type { CustomerRow } from './open-customer-file.ts';

const SHOWN_CHARS = 60;
const ROWS_OF_A_VALUE = 5;

/** Gathers what rows held that was not understood. Memory does not grow with the file. */
export function gatherIgnored(): {
  readonly see: (row: CustomerRow) => void;
  /** Undefined where everything was understood. */
  readonly result: () => IgnoredCells | undefined;
} {
  type Value = { -readonly [Name in keyof IgnoredCells['values'][number]]: IgnoredCells['values'][number][Name] } & { rows: number[] };
  const values = new Map<string, Value>();
  let cells = 0;
  return {
    see(row) {
      if ('why' in row) return;
      for (const { what, value } of row.ignored ?? []) {
        cells += 1;
        const shown = what === 'birthDate' ? undefined : value.slice(0, SHOWN_CHARS);
        const id = `${what} ${shown?.toLowerCase() ?? ''}`;
        let found = values.get(id);
        if (found === undefined) {
          if (values.size >= KEPT_IGNORED_VALUES) continue;
          values.set(id, (found = { what, ...(shown === undefined ? {} : { value: shown }), cells: 0, rows: [] }));
        }
        found.cells += 1;
        if (found.rows.length < ROWS_OF_A_VALUE) found.rows.push(row.row);
      }
    },
    result: () => (cells === 0 ? undefined : { cells, values: [...values.values()] }),
  };
}
