import { Recent } from '../recent.ts';
import { idOfPacked, unpackRecord, type PartyRecord } from './party-record.ts';

/** Records that are remembered once they were read, a kilobyte or two each: few names are borne by many. */
const RECENT = 4_000;

/** The records of an index's parties, by number, over its bytes. */
export class PartyRecords {
  readonly #offsets: Uint32Array;
  readonly #bytes: Buffer;
  readonly #recent = new Recent<number, PartyRecord>(RECENT);

  /** `offsets`: where each record begins in `bytes`, and where the last ends. */
  constructor(offsets: Uint32Array, bytes: Uint8Array) {
    this.#offsets = offsets;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  at(party: number): PartyRecord {
    return this.#recent.get(party) ?? this.#recent.set(party, unpackRecord(this.textAt(party)));
  }

  /** The record as `packRecord` gives it. */
  textAt(party: number): string {
    return this.#bytes.toString('utf8', this.#offsets[party], this.#offsets[party + 1]);
  }

  /** Party numbers by id. */
  byId(): ReadonlyMap<string, number> {
    return new Map(Array.from({ length: this.#offsets.length - 1 }, (_, party) => [idOfPacked(this.textAt(party)), party]));
  }
}
