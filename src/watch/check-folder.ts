import { asDualwatchError } from '../model/errors.ts';
import { sha256 } from '../model/digest.ts';
import type { SourceMemory } from '../model/source.ts';
import type { SourceClaim } from '../store/port.ts';
import { isoTime } from '../capture/clock.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import type { PreparedCheck } from './check-source.ts';
import { folderWarnings } from './sources/folder-warnings.ts';
import { filesLeftOut, listFolder, type FolderItem } from './sources/folder.ts';

/** Looks for files that are new in a folder or have changed since the last look. Writes nothing. */
export async function checkFolder(context: VisitContext, claim: SourceClaim): Promise<PreparedCheck> {
  const { source, memory } = claim;
  const now = context.clock.now();
  const at = isoTime(now);
  const found = await listFolder(source.url, now).catch((error: unknown) => asDualwatchError(error, 'input-unreadable'));
  const files = found instanceof Error ? [] : found.filter((file) => file.status === 'ready');
  const problems =
    found instanceof Error ? [found.message] : found.flatMap((file) => (file.problem === null ? [] : [`${file.title}: ${file.problem}`]));
  const before = new Set(memory.bodies ?? []);
  const changed = files.filter((file) => (memory.listed ?? []).includes(file.url) && !before.has(stamp(file)));
  return {
    visit: {
      kind: 'source',
      claim,
      capture: null,
      check: {
        type: 'check',
        source: source.id,
        url: source.url,
        at,
        outcome: problems.length > 0 ? problems.join('; ').slice(0, 2000) : 'ok',
        capture: null,
        confirms: null,
        payload: null,
        heads: null,
      },
      memory: found instanceof Error ? memory : remembered(files, await filesLeftOut(source.url)),
      health: problems.length > 0 ? { ok: false, error: problems.join('; ').slice(0, 2000) } : { ok: true },
      due: { at: now + source.everyMs, class: 'check', rank: 0, intervalMs: source.everyMs },
      items: files.map(({ url, title }) => ({ url, title, publishedAt: null, aliases: [] })),
      hurry: changed.length === 0 ? [] : [...(await context.store.noticesByUrl(changed.map((file) => file.url))).values()],
      host: { answer: 'silent', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: null },
    },
    file: null,
    listing: null,
    carried: [],
    answer: 'unasked',
  };
}

function remembered(files: readonly FolderItem[], leftOut: readonly string[]): SourceMemory {
  const warnings = folderWarnings(
    files.map(({ title }) => title),
    leftOut,
  );
  return { listed: files.map(({ url }) => url), bodies: files.map(stamp), ...(warnings.length === 0 ? {} : { warnings }) };
}

/** Another size or time is another content, until it is read. */
function stamp(file: FolderItem): string {
  return sha256(`${file.url} ${file.bytes} ${file.modifiedAt}`).slice(0, 16);
}
