/** A fact beside the names, as the comparison says it, taken apart so that it can be said in the reader's language. */
export interface NameFact {
  readonly key:
    | 'factCountry'
    | 'factCountryAgainst'
    | 'factId'
    | 'factIdHolds'
    | 'factIdBroken'
    | 'factBornAs'
    | 'factBornListed'
    | 'factBornSwapped'
    | 'factBornDigit'
    | 'factBornYear'
    | 'factBornAgainst'
    | 'factPart'
    | 'factInFull'
    | 'factNumbers'
    | 'factPlaces';
  readonly values: Readonly<Record<string, string>>;
}

const FACTS: readonly (readonly [NameFact['key'], RegExp])[] = [
  ['factCountry', /^country agrees \((?<countries>[^)]+)\)$/],
  ['factCountryAgainst', /^country (?<countries>.+) against (?<others>.+)$/],
  ['factIdHolds', /^identifier (?<id>.+) agrees \((?<kind>\w+), check digits hold\)$/],
  ['factIdBroken', /^identifier (?<id>.+) agrees \((?<kind>\w+), check digits do not hold\)$/],
  ['factId', /^identifier (?<id>.+) agrees$/],
  ['factBornAs', /^born (?<date>[\d-]+), as listed$/],
  ['factBornSwapped', /^born (?<date>[\d-]+), listed (?<other>[\d-]+): day and month exchanged$/],
  ['factBornDigit', /^born (?<date>[\d-]+), listed (?<other>[\d-]+): one digit apart$/],
  ['factBornYear', /^born (?<date>[\d-]+), listed (?<other>[\d-]+): the year agrees$/],
  ['factBornListed', /^born (?<date>[\d-]+), listed (?<other>[\d-]+)$/],
  ['factBornAgainst', /^born (?<date>[\d-]+) against (?<other>[\d-]+)$/],
  ['factInFull', /^named in full in the same text: (?<name>.+)$/],
  ['factPart', /^one name is only a part of what is written$/],
  ['factNumbers', /^the numbers differ$/],
  ['factPlaces', /^the places differ$/],
];

/** Takes apart what `explanation.for` and `against` say; null for what is said otherwise. */
export function nameFact(said: string): NameFact | null {
  if (said.length > 500) return null;
  for (const [key, shape] of FACTS) {
    const found = shape.exec(said);
    if (found !== null) return { key, values: { ...found.groups } };
  }
  return null;
}
