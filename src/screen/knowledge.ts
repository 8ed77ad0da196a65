import type { NameFrequencies } from '../catalogue/name-frequencies.ts';
import type { NameConcept, NameGlossary } from '../catalogue/organisations.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import type { NamePartKind } from '../model/match.ts';
import { foldText } from '../text/fold.ts';
import { isLayer, type NameLayer } from './layers.ts';
import { latinise } from './name/latinise.ts';
import { skeleton } from './name/skeleton.ts';

/** What a word of the glossary stands for, as units of names. */
export interface HanWord {
  readonly kind: NamePartKind;
  readonly units: readonly GlossaryUnit[];
}

export interface GlossaryUnit {
  /** `#concept`, or `=7` for a number. */
  readonly key: string;
  readonly kind: NamePartKind;
  readonly weight: number;
  readonly bits: number;
}

/** A node of the glossary by words: what the words so far mean, and which may follow. */
export interface PhraseNode {
  units: readonly GlossaryUnit[] | undefined;
  /** Meanings of words that begin with this node's last word and go on by at most {@link STEM_REST} letters. */
  stem: readonly GlossaryUnit[] | undefined;
  readonly next: Map<string, PhraseNode>;
}

/** All that names are analysed by; compiled once, shared by every name. Pure data. */
export interface NameKnowledge {
  /** Version of glossary, frequencies, code and layers switched off. */
  readonly recipe: string;
  readonly off: ReadonlySet<NameLayer>;
  readonly han: ReadonlyMap<string, HanWord>;
  readonly longestHan: number;
  readonly phrases: PhraseNode;
  /** ISO country of a place key. */
  readonly countryOf: ReadonlyMap<string, string>;
  /** Occurrences per million names, by skeleton. */
  readonly person: ReadonlyMap<string, number>;
  readonly organisation: ReadonlyMap<string, number>;
}

/** Counts up when code changes what a name is analysed or scored as: indexes and matches are then made again. */
export const SCREEN_CODE_VERSION = 1;

/** Letters that may follow a stem. */
export const STEM_REST = 5;

/**
 * Compiles glossary and frequencies. `off` leaves layers out, for ablations.
 *
 * @example
 * const knowledge = compileNameKnowledge({ glossary: loadNameGlossary(), frequencies: loadNameFrequencies() });
 * compareNames({ name: 'ООО Бета' }, { name: 'Beta LLC' }, knowledge).score;
 */
export function compileNameKnowledge(parts: {
  readonly glossary: NameGlossary;
  readonly frequencies: NameFrequencies;
  readonly off?: ReadonlySet<string>;
}): NameKnowledge {
  const { glossary, frequencies } = parts;
  const off = new Set([...(parts.off ?? [])].filter(isLayer));
  const han = new Map<string, HanWord>();
  const phrases: PhraseNode = { units: undefined, stem: undefined, next: new Map() };
  const useGlossary = !off.has('glossary');
  for (const word of glossary.words) {
    const units = word.concepts.flatMap((id) => {
      const concept = glossary.concepts.get(id);
      return concept === undefined ? [] : [unitOf(concept)];
    });
    const [first] = units;
    // Forms are known in any case: without them no two companies are comparable.
    if (first === undefined || (!useGlossary && first.kind !== 'form')) continue;
    const text = foldText(word.text).text;
    if (word.lang === 'zh') {
      if (!han.has(text)) han.set(text, { kind: first.kind, units });
    } else addPhrase(phrases, text, word.stem, units);
  }
  return {
    recipe: sha256(
      canonicalJson({ code: SCREEN_CODE_VERSION, glossary: glossary.recipe, frequencies: frequencies.recipe, off: [...off].toSorted() }),
    ).slice(0, 16),
    off,
    han,
    longestHan: Math.max(1, ...Array.from(han.keys(), (text) => text.length)),
    phrases,
    countryOf: new Map(
      [...glossary.concepts.values()].flatMap(({ id, kind, country }) =>
        kind === 'place' && country !== undefined ? [[`#${id}`, country] as const] : [],
      ),
    ),
    person: off.has('frequencies') ? new Map() : bySkeleton(frequencies.person),
    organisation: off.has('frequencies') ? new Map() : bySkeleton(frequencies.organisation),
  };
}

const WEIGHTS = {
  form: { weight: 0.03, bits: 0 },
  trade: { weight: 0.22, bits: 3 },
  brand: { weight: 0.5, bits: 8 },
  place: { weight: 0.36, bits: 5 },
  number: { weight: 0.5, bits: 7 },
  title: { weight: 0.03, bits: 0 },
  particle: { weight: 0.04, bits: 0 },
} as const;

function unitOf(concept: NameConcept): GlossaryUnit {
  const { kind, id } = concept;
  const number = kind === 'number' ? /^n(\d+)$/.exec(id)?.[1] : undefined;
  return { key: number === undefined ? `#${id}` : `=${number}`, kind, ...WEIGHTS[concept.brand === true ? 'brand' : kind] };
}

/** Adds a phrase of folded words, written in Latin or Cyrillic letters. */
function addPhrase(root: PhraseNode, text: string, stem: boolean, units: readonly GlossaryUnit[]): void {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = { units: undefined, stem: undefined, next: new Map() }));
    node = next;
  }
  if (node === root) return;
  node.units ??= units;
  if (stem) node.stem ??= units;
}

function bySkeleton(words: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [word, count] of words) {
    const key = skeleton(latinise(word));
    table.set(key, (table.get(key) ?? 0) + count);
  }
  return table;
}
