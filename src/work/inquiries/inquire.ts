import { copyIndexRecipe } from '../copies/copies-recipe.ts';
import { copyFinder, type CopyFinder } from '../copies/copy-finder.ts';
import type { CopyOfNotice } from '../copies/copies-of.ts';
import { newIndexes, type CopyIndexes } from '../copies/copy-indexes.ts';
import { CopyIndexFolder } from '../copies/index-folder.ts';
import type { Analysis } from '../../model/analysis.ts';
import { sha256 } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Mention } from '../../model/mention.ts';
import type { NameQuery } from '../../model/party.ts';
import { bareReading, type PageReading } from '../../model/reading.ts';
import { maskedMatch } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import type { NoticeText } from '../../store/copy-port.ts';
import { openAnalyser } from '../analyser.ts';
import { openScanner } from '../knowledge.ts';
import { judgeMatches, type JudgedMatch } from '../screening/judged-match.ts';
import { listedParties, type JudgedTextMatch } from '../screening/judge-notice.ts';
import { subjectOfCustomer } from '../screening/match-token.ts';
import { noticeScreening, type NoticeScreening } from '../screening/notice-screening.ts';
import { judgedSearch } from '../screening/screen-queries.ts';
import type { ServedIndex } from '../screening/screening-service.ts';
import { openSharedIndex } from '../screening/shared-index.ts';
import { maskedText } from '../shown/masked-analysis.ts';
import { maskedCopy } from '../shown/masked-copy.ts';

/** What somebody wants to know about: a text, and names beside it. */
export interface Inquiry {
  readonly text: string;
  readonly names: readonly NameQuery[];
  readonly threshold: number;
  readonly limit: number;
  /** Private persons and contacts are shown. */
  readonly reveal: boolean;
}

export interface Inquired extends Analysis {
  /** Parties of the lists that the text names, in its order. */
  readonly listed: readonly JudgedTextMatch[];
  /** Matches of each name that was given. */
  readonly names: readonly { readonly query: NameQuery; readonly matches: readonly JudgedMatch[] }[];
  /** Known notices that say the same, best first. */
  readonly notices: readonly CopyOfNotice[];
  /** Whether the text was compared with all notices: while many are new, those are missing that no index has yet. */
  readonly compared: boolean;
}

export interface InquiryContext {
  readonly store: Store;
  readonly home: string;
}

/** Such a text is of no notice. */
const NO_NOTICE = 'inquiry' as NoticeId;
const MOST_NOTICES = 20;
/** New notices that are read before an answer; more of them are compared the next time. */
const MOST_NEW = 3000;

/** Says all that is known about a text and names: goods with findings, listed parties, known notices. Nothing of it is kept. */
export async function inquire(
  { store, home }: InquiryContext,
  { index, inquiry }: { readonly index: ServedIndex | null; readonly inquiry: Inquiry },
): Promise<Inquired> {
  const { text, names, threshold, limit, reveal } = inquiry;
  const scan = (scanner ??= openScanner()).scan(text);
  const reading = bareReading({ reader: 'inquiry', lang: scan.lang, text });
  const listed = index === null ? [] : await listedIn(store, openNames(home, index).screening, reading);
  const asked =
    index === null
      ? names.map(() => [])
      : await judgedSearch(
          store,
          async (queries, search) => queries.map((query) => openSharedIndex(index).index.search(query, search)),
          names,
          { threshold, limit },
        );
  const { copies, compared } = await noticesLike(store, home, { reading, mentions: scan.mentions }, reveal);
  const context = {
    fields: {},
    publishedAt: null,
    state: null,
    versions: null,
    copies: copies.length,
    listed: index === null ? null : listedParties(listed),
  };
  const analysis = openAnalyser().analyse(text, scan, context, new Date().toISOString());
  return {
    ...(reveal ? analysis : maskedText({ text, fields: {}, analysis }).analysis),
    listed: reveal ? listed : listed.map(maskedMatch),
    names: names.map((query, n) => ({ query, matches: asked[n] ?? [] })),
    notices: copies,
    compared,
  };
}

let scanner: ReturnType<typeof openScanner> | undefined;
let named: { readonly stamp: string; readonly screening: NoticeScreening } | undefined;

/** Finding names in texts needs tables of its own: they are made once for each state of the lists. */
function openNames(home: string, served: ServedIndex): NonNullable<typeof named> {
  if (named?.stamp === served.stamp) return named;
  const { index } = openSharedIndex(served);
  return (named = {
    stamp: served.stamp,
    screening: noticeScreening({ index, knowledge: index.knowledge, stamp: served.stamp, recipe: served.recipe }, home),
  });
}

/** Their keys are those of the names as if they had been asked about, so that somebody can decide. */
async function listedIn(store: Store, screening: NoticeScreening, reading: PageReading): Promise<readonly JudgedTextMatch[]> {
  const found = screening.screen({ noticeId: NO_NOTICE, reading });
  const judged = await judgeMatches(
    store,
    found.map((match) => ({ subject: subjectOfCustomer({ name: match.text }), query: { name: match.text }, matches: [match] })),
    1,
  );
  return found.flatMap((match, n) => judged[n]?.map((one) => ({ ...match, ...one })) ?? []);
}

let notices: { readonly indexes: CopyIndexes; readonly finder: CopyFinder } | undefined;

/** What was forgotten since an index was begun may be in it: then it is begun anew. */
async function openFinder(store: Store, home: string): Promise<CopyFinder> {
  const sound = async ({ lastForgotten }: CopyIndexes): Promise<boolean> =>
    (await store.forgetting.forgottenAfter(lastForgotten, 1)).length === 0;
  if (notices !== undefined && (await sound(notices.indexes))) return notices.finder;
  const kept = await new CopyIndexFolder(home, copyIndexRecipe()).load();
  const indexes = kept !== undefined && (await sound(kept)) ? kept : newIndexes((await store.logSize()) - 1);
  notices = { indexes, finder: copyFinder(store, indexes) };
  return notices.finder;
}

async function noticesLike(
  store: Store,
  home: string,
  text: { readonly reading: PageReading; readonly mentions: readonly Mention[] },
  reveal: boolean,
): Promise<{ readonly copies: readonly CopyOfNotice[]; readonly compared: boolean }> {
  const finder = await openFinder(store, home);
  let [taken, compared] = [0, false];
  while (!compared && taken < MOST_NEW) {
    const looked = await finder.takeIn();
    compared = looked === 0;
    taken += looked;
  }
  const own: NoticeText = { num: 0, noticeId: NO_NOTICE, capture: sha256(text.reading.text), ...text };
  const copies: CopyOfNotice[] = [];
  for (const { theirs, verdict } of (await finder.like(own)).slice(0, MOST_NOTICES)) {
    const other = await store.findNotice(theirs.noticeId);
    if (other === undefined || verdict.relation === 'unrelated') continue;
    const { id, url, title, publisher, publishedAt, firstSeenAt, state } = other;
    const { relation: kind, score, containment, aligned, shared, differs } = verdict;
    const copy: CopyOfNotice = {
      kind,
      score,
      containment,
      captures: [null, theirs.capture],
      aligned,
      shared,
      differs,
      other: { id, url, title, publisher, publishedAt, firstSeenAt, state },
    };
    copies.push(reveal ? copy : maskedCopy({ copy, other, texts: { own, theirs } }));
  }
  return { copies, compared };
}
