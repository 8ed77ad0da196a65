import { expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { AnchorUnits } from './anchor-units.ts';
import { openFinder } from './finder-file.ts';
import { buildFinderTables } from './finder-tables.ts';
import { GlossaryWords } from './glossary-words.ts';
import { listedNames } from './listed-names.ts';
import { WordEntries } from './word-entries.ts';

it('entries of two words are remembered, but not of however many words are set together', () => {
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const index = buildScreenIndex([], knowledge);
  const listed = listedNames(index);
  const tables = openFinder(buildFinderTables(index, knowledge), { recipe: index.recipe, names: listed.count, units: listed.units });
  const entries = new WordEntries(index.dictionary, knowledge, new AnchorUnits(listed, tables), tables, new GlossaryWords(knowledge));
  const entryOf = (text: string): number => entries.make(text, 0, text.length);
  const research = entryOf('research');
  const before = (second: number): number => entries.before(research, second, 'institute', 0, 'institute'.length);
  const institute = entryOf('institute');
  const together = before(institute);
  expect(together).not.toBe(research);
  expect(before(institute)).toBe(together);
  for (let n = 0; n < 140_000; n += 1) before(entryOf('institute'));
  expect(before(institute)).not.toBe(together);
});
