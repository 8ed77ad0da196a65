import type { CalqueCompound, CalqueLang } from '../catalogue/calques.ts';
import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { calqueParts } from './calque-parts.ts';
import type { CalqueParts } from './calque-parts.ts';
import type { FoundTerm } from './candidates.ts';
import type { Found } from './found.ts';
import { foundAt } from './found-at.ts';
import type { WalkedText } from './verify.ts';

/** Finds goods that are named word by word from another language: `human-less flying apparatus`, `夜间视觉的双筒望器`. */
export interface CalqueFinder {
  /**
   * Soft finds, none where a term stands that was found as the catalogue has it, or that its guards refuse, and none in a text that names goods in words of
   * the trade; a drone may be named so in what is made against drones. Of a long text only the beginning is looked at: its title.
   */
  find(walkedText: WalkedText, found: readonly FoundTerm[], refused: readonly Found[]): readonly FoundTerm[];
}

/** Texts that are looked at whole, and how much of longer ones, in UTF-16 units. */
const SHORT = 700;
const TITLE = 80;
/** Units of other words that may stand between two parts. */
const LEAST_HAN = 4;
const GAP = { words: 2, han: 2 } as const;

interface Hit {
  /** For each piece of the word the parts that it may stand for. */
  readonly pieces: readonly (readonly string[])[];
  readonly from: number;
  readonly to: number;
  /** Place in the order of words or, of Han characters, of units; particles do not count. */
  readonly at: number;
  readonly ends: number;
}

/** The tables are made for the first text that may need them. */
export function createCalques({ calques }: Catalogue): CalqueFinder {
  let tables:
    | { readonly han: CalqueParts; readonly latin: CalqueParts; readonly cyrillic: CalqueParts; readonly byPart: ByPart }
    | undefined;
  return {
    find(walkedText, found, refused) {
      const { text } = walkedText;
      tables ??= {
        han: calqueParts(calques, ['zh']),
        latin: calqueParts(calques, ['en']),
        cyrillic: calqueParts(calques, ['ru', 'uk']),
        byPart: compoundsByPart(calques.compounds),
      };
      const { byPart } = tables;
      const head = text.length > SHORT ? text.slice(0, TITLE) : text;
      const finds: FoundTerm[] = [];
      const hard = found.filter(({ term }) => term.concept !== null && term.strength === 'hard');
      if (hard.some(({ term }) => term.concept !== 'uav')) return [];
      const look = (hits: readonly Hit[], langs: readonly CalqueLang[], gap: number): void => {
        const best = bestCompound(hits, byPart, langs, gap);
        if (best === null) return;
        const { compound, from, to } = best;
        // shorter ones are no calques but the words of the trade, which the catalogue has
        if (langs.includes('zh') && to - from < LEAST_HAN) return;
        const isAgainst = compound.concept.startsWith('counter_uav');
        if (hard.length > 0 && !isAgainst) return;
        const isIn = (one: Found): boolean => one.from < to && one.to > from;
        if (refused.some(isIn) || found.some((one) => isIn(one) && !(isAgainst && one.term.concept === 'uav'))) return;
        finds.push({ ...foundAt(walkedText, from, to), term: calque(compound.concept, text.slice(from, to), langs[0] ?? 'en') });
      };
      for (const clause of clausesOf(head)) {
        const part = head.slice(clause.from, clause.to);
        if (HAN.test(part)) look(hanHits(part, clause.from, tables.han), ['zh'], GAP.han);
        if (CYRILLIC.test(part)) look(wordHits(part, clause.from, tables.cyrillic), ['ru', 'uk'], GAP.words);
        else if (LATIN.test(part)) look(wordHits(part, clause.from, tables.latin), ['en'], GAP.words);
      }
      return finds;
    },
  };
}

const HAN = /[\u3400-\u9fff]{3}/;
const CYRILLIC = /[\u0400-\u04ff]{3}/;
const LATIN = /[A-Za-z]{3}/;

type ByPart = ReadonlyMap<string, readonly CalqueCompound[]>;

