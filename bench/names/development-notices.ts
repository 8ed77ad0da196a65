import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED } from './shared-names.ts';

export interface Notice {
  readonly lang: string;
  readonly text: string;
}

/** Development notices of the corpus, or undefined where it is absent. */
export function developmentNotices(): readonly Notice[] | undefined {
  const path = join(SHARED, 'data/corpus/dev.jsonl');
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Notice);
}
