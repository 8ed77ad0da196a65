import { expect, it } from 'vitest';
import { buildScreenIndex } from '../index/build.ts';
import { analyseName } from '../name/analyse.ts';
import { isWordKey } from '../score/units.ts';
import { knowledge } from '../testing/finder-of.ts';
import { AnchorUnits } from './anchor-units.ts';
import { openFinder } from './finder-file.ts';
import { buildFinderTables } from './finder-tables.ts';
import { GlossaryTouch } from './glossary-touch.ts';
import { GlossaryWords } from './glossary-words.ts';
import { HanPieces } from './han-pieces.ts';
import { listedNames } from './listed-names.ts';
import { WordEntries } from './word-entries.ts';
import { KeysOfWords } from './word-keys.ts';

const index = buildScreenIndex([], knowledge);
const names = listedNames(index);
const tables = openFinder(buildFinderTables(index, knowledge), { recipe: index.recipe, names: names.count, units: names.units });
const glossary = new GlossaryWords(knowledge);
const entries = new WordEntries(index.dictionary, knowledge, new AnchorUnits(names, tables), tables, glossary);
const keysOf = new KeysOfWords(index.dictionary, knowledge, new GlossaryTouch(knowledge, glossary));
const pieces = new HanPieces(entries, index.dictionary, knowledge, keysOf);

it.each(['南通启珀琳导航技术有限公司', '四川嵘垚特种车辆有限公司', '大同长城特种电缆有限公司', '南通启珀琳有限公司'])(
  'a name in Han has the keys of its parts, as it is analysed: %s',
  (name) => {
    const { parts } = analyseName(name, 'organisation', knowledge);
    const analysed = parts.map(({ keys }, n) => keysOf.ofPart(keys, parts[n + 1]?.keys.find(isWordKey)));
    // Asked again, from memory.
    for (let round = 0; round < 2; round += 1) {
      pieces.read(name);
      expect(pieces.keys().map(({ plain, sounds, codes }) => ({ plain, sounds, codes }))).toEqual(
        analysed.map(({ plain, sounds, codes }) => ({ plain, sounds, codes })),
      );
    }
  },
);
