import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import type { Party } from '../../model/party.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { skeleton } from '../name/skeleton.ts';
import { AnchorUnits } from './anchor-units.ts';
import { openFinder } from './finder-file.ts';
import { buildFinderTables } from './finder-tables.ts';
import { GlossaryWords } from './glossary-words.ts';
import { goingOn } from './going-on.ts';
import { listedNames } from './listed-names.ts';
import { PlainWords } from './plain-words.ts';
import { skeletonBytes } from './skeleton-bytes.ts';
import { WordEntries } from './word-entries.ts';

const spelling = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,12}$/),
  fc
    .array(fc.constantFrom(...'shch sch tch tech dzh kh zh ts ye ie io ee oo ou ck qu x w y j c ce ci e i s h t k'.split(' ')), {
      maxLength: 40,
    })
    .map((all) => all.join('')),
);

describe('keys of words without strings', () => {
  it('are what skeletons are', () => {
    const out = new Uint8Array(32);
    fc.assert(
      fc.property(spelling, (word) => {
        const length = skeletonBytes(Buffer.from(word), word.length, out);
        expect(Buffer.from(out.subarray(0, length)).toString('latin1')).toBe(skeleton(word));
      }),
      { numRuns: 3_000 },
    );
  });
});

const STEMS =
  'зарецк Вектрал гоцян хуас синьюан Щедр иванов НИКОЛА объед жуков юрь завод обществ кабел zarets Vectral KHRUSHCH naval electro limite Mc Huawe alekse 12 3D ё й'.split(
    ' ',
  );
const TAILS =
  'ого ому ый ова овой ий ия ями ах ом у е ский ского овского инскому ic ed ies чук 5 мм th st \u0301 ’s -x o’o ß \u00ad ё Ab'.split(' ');
const word = fc.oneof(
  fc.tuple(fc.constantFrom(...STEMS), fc.constantFrom('', ...TAILS)).map((both) => both.join('')),
  fc.stringMatching(/^[A-ZА-Я]?[a-z]{1,14}$/),
  fc.stringMatching(/^[А-ЯЁІЇЄҐ]?[а-яёіїєґ]{1,14}$/),
  fc.stringMatching(/^[A-Zа-яaоеE0-9é'’-]{1,9}$/),
  fc.stringMatching(/^[A-Z]{1,12}$/),
  fc.stringMatching(/^[0-9]{1,14}[a-zх]{0,3}[0-9]{0,2}$/),
);

describe('plain words', () => {
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const names = [
    'Зарецкий Иван Николаевич',
    'Vectralon Plant',
    'Щедрова Юлия',
    'Khrushchev Aleksey',
    'Завод 12 «Вектрал»',
    'Ab Io Юрьев',
    'Guoqiang Huaxing Xinyuan',
  ];
  const parties = names.map((name, n): Party => {
    const entity = {
      id: `p${n}`,
      schema: n === 1 || n === 4 ? 'Organization' : 'Person',
      caption: name,
      properties: { name: [name] },
    } as const;
    return { id: `p${n}`, listings: [{ list: 'test', id: `test:p${n}`, hash: sha256(name), line: 1, entity }] };
  });
  const index = buildScreenIndex(parties, knowledge);
  const listed = listedNames(index);
  const tables = openFinder(buildFinderTables(index, knowledge), { recipe: index.recipe, names: listed.count, units: listed.units });
  const glossary = new GlossaryWords(knowledge);
  const units = new AnchorUnits(listed, tables);
  const entries = new WordEntries(index.dictionary, knowledge, units, tables, glossary);
  const plain = new PlainWords(knowledge, glossary, units, goingOn(knowledge));
  const content = (at: number): readonly number[] => {
    const head = entries.pool[at] ?? 0;
    return [...entries.pool.subarray(at, at + 1 + (head & 0xf) + ((head >>> 4) & 0xf))];
  };

  it('are read to what any word is read to', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(content(entries.make(text, 0, text.length))).toEqual(content(entries.make(text, 0, text.length, false)));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['дь', 'зъ', 'Дъ', 'А4', 'г2024', 'b2'])('%s is read so too: a letter may be an initial, of several sounds', (text) => {
    expect(content(entries.make(text, 0, text.length))).toEqual(content(entries.make(text, 0, text.length, false)));
  });

  it('are most words', () => {
    const text = 'Поставка насосных агрегатов зарецкому Vectralonia delivered quickly 12 319х120х90 ROTATIN';
    const read = text.split(' ').filter((one) => plain.read(one, 0, one.length));
    expect(read).toContain('зарецкому');
    expect(read).toContain('319х120х90');
    expect(read).toContain('ROTATIN');
  });
});
