import type { Role } from '../model/mention.ts';
import type { RoleWord } from '../catalogue/catalogue.ts';
import { RoleFrames } from './role-frames.ts';
import { clauseEnd, clauseStart, firstAbove } from './signals.ts';
import type { RoleHit } from './signals.ts';
import type { WalkedText } from './verify.ts';

export interface RoleDecision {
  readonly role: Role;
  /** The word that decided, as the catalogue or the text has it; null where none stands near and the term is taken for goods. */
  readonly because: Pick<RoleWord, 'text'> | null;
  /** The word stands before the term. */
  readonly isBefore: boolean;
}

const GOODS: RoleDecision = { role: 'goods', because: null, isBefore: false };

/** Farthest that any role word reaches in its clause, in folded units. */
const FARTHEST = 60;

/** What terms do in their sentences, by the role words around them. `hits` and `termStarts` (of goods terms, in folded units) in any order. */
export class Roles {
  readonly #hits: readonly RoleHit[];
  readonly #starts: readonly number[];
  readonly #terms: readonly number[];
  readonly #frames: RoleFrames;
  readonly #text: WalkedText;

  constructor(hits: readonly RoleHit[], text: WalkedText, termStarts: readonly number[] = []) {
    this.#hits = withoutShorter(hits);
    this.#starts = this.#hits.map(({ start }) => start);
    this.#frames = new RoleFrames(this.#hits, text);
    this.#terms = termStarts.toSorted((a, b) => a - b);
    this.#text = text;
  }

  /**
   * Role of a term at `start`–`end`. Before it the nearest role word of its clause that reaches it decides if it is not goods; after it, of
   * Chinese words the last one before the phrase closes, of others the nearest; then a word for goods before it; then what governs
   * its sentence; else it is goods.
   */
  of(concept: string, start: number, end: number): RoleDecision {
    if (this.#hits.length === 0) return GOODS;
    const from = clauseStart(this.#text, start, FARTHEST);
    const to = clauseEnd(this.#text, end, FARTHEST);
    let before: RoleHit | undefined;
    let nearest: RoleHit | undefined;
    let last: RoleHit | undefined;
    let isClosed = false;
    for (let at = firstAbove(this.#starts, from - 1); at < this.#hits.length; at += 1) {
      const hit = this.#hits[at];
      if (hit === undefined || hit.start >= to) break;
      const { role, side, within, concepts, closes, needsHead } = hit.word;
      const isBefore = hit.end <= start;
      // 设备维保 begins inside 存储设备 and still says what is done with it
      if (!isBefore && (hit.start < start || hit.end <= end)) continue;
      if (side !== 'both' && (side === 'before') !== isBefore) continue;
      if ((isBefore ? start - hit.end : hit.start - end) > within) continue;
      if (concepts !== null && !concepts.includes(concept)) continue;
      if (needsHead && !this.#hasTerm(from, hit.start)) continue;
      if (isBefore) before = hit;
      else if (hit.word.lang !== 'zh') nearest ??= hit;
      else if (!isClosed) {
        isClosed = closes;
        // 表演服务 is a show before it is a service
        const isVaguer = role === 'service' && last !== undefined && last.word.role !== 'goods';
        if ((!closes || last === undefined) && !isVaguer) last = hit;
      }
    }
    if (before !== undefined && before.word.role !== 'goods') return decision(before, true);
    const after = nearest ?? last;
    if (after !== undefined && after.word.role !== 'goods') return decision(after, false);
    if (before !== undefined) return decision(before, true);
    const frame = this.#frames.governing(start, concept);
    if (frame !== null) return decision(frame, true);
    return after === undefined ? GOODS : decision(after, false);
  }

  #hasTerm(from: number, to: number): boolean {
    const next = this.#terms[firstAbove(this.#terms, from - 1)];
    return next !== undefined && next < to;
  }
}

function decision({ word }: RoleHit, isBefore: boolean): RoleDecision {
  return { role: word.role, because: word, isBefore };
}

/**
 * Role words in order of their starts, without those inside longer ones (设备 in 设备维护); of words with one span all stay, and so does a word inside one
 * that counts on the other side only: "service contract for a radar", "radar service contract".
 */
function withoutShorter(hits: readonly RoleHit[]): RoleHit[] {
  const kept: RoleHit[] = [];
  let longest: RoleHit | undefined;
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const isInside = longest !== undefined && (hit.end < longest.end || (hit.end === longest.end && hit.start > longest.start));
    if (isInside && (longest?.word.side === 'both' || longest?.word.side === hit.word.side)) continue;
    kept.push(hit);
    if (!isInside) longest = hit;
  }
  return kept;
}
