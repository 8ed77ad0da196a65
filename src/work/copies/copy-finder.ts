import type { PairVerdict } from '../../model/copy.ts';
import type { FoundCopy, NoticeText, NoticeToCompare } from '../../store/copy-port.ts';
import type { Store } from '../../store/port.ts';
import { factShingles } from '../../copies/index/fact-keys.ts';
import { judgeInCollection, type CollectedText } from '../../copies/judge-in-collection.ts';
import { judgePrepared } from '../../copies/judge-pair.ts';
import { openBackground } from './background.ts';
import { copiesAmong, type Measures } from './copies-among.ts';
import type { CopyIndexes } from './copy-indexes.ts';
import { collectedText, foundCopy } from './judge-texts.ts';
import type { FoundText } from './text-index.ts';

/** Texts in other languages that are looked at: a candidate each. */
const MOST_TRANSLATIONS = 8;
/** Copies that were known and not found again are judged as they were; so many, at most. */
const MOST_KEPT = 200;
const BATCH = 100;

/** Finds copies of notices among all texts of a home. */
export interface CopyFinder {
  /** Takes in the texts that the store has beyond those that the index has; gives how many it looked at. */
  takeIn(limit?: number): Promise<number>;
  /** All copies of a notice that are known now, best first. `nowIso` is when those were found that were not known. */
  find(one: NoticeToCompare, nowIso: string): Promise<readonly FoundCopy[]>;
}

/** A text of a home with what it is judged by. */
interface StoredText extends CollectedText {
  readonly stored: NoticeText;
}

export function copyFinder(store: Pick<Store, 'copies'>, indexes: CopyIndexes): CopyFinder {
  const { words, facts } = indexes;
  const measures: Measures = { frequencies: words.index.frequencies, background: openBackground() };
  return {
    async takeIn(limit = BATCH) {
      const texts = await store.copies.textsAfter(indexes.lastNum, limit);
      for (const text of texts) {
        addText(text, collectedText(text));
        indexes.lastNum = text.num;
      }
      return texts.length;
    },
    async find({ noticeId, text, copies: known }, nowIso) {
      const best = new Map<string, FoundCopy>();
      const keep = (own: NoticeText, other: NoticeText, verdict: PairVerdict | undefined): boolean => {
        const copy = foundCopy(own, other, verdict, nowIso);
        if (copy === undefined) return false;
        const before = best.get(other.noticeId);
        if (before === undefined || weight(copy) > weight(before)) best.set(other.noticeId, copy);
        return true;
      };
      const asked = collectedText(text);
      // A text that changed in place since it was taken in.
      addText(text, asked);
      const read = async ({ num }: FoundText): Promise<StoredText | undefined> => {
        const [other] = await store.copies.texts([num]);
        return other === undefined || other.noticeId === noticeId ? undefined : { ...collectedText(other), stored: other };
      };
      for await (const [other, verdict] of copiesAmong(asked, words.find(asked.shingles, noticeId), read, measures))
        keep(text, other.stored, verdict);

      let looked = 0;
      for (const { num } of facts.find(factShingles(asked.prepared()), noticeId, asked.lang)) {
        if (looked === MOST_TRANSLATIONS) break;
        for (const other of await store.copies.texts([num])) {
          if (other.noticeId === noticeId || other.reading.lang === text.reading.lang) continue;
          looked += 1;
          keep(text, other, judgePrepared(asked.prepared(), collectedText(other).prepared(), measures.background));
        }
      }

      // That a notice was edited since makes its earlier words no less a copy: what was found in texts that still show it stays.
      for (const { other, capture, otherCapture } of known.filter((copy) => !best.has(copy.other)).slice(0, MOST_KEPT)) {
        const now = await store.copies.noticeToCompare(other);
        if (now !== undefined && keep(text, now.text, judgeTwo(asked, collectedText(now.text)))) continue;
        const own = await store.copies.textOf(noticeId, capture);
        const theirs = await store.copies.textOf(other, otherCapture);
        if (own !== undefined && theirs !== undefined) keep(own, theirs, judgeTwo(collectedText(own), collectedText(theirs)));
      }

      const since = new Map(known.map(({ other, foundAt }) => [other, foundAt]));
      return [...best.values()]
        .map((copy) => ({ ...copy, foundAt: since.get(copy.other) ?? nowIso }))
        .toSorted((a, b) => weight(b) - weight(a) || (a.other < b.other ? -1 : 1));
    },
  };

  function addText({ num, noticeId }: NoticeText, text: CollectedText): void {
    words.add(num, noticeId, text.lang, text.shingles);
    facts.add(num, noticeId, text.lang, factShingles(text.prepared()));
  }

  function judgeTwo(a: CollectedText, b: CollectedText): PairVerdict | undefined {
    if (a.lang !== b.lang) return judgePrepared(a.prepared(), b.prepared(), measures.background);
    const { near, judge } = judgeInCollection(a, measures.frequencies, measures.background);
    const containment = near(b.shingles);
    return containment && judge(b, containment);
  }
}

/** Words that both have say more than facts that both state. */
function weight({ kind, score }: FoundCopy): number {
  return kind === 'translated' ? score - 1 : score;
}
