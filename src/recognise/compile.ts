import type { Catalogue, CodeScheme, Guards, ListedCode, NamedPhrase, Phrase, RoleWord, Term } from '../catalogue/catalogue.ts';
import { foldText } from '../text/fold.ts';
import type { Alphabet } from './alphabet.ts';
import { CLASS, buildAlphabet } from './alphabet.ts';
import type { Automaton } from './automaton.ts';
import { buildAutomaton } from './automaton.ts';
import { CODE_CONTEXTS, codeAnchor } from './code-schemes.ts';
import type { CompiledPhrase } from './phrase.ts';
import { classesOf, compilePhrase, foldedPhrase, withWordStart } from './phrase.ts';
import { literalBeginnings } from './regex-anchors.ts';

/** What an anchor stands for. */
export type Entry =
  | {
      readonly is: 'goods';
      readonly term: Term;
      readonly phrase: CompiledPhrase;
      readonly guards: CompiledGuards;
      /** Form with case, where case must agree. */ readonly cased: string | null;
    }
  | { readonly is: 'partNumber'; readonly term: Term; readonly pattern: RegExp; readonly guards: CompiledGuards }
  | {
      readonly is: 'intent' | 'place';
      readonly named: NamedPhrase;
      readonly phrase: CompiledPhrase;
      /** Null where nothing speaks against it. */ readonly guards: CompiledGuards | null;
    }
  | { readonly is: 'role'; readonly word: RoleWord; readonly phrase: CompiledPhrase }
  | { readonly is: 'signal'; readonly signal: number }
  | { readonly is: 'code'; readonly scheme: CodeScheme; readonly listed: readonly ListedCode[] }
  | { readonly is: 'codeContext'; readonly scheme: CodeScheme; readonly phrase: CompiledPhrase };

/** Guards as numbers of signals: words that the automaton finds on its way. */
export interface CompiledGuards {
  readonly notBefore: ReadonlySet<number>;
  readonly notAfter: ReadonlySet<number>;
  readonly needs: readonly number[];
  /** Null where nothing need stand beside it. */
  readonly beside: ReadonlySet<number> | null;
  /** How far the first two reach, in folded units. */
  readonly reach: number;
}

/** The catalogue compiled: one automaton, and what its anchors mean. */
export interface Program {
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
  readonly entries: readonly Entry[];
  /** Entry of each anchor, and the anchor's length in folded units. */
  readonly entryOf: Int32Array;
  readonly lengthOf: Int32Array;
  readonly signalCount: number;
  /** 1 for signals of one Han character, which count only where they touch the term. */
  readonly signalTouches: Uint8Array;
}

const HAN_REACH = 12;
const WORD_REACH = 40;

/** Compiles a catalogue. Throws `SyntaxError` where a part number pattern has no literal beginning. */
export function compileCatalogue(catalogue: Catalogue): Program {
  const alphabet = buildAlphabet(new Set(allText(catalogue)));
  const entries: Entry[] = [];
  const anchors: (readonly number[])[] = [];
  const entryOf: number[] = [];
  const lengthOf: number[] = [];
  const signals = new Map<string, number>();
  const touches: number[] = [];

  const add = (entry: Entry, sequences: readonly (readonly number[])[]): void => {
    entries.push(entry);
    for (const sequence of sequences) {
      anchors.push(sequence);
      entryOf.push(entries.length - 1);
      lengthOf.push(sequence.filter((letter) => letter !== CLASS.wordStart).length);
    }
  };
  const signal = (word: string): number => {
    const folded = foldedPhrase(word);
    const known = signals.get(folded);
    if (known !== undefined) return known;
    const made = signals.size;
    signals.set(folded, made);
    touches.push(/^\p{Script=Han}$/u.test(folded) ? 1 : 0);
    add({ is: 'signal', signal: made }, compilePhrase(word, alphabet, true).anchors);
    return made;
  };
  const compiledGuards = new Map<string, CompiledGuards>();
  const guardsOf = ({ notBefore, notAfter, needs, beside }: Guards, lang: Phrase['lang']): CompiledGuards => {
    const key = JSON.stringify([notBefore, notAfter, needs, beside, lang === 'zh']);
    let made = compiledGuards.get(key);
    if (made === undefined) {
      made = {
        notBefore: new Set(notBefore.map(signal)),
        notAfter: new Set(notAfter.map(signal)),
        needs: needs.map(signal),
        beside: beside === undefined ? null : new Set(beside.map(signal)),
        reach: lang === 'zh' ? HAN_REACH : WORD_REACH,
      };
      compiledGuards.set(key, made);
    }
    return made;
  };
  for (const term of catalogue.terms) {
    const guards = guardsOf(term.guards, term.lang);
    if (term.kind === 'partNumber') {
      const sequences = literalBeginnings(term.text).map((text) => withWordStart(classesOf(foldedPhrase(text), alphabet), alphabet));
      add({ is: 'partNumber', term, pattern: new RegExp(term.text, 'y'), guards }, sequences);
      continue;
    }
    const { phrase, anchors: sequences } = compilePhrase(term.text, alphabet, false);
    add({ is: 'goods', term, phrase, guards, cased: term.matchCase ? casedForm(term.text) : null }, sequences);
  }
  const addNamed = (is: 'intent' | 'place', named: NamedPhrase): void => {
    const { phrase, anchors: sequences } = compilePhrase(named.text, alphabet, false);
    add({ is, named, phrase, guards: named.guards === undefined ? null : guardsOf(named.guards, named.lang) }, sequences);
  };
  for (const named of catalogue.intents) addNamed('intent', named);
  for (const named of catalogue.places) addNamed('place', named);
  for (const word of catalogue.roleWords) {
    const { phrase, anchors: sequences } = compilePhrase(word.text, alphabet, false);
    add({ is: 'role', word, phrase }, sequences);
  }
  for (const listed of Map.groupBy(catalogue.codes, (code) => `${code.scheme} ${codeAnchor(code)}`).values()) {
    const [first] = listed;
    if (first !== undefined)
      add({ is: 'code', scheme: first.scheme, listed }, [withWordStart(classesOf(codeAnchor(first), alphabet), alphabet)]);
  }
  for (const { scheme, words } of CODE_CONTEXTS) {
    for (const word of words) {
      const { phrase, anchors: sequences } = compilePhrase(word, alphabet, false);
      add({ is: 'codeContext', scheme, phrase }, sequences);
    }
  }
  return {
    alphabet,
    automaton: buildAutomaton(anchors, alphabet.size, alphabet.narrow),
    entries,
    entryOf: Int32Array.from(entryOf),
    lengthOf: Int32Array.from(lengthOf),
    signalCount: signals.size,
    signalTouches: Uint8Array.from(touches),
  };
}

/** A text folded with its case, blanks and hyphens alike. */
export function casedForm(text: string): string {
  return foldText(text, { keepCase: true }).text.replaceAll(/[\s_-]+/g, ' ');
}

function* allText(catalogue: Catalogue): Generator<string> {
  for (const { text, kind, guards } of catalogue.terms) {
    yield kind === 'partNumber' ? 'abcdefghijklmnopqrstuvwxyz/.#+' : text;
    for (const words of [guards.notBefore, guards.notAfter, guards.needs]) for (const word of words) yield word;
  }
  for (const { text } of [...catalogue.intents, ...catalogue.places, ...catalogue.roleWords]) yield text;
  for (const { guards } of catalogue.intents)
    for (const words of [guards?.notBefore, guards?.notAfter, guards?.beside]) for (const word of words ?? []) yield word;
  for (const { words } of CODE_CONTEXTS) for (const word of words) yield word;
}
