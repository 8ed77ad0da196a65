import { sha256 } from '../model/digest.ts';
import type { Digest } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import type { FileLayer } from './file-layer.ts';
import { entityOf, parseHead, splitMessage } from './http-message.ts';
import { digestHolds } from './warc-digest.ts';
import { readRecords } from './warc-records.ts';

export interface VerifiedCapture {
  readonly sha256: Digest;
  readonly bytes: number;
  readonly records: number;
}

/** Largest file that is looked at: far above what the fetch limits let through. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** As {@link verifyCapture}, of a file. Throws `evidence-invalid` where it is missing, too. */
export async function verifyCaptureFile(files: FileLayer, path: string, expected: Digest): Promise<VerifiedCapture> {
  const status = await files.stat(path);
  if (status?.kind === 'file' && status.bytes > MAX_FILE_BYTES)
    throw new DualwatchError('evidence-invalid', `${path} has ${status.bytes} bytes: no capture is that large`);
  const bytes = status?.kind === 'file' ? await files.read(path) : undefined;
  if (bytes === undefined) throw new DualwatchError('evidence-invalid', `${path} is missing: the log says that it was stored`);
  return verifyCapture(bytes, expected, path);
}

/**
 * Checks that bytes are the capture of that name: the SHA-256 of the whole, every record's form and block digest, and the payload
 * digest where a record has one. Throws `evidence-invalid` naming the file and, within it, the record.
 */
export function verifyCapture(bytes: Uint8Array, expected: Digest, name = `capture ${expected}`): VerifiedCapture {
  const found = sha256(bytes);
  if (found !== expected)
    throw new DualwatchError('evidence-invalid', `${name} was altered: its SHA-256 is ${found}, not ${expected}${whereTorn(bytes, name)}`);
  let records = 0;
  for (const record of readRecords(bytes, name)) {
    const fail = (what: string): DualwatchError =>
      new DualwatchError('evidence-invalid', `${name} does not hold at byte ${record.offset}: ${what} of the ${record.type} record`);
    const block = record.field('WARC-Block-Digest');
    if (block === undefined || !digestHolds(block, record.block))
      throw fail(block === undefined ? 'no block digest' : 'wrong block digest');
    const payload = record.field('WARC-Payload-Digest');
    if (payload !== undefined && record.type === 'response' && !payloadHolds(payload, record.block)) throw fail('wrong payload digest');
    records += 1;
  }
  return { sha256: found, bytes: bytes.length, records };
}

function payloadHolds(digest: string, block: Uint8Array): boolean {
  const { head, body } = splitMessage(block);
  return digestHolds(digest, entityOf(parseHead(head), body).bytes) === true;
}

/** Where the form breaks, for a person who looks for the edit: the hash alone does not say. */
function whereTorn(bytes: Uint8Array, name: string): string {
  try {
    for (const record of readRecords(bytes, name)) {
      const block = record.field('WARC-Block-Digest');
      if (block !== undefined && digestHolds(block, record.block) === false)
        return `; the ${record.type} record at byte ${record.offset} has another block digest`;
    }
    return '';
  } catch (error) {
    return error instanceof DualwatchError ? ` (${error.message})` : '';
  }
}
