import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packagedLabels, type LABELLED, type LabelLang } from '../../catalogue/labels.ts';
import { packagedControls } from '../../catalogue/load-controls.ts';
import { packagedCatalogue } from '../packaged/catalogue.ts';
import { readRecords } from '../../evidence/warc-records.ts';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import type { SavedSearch } from '../../model/saved-search.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import { runSearch } from '../cases/saved-searches.ts';
import { describeConcept, summarise } from '../catalogue-check/catalogue-overview.ts';
import { findTerms } from '../catalogue-check/find-terms.ts';
import { openCodeKnowledge } from '../codes/code-knowledge.ts';
import { explainCode } from '../codes/explain-code.ts';
import type { PageReading } from '../../model/reading.ts';
import { judgePair } from '../../copies/judge-pair.ts';
import { openReader } from '../knowledge.ts';
import { openBackground } from '../copies/background.ts';
import { textsToJudge } from '../copies/recognised-text.ts';
import { copiesOf, type CopyOfNotice } from '../copies/copies-of.ts';
import { noticeVersions, type NoticeVersion } from '../copies/notice-versions.ts';
import { profileOf } from '../publishers/profile.ts';
import { findNotice } from '../shown/find-notice.ts';
import { maskedCopy } from '../shown/masked-copy.ts';
import { answerScanner } from '../shown/scan-text.ts';
import { shownNotice, type ShownNotice } from '../shown/shown-notice.ts';
import { shownReading } from '../shown/shown-reading.ts';
import { versionDiff, type ShownChange } from '../shown/version-diff.ts';
import type { NoticeVerdict } from '../verify-notice/notice-verdict.ts';
import { verifyNotice } from '../verify-notice/verify-notice.ts';
import type { Reading } from './tasks.ts';

/** A notice by id or any address, whole. */
export async function oneNotice({ store }: Reading, given: { readonly wanted: string; readonly reveal: boolean }): Promise<ShownNotice> {
  return shownNotice(store, await findNotice(store, given.wanted), given.reveal);
}

/** Whether what is kept of a notice is as it was acknowledged. */
export async function verifyOneNotice({ store, paths }: Reading, { wanted }: { readonly wanted: string }): Promise<NoticeVerdict> {
  return verifyNotice(store, paths, await findNotice(store, wanted));
}

export async function versionsOf({ store }: Reading, { wanted, reveal }: { readonly wanted: string; readonly reveal: boolean }) {
  const { id } = await findNotice(store, wanted);
  return (await noticeVersions(store, id)).map((version) => shownVersion(version, reveal));
}

function shownVersion(version: NoticeVersion, reveal: boolean) {
  const { number, from, to, capture, reading } = version;
  return {
    number,
    from,
    to,
    capture,
    title: shownReading(version, reveal).title,
    lang: reading.lang,
    characters: reading.text.length,
  };
}

export async function changesBetween(
  { store }: Reading,
  given: { readonly wanted: string; readonly versions: readonly (number | undefined)[]; readonly reveal: boolean },
): Promise<{ readonly a: number; readonly b: number; readonly changes: readonly ShownChange[] }> {
  const { id } = await findNotice(store, given.wanted);
  const { a, b, changes } = await versionDiff(store, id, given.versions, given.reveal);
  return { a: a.number, b: b.number, changes };
}

/** Best first; `compared` false while the notice waits to be compared. */
export async function copiesOfNotice(
  { store }: Reading,
  given: { readonly wanted: string; readonly reveal: boolean },
): Promise<{ readonly copies: readonly CopyOfNotice[]; readonly compared: boolean }> {
  const notice = await findNotice(store, given.wanted);
  const copies: CopyOfNotice[] = [];
  for await (const found of copiesOf(store, notice)) copies.push(given.reveal ? found.copy : maskedCopy(found));
  return { copies, compared: copies.length > 0 || (await store.copies.isCompared(notice.id)) };
}

export async function publisherProfile({ store }: Reading, { wanted }: { readonly wanted: string }) {
  return profileOf(store, wanted);
}

