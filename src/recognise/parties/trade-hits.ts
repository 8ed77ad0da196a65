import type { Catalogue, NamedPhrase } from '../../catalogue/catalogue.ts';
import type { TradeRoles, TradeWord } from '../../catalogue/trade-roles.ts';
import { findCandidates } from '../candidates.ts';
import { compileCatalogue, type Program } from '../compile.ts';
import { longestOnly } from '../overlap.ts';
import { newWalked, walk } from '../walk.ts';

/** A word of trade-roles.yaml met in a text, at UTF-16 offsets. */
export interface TradeHit {
  readonly word: TradeWord;
  readonly from: number;
  readonly to: number;
}

/** A place of places.yaml met in a text. */
export interface PlaceHit {
  readonly place: string;
  /** Adjectives and names with other senses are soft. */
  readonly strength: 'hard' | 'soft';
  readonly from: number;
  readonly to: number;
}

/** What one walk over a text met, by kind of word, each in the order of the text; of overlapping hits of a kind the longest. */
export interface TradeHits {
  readonly of: (is: TradeWord['is']) => readonly TradeHit[];
  readonly places: readonly PlaceHit[];
}

/** Texts longer than this do not leave their buffers behind. */
const KEPT_UNITS = 1_000_000;

/** Compiles the words and the places of the catalogue into one automaton. */
export function compileTradeWords(catalogue: Catalogue, roles: TradeRoles): Program {
  const intents = roles.words.map((word, at): NamedPhrase => ({ id: String(at), text: word.text, lang: word.lang, strength: 'hard' }));
  return compileCatalogue({ ...catalogue, terms: [], codes: [], roleWords: [], intents });
}

/** Finds the words of a program that {@link compileTradeWords} made; a text is walked once. Labels of contacts have no bound: whoever stands behind one is masked. */
export function createTradeHits(roles: TradeRoles, program: Program): (text: string) => TradeHits {
  const isOfContact = ({ id }: NamedPhrase): boolean => {
    const word = roles.words[Number(id)];
    return word?.is === 'label' && word.role === 'contact';
  };
  let walked = newWalked();
  return (text) => {
    walk(text, program.alphabet, program.automaton, walked);
    const found = findCandidates(program, { text, walked, alphabet: program.alphabet }, isOfContact);
    if (walked.classes.length > KEPT_UNITS) walked = newWalked();
    const hits = new Map<TradeWord['is'], readonly TradeHit[]>();
    const all = found.intents.flatMap(({ named, start, end, from, to }) => {
      const word = roles.words[Number(named.id)];
      return word === undefined ? [] : [{ word, start, end, from, to }];
    });
    for (const [is, same] of Map.groupBy(all, ({ word }) => word.is))
      hits.set(
        is,
        longestOnly(
          same,
          ({ word }) => word.role ?? '',
          () => 0,
        ),
      );
    const places = longestOnly(
      found.places,
      ({ named }) => named.id,
      () => 0,
    ).map(({ named, from, to }): PlaceHit => ({ place: named.id, strength: named.strength, from, to }));
    return { of: (is) => hits.get(is) ?? [], places };
  };
}
