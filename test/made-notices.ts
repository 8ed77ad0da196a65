import { capture, claimNotice, derived, T0, visit } from './contract/watcher.ts';
import { sha256 } from '../src/model/digest.ts';
import { parseList } from '../src/screen/lists/parse-list.ts';
import type { Store } from '../src/store/port.ts';

/** Keeps a version of a list of companies, each with its names. */
export async function takeList(store: Store, list: string, parties: Readonly<Record<string, readonly string[]>>): Promise<void> {
  if ((await store.findList(list)) === undefined)
    await store.addList(
      { name: list, address: `/${list}`, companions: [], format: null, mapping: null, everyMs: null },
      '2026-01-01T00:00:00Z',
      null,
    );
  const lines = Object.entries(parties).map(([id, [caption, ...alias]]) =>
    JSON.stringify({ id, schema: 'Company', caption, properties: { name: [caption], alias } }),
  );
  const bytes = Buffer.from(lines.join('\n'));
  const { listings, format } = parseList(list, [{ name: 'made.ftm.json', bytes }]);
  await store.recordListVersion({
    list,
    rows: listings,
    version: () => ({ sha256: sha256(bytes), publishedAt: null, fetchedAt: '2026-01-01T00:00:00Z', format, files: [] }),
    hold: () => false,
  });
}

let at = T0;

export async function readNotice(
  store: Store,
  n: number,
  { text, publisher }: { readonly text: readonly string[]; readonly publisher: string | null },
): Promise<void> {
  at += 24 * 3_600_000;
  const claim = await claimNotice(store, `http://h${n}.example/1`, at);
  const kept = capture(claim, at);
  await store.recordVisits([visit(claim, at, { capture: kept.record.sha256 }, { capture: kept })]);
  const one = derived(claim.noticeId, kept.record.sha256, `title ${n}`, text.join('\n'));
  await store.recordReadings([{ ...one, reading: { ...one.reading, publisher } }]);
}