function compoundsByPart(compounds: readonly CalqueCompound[]): ByPart {
  const byPart = new Map<string, CalqueCompound[]>();
  // the more places, the more a compound says
  for (const compound of compounds.toSorted((a, b) => b.places.length - a.places.length))
    for (const part of new Set(compound.places.flat())) byPart.set(part, [...(byPart.get(part) ?? []), compound]);
  return byPart;
}

/** Clauses of a text: what stands between stops. */
function* clausesOf(text: string): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0;
  for (const stop of text.matchAll(/[，、。；：！？“”「」《》,;:!?()（）\n–—]|\.(?!\d)/g)) {
    if (stop.index > from) yield { from, to: stop.index };
    from = stop.index + stop[0].length;
  }
  if (from < text.length) yield { from, to: text.length };
}

const PARTICLE = /^(?:of|the|a|an|for|and|to|in|on|at|by|with|и|для|на|в|с|по|к|от|та|і|з|до|у)$/;

function wordHits(clause: string, offset: number, table: CalqueParts): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  for (const match of clause.matchAll(/[\p{L}'’ʼ]+/gu)) {
    const word = match[0].toLowerCase().replaceAll(/[’ʼ]/g, "'");
    const pieces = table.of(word);
    if (pieces.length > 0) hits.push({ pieces, from: offset + match.index, to: offset + match.index + match[0].length, at, ends: at + 1 });
    if (pieces.length > 0 || !PARTICLE.test(word)) at += 1;
  }
  return hits;
}

function hanHits(clause: string, offset: number, table: CalqueParts): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  for (let index = 0; index < clause.length; index += 1) {
    if (/[的之\s]/.test(clause.charAt(index))) continue;
    for (const { part, length } of table.at(clause, index))
      hits.push({ pieces: [[part]], from: offset + index, to: offset + index + length, at, ends: at + length });
    at += 1;
  }
  return hits;
}

interface Best {
  readonly compound: CalqueCompound;
  readonly from: number;
  readonly to: number;
}

/** The compound with the most places that some hits fill, side by side. */
function bestCompound(hits: readonly Hit[], byPart: ByPart, langs: readonly CalqueLang[], gap: number): Best | null {
  let best: Best | null = null;
  if (hits.length === 0) return null;
  const present = new Set(hits.flatMap(({ pieces }) => pieces.flat()));
  for (const [start, hit] of hits.entries())
    for (const part of hit.pieces.flat())
      for (const compound of byPart.get(part) ?? []) {
        if (best !== null && compound.places.length <= best.compound.places.length) break;
        if (!langs.some((lang) => compound.langs.includes(lang))) continue;
        if (!compound.places.every((place) => place.some((one) => present.has(one)))) continue;
        const to = filledFrom(hits, start, compound, gap);
        if (to !== -1) best = { compound, from: hit.from, to };
      }
  return best;
}

/** Where the last of the hits ends that, from `start` on, fill all places of a compound; -1 where they do not. One word may fill two places with two pieces of its own. */
function filledFrom(hits: readonly Hit[], start: number, { places }: CalqueCompound, gap: number): number {
  const open = [...places];
  let reached = hits[start]?.at ?? 0;
  let end = -1;
  for (let index = start; index < hits.length && open.length > 0; index += 1) {
    const hit = hits[index];
    if (hit === undefined || hit.at - reached > gap) break;
    if (hit.at < reached && index > start) continue;
    let fills = 0;
    for (const piece of hit.pieces) {
      const place = open.findIndex((parts) => piece.some((part) => parts.includes(part)));
      if (place === -1) continue;
      open.splice(place, 1);
      fills += 1;
    }
    if (fills === 0) {
      if (index === start) return -1;
      continue;
    }
    reached = hit.ends;
    end = hit.to;
  }
  return open.length === 0 ? end : -1;
}

function calque(concept: string, text: string, lang: CalqueLang): Term {
  return {
    concept,
    kind: 'translationese',
    text: text.toLowerCase(),
    lang,
    strength: 'soft',
    matchCase: false,
    guards: { notBefore: [], notAfter: [], needs: [] },
    note: 'named word by word',
  };
}
