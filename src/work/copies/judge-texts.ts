import type { CopyKind, PairVerdict } from '../../model/copy.ts';
import type { CollectedText } from '../../copies/judge-in-collection.ts';
import { plainText } from '../../copies/plain-text.ts';
import { prepareText, type PreparedText } from '../../copies/prepared-text.ts';
import { shinglesOf } from '../../copies/shingles.ts';
import type { FoundCopy, NoticeText } from '../../store/copy-port.ts';
import { openBackground } from './background.ts';
import { factsOfMentions } from './facts-of-text.ts';

/** A stored text as it is found and judged. */
export function collectedText({ reading, mentions }: NoticeText): CollectedText {
  let prepared: PreparedText | undefined;
  const facts = (): PreparedText =>
    prepareText({ text: reading.text, lang: reading.lang, facts: factsOfMentions(mentions) }, openBackground());
  return { lang: reading.lang, shingles: shinglesOf(plainText(reading.text)), prepared: () => (prepared ??= facts()) };
}

/** Differences by which a notice is of another stage of the same purchase. */
const STAGES: ReadonlySet<string> = new Set(['stage', 'round']);

/** What is kept of a verdict; undefined where the texts are no copies. */
export function foundCopy(one: NoticeText, other: NoticeText, verdict: PairVerdict | undefined, foundAt: string): FoundCopy | undefined {
  if (verdict === undefined || verdict.relation === 'unrelated') return undefined;
  const kind: CopyKind = verdict.relation;
  return {
    other: other.noticeId,
    kind,
    score: verdict.score,
    containment: verdict.containment,
    otherStage: verdict.differs.some((difference) => STAGES.has(difference.kind)),
    foundAt,
    capture: one.capture,
    otherCapture: other.capture,
  };
}
