/** Something under a name that stays with it when others of a list come, go or change places. */
export interface Keyed<Match> {
  readonly at: string;
  readonly match: Match;
}

/** Matches by their keys, within what they are of; those with one key, of a name that stands twice in a text, are numbered. */
export function keyedMatches<Match extends { readonly key: string }>(of: string, matches: readonly Match[]): readonly Keyed<Match>[] {
  const times = new Map<string, number>();
  return matches.map((match) => {
    const before = times.get(match.key) ?? 0;
    times.set(match.key, before + 1);
    return { at: `${of} ${match.key} ${before}`, match };
  });
}
