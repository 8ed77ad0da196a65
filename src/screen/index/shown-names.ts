import type { NameKnowledge } from '../knowledge.ts';
import type { ShownName } from '../name/name-part.ts';
import { readingsFor } from '../name/readings-for.ts';
import { Recent } from '../recent.ts';
import { shownName } from './part-spans.ts';
import type { PartyRecord } from './party-record.ts';

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
  readonly keyOf: (unit: number) => string;
  readonly knowledge: NameKnowledge;
}

/** The listed names of an index as they are shown to who asks why they match. */
export class ShownNames {
  readonly #index: Names;
  readonly #recent = new Recent<number, ShownName>(RECENT);

  constructor(index: Names) {
    this.#index = index;
  }

  /** The name of this number, which is written `written` in the record of its party, in the reading that the index holds. */
  at(name: number, written: string, record: PartyRecord): ShownName {
    return this.#recent.get(name) ?? this.#recent.set(name, this.#read(name, written) ?? this.#analysed(name, written, record));
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
