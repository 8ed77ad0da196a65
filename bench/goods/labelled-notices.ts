import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DualwatchError } from '../../src/model/errors.ts';

/** A labelled notice of the research corpus beside the checkout. */
export interface LabelledNotice {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  /** `keyword:…`, `random` or `list`. */
  readonly collected_by: string;
  readonly source?: { readonly repo?: string };
  readonly labels: { readonly goods: readonly string[]; readonly goods_positive: boolean | 'unsure' };
}

/** The notices, and the label of each concept of the catalogue whose label has another name; null where the labels have none. */
export interface LabelledNotices {
  readonly file: string;
  readonly source: string;
  readonly notices: readonly LabelledNotice[];
  readonly labelOf: Readonly<Record<string, string | null>>;
}

/** The folder of research data: `DUALWATCH_SHARED`, or `../shared` beside the checkout. */
export function sharedFolder(): string {
  return process.env['DUALWATCH_SHARED'] ?? fileURLToPath(new URL('../../../shared/', import.meta.url));
}

/** Reads labelled notices, one JSON object a line. Throws `not-found` where the file is absent. */
export function readLabelledNotices(file = join(sharedFolder(), 'data/corpus/dev.jsonl')): LabelledNotices {
  const source = read(file);
  const labelOf = JSON.parse(read(join(dirname(file), 'concept-map.json'))) as Record<string, string | null>;
  const notices = source
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledNotice);
  return { file, source, notices, labelOf };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DualwatchError('not-found', `no labelled notices at ${file}; name a file with --file`, { cause });
  }
}
