import type { PairVerdict } from '../../model/copy.ts';
import type { Background } from '../../copies/background.ts';
import type { Containment } from '../../copies/index/containment.ts';
import type { Frequencies } from '../../copies/index/frequencies.ts';
import { judgePrepared } from '../../copies/judge-pair.ts';
import { judgeInCollection, type CollectedText } from '../../copies/judge-in-collection.ts';

/** After so many texts in a row that have more in common and are no copies none is looked for: they are of one template. */
const MOST_IN_VAIN = 4;

/** What texts are judged by. */
export interface Measures {
  readonly frequencies: Frequencies;
  readonly background: Background;
}

/**
 * Gives those of the candidates that are copies of a text, those that have most in common with it first, those in other languages last. `read` gives the
 * text of a candidate, undefined where there is none; it is asked again for the few that are judged, so that no more than one is held at a time.
 */
export async function* copiesAmong<C, T extends CollectedText>(
  asked: CollectedText,
  candidates: readonly C[],
  read: (candidate: C) => Promise<T | undefined>,
  { frequencies, background }: Measures,
): AsyncGenerator<readonly [T, PairVerdict]> {
  const { near, judge } = judgeInCollection(asked, frequencies, background);
  const close: { readonly candidate: C; readonly containment: Containment }[] = [];
  const foreign: { readonly candidate: C }[] = [];
  for (const candidate of candidates) {
    const text = await read(candidate);
    if (text === undefined) continue;
    const containment = text.lang === asked.lang ? near(text.shingles) : undefined;
    if (containment !== undefined) close.push({ candidate, containment });
    else if (text.lang !== asked.lang) foreign.push({ candidate });
  }
  yield* judged(
    close.toSorted((one, other) => most(other.containment) - most(one.containment)),
    (text, { containment }) => judge(text, containment),
  );
  yield* judged(foreign, (text) => judgePrepared(asked.prepared(), text.prepared(), background));

  async function* judged<One extends { readonly candidate: C }>(
    list: readonly One[],
    verdictOf: (text: T, one: One) => PairVerdict,
  ): AsyncGenerator<readonly [T, PairVerdict]> {
    let inVain = 0;
    for (const one of list) {
      const text = await read(one.candidate);
      if (text === undefined) continue;
      const verdict = verdictOf(text, one);
      inVain = verdict.relation === 'unrelated' ? inVain + 1 : 0;
      if (inVain === 0) yield [text, verdict];
      if (inVain === MOST_IN_VAIN) return;
    }
  }
}

function most({ ofA, ofB }: Containment): number {
  return Math.max(ofA, ofB);
}
