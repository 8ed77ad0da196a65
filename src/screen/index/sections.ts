import { DualwatchError } from '../../model/errors.ts';
import { checksum } from './checksum.ts';

/** Names and order of the arrays of an index file. */
export const SECTIONS = [
  'unitOffsets',
  'unitBytes',
  'unitHash',
  'unitBegins',
  'unitUses',
  'deleteBuckets',
  'deleteEntries',
  'codeBuckets',
  'codeEntries',
  'postingOffsets',
  'postings',
  'nameOffsets',
  'nameData',
  'nameParty',
  'nameInfo',
  'nameSpans',
  'partSpans',
  'nameSketch',
  'nameTotal',
  'partySchema',
  'partyFirstName',
  'partyOffsets',
  'partyBytes',
] as const;
export type SectionName = (typeof SECTIONS)[number];
export type Sections = Readonly<Record<SectionName, Uint32Array>> & { readonly unitBytes: Uint32Array };

export interface IndexHead {
  readonly magic: 'dualwatch screen index';
  readonly format: 6;
  /** Of the knowledge that names were analysed by. */
  readonly recipe: string;
  readonly parties: number;
  readonly names: number;
  readonly units: number;
  /** Lists and versions that it was built from, as the caller gave them. */
  readonly lists: readonly {
    readonly list: string;
    readonly version: number;
    readonly sha256: string;
    readonly publishedAt: string | null;
  }[];
  readonly sections: Readonly<Record<SectionName, readonly [offset: number, bytes: number]>>;
}

/**
 * One file: the length of its head and a checksum of all that follows (four bytes each, little endian), the head as JSON, then the sections, each at a
 * multiple of eight bytes. The bytes lie in shared memory, so that worker threads read the same ones.
 */
export function packSections(
  head: Omit<IndexHead, 'sections' | 'magic' | 'format'>,
  parts: Readonly<Record<SectionName, Uint8Array | Uint32Array>>,
): Uint8Array {
  const headRoom = 4096 + JSON.stringify(head.lists).length * 4;
  let at = align(headRoom);
  const sections: Record<string, readonly [number, number]> = {};
  for (const name of SECTIONS) {
    sections[name] = [at, parts[name].byteLength];
    at = align(at + parts[name].byteLength);
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(at));
  const text = Buffer.from(JSON.stringify({ magic: 'dualwatch screen index', format: 6, ...head, sections }), 'utf8');
  bytes.set(text, HEAD_AT);
  for (const name of SECTIONS) {
    const part = parts[name];
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), sections[name]![0]);
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  view.setUint32(4, checksum(bytes, HEAD_AT), true);
  return bytes;
}

const HEAD_AT = 8;

/**
 * Reads the head and lays the arrays over the bytes; nothing is copied unless they begin at an odd place in memory. Throws `input-malformed` for anything
 * that is no whole index file.
 */
export function openSections(given: Uint8Array): {
  readonly bytes: Uint8Array;
  readonly head: IndexHead;
  readonly array: (name: SectionName) => Uint32Array;
  readonly raw: (name: SectionName) => Uint8Array;
} {
  const wrong = (why: string): DualwatchError =>
    new DualwatchError('input-malformed', `the screening index cannot be read (${why}); delete it: it is built again from the lists`);
  if (given.length <= HEAD_AT || given.length % 8 !== 0) throw wrong('it is cut off');
  const bytes = given.byteOffset % 4 === 0 ? given : Uint8Array.from(given);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(0, true);
  if (HEAD_AT + length > bytes.length) throw wrong('it is cut off');
  if (view.getUint32(4, true) !== checksum(bytes, HEAD_AT)) throw wrong('its checksum does not hold');
  let head: IndexHead;
  try {
    head = JSON.parse(Buffer.from(bytes.slice(HEAD_AT, HEAD_AT + length)).toString('utf8')) as IndexHead;
  } catch {
    throw wrong('its head is no JSON');
  }
  if (head.magic !== 'dualwatch screen index' || head.format !== 6) throw wrong('it is of another format');
  for (const name of SECTIONS) {
    const section = head.sections[name];
    if (section === undefined || section[0] + section[1] > bytes.length) throw wrong(`section ${name} is cut off`);
  }
  const raw = (name: SectionName): Uint8Array =>
    new Uint8Array(bytes.buffer, bytes.byteOffset + head.sections[name][0], head.sections[name][1]);
  return {
    bytes,
    head,
    raw,
    array: (name) => new Uint32Array(bytes.buffer, bytes.byteOffset + head.sections[name][0], head.sections[name][1] / 4),
  };
}

function align(at: number): number {
  return Math.ceil(at / 8) * 8;
}
