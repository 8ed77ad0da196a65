import { packagedCatalogue } from '../packaged/catalogue.ts';
import { NO_ASSERTIONS, PURPOSES, type Assertions, type Claim } from '../../model/claim.ts';
import { isDigest, type Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newClaimId, type CaseId, type NoticeId } from '../../model/ids.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Span } from '../../model/span.ts';
import type { Store } from '../../store/port.ts';
import { foldText } from '../../text/fold.ts';
import { givenLine, givenText, givenTime } from './given-text.ts';
import { claimWords } from './statement-of.ts';
import { noticeNamed } from './triage-notices.ts';

/** A claim as somebody records it. */
export interface WantedClaim {
  readonly who: string;
  /** A day or time; null where nobody knows. */
  readonly saidAt?: string | null | undefined;
  readonly quote: string;
  /** Where the quote stands: id or address of a report or notice, or the digest of a capture; null: it is nowhere kept. */
  readonly source?: string | null | undefined;
  /** Ids or addresses of notices. */
  readonly about: readonly string[];
  readonly asserts?: Partial<Assertions> | undefined;
  readonly cases?: readonly CaseId[] | undefined;
  readonly by: string;
  readonly at: string;
}

type Asked = Pick<Store, 'findNotice' | 'readingOf' | 'claims' | 'findLogIndex' | 'readLog' | 'copies'>;

/**
 * Records what somebody says about notices, with the place of the quote in the text that was captured. Where it does not stand there word for word, `at` of the answer is null.
 * Throws `usage` for what cannot be so, `not-found` for what is not there.
 */
export async function recordClaim(store: Asked, wanted: WantedClaim): Promise<Claim> {
  const who = givenLine(wanted.who, 'who says it');
  const quote = givenText(wanted.quote, 'the quote');
  const saidAt = wanted.saidAt === undefined || wanted.saidAt === null ? null : givenTime(wanted.saidAt, 'when it was said');
  if (wanted.about.length === 0) throw new DualwatchError('usage', 'a claim is about at least one notice');
  if (wanted.about.length > 1000) throw new DualwatchError('usage', 'a claim is about at most 1,000 notices');
  const asserts = checkedAssertions(wanted.asserts ?? {});
  const about: NoticeId[] = [];
  for (const named of wanted.about) about.push(await noticeNamed(store, named));
  const found = wanted.source === undefined || wanted.source === null ? null : await sourceOf(store, wanted.source);
  return store.claims.record(
    {
      id: newClaimId(Date.parse(wanted.at)),
      who,
      saidAt,
      quote,
      capture: found?.capture ?? null,
      at: found === null ? null : placeOf(quote, found.text),
      about: [...new Set(about)],
      asserts,
      by: givenLine(wanted.by, 'who records it', 200),
      recordedAt: wanted.at,
    },
    wanted.cases ?? [],
  );
}

/** Throws `usage` where an id is none of the catalogue. */
function checkedAssertions(given: Partial<Assertions>): Assertions {
  const asserts = { ...NO_ASSERTIONS, ...given };
  const { concepts, places } = packagedCatalogue();
  const known = {
    good: new Set(concepts.keys()),
    other: new Set(Object.keys(claimWords().otherGoods)),
    place: new Set(places.map(({ id }) => id)),
    purpose: new Set<string>(PURPOSES),
  };
  for (const [what, ids] of [
    ['good', [...asserts.goods, ...asserts.notGoods]],
    ['other', asserts.otherGoods],
    ['purpose', asserts.purposes],
  ] as const)
    for (const id of ids) requireKnown(id, known[what], what === 'other' ? 'kind of goods that no list controls' : what);
  for (const id of asserts.destinations) if (!/^[A-Z]{2}$/.test(id)) requireKnown(id, known.place, 'place');
  return asserts;
}

function requireKnown(id: string, known: ReadonlySet<string>, what: string): void {
  if (known.has(id)) return;
  const near = nearestName(id, known);
  const hint = near === undefined ? `choose one of ${[...known].slice(0, 40).join(', ')}` : `did you mean ${near}?`;
  throw new DualwatchError('usage', `"${id}" is no ${what} of the catalogue; ${hint}`);
}

async function sourceOf(store: Asked, named: string): Promise<{ readonly capture: Digest; readonly text: string | null }> {
  const digest = named.toLowerCase();
  if (isDigest(digest)) {
    const notice = await noticeOfCapture(store, digest);
    const read = notice === null ? undefined : await store.copies.textOf(notice, digest);
    return { capture: digest, text: read?.reading.text ?? null };
  }
  const id = await noticeNamed(store, named);
  const stored = await store.readingOf(id);
  if (stored === undefined)
    throw new DualwatchError('not-found', `no text was read of ${named}: there is no capture that a quote could stand in`);
  return { capture: stored.capture, text: stored.reading.text };
}

async function noticeOfCapture(store: Asked, digest: Digest): Promise<NoticeId | null> {
  const index = await store.findLogIndex(digest);
  const [entry] = index === undefined ? [] : await store.readLog(index, index + 1);
  if (entry === undefined) throw new DualwatchError('not-found', `there is no capture ${digest}`);
  const record = JSON.parse(Buffer.from(entry.bytes).toString('utf8')) as { readonly type?: string; readonly notice?: NoticeId | null };
  return record.type === 'capture' ? (record.notice ?? null) : null;
}

/** Where a quote stands in a text, white space, letter case and spelling variants aside. */
function placeOf(quote: string, text: string | null): Span | null {
  if (text === null) return null;
  const plain = text.indexOf(quote);
  if (plain >= 0) return { start: plain, end: plain + quote.length };
  const folded = foldText(text);
  const wanted = foldText(quote).text.trim();
  const at = wanted === '' ? -1 : folded.text.indexOf(wanted);
  return at < 0 ? null : folded.originalSpan(at, at + wanted.length);
}
