/** Labels of goods by concept, in one language each. */
export type GoodsLabels = readonly Readonly<Record<string, string>>[];

const MOST = 4;

/** Concepts whose label, in whatever language, has all of these words; the shortest label first, for it says the least else. One word of two letters names too much. */
export function namedGoods(words: readonly string[], labels: GoodsLabels): readonly string[] {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word.length > 2 || /\p{Script=Han}{2}/u.test(word));
  if (wanted.length === 0 || wanted.length < words.length) return [];
  const found = new Map<string, number>();
  for (const each of labels)
    for (const [concept, label] of Object.entries(each)) {
      const text = label.toLowerCase();
      if (wanted.every((word) => text.includes(word) || text.includes(singular(word))))
        found.set(concept, Math.min(found.get(concept) ?? Infinity, label.length));
    }
  return [...found]
    .toSorted(([, one], [, other]) => one - other)
    .slice(0, MOST)
    .map(([concept]) => concept);
}

/** `drone jammers` asks for what the catalogue calls a drone jammer. */
function singular(word: string): string {
  return /^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word;
}
