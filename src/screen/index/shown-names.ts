import type { NameKnowledge } from '../knowledge.ts';
import type { ShownName } from '../name/name-part.ts';
import { readingsFor } from '../name/readings-for.ts';
import { Recent } from '../recent.ts';
import { numberIn } from './name-info.ts';
import { shownName } from './part-spans.ts';
import type { PartyRecord } from './party-record.ts';
import type { PartyRecords } from './party-records.ts';

/** Names that are remembered once they were shown, half a kilobyte each: few names are borne by many. */
const RECENT = 4_000;

interface Names {
  readonly data: Uint32Array;
  readonly offsets: Uint32Array;
  readonly infos: Uint32Array;
  readonly parties: Uint32Array;
  /** Where the spans of each name begin in `partSpans`. */
  readonly spans: Uint32Array;
  readonly partSpans: Uint32Array;
  readonly records: PartyRecords;
  readonly keyOf: (unit: number) => string;
  readonly knowledge: NameKnowledge;
}

/** A listed name as an answer tells of it: in the reading that the index holds, with its party and the listing that has it. */
export interface ShownListedName extends ShownName {
  readonly id: string;
  readonly caption: string;
  readonly matchedName: string;
  readonly list: string;
  readonly listing: string;
}

/** The listed names of an index as they are shown to who asks why they match. */
export class ShownNames {
  readonly #index: Names;
  readonly #recent = new Recent<number, ShownListedName>(RECENT);

  constructor(index: Names) {
    this.#index = index;
  }

  /** The name of this number. All that an answer says of it lies side by side: a record is read through many objects, each of which is waited for. */
  at(name: number): ShownListedName {
    return this.#recent.get(name) ?? this.#recent.set(name, this.#make(name));
  }

  #make(name: number): ShownListedName {
    const { infos, parties, records } = this.#index;
    const record = records.at(parties[name]!);
    const { id, caption } = record;
    const [matchedName, at] = record.names[numberIn(infos[name]!)] ?? [caption, 0];
    const [list, listing] = record.listings[at] ?? ['', id];
    const { parts, piece = false } = this.#read(name, matchedName) ?? this.#analysed(name, matchedName, record);
    return { id, caption, matchedName, list, listing, parts, piece };
  }

  #read(name: number, written: string): ShownName | undefined {
    const { data, offsets, spans, partSpans, keyOf } = this.#index;
    return shownName(written, { data, offset: offsets[name]! }, { spans: partSpans, first: spans[name]! }, keyOf);
  }

  #analysed(name: number, written: string, { schema }: PartyRecord): ShownName {
    const { infos, parties, knowledge } = this.#index;
    const readings = readingsFor(written, schema, knowledge);
    let nth = 0;
    while (nth + 1 < readings.length && name > nth && infos[name - nth - 1] === infos[name] && parties[name - nth - 1] === parties[name])
      nth += 1;
    return readings[nth]!;
  }
}
