import type { Role } from '../model/mention.ts';
import type { RoleWord } from '../catalogue/catalogue.ts';
import { clauseEnd, clauseStart, firstAbove } from './signals.ts';
import type { RoleHit } from './signals.ts';
import type { WalkedText } from './verify.ts';

export interface RoleDecision {
  readonly role: Role;
  /** The word that decided, as the catalogue has it; null where none stands near and the term is taken for goods. */
  readonly because: RoleWord | null;
}

const GOODS: RoleDecision = { role: 'goods', because: null };

/** Farthest that any role word reaches, in folded units. */
const FARTHEST = 60;

/** What terms do in their sentences, by the role words around them. `hits` in any order. */
export class Roles {
  readonly #byStart: readonly RoleHit[];
  readonly #starts: readonly number[];
  readonly #text: WalkedText;

  constructor(hits: readonly RoleHit[], text: WalkedText) {
    this.#byStart = hits.toSorted((a, b) => a.start - b.start);
    this.#starts = this.#byStart.map(({ start }) => start);
    this.#text = text;
  }

  /** Role of a term at `start`–`end`: that of the nearest role word of its clause that reaches it; of two equally near, the one that is not goods. */
  of(concept: string, start: number, end: number): RoleDecision {
    if (this.#byStart.length === 0) return GOODS;
    const from = clauseStart(this.#text, start, FARTHEST);
    const to = clauseEnd(this.#text, end, FARTHEST);
    let best = GOODS;
    let nearest = FARTHEST + 1;
    for (let at = firstAbove(this.#starts, from - 1); at < this.#byStart.length; at += 1) {
      const hit = this.#byStart[at];
      if (hit === undefined || hit.start >= to) break;
      if (hit.start < end && hit.end > start) continue;
      const isBefore = hit.end <= start;
      const { side, within, concepts, role } = hit.word;
      if (side !== 'both' && (side === 'before') !== isBefore) continue;
      if (concepts !== null && !concepts.includes(concept)) continue;
      const distance = isBefore ? start - hit.end : hit.start - end;
      if (distance > within || distance > nearest || (distance === nearest && best.role !== 'goods')) continue;
      nearest = distance;
      best = { role, because: hit.word };
    }
    return best;
  }
}
