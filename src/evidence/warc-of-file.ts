import { canonicalJson, type Json } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { gzipRecords, warcinfo, type BuiltWarc } from './warc-file.ts';
import { makeRecord, newRecordId } from './warc-record.ts';
import { DEFAULT_LIMITS, readRecords } from './warc-records.ts';

/** A file that was dropped into a watched folder. */
export interface FileVisit {
  /** `file:///…` */
  readonly url: string;
  readonly at: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly software: string;
  readonly metadata: Json;
}

/** A file as a WARC/1.1 file: warcinfo, a `resource` record with its bytes (ISO 28500 §6.4), metadata. */
export async function buildFileWarc(visit: FileVisit): Promise<BuiltWarc> {
  const info = warcinfo(visit, visit.at);
  const payloadDigest = sha256(visit.bytes);
  const about = [
    ['WARC-Target-URI', visit.url],
    ['WARC-Warcinfo-ID', info.id],
  ] as const;
  const resource = makeRecord(
    newRecordId(),
    'resource',
    visit.at,
    [...about, ['WARC-Payload-Digest', `sha256:${payloadDigest}`]],
    visit.contentType,
    [visit.bytes],
  );
  const notes = Buffer.from(canonicalJson({ visit: visit.metadata }));
  const metadata = makeRecord(newRecordId(), 'metadata', visit.at, [...about, ['WARC-Concurrent-To', resource.id]], 'application/json', [
    notes,
  ]);
  return { ...(await gzipRecords([info, resource, metadata])), payloadDigest };
}

/** The bytes of the file that {@link buildFileWarc} stored. Throws `evidence-invalid` where there is no `resource` record. */
export function readFileWarc(
  bytes: Uint8Array,
  name: string,
): { readonly url: string; readonly contentType: string | null; readonly bytes: Uint8Array } {
  for (const record of readRecords(bytes, name, DEFAULT_LIMITS)) {
    if (record.type === 'resource')
      return { url: record.field('WARC-Target-URI') ?? '', contentType: record.field('Content-Type') ?? null, bytes: record.block };
  }
  throw new DualwatchError('evidence-invalid', `${name} holds no resource record`);
}