export async function scanText(_: Reading, given: { readonly text: string; readonly reveal: boolean }) {
  return answerScanner(given.reveal).scan(given.text);
}

/** Judges two texts alone, as `copies --pairs`. */
export async function judgeTexts(_: Reading, { a, b }: { readonly a: string; readonly b: string }) {
  const { relation, score, containment, shared, differs } = judgePair(...textsToJudge(a, b, new Date().toISOString()), openBackground());
  return { relation, score, containment, shared, differs };
}

/** What a saved page says, and which state it shows. */
export async function readSavedPage(
  _: Reading,
  given: { readonly page: string; readonly url: string; readonly status: number },
): Promise<PageReading> {
  const bytes = Buffer.from(given.page);
  reader ??= openReader();
  return reader.read({ bytes, url: given.url, status: given.status, contentType: 'text/html; charset=utf-8', mostBytes: bytes.length + 1 });
}

let reader: ReturnType<typeof openReader> | undefined;

export async function conceptList(_: Reading, _given: null) {
  const controls = packagedControls();
  const lists = [...controls.lists.values()].map(({ entries, ...rest }) => ({ ...rest, entries: entries.length }));
  return { concepts: summarise(packagedCatalogue(), controls), lists };
}

/** Kinds of goods by the words of their terms. */
export async function goodsByTerm(_: Reading, { words }: { readonly words: string }) {
  return { items: findTerms(packagedCatalogue(), words) };
}

/** What concepts, intents, red flags and control lists are called in a language. */
export async function glossary(_: Reading, { lang }: { readonly lang: LabelLang }): Promise<Glossary> {
  const labels = packagedLabels();
  const inLang = (kind: keyof Glossary) => Object.fromEntries(Object.entries(labels[kind]).map(([id, label]) => [id, label[lang]]));
  return { goods: inLang('goods'), intents: inLang('intents'), indicators: inLang('indicators'), lists: inLang('lists') };
}

type Glossary = Readonly<Record<(typeof LABELLED)[number], Readonly<Record<string, string>>>>;

export async function concept(_: Reading, { id, date, terms }: { readonly id: string; readonly date: string; readonly terms: boolean }) {
  const found = describeConcept(id, date, packagedCatalogue(), packagedControls());
  if (found === undefined) throw new DualwatchError('not-found', `No concept "${id}"; the list of concepts names them`);
  if (terms) return found;
  const { terms: _terms, ...rest } = found;
  return rest;
}

export async function code(_: Reading, { typed, date }: { readonly typed: string; readonly date: string }) {
  return explainCode(typed, date, openCodeKnowledge());
}

/** What a saved search finds now, in its order. */
export async function searchNotices(
  { store }: Reading,
  { query, sort, limit, reveal }: Pick<SavedSearch, 'query' | 'sort'> & { readonly limit: number; readonly reveal: boolean },
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for await (const notice of runSearch(store, { query, sort }, limit)) notices.push(reveal ? notice : maskedNotice(notice));
  return notices;
}

const MADE = { screenshot: 'urn:fullPage:', pdf: 'urn:pdf:', document: 'urn:dom:' } as const;
export type MadePart = keyof typeof MADE;

/** What a browser made of a page: bytes of one record of its capture. Throws `not-found`. */
export async function madeByBrowser(
  { paths }: Reading,
  { warc, part }: { readonly warc: string; readonly part: MadePart },
): Promise<Uint8Array> {
  const bytes = await readFile(join(paths.home, warc));
  for (const record of readRecords(bytes, warc))
    if (record.type === 'resource' && record.field('WARC-Target-URI')?.startsWith(MADE[part])) return Uint8Array.from(record.block);
  throw new DualwatchError('not-found', `this capture has no ${part}: a browser did not make it, or could not`);
}

/** The text that was read from a capture for a notice. */
export async function textOfCapture(
  { store }: Reading,
  { capture, notice, reveal }: { readonly capture: Digest; readonly notice: NoticeId; readonly reveal: boolean },
) {
  const [stored] = await store.packages.readingsOf(capture, notice);
  if (stored === undefined) return null;
  return shownReading(stored, reveal).text;
}
