import { BARE_FROM, INITIAL_SIMILARITY, PART_KIND, SAME_SOUND } from './alignment.ts';
import { BARE, HAN, jointsIn } from './encoded-name.ts';
import { evidenceOf, isTelling } from './features.ts';
import { firstSounds } from './first-sounds.ts';
import type { QueryTable } from './query-table.ts';
import type { Units } from './units.ts';

/** How like each part of a query, and of an encoded name, is to what is likest to it on the other side: at most so much can an alignment give it. */
export class LikestParts {
  /** By part, as `evidenceOf` has it: from 0 to 1. */
  readonly mine = new Float64Array(64);
  readonly theirs = new Float64Array(256);
  /** Parts of the query that slips do not count for, and those that may stand for a word of the glossary or are one: as bits. */
  free = 0;
  glossary = 0;
  /** Whether words written together, here or there, are like something. */
  together = false;
  readonly #units: Units;

  constructor(units: Units) {
    this.#units = units;
  }

  /** Reads the name at `data[offset]`; where `joins` is false, none of its words written together is like anything. `person`: one of the two may be a person's name. */
  read(query: QueryTable, data: Uint32Array | readonly number[], offset: number, joins: boolean, person: boolean): void {
    const mine = this.mine;
    const theirs = this.theirs;
    const head = data[offset]!;
    const parts = head & 0xff;
    mine.fill(0, 0, query.parts);
    theirs.fill(0, 0, parts);
    let free = query.initials;
    let glossary = 0;
    let together = false;
    let at = offset + 1;
    for (let j = 0; j < parts; j += 1) {
      const part = data[at]!;
      const keys = (part >>> 4) & 0xf;
      const kind = part & 0xf;
      const telling = isTelling(kind, ((part >>> 8) & 0xff) / 200);
      for (let k = 0; k < keys; k += 1) {
        for (let entry = query.headOf(data[at + 1 + k]!); entry !== -1; entry = query.next[entry]!) {
          const q = query.part[entry]!;
          let similarity = query.similarity[entry]!;
          if ((part & HAN) !== 0 && query.han[q] === 1) {
            if (k === keys - 1) similarity = query.similarity[entry]!;
            else if (k === 0 && similarity === 1) similarity = SAME_SOUND;
            else continue;
          } else if (k > 0) similarity *= 0.96;
          const evidence = evidenceOf(similarity, person);
          if (q >= query.parts) {
            together = true;
            for (let bits = query.mask[q]!; bits !== 0; bits &= bits - 1) {
              const one = 31 - Math.clz32(bits & -bits);
              if (evidence > mine[one]!) mine[one] = evidence;
            }
            if (evidence > theirs[j]!) theirs[j] = evidence;
            continue;
          }
          const other = query.kind[q]!;
          if (!telling || !isTelling(other, query.weight[q]!)) glossary |= 1 << q;
          if (kind === PART_KIND.initial) free |= 1 << q;
          // A word that stands for one of the glossary on the other side weighs what that does.
          const forMine = other === PART_KIND.word && kind !== PART_KIND.word ? 1 : evidence;
          const forTheirs = kind === PART_KIND.word && other !== PART_KIND.word ? 1 : evidence;
          if (forMine > mine[q]!) mine[q] = forMine;
          if (forTheirs > theirs[j]!) theirs[j] = forTheirs;
        }
      }
      if (kind === PART_KIND.initial || (kind === PART_KIND.word && query.initials !== 0)) {
        const sounds = firstSounds(this.#units, data, at, kind === PART_KIND.initial ? keys : 1);
        for (let q = 0; q < query.parts; q += 1) {
          const other = query.kind[q]!;
          if ((kind === PART_KIND.initial ? other !== PART_KIND.word : other !== PART_KIND.initial) || (query.sounds[q]! & sounds) === 0)
            continue;
          free |= 1 << q;
          if (mine[q]! < INITIAL_SIMILARITY) mine[q] = INITIAL_SIMILARITY;
          if (theirs[j]! < INITIAL_SIMILARITY) theirs[j] = INITIAL_SIMILARITY;
        }
      }
      at += 1 + keys;
    }
    for (let n = joins ? jointsIn(head) : 0; n > 0; n -= 1, at += 2) {
      for (let entry = query.headOf(data[at + 1]!); entry !== -1; entry = query.next[entry]!) {
        const similarity = query.similarity[entry]!;
        if (!query.joinsAt(entry) || ((data[at]! & BARE) !== 0 && similarity <= BARE_FROM)) continue;
        together = true;
        const evidence = evidenceOf(similarity * 0.97, person);
        const q = query.part[entry]!;
        if (evidence > mine[q]!) mine[q] = evidence;
        const first = data[at]! & 0xff;
        for (let j = first; j < first + ((data[at]! >>> 8) & 0xff); j += 1) if (evidence > theirs[j]!) theirs[j] = evidence;
      }
    }
    this.free = free;
    this.glossary = glossary;
    this.together = together;
  }
}
