import type { Json } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import { gzipRecords, warcinfo, type BuiltWarc } from './warc-file.ts';
import { hopRecords, metadataRecord, payloadOf, type WarcHop } from './warc-writer.ts';

/** The pictures of a notice as one WARC/1.1 file: warcinfo, request and response of each hop, metadata. */
export async function buildImagesWarc(visit: {
  /** Address of the notice. */
  readonly url: string;
  readonly at: string;
  readonly endedAt: string;
  readonly hops: readonly WarcHop[];
  readonly software: string;
  readonly metadata: Json;
}): Promise<BuiltWarc> {
  const payloads = visit.hops.map((hop) => payloadOf(hop));
  const info = warcinfo(visit, visit.at);
  const records = visit.hops.flatMap((hop, n) => hopRecords(hop, payloads[n], info.id));
  const metadata = metadataRecord(visit, visit, payloads, records.at(-1)?.id, info.id);
  return { ...(await gzipRecords([info, ...records, metadata])), payloadDigest: sha256('') };
}
