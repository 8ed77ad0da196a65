import type { NamePartKind } from '../../model/match.ts';

export interface GlossaryUnit {
  /** `#concept`, or `=7` for a number. */
  readonly key: string;
  /** Other meanings of the same word: авиационный is said of aviation and of aircraft. */
  readonly also: readonly string[];
  readonly kind: NamePartKind;
  readonly weight: number;
  readonly bits: number;
  /** First letter of its first Russian word. */
  readonly russian?: string;
}

/** A node of the glossary by words: what the words so far mean, and which may follow. */
export interface PhraseNode {
  units: readonly GlossaryUnit[] | undefined;
  /** Meanings of words that begin with this node's last word and go on with an ending. */
  stem: readonly GlossaryUnit[] | undefined;
  next: Map<string, PhraseNode>;
}

/** Most words end their phrase: they share one map, which nothing is put into. */
const NOTHING_FOLLOWS = new Map<string, PhraseNode>();

export function newNode(): PhraseNode {
  return { units: undefined, stem: undefined, next: NOTHING_FOLLOWS };
}

/** Adds a phrase of one or more words. */
export function addPhrase(root: PhraseNode, words: readonly string[], stem: boolean, units: readonly GlossaryUnit[]): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      if (node.next === NOTHING_FOLLOWS) node.next = new Map();
      node.next.set(word, (next = newNode()));
    }
    node = next;
  }
  if (node === root) return;
  node.units = node.units === undefined ? units : withOther(node.units, units);
  if (stem) node.stem = node.stem === undefined ? units : withOther(node.stem, units);
}

/** A form that stands by itself (управление) has the other meanings of its stem too. */
export function shareStem(root: PhraseNode, word: string, node: PhraseNode): void {
  const stem = stemOf(root, word);
  const [one, other] = [node.units?.[0], stem?.[0]];
  if (one === undefined || other === undefined || stem?.length !== 1 || node.units?.length !== 1) return;
  if (one.key === other.key || one.also.includes(other.key) || other.also.includes(one.key)) node.units = withOther([one], [other]);
}

/** A phrase that means what its words do one by one has their other meanings too: металлургический завод, steel works. */
export function shareMeanings(root: PhraseNode, node: PhraseNode, before: readonly (readonly GlossaryUnit[])[]): void {
  for (const [word, next] of node.next) {
    const alone = root.next.get(word);
    const path = [...before, alone?.units ?? alone?.stem ?? stemOf(root, word) ?? []];
    const words = path.flat();
    if (path.length > 1 && next.units !== undefined && next.units.length === words.length) {
      if (next.units.every(({ key }, n) => key === words[n]!.key || words[n]!.also.includes(key))) {
        next.units = withOther(next.units, words);
        if (next.stem !== undefined) next.stem = next.units;
      }
    }
    shareMeanings(root, next, path);
  }
}

/** Meanings of the longest stem that the word begins with. */
function stemOf(root: PhraseNode, word: string): readonly GlossaryUnit[] | undefined {
  for (let length = word.length - 1; length >= Math.max(3, word.length - 5); length -= 1) {
    const stem = root.next.get(word.slice(0, length))?.stem;
    if (stem !== undefined) return stem;
  }
  return undefined;
}

/** A word with two meanings has both, unit by unit, and weighs as the heavier; where they are not as many units, the first stays. */
export function withOther(units: readonly GlossaryUnit[], other: readonly GlossaryUnit[]): readonly GlossaryUnit[] {
  if (units.length !== other.length) return units;
  return units.map((unit, n) => {
    const added = other[n]!;
    const keys = [added.key, ...added.also].filter((key) => key !== unit.key && !unit.also.includes(key));
    if (keys.length === 0) return unit;
    const heavier = added.kind === unit.kind && added.weight > unit.weight ? added : unit;
    return { ...unit, also: [...unit.also, ...keys], weight: heavier.weight, bits: heavier.bits };
  });
}
