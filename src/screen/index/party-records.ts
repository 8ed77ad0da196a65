import { Recent } from '../recent.ts';
import { idOfPacked, unpackRecord, type PartyRecord } from './party-record.ts';

/** Records that are remembered once they were read, some kilobytes each: few names are borne by many. */
const RECENT = 500;

/** The records of an index's parties, by number, over its bytes. */
export class PartyRecords {
  readonly #offsets: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #recent = new Recent<number, PartyRecord>(RECENT);

  /** `offsets`: where each record begins in `bytes`, and where the last ends. */
  constructor(offsets: Uint32Array, bytes: Uint8Array) {
    this.#offsets = offsets;
    this.#bytes = bytes;
  }

  at(party: number): PartyRecord {
    return this.#recent.get(party) ?? this.#recent.set(party, unpackRecord(this.textAt(party)));
  }

  /** The record as `packRecord` gives it. */
  textAt(party: number): string {
    return Buffer.from(this.#bytes.slice(this.#offsets[party], this.#offsets[party + 1])).toString('utf8');
  }

  /** Party numbers by id. */
  byId(): ReadonlyMap<string, number> {
    return new Map(Array.from({ length: this.#offsets.length - 1 }, (_, party) => [idOfPacked(this.textAt(party)), party]));
  }
}
