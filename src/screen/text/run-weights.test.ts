import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { analyseName } from '../name/analyse.ts';
import { GlossaryTouch } from './glossary-touch.ts';
import { GlossaryWords } from './glossary-words.ts';
import { runWeights, type RunWeights } from './run-weights.ts';
import { KeysOfWords } from './word-keys.ts';

const knowledge = compileNameKnowledge(loadNameCatalogue());
const glossary = new GlossaryWords(knowledge);
const touch = new GlossaryTouch(knowledge, glossary);
const keysOf = new KeysOfWords({ find: () => undefined }, knowledge, touch);

/** Words with one blank or quotation mark between them. */
function weigh(words: readonly string[], quoted = -1): RunWeights {
  const keys = words.map((word) => keysOf.ofWord(word, [])!);
  return runWeights(
    keys.map((one, n) => keysOf.asItStands(one, keys[n + 1])),
    (n) => n === quoted,
    touch,
  );
}

/** What each word weighs, and its bits, in the name as it is read. */
function read(words: readonly string[]): readonly { readonly weight: number; readonly bits: number }[] {
  const written = words.map((word) => glossary.normalise(word));
  const { parts } = analyseName(written.join(' '), 'organisation', knowledge);
  let at = 0;
  return written.map((word) => {
    const [from, to] = [at, at + word.length];
    at = to + 1;
    const its = parts.filter(({ start, end }) => start < to && end > from);
    return { weight: its.reduce((sum, { weight }) => sum + weight, 0), bits: its.reduce((sum, { bits }) => sum + bits, 0) };
  });
}

const WORDS = [
  'Research Institute Services Vektor ARC Security General Trading Trading SC 29 Next II Limited Liability Company Electronics Steel Works Technology Construction Academy of',
  'заводом Спецтехника обществом с ограниченной ответственностью Вектор научно исследовательский институт ПС технической безопасности СК Кузнецову торговый дом 7 ErichKrause',
].flatMap((line) => line.split(' '));

describe('weights of words that are not read together', () => {
  it('are no bounds that the words as they are read would break', () => {
    for (let first = 0; first < WORDS.length; first += 1)
      for (let length = 1; length <= 4 && first + length <= WORDS.length; length += 1)
        // Beside their neighbours, and beside words from elsewhere.
        for (const step of [1, 5, 11]) {
          const words = Array.from({ length }, (_, n) => WORDS[(first + n * step) % WORDS.length]!);
          const { least, most, bits } = weigh(words);
          for (const [n, known] of read(words).entries()) {
            const said = `${words.join(' ')}: ${words[n]!}`;
            expect(least[n], said).toBeLessThanOrEqual(known.weight + 1e-9);
            // A phrase weighs once, wherever its words stand.
            if (known.weight === 0 || touch.goesOn(knowledge.phrases, words[n]!)) continue;
            expect(most[n], said).toBeGreaterThanOrEqual(known.weight - 1e-9);
            expect(bits[n], said).toBeGreaterThanOrEqual(known.bits - 1e-9);
          }
        }
  });

  it('are those of the glossary for a trade word beside more content, and what it may weigh where it is all', () => {
    const [research] = read(['Security', 'Vektor']);
    expect(weigh(['Security', 'Vektor']).most[0]).toBeCloseTo(research!.weight);
    expect(weigh(['Security']).most[0]).toBeGreaterThan(research!.weight);
  });

  it.each([
    ['a part of a phrase', ['Limited', 'Liability', 'Company'], -1, 1],
    ['letters before a name in quotation marks', ['TSTO', 'Vektor'], 1, 0],
    ['one letter', ['A', 'Vektor'], -1, 0],
    ['Latin letters that may be Cyrillic ones', ['CO', 'Вектор'], -1, 0],
    ['pieces of a word that a blank tore apart', ['Tech', 'nology'], -1, 0],
  ] as const)('are nothing at least of %s', (_, words, quoted, n) => {
    expect(weigh(words, quoted).least[n]).toBe(0);
  });

  it('count words of their own, and no numbers or words of the glossary', () => {
    expect(weigh(['ARC', '29', 'Security', 'Orvanik', 'II']).own).toBe(0b01001);
  });
});
