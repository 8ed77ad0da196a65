import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DualwatchError } from '../../src/model/errors.ts';
import { SHARED } from '../names/shared-names.ts';

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

/** Reads labelled notices, one JSON object a line. Throws `not-found` where the file is absent. */
export function readLabelledNotices(file = join(SHARED, 'data/corpus/dev.jsonl')): LabelledNotices {
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
