import type { CopyKind, PairVerdict } from '../../model/copy.ts';
import { judgePair } from '../../copies/judge-pair.ts';
import type { CopyText } from '../../copies/prepared-text.ts';
import type { FoundCopy, NoticeText } from '../../store/copy-port.ts';
import { openBackground } from './background.ts';
import { factsOfMentions } from './facts-of-text.ts';

/** A stored text as the judgement takes it. */
export function copyText({ reading, mentions }: NoticeText): CopyText {
  return { text: reading.text, lang: reading.lang, facts: factsOfMentions(mentions) };
}

export function judgeTexts(one: NoticeText, other: NoticeText): PairVerdict {
  return judgePair(copyText(one), copyText(other), openBackground());
}

/** Differences by which a notice is of another stage of the same purchase. */
const STAGES: ReadonlySet<string> = new Set(['stage', 'round']);

/** What is kept of a verdict; undefined where the texts are no copies. */
export function foundCopy(one: NoticeText, other: NoticeText, verdict: PairVerdict, foundAt: string): FoundCopy | undefined {
  if (verdict.relation === 'unrelated') return undefined;
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
