import type { FoundCopy, NoticeText, NoticeToCompare } from '../../store/copy-port.ts';
import type { Store } from '../../store/port.ts';
import { containmentOf } from '../../copies/index/containment.ts';
import { factShingles } from '../../copies/index/fact-keys.ts';
import { plainText } from '../../copies/plain-text.ts';
import { prepareText } from '../../copies/prepared-text.ts';
import { shinglesOf, type Shingles } from '../../copies/shingles.ts';
import { openBackground } from './background.ts';
import type { CopyIndexes } from './copy-indexes.ts';
import { copyText, foundCopy, judgeTexts } from './judge-texts.ts';

/** Of two texts that have less in common no words need be compared. */
const LEAST_CONTAINMENT = 0.25;
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

export function copyFinder(store: Pick<Store, 'copies'>, indexes: CopyIndexes): CopyFinder {
  const { words, facts } = indexes;
  return {
    async takeIn(limit = BATCH) {
      const texts = await store.copies.textsAfter(indexes.lastNum, limit);
      for (const text of texts) {
        add(text);
        indexes.lastNum = text.num;
      }
      return texts.length;
    },
    async find(one, nowIso) {
      const { text, copies: known } = one;
      const best = new Map<string, FoundCopy>();
      const judge = (own: NoticeText, other: NoticeText): boolean => {
        if (other.noticeId === one.noticeId) return false;
        const copy = foundCopy(own, other, judgeTexts(own, other), nowIso);
        if (copy === undefined) return false;
        const before = best.get(other.noticeId);
        if (before === undefined || weight(copy) > weight(before)) best.set(other.noticeId, copy);
        return true;
      };
      // A text that changed in place since it was taken in.
      add(text);
      await judgeAlike(text, judge);
      await judgeTranslations(text, judge);
      await judgeKnown(one, known, best, judge);
      const since = new Map(known.map(({ other, foundAt }) => [other, foundAt]));
      return [...best.values()]
        .map((copy) => ({ ...copy, foundAt: since.get(copy.other) ?? nowIso }))
        .toSorted((a, b) => weight(b) - weight(a) || (a.other < b.other ? -1 : 1));
    },
  };

  type Judge = (own: NoticeText, other: NoticeText) => boolean;

  function add(text: NoticeText): void {
    words.add(text.num, text.noticeId, wordShingles(text));
    facts.add(text.num, text.noticeId, factShingles(prepareText(copyText(text), openBackground())));
  }

  async function judgeAlike(text: NoticeText, judge: Judge): Promise<void> {
    const asked = wordShingles(text);
    const nums = words.find(asked, text.noticeId).map(({ num }) => num);
    for (const other of await store.copies.texts(nums)) {
      const { ofA, ofB } = containmentOf(asked, wordShingles(other), words.index.frequencies);
      if (Math.max(ofA, ofB) >= LEAST_CONTAINMENT) judge(text, other);
    }
  }

  async function judgeTranslations(text: NoticeText, judge: Judge): Promise<void> {
    const asked = factShingles(prepareText(copyText(text), openBackground()));
    const nums = facts.find(asked, text.noticeId).map(({ num }) => num);
    let looked = 0;
    for (const other of await store.copies.texts(nums)) {
      if (other.reading.lang === text.reading.lang) continue;
      judge(text, other);
      looked += 1;
      if (looked === MOST_TRANSLATIONS) return;
    }
  }

  /**
   * A copy that was known stays one where the texts that it was found in still show it: that the notice was edited since makes the earlier words no less
   * a copy.
   */
  async function judgeKnown(
    one: NoticeToCompare,
    known: readonly FoundCopy[],
    best: ReadonlyMap<string, FoundCopy>,
    judge: Judge,
  ): Promise<void> {
    const lost = known.filter(({ other }) => !best.has(other)).slice(0, MOST_KEPT);
    for (const { other, capture, otherCapture } of lost) {
      const [now, own, theirs] = await Promise.all([
        store.copies.noticeToCompare(other),
        store.copies.textOf(one.noticeId, capture),
        store.copies.textOf(other, otherCapture),
      ]);
      if (now !== undefined && judge(one.text, now.text)) continue;
      if (own !== undefined && theirs !== undefined) judge(own, theirs);
    }
  }
}

/** Words that both have say more than facts that both state. */
function weight({ kind, score }: FoundCopy): number {
  return kind === 'translated' ? score - 1 : score;
}

function wordShingles({ reading }: NoticeText): Shingles {
  return shinglesOf(plainText(reading.text));
}
