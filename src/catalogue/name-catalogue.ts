import { loadGivenNames, type GivenNames } from './given-names.ts';
import { loadForeignSurnames, loadKnownNames, type KnownBodies, type KnownNames } from './known-names.ts';
import { loadNameForms, type NameForms } from './name-forms.ts';
import { loadNameFrequencies, type NameFrequencies } from './name-frequencies.ts';
import { loadNameGlossary, type NameGlossary } from './organisations.ts';
import { loadPersonWords, type PersonWords } from './person-words.ts';

/** All that the catalogue knows of names. */
export interface NameCatalogue {
  readonly glossary: NameGlossary;
  readonly frequencies: NameFrequencies;
  readonly givenNames: GivenNames;
  readonly nameForms: NameForms;
  readonly personWords: PersonWords;
  readonly knownNames: KnownBodies;
  readonly foreignSurnames: KnownNames;
}

/** Loads it from `folder`, by default the catalogue that comes with the package. Throws `catalogue-invalid`. */
export function loadNameCatalogue(folder?: string): NameCatalogue {
  return {
    glossary: loadNameGlossary(folder),
    frequencies: loadNameFrequencies(folder),
    givenNames: loadGivenNames(folder),
    nameForms: loadNameForms(folder),
    personWords: loadPersonWords(folder),
    knownNames: loadKnownNames(folder),
    foreignSurnames: loadForeignSurnames(folder),
  };
}
