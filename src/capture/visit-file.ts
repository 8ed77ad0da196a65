import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readingDigest } from '../observe/reading-digest.ts';
import { judgeVisit, type Sighting } from '../observe/judge.ts';
import { sha256 } from '../model/digest.ts';
import { buildFileWarc } from '../evidence/warc-of-file.ts';
import { capturePath } from '../evidence/capture-files.ts';
import type { NoticeClaim } from '../store/port.ts';
import { isoTime } from './clock.ts';
import { knownReading } from './known-reading.ts';
import { bytesAfter } from './seen-bytes.ts';
import type { VisitContext } from './visit-context.ts';
import type { PreparedVisit } from './visit-notice.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Reads a file that was dropped into a watched folder. It is visited when the folder lists it as new or changed, never followed on its own:
 * a file that somebody tidies away is no removal. Writes nothing.
 */
export async function visitFile(context: VisitContext, claim: NoticeClaim): Promise<PreparedVisit> {
  const at = isoTime(context.clock.now());
  const path = fileURLToPath(claim.url);
  const contentType = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const bytes = await readFile(path).catch(() => null);
  const reading = bytes && context.read({ bytes, url: claim.url, contentType });
  const payload = bytes && sha256(bytes);
  const known = [claim.follow.newest, claim.follow.version].find((seen) => seen !== null && seen.payload === payload);
  const sighting: Sighting =
    reading?.state === 'present'
      ? { state: 'present', reading: readingDigest(reading) }
      : { state: 'unreachable', reason: reading?.reason ?? 'unreadable' };
  const before = await knownReading(context, claim.follow, {
    url: claim.url,
    payload,
    reading: sighting.state === 'present' ? sighting.reading : null,
  });
  const judgement = judgeVisit(before, sighting, { at, confirmAfterMs: context.config.follow.confirmAfter, heldForPerson: false });
  const modifiedAt =
    bytes &&
    (await stat(path).then(
      (file) => file.mtime.toISOString(),
      () => null,
    ));
  const warc =
    bytes && !known
      ? await buildFileWarc({
          url: claim.url,
          at,
          contentType,
          bytes,
          software: context.software,
          metadata: { notice: claim.noticeId, source: claim.source && { id: claim.source.id, name: claim.source.name }, modifiedAt },
        })
      : null;
  const kept = warc && payload ? { payload, capture: warc.sha256, at } : null;
  const present = sighting.state === 'present';
  const after = bytesAfter(before, {
    state: judgement.observed,
    kept,
    sameBytes: false,
    reading: present ? sighting.reading : null,
    otherReading: null,
    bodyBySite: false,
    validators: { etag: null, lastModified: null },
  });
  return {
    visit: {
      kind: 'notice',
      claim,
      capture: warc && {
        record: {
          type: 'capture',
          sha256: warc.sha256,
          url: claim.url,
          finalUrl: claim.url,
          at,
          status: null,
          ip: null,
          payload,
          bytes: warc.bytes.length,
          notice: claim.noticeId,
          source: claim.source?.id ?? null,
        },
        warc: capturePath(warc.sha256),
      },
      observation: {
        type: 'observation',
        notice: claim.noticeId,
        url: claim.url,
        at,
        state: judgement.observed,
        reason: judgement.reason,
        removalKind: null,
        capture: warc?.sha256 ?? null,
        confirms: known?.capture ?? null,
        payload,
        reading: present ? sighting.reading : null,
        heads: warc ? null : [],
      },
      follow: { ...before, ...after, ...judgement.follow },
      due: null,
      aliases: [],
      drop: null,
      host: { answer: 'silent', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: null },
    },
    file: warc,
    reading,
    judgement,
    answer: 'unasked',
    failure: null,
  };
}
