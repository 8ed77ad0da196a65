import { MOST_CELL_CHARS, type WrittenRow } from './table-shape.ts';
import { LineSplitter } from './line-splitter.ts';

/** Splits JSON lines as they arrive into objects. Empty lines are no rows; a line that is no object is reported, and the rest goes on. */
export class JsonLineSplitter {
  readonly #lines = new LineSplitter();

  push(text: string): WrittenRow[] {
    return this.#lines.push(text).map(rowOf);
  }

  end(): WrittenRow[] {
    return this.#lines.end().map(rowOf);
  }
}

function rowOf(found: { readonly line: number; readonly text: string } | { readonly line: number; readonly why: string }): WrittenRow {
  if ('why' in found) return found;
  const { line, text } = found;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, why: `the line is no JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'broken'}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, why: 'the line is no JSON object' };
  const object = value as Readonly<Record<string, unknown>>;
  if (Object.values(object).some((one) => typeof one === 'string' && one.length > MOST_CELL_CHARS))
    return { line, why: `a value is longer than ${MOST_CELL_CHARS} characters` };
  return { line, object };
}
