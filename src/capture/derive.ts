import { withContacts } from '../recognise/mask-contacts.ts';
import { scorePriority } from '../assess/priority.ts';
import type { PriorityTable } from '../catalogue/priority.ts';
import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { Scan } from '../model/mention.ts';
import type { NoticeSummary } from '../model/notice.ts';
import type { ObservationState } from '../model/observation.ts';
import type { PageReading } from '../model/reading.ts';
import type { DerivedReading } from '../store/port.ts';

/** The pure steps from a reading to what is stored beside it, and the version of code and knowledge that made it. */
export interface Deriver {
  readonly recipe: string;
  derive(found: {
    readonly noticeId: NoticeId;
    readonly capture: Digest;
    readonly reading: PageReading;
    readonly from: 'page' | 'feed';
    readonly state: ObservationState;
    /** Listed parties that screening found in the notice before; it finds them anew later. */
    readonly listed: NoticeSummary['listed'];
  }): DerivedReading;
  /** The same summary under another state: a removal alone can raise a notice. */
  rescore(summary: NoticeSummary, state: ObservationState): NoticeSummary;
}

/** What of a notice is found by weighing its reading: no part of a scan. */
export type AssessReading = (
  reading: PageReading,
  scan: Scan,
) => Pick<NoticeSummary, 'destination' | 'indicators' | 'controls' | 'persons'>;

export function createDeriver(parts: {
  readonly recipe: string;
  readonly scan: (text: string) => Scan;
  readonly priority: PriorityTable;
  /** What a reading shows beside goods and words; `mentions` have contacts among them. */
  readonly assess: AssessReading;
}): Deriver {
  return {
    recipe: parts.recipe,
    derive({ noticeId, capture, reading, from, state, listed }) {
      const found = parts.scan(reading.text);
      const mentions = withContacts(reading.text, found.lang, found.mentions);
      const scan = { ...found, mentions };
      const present = reading.state === 'present';
      const summary = present ? summarise(reading, scan, { state, listed, ...parts.assess(reading, scan) }, parts.priority) : null;
      return { noticeId, capture, recipe: parts.recipe, reading, mentions, summary, rank: summary?.priority ?? null, from };
    },
    rescore(summary, state) {
      const { score, reasons } = scorePriority({ ...summary, state }, parts.priority);
      return { ...summary, priority: score, reasons };
    },
  };
}

function summarise(
  reading: PageReading,
  scan: Scan,
  known: { readonly state: ObservationState; readonly listed: NoticeSummary['listed'] } & ReturnType<AssessReading>,
  table: PriorityTable,
): NoticeSummary {
  const named = (kind: 'tradeName' | 'intent' | 'place'): readonly string[] => {
    const found = scan.mentions.filter((mention) => mention.kind === kind);
    return [...new Set(found.map((mention) => (kind === 'tradeName' ? mention.text : (mention.id ?? mention.text))))];
  };
  const facts = { goods: scan.goods, tradeNames: named('tradeName'), intents: named('intent'), places: named('place'), ...known };
  const { score, reasons } = scorePriority(facts, table);
  const { title, publisher, publishedAt, lang } = reading;
  const { state: _, ...found } = facts;
  return { title, publisher, publishedAt, lang, ...found, priority: score, reasons };
}
