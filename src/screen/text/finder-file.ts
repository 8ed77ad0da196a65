import { DualwatchError } from '../../model/errors.ts';
import { checksum } from '../index/checksum.ts';

/** Names and order of the tables of the name finder. */
export const FINDER_SECTIONS = [
  /** Code of each unit of the index. */
  'unitCode',
  /** A bit for each unit: is it an anchor? */
  'anchorBits',
  /** And is it a rare word? */
  'rareBits',
  /** Two numbers for each unit: a bit for each code that must stand near it, of 64, and whether it stands alone; see `maskBitOf`. */
  'anchorCodes',
  /** Names by the hash of an anchor and of what must stand near it; bits that say which hashes there are. */
  'pairBits',
  'pairBuckets',
  /** See {@link PAIR}. */
  'pairs',
  /** What is asked of a name before words are compared with it, see `nameTraits`. */
  'nameTraits',
  /** For each name the first that is the same to the words of a text, see `sameNames`. */
  'nameSame',
  /** What of a name must stand near its anchor, see `coverTable`. */
  'cover',
  /** Names in Han: folded characters one after another, where each begins, how many of them must stand, whose name it is, by the hash of the first characters. */
  'hanBits',
  'hanBuckets',
  'hanEntries',
  'hanOffsets',
  'hanLeast',
  'hanUnits',
  'hanNames',
] as const;
export type FinderSection = (typeof FINDER_SECTIONS)[number];
export type FinderTables = Readonly<Record<FinderSection, Uint32Array>>;

/** Of each name under an anchor and what must stand near it: their hash, what else must be near (see `eachAnchor`), where its row in `cover` begins, and its number. */
export const PAIR = { size: 4, hash: 0, need: 1, row: 2, name: 3 } as const;

interface FinderHead {
  readonly magic: 'dualwatch name finder';
  readonly format: 7;
  /** Of the index that the tables belong to. */
  readonly recipe: string;
  readonly names: number;
  readonly units: number;
  readonly sections: Readonly<Record<FinderSection, readonly [offset: number, length: number]>>;
}

const HEAD_ROOM = 4096;

/** Where the head begins: behind its length and the checksum of all that follows, four bytes each. */
const HEAD_AT = 8;

/** One file, laid out as the index is: length of the head, checksum, head as JSON, sections; in shared memory. */
export function packFinder(head: Pick<FinderHead, 'recipe' | 'names' | 'units'>, tables: FinderTables): Uint8Array {
  let at = HEAD_ROOM;
  const sections: Partial<Record<FinderSection, readonly [number, number]>> = {};
  for (const name of FINDER_SECTIONS) {
    sections[name] = [at, tables[name].length];
    at = Math.ceil((at + tables[name].byteLength) / 8) * 8;
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(at));
  const text = Buffer.from(JSON.stringify({ magic: 'dualwatch name finder', format: 7, ...head, sections }), 'utf8');
  bytes.set(text, HEAD_AT);
  for (const name of FINDER_SECTIONS)
    bytes.set(new Uint8Array(tables[name].buffer, tables[name].byteOffset, tables[name].byteLength), sections[name]![0]);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  view.setUint32(4, checksum(bytes, HEAD_AT), true);
  return bytes;
}

/** Lays the tables over the bytes of the file; nothing is copied unless they begin at an odd place in memory. Throws `input-malformed` where they are no such tables, changed, or those of another index. */
export function openFinder(given: Uint8Array, index: Pick<FinderHead, 'recipe' | 'names' | 'units'>): FinderTables {
  const wrong = (why: string): DualwatchError =>
    new DualwatchError(
      'input-malformed',
      `the tables for finding names in text cannot be read (${why}); delete them: they are built again from the index`,
    );
  if (given.length < HEAD_ROOM || given.length % 4 !== 0) throw wrong('they are cut off');
  const bytes = given.byteOffset % 4 === 0 ? given : Uint8Array.from(given);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(0, true);
  if (length + HEAD_AT > HEAD_ROOM) throw wrong('the head is too long');
  if (view.getUint32(4, true) !== checksum(bytes, HEAD_AT)) throw wrong('their checksum does not hold');
  let head: FinderHead;
  try {
    head = JSON.parse(Buffer.from(bytes.slice(HEAD_AT, HEAD_AT + length)).toString('utf8')) as FinderHead;
  } catch {
    throw wrong('their head is no JSON');
  }
  if (head.magic !== 'dualwatch name finder' || head.format !== 7) throw wrong('they are of another format');
  if (head.recipe !== index.recipe || head.names !== index.names || head.units !== index.units) throw wrong('they belong to another index');
  const array = (name: FinderSection): Uint32Array => {
    const section = head.sections[name];
    if (section === undefined || section[0] + section[1] * 4 > bytes.length) throw wrong(`section ${name} is cut off`);
    return new Uint32Array(bytes.buffer, bytes.byteOffset + section[0], section[1]);
  };
  return Object.fromEntries(FINDER_SECTIONS.map((name) => [name, array(name)])) as unknown as FinderTables;
}
