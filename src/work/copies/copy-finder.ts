import type { PairVerdict } from '../../model/copy.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { FoundCopy, NoticeText, NoticeToCompare } from '../../store/copy-port.ts';
import type { Store } from '../../store/port.ts';
import { factShingles } from '../../copies/index/fact-keys.ts';
import { judgeInCollection, type CollectedText, type CollectionJudge } from '../../copies/judge-in-collection.ts';
import { judgePrepared } from '../../copies/judge-pair.ts';
import { openBackground } from './background.ts';
import { copiesAmong, type Measures } from './copies-among.ts';
import type { CopyIndexes } from './copy-indexes.ts';
import { collectedText, foundCopy } from './judge-texts.ts';
import { rememberedTexts } from './remembered-texts.ts';
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
  /** Notices that say the same as a text that is of no notice, best first, each by the text that fits best. The text is not taken in. */
  like(text: NoticeText): Promise<readonly LikeNotice[]>;
}

/** A text of a notice, and what it has in common with another one. */
export interface LikeNotice {
  readonly theirs: NoticeText;
  readonly verdict: PairVerdict;
}

/** A text of a home with what it is judged by. */
interface StoredText extends CollectedText {
  readonly stored: NoticeText;
}

export function copyFinder(store: Pick<Store, 'copies'>, indexes: CopyIndexes): CopyFinder {
  const { words, facts } = indexes;
  const collected = rememberedTexts();
  const measures: Measures = { frequencies: words.index.frequencies, background: openBackground() };
  return {
    async takeIn(limit = BATCH) {
      const texts = await store.copies.textsAfter(indexes.lastNum, limit);
      for (const text of texts) {
        addText(text, collected(text));
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
      const asked = collected(text);
      // A text that changed in place since it was taken in.
      addText(text, asked);
      for await (const { theirs, verdict } of judged(asked, noticeId)) keep(text, theirs, verdict);

      // That a notice was edited since makes its earlier words no less a copy: what was found in texts that still show it stays.
      const judge = judgeOf(asked);
      for (const { other, capture, otherCapture } of known.filter((copy) => !best.has(copy.other)).slice(0, MOST_KEPT)) {
        const now = await store.copies.noticeToCompare(other);
        if (now !== undefined && keep(text, now.text, judge(collected(now.text)))) continue;
        const own = await store.copies.textOf(noticeId, capture);
        const theirs = await store.copies.textOf(other, otherCapture);
        if (own !== undefined && theirs !== undefined) keep(own, theirs, judgeOf(collected(own))(collected(theirs)));
      }

      const since = new Map(known.map(({ other, foundAt }) => [other, foundAt]));
      return [...best.values()]
        .map((copy) => ({ ...copy, foundAt: since.get(copy.other) ?? nowIso }))
        .toSorted((a, b) => weight(b) - weight(a) || (a.other < b.other ? -1 : 1));
    },
    async like(text) {
      const best = new Map<string, { readonly copy: FoundCopy; readonly like: LikeNotice }>();
      for await (const { theirs, verdict } of judged(collectedText(text), text.noticeId)) {
        const copy = foundCopy(text, theirs, verdict, '');
        if (copy === undefined || verdict === undefined) continue;
        const before = best.get(theirs.noticeId);
        if (before === undefined || weight(copy) > weight(before.copy)) best.set(theirs.noticeId, { copy, like: { theirs, verdict } });
      }
      return [...best.values()].toSorted((a, b) => weight(b.copy) - weight(a.copy)).map(({ like }) => like);
    },
  };

  /** Texts of other notices that may say the same: near in words first, then of other languages by facts. */
  async function* judged(
    asked: CollectedText,
    notice: NoticeId,
  ): AsyncGenerator<{ readonly theirs: NoticeText; readonly verdict: PairVerdict | undefined }, void> {
    const read = async ({ num }: FoundText): Promise<StoredText | undefined> => {
      const [other] = await store.copies.texts([num]);
      return other === undefined || other.noticeId === notice ? undefined : { ...collected(other), stored: other };
    };
    for await (const [other, verdict] of copiesAmong(asked, words.find(asked.shingles, notice), read, measures))
      yield { theirs: other.stored, verdict };
    let looked = 0;
    for (const { num } of facts.find(factShingles(asked.prepared()), notice, asked.lang)) {
      if (looked === MOST_TRANSLATIONS) return;
      for (const theirs of await store.copies.texts([num])) {
        if (theirs.noticeId === notice || theirs.reading.lang === asked.lang) continue;
        looked += 1;
        yield { theirs, verdict: judgePrepared(asked.prepared(), collected(theirs).prepared(), measures.background) };
      }
    }
  }

  function addText({ num, noticeId }: NoticeText, text: CollectedText): void {
    words.add(num, noticeId, text.lang, text.shingles);
    facts.add(num, noticeId, text.lang, factShingles(text.prepared()));
  }

  /** Judges others against one text, which is weighed once, when the first of its language comes. */
  function judgeOf(asked: CollectedText): (other: CollectedText) => PairVerdict | undefined {
    let compiled: CollectionJudge | undefined;
    return (other) => {
      if (asked.lang !== other.lang) return judgePrepared(asked.prepared(), other.prepared(), measures.background);
      compiled ??= judgeInCollection(asked, measures.frequencies, measures.background);
      const containment = compiled.near(other.shingles);
      return containment && compiled.judge(other, containment);
    };
  }
}

/** Words that both have say more than facts that both state. */
function weight({ kind, score }: FoundCopy): number {
  return kind === 'translated' ? score - 1 : score;
}
