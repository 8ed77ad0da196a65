import type { Dictionary } from '../index/dictionary.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { gAsH, spelledWithH } from '../name/cyrillic-forms.ts';
import { initialKeys } from '../name/initials.ts';
import { englishOfForm, englishSpellings } from '../name/english-in-cyrillic.ts';
import { latinise } from '../name/latinise.ts';
import { phraseAt } from '../name/phrases.ts';
import { tokensOf, type NameToken } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import type { AnchorUnits } from './anchor-units.ts';
import { baseForms } from './case-endings.ts';
import { chineseInCyrillic, pinyinKeysOf } from './chinese-in-cyrillic.ts';
import { EntryDraft } from './entry-draft.ts';
import type { GlossaryWords } from './glossary-words.ts';
import type { GoingOnWords } from './going-on.ts';
import { PhraseWords, type Begun } from './phrase-words.ts';
import { MOST_TOKENS } from './plain-words.ts';
import { WORD } from './word-kinds.ts';

/** What a word can be in a name, and the phrases that begin with it. */
export interface ReadWord {
  readonly draft: EntryDraft;
  readonly begun: Begun | undefined;
}

/** Reads any word, as names are read: what `PlainWords` does quickly for plain ones. */
export class AnyWords {
  readonly #dictionary: Dictionary;
  readonly #knowledge: NameKnowledge;
  readonly #units: AnchorUnits;
  readonly #goingOn: GoingOnWords;
  readonly #phrases: PhraseWords;

  constructor(dictionary: Dictionary, knowledge: NameKnowledge, units: AnchorUnits, glossary: GlossaryWords, goingOn: GoingOnWords) {
    this.#dictionary = dictionary;
    this.#knowledge = knowledge;
    this.#units = units;
    this.#goingOn = goingOn;
    this.#phrases = new PhraseWords(knowledge, glossary);
  }

  read(word: string): ReadWord {
    const draft = new EntryDraft(this.#dictionary, this.#units);
    const tokens = tokensOf(word);
    let begun: Begun | undefined;
    const phrase = (token: NameToken, next: NameToken | undefined): void => {
      const phrases = this.#phrases.begunBy(token);
      if (phrases === undefined) return;
      const begins = this.#phrases.isFormBegun(phrases);
      if (begins)
        draft.kinds |= next === undefined ? WORD.begins : (this.#secondKindsOf(next) & WORD.goesOn) === 0 ? 0 : WORD.begins | WORD.begun;
      if (next === undefined) begun = phrases;
      else this.#phrases.goOn(phrases, next, (unit) => draft.addLonger(unit));
    };
    for (const [n, token] of tokens.entries()) {
      if (n >= MOST_TOKENS) break;
      draft.kinds |= this.#secondKindsOf(token);
      if (token.script !== 'digits') draft.kinds |= scriptOf(token);
      if (/^\d+$/.test(token.text)) {
        if (token.text.length > 12) continue;
        draft.kinds |= WORD.number;
        draft.addKey(`=${token.text.replace(/^0+(?=\d)/, '')}`);
        continue;
      }
      const latin = latinise(token.text);
      if (latin.length === 1 || (token.text.length === 1 && tokens.length === 1)) {
        draft.kinds |= WORD.initial;
        if (latin.length === 1) draft.addCode(`.${skeletonOf(latin, this.#knowledge)}`);
        if (tokens.length === 1) initialKeys(latin).forEach((key) => draft.addCode(key));
        // г-н, д-р: the first letter of a title.
        if (token.script === 'cyrillic') phrase(token, tokens[n + 1]);
        continue;
      }
      const key = skeletonOf(latin, this.#knowledge);
      if (key === '') continue;
      if (token.dotted) {
        draft.kinds |= WORD.initial;
        for (const letter of latin) draft.addCode(`.${skeletonOf(letter, this.#knowledge)}`);
      }
      draft.addKey(key);
      this.#knowledge.givenNames.get(key)?.forEach((given) => draft.addCode(given));
      if (token.script === 'cyrillic') {
        const chinese = chineseInCyrillic().may(
          Uint16Array.from(token.text, (char) => char.charCodeAt(0)),
          token.text.length,
        );
        if (chinese) pinyinKeysOf(token.text, this.#knowledge).forEach((pinyin) => draft.addKey(pinyin));
        const forms = baseForms(token.text);
        for (const english of [...englishSpellings(token.text), ...forms.flatMap((form) => englishOfForm(form, token.text))])
          draft.addKey(skeletonOf(english, this.#knowledge));
        this.#addForms(draft, forms, key, latinise);
        if (chinese) for (const form of forms) pinyinKeysOf(form, this.#knowledge).forEach((pinyin) => draft.addKey(pinyin));
        const withH = spelledWithH(token.text, latin);
        if (withH !== undefined) {
          const keyWithH = skeletonOf(withH, this.#knowledge);
          draft.addKey(keyWithH);
          this.#knowledge.givenNames.get(keyWithH)?.forEach((given) => draft.addCode(given));
          this.#addForms(draft, forms, keyWithH, (form) => gAsH(latinise(form)));
        }
      }
      const text = this.#phrases.written(token);
      phraseAt([{ ...token, text }], 0, this.#knowledge)?.units.forEach((unit) => draft.addConcept(unit));
      phrase(token, tokens[n + 1]);
    }
    if (begun !== undefined) draft.kinds |= WORD.longer;
    return { draft, begun };
  }

  /** Adds what a Cyrillic word may be in the nominative: `forms`. `own`: its own key, spelled in the same way. */
  #addForms(draft: EntryDraft, forms: readonly string[], own: string, spell: (form: string) => string): void {
    for (const form of forms) {
      const base = skeletonOf(spell(form), this.#knowledge);
      if (base.length < 3 && base !== own) draft.addCode(base);
      draft.addAnchor(base);
      this.#knowledge.givenNames.get(base)?.forEach((given) => draft.addCode(given));
    }
  }

  /** What a word that was read can be before another; undefined where no phrase goes on with that. */
  before({ draft, begun }: ReadWord, word: string): EntryDraft | undefined {
    const [token] = tokensOf(word);
    if (begun === undefined || token === undefined) return undefined;
    const longer = draft.copy();
    return this.#phrases.goOn(begun, token, (unit) => longer.addLonger(unit)) ? longer : undefined;
  }

  /** Whether a token may be the second word of a phrase: bits of {@link WORD}. */
  #secondKindsOf(token: NameToken): number {
    if (token.script === 'digits') return 0;
    const written = this.#goingOn.written.kindsOf(this.#phrases.written(token));
    return token.script === 'latin' ? written | this.#goingOn.spelled.kindsOf(skeletonOf(latinise(token.text), this.#knowledge)) : written;
  }
}

function scriptOf({ script }: NameToken): number {
  return script === 'latin' ? WORD.latin : script === 'cyrillic' ? WORD.cyrillic : WORD.latin | WORD.cyrillic;
}
