import type { NameQuery } from '../../api/routes.gen.ts';

export const MOST_NAMES = 500;
const MOST_CHARACTERS = 2000;

/** What is known of all names that are asked about together. */
export interface NameFacts {
  readonly schema: NameQuery['schema'] | '';
  /** ISO codes, parted by anything. */
  readonly countries: string;
  readonly birthDate: string;
  readonly identifiers: string;
}

export const NO_FACTS: NameFacts = { schema: '', countries: '', birthDate: '', identifiers: '' };

/** One question for each line that has a name, each name once. Facts of one bearer (birth, numbers) go with a single name alone. */
export function nameQueries(text: string, facts: NameFacts): readonly NameQuery[] {
  const names = [...new Set(text.split(/\r?\n/).map((line) => line.trim().replaceAll(/\s+/g, ' ').slice(0, MOST_CHARACTERS)))].filter(
    (name) => name !== '',
  );
  const countries = facts.countries.split(/[^A-Za-z]+/).filter((code) => code !== '');
  const identifiers = facts.identifiers.split(/[,;\n]+/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const alone = names.length === 1;
  return names.map((name) => ({
    name,
    ...(facts.schema === '' ? {} : { schema: facts.schema }),
    ...(countries.length === 0 ? {} : { countries }),
    ...(alone && facts.birthDate.trim() !== '' ? { birthDates: [facts.birthDate.trim()] } : {}),
    ...(alone && identifiers.length > 0 ? { identifiers } : {}),
  }));
}

/** Country codes that are none: two letters each. */
export function wrongCountries(countries: string): readonly string[] {
  return countries.split(/[\s,;]+/).filter((code) => code !== '' && !/^[A-Za-z]{2}$/.test(code));
}

export function isBirthDate(text: string): boolean {
  return text.trim() === '' || /^\d{4}(?:-\d\d){0,2}$/.test(text.trim());
}
