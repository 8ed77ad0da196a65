import type { NoticeId } from '../../model/ids.ts';
import type { Analysis } from '../../model/analysis.ts';
import type { CaptureMode } from '../../model/log-record.ts';
import type { CaptureRow, Notice, ObservationRow, StoredReading } from '../../model/notice.ts';
import { maskedMatch, maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import type { Mention, Scan } from '../../model/mention.ts';
import { openAnalyser } from '../analyser.ts';
import { openScanner } from '../knowledge.ts';
import { judgeNotices, type JudgedTextMatch } from '../screening/judge-notice.ts';
import { maskedText, type AnalysedText } from './masked-analysis.ts';

type Weighed = Pick<Analysis, 'mentions' | 'parties' | 'terms' | 'items' | 'parameters' | 'findings' | 'cut' | 'garbled'>;

/** A notice with all that is known of it: one object of `show --json`. */
export type ShownNotice = Notice &
  Weighed & {
    readonly captures: readonly (Pick<CaptureRow, 'sha256' | 'url' | 'at' | 'status' | 'ip' | 'warc' | 'logIndex'> & {
      readonly mode?: CaptureMode;
      readonly forgotten: { readonly at: string; readonly why: string } | null;
    })[];
    readonly observations: readonly Omit<ObservationRow, 'noticeId'>[];
    readonly reading:
      | (Pick<StoredReading['reading'], 'text' | 'lang' | 'fields'> & {
          readonly capture: string;
          readonly reader: string;
          readonly rendered?: true;
        })
      | null;
    readonly matches: readonly JudgedTextMatch[];
  };

/** The stored reading weighed anew: what the notice has become since (removed, edited, listed parties) is taken into account. */
function weigh(
  { reading, mentions, recipe }: StoredReading,
  { state, versions, listed, goods }: Notice,
  copies: number | null,
  screened: boolean,
): AnalysedText {
  const { text, lang, fields, publishedAt } = reading;
  const context = { fields, publishedAt, state, versions, copies, listed: screened || listed.length > 0 ? listed : null };
  return { text, fields, analysis: openAnalyser().analyse(text, { lang, mentions, goods, recipe }, context, new Date().toISOString()) };
}

/** Private persons and ways to reach them are masked unless `reveal`. */
export async function shownNotice(store: Store, notice: Notice, reveal: boolean): Promise<ShownNotice> {
  const id: NoticeId = notice.id;
  const [captures, observations, stored, kept, copies] = await Promise.all([
    store.capturesOf(id),
    store.observationsOf(id),
    store.readingOf(id),
    store.matchesOf(id),
    sameTextElsewhere(store, id),
  ]);
  // What was found in the words of an earlier capture has no place in these.
  const [matches = []] = await judgeNotices(store, kept !== undefined && kept.capture === stored?.capture ? [kept.matches] : []);
  const weighed = stored && weigh(stored, notice, copies, kept !== undefined);
  const shown = weighed && (reveal ? weighed : maskedText(weighed));
  const told = stored === undefined || stored.mentions.length === 0 ? null : openScanner().scan(stored.reading.text, { rules: true });
  const cut = [...new Set([...(told?.cut ?? []), ...(weighed?.analysis.cut ?? [])])];
  const garbled = weighed?.analysis.garbled;
  return {
    ...(reveal ? notice : maskedNotice(notice, weighed?.analysis.parties)),
    captures: captures.map(shownRow),
    observations: observations.map(({ noticeId: _, ...rest }) => rest),
    reading:
      stored && shown
        ? {
            text: shown.text,
            lang: stored.reading.lang,
            fields: shown.fields,
            capture: stored.capture,
            reader: stored.reading.reader,
            ...(stored.reading.rendered && { rendered: true as const }),
          }
        : null,
    mentions: stored === undefined || shown === undefined ? [] : withRules(shown.analysis.mentions, told),
    parties: shown?.analysis.parties ?? [],
    terms: shown?.analysis.terms ?? [],
    items: shown?.analysis.items ?? [],
    parameters: shown?.analysis.parameters ?? [],
    findings: shown?.analysis.findings ?? [],
    ...(cut.length > 0 && { cut }),
    ...(garbled && { garbled }),
    matches: reveal ? matches : matches.map(maskedMatch),
  };
}

/** Mentions of a text, each with the line of the catalogue by which it is `told` today; one that is found no more has none. */
function withRules(mentions: readonly Mention[], told: Scan | null): readonly Mention[] {
  if (told === null) return mentions;
  const keyOf = ({ kind, start, end, concept, id }: Mention): string => `${kind} ${start} ${end} ${concept ?? id ?? ''}`;
  const rules = new Map(told.mentions.map((mention) => [keyOf(mention), mention.rule]));
  return mentions.map((mention) => {
    const rule = rules.get(keyOf(mention));
    return rule === undefined ? mention : { ...mention, rule };
  });
}

export type ShownCapture = ShownNotice['captures'][number];

export function shownRow({ sha256, url, at, status, ip, warc, mode, logIndex, forgottenAt, forgottenWhy }: CaptureRow): ShownCapture {
  const forgotten = forgottenAt === null ? null : { at: forgottenAt, why: forgottenWhy ?? '' };
  return { sha256, url, at, status, ip, warc, ...(mode && { mode }), logIndex, forgotten };
}

/** Null as long as nobody has looked. What may be a translation, and another stage of the purchase, is not the same text. */
async function sameTextElsewhere(store: Pick<Store, 'copies'>, id: NoticeId): Promise<number | null> {
  const found = await store.copies.copiesOf(id);
  if (found.length === 0 && !(await store.copies.isCompared(id))) return null;
  return found.filter(({ kind, otherStage }) => kind !== 'translated' && !otherStage).length;
}
