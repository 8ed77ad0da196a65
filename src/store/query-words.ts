/**
 * The words of a query, phrases in quotes kept together: each must occur somewhere in a notice. They are taken apart before folding, which joins
 * Han words that only a blank parts: 求购 莫斯科 asks for both, anywhere.
 */
export function queryWords(query: string): readonly string[] {
  return query.match(/["“«][^"“”«»]*["”»]|\S+/g) ?? [];
}
