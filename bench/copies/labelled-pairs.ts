import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { COPY_RELATIONS } from '../../src/model/copy.ts';
import { DualwatchError } from '../../src/model/errors.ts';

/** Two texts and what a person says they are to each other. */
export interface LabelledPair {
  readonly id: string;
  readonly lang: string;
  readonly label: (typeof COPY_RELATIONS)[number];
  /** Where both come from: what is fitted is fitted on other sources. */
  readonly source: string;
  /** What the pair is about. */
  readonly what: string;
  readonly a: string;
  readonly b: string;
}

import { SHARED } from '../names/shared-names.ts';

const text = z.object({ text: z.string() });
const label = z
  .enum([...COPY_RELATIONS, 'unrelated-but-similar'])
  .transform((name) => (name === 'unrelated-but-similar' ? 'unrelated' : name));
const collected = z.object({
  pair_id: z.string(),
  lang: z.string(),
  label,
  note: z.string(),
  a: text.extend({ source: z.object({ repo: z.string() }) }),
  b: text,
});
const written = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.string(),
  label,
  what: z.string(),
  a: text,
  b: text,
});

/** The labelled pairs beside the checkout. Throws `not-found` where they are absent. */
export function collectedPairs(): readonly LabelledPair[] {
  const file = `${SHARED}data/corpus/pairs-dev.jsonl`;
  if (!existsSync(file))
    throw new DualwatchError('not-found', `${file} is absent; DUALWATCH_SHARED names the folder with the research data`);
  return lines(file, collected).map(({ pair_id: id, note, a, b, ...pair }) => ({
    id,
    ...pair,
    source: a.source.repo,
    what: note,
    a: a.text,
    b: b.text,
  }));
}

/** Pairs for development, and those that are only scored. */
export interface WrittenPairs {
  readonly dev: readonly LabelledPair[];
  readonly heldOut: readonly LabelledPair[];
}

/** Pairs by five writers of whom none had seen the rules, nor the pairs of those before: every other line is only scored. */
export function writtenPairs(): Readonly<Record<'first' | 'second' | 'third' | 'fourth' | 'fifth', WrittenPairs>> {
  return {
    first: pairsIn('pairs', 0),
    second: pairsIn('pairs-second', 1),
    third: pairsIn('pairs-third', 1),
    fourth: pairsIn('pairs-fourth', 1),
    fifth: pairsIn('pairs-fifth', 1),
  };
}

/** Lines are counted from 0; those that are even with `offset` added are for development. */
function pairsIn(name: string, offset: 0 | 1): WrittenPairs {
  const pairs = lines(fileURLToPath(new URL(`../../test/fixtures/copies/${name}.jsonl`, import.meta.url)), written).map(
    ({ a, b, ...pair }): LabelledPair => ({ ...pair, source: 'written', a: a.text, b: b.text }),
  );
  return {
    dev: pairs.filter((_, n) => (n + offset) % 2 === 0),
    heldOut: pairs.filter((_, n) => (n + offset) % 2 === 1),
  };
}

function lines<Schema extends z.ZodType>(file: string, schema: Schema): readonly z.output<Schema>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
