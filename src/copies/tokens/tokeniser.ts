import type { CopyFields, FieldKind } from '../../catalogue/copy-fields.ts';
import type { ItemWords } from '../../catalogue/items.ts';
import type { CopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import type { StagePhrase } from '../../catalogue/stages.ts';
import { foldText } from '../../text/fold.ts';
import type { Folded } from '../../text/fold.ts';
import { foldLine } from '../../text/spaced-line.ts';
import { ENDED_BY_COMMA, NUMBERING, goesOn, isClauseEnd, isFullStop } from './clauses.ts';
import { codeToken } from './codes.ts';
import { labelHere, type Label } from './labels.ts';
import { createPhraseFinder, isDigit, isHan, isLetter } from './phrases.ts';
import type { PhraseFinder } from './phrases.ts';
import { atomsOf, beginningsOf, rx, words, type FactPattern } from './pattern.ts';
import { FIGURE, factPatterns, type Money } from './patterns.ts';
import { searchesFor } from './searches.ts';
import { stemOf } from './stem.ts';
import type { Atom, Token, TokenPlace } from './token.ts';
import { figureKey, hanNumber, scaledFigureKey } from './numerals.ts';

/** Cuts texts into tokens for comparison. Linear in the text. */
export interface Tokeniser {
  tokens(text: string): readonly Token[];
}

/** A title ends with its line, or with its first sentence where the line is longer; it is never longer than this. */
const LONGEST_TITLE = 800;
const LONGEST_PLAIN_TITLE = 120;

/** In Chinese a title goes on behind a sign that comes before so many units. */
const SHORTEST_PLAIN_TITLE = 12;
const LONGEST_NAME = 80;

/** Words of the catalogue by which facts are told. */
export type TokenWords = Omit<CopyKnowledge, 'frequencies'>;

/** Compiles the words into patterns. */
export function createTokeniser(knowledge: TokenWords): Tokeniser {
  const { stages, fields, items, endings } = knowledge;
  const money = moneyOf(items);
  const stageAt = createPhraseFinder(stages.map((phrase): [string, StagePhrase] => [phrase.text, phrase]));
  const bare = new Set(fields.bare);
  const labelAt = createPhraseFinder(
    Object.entries(fields.labels).flatMap(([field, list]) =>
      list.map((label): [string, Label] => [label, { field: field as FieldKind, bare: bare.has(label) }]),
    ),
  );
  const searches = searchesFor(patternsOf(knowledge, money));
  const isBody = bodyLine(fields, endings);
  return {
    tokens(text) {
      const tokens: Token[] = [];
      let line = 0;
      let hasTitle = false;
      for (const { start, end } of lines(text)) {
        const folded = foldLine(text.slice(start, end));
        if (folded.text.trim() !== '') {
          const place: TokenPlace = !hasTitle ? 'title' : isBody(folded.text) ? 'buyer' : 'body';
          lineTokens(folded, start, line, place, hasTitle ? 0 : titleEnd(folded.text), tokens, { searches, stageAt, labelAt, money });
          hasTitle = hasTitle || saysMore(tokens);
        }
        line += 1;
      }
      return tokens;
    },
  };
}

/** The patterns of facts, in the order in which they claim what they find. */
export function patternsOf({ fields, items, months }: TokenWords, money: Money = moneyOf(items)): readonly FactPattern[] {
  const units = rx(
    String.raw`(${FIGURE}|[一二两三四五六七八九十][一二两三四五六七八九十百千万零]{0,7}) ?(?:(${money.factors}) ?)?(?:${words(items.units)})`,
  );
  const quantity: FactPattern = {
    kind: 'quantity',
    signs: beginningsOf(items.units),
    pattern: units,
    key: ([, figure = '', factor]) =>
      factor === undefined ? figureOf(figure) : scaledBy(figureOf(figure, factor), money.factorOf(factor)),
  };
  const scaled: FactPattern = {
    kind: 'figure',
    signs: money.factorSigns,
    needs: new RegExp(money.factors, 'u'),
    pattern: rx(String.raw`(?<![\d.,\p{Script=Latin}])(${FIGURE}) ?(${money.factors})`),
    key: ([, figure = '', factor = '']) => scaledBy(scaledFigureKey(figure, factor), money.factorOf(factor)),
  };
  return [...factPatterns(fields, months, money), quantity, scaled];
}

interface Finders {
  readonly searches: (line: string) => readonly FactPattern[];
  readonly stageAt: PhraseFinder<StagePhrase>;
  readonly labelAt: PhraseFinder<Label>;
  readonly money: Money;
}

/** The lines of a text without their ends. */
function* lines(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (code !== 0x0a && code !== 0x0d && code !== 0x2028 && code !== 0x2029) continue;
    if (at > start) yield { start, end: at };
    start = at + 1;
  }
}

/** A line that says only that it is a notice, or at which stage, is no title: that comes next. */
function saysMore(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === 'word' || kind === 'han' || kind === 'model' || kind === 'number');
}

/** Where the title on a first line ends. */
function titleEnd(line: string): number {
  const isHanLine = /\p{Script=Han}/u.test(line.slice(0, 20));
  if (line.length <= (isHanLine ? LONGEST_PLAIN_TITLE / 2 : LONGEST_PLAIN_TITLE)) return line.length;
  const from = isHanLine ? SHORTEST_PLAIN_TITLE : 0;
  const stop = line.slice(from, LONGEST_TITLE).search(isHanLine ? /[。!?,;]/u : /[!?;]|(?<=\p{L}{4}|\d)\.(?= \D)/u);
  return stop === -1 ? Math.min(line.length, LONGEST_TITLE) : from + stop;
}

/** Facts that claim their units in the order of the patterns. */
function factsOf(line: string, { searches }: Finders): readonly Atom[] {
  const taken = new Uint8Array(line.length);
  const facts: Atom[] = [];
  for (const pattern of searches(line)) {
    for (const atom of atomsOf(line, pattern)) {
      if (taken.subarray(atom.start, atom.end).includes(1)) continue;
      taken.fill(1, atom.start, atom.end);
      facts.push(atom);
    }
  }
  return facts.sort((one, other) => one.start - other.start);
}

function lineTokens(
  folded: Folded,
  base: number,
  line: number,
  usual: TokenPlace,
  titleUnits: number,
  into: Token[],
  finders: Finders,
): void {
  const { text } = folded;
  const facts = factsOf(text, finders);
  let fact = 0;
  let place = usual;
  let scale = 1;
  const push = (kind: Token['kind'], key: string, from: number, to: number): void => {
    const span = folded.originalSpan(from, to);
    const currency = kind === 'price' ? finders.money.currencyIn(text.slice(from, to)) : undefined;
    into.push({ kind, key, place, start: base + span.start, end: base + span.end, line, ...(currency === undefined ? {} : { currency }) });
  };
  let at = NUMBERING.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    if (usual === 'title' && at > titleUnits) {
      usual = 'body';
      if (place === 'title') place = usual;
    }
    while (fact < facts.length && facts[fact]!.start < at) fact += 1;
    const next = facts[fact];
    const code = text.charCodeAt(at);
    const label = isLetter(code) || isHan(code) ? labelHere(text, at, finders.labelAt) : undefined;
    if (label !== undefined) {
      place = label.field;
      scale = label.remark === undefined ? 1 : finders.money.factorIn(label.remark);
      push('label', `label:${label.field}`, at, label.end);
      at = label.after;
      continue;
    }
    if (next !== undefined && next.start === at) {
      push(next.kind, next.key, at, next.end);
      at = next.end;
      fact += 1;
      continue;
    }
    const isNumber = place === 'number' && isLetter(code) && codeToken(text, at, next?.start ?? text.length, place).kind === 'number';
    const stage = !isNumber && (isLetter(code) || isHan(code)) ? finders.stageAt.at(text, at) : undefined;
    if (stage !== undefined && !(stage.value.alone && goesOn(folded, stage.end))) {
      const named = stage.value.stage;
      push(named === 'procedure' ? 'procedure' : 'stage', `${named}:${text.slice(at, stage.end)}`, at, stage.end);
      at = stage.end;
      continue;
    }
    if (isClauseEnd(code) || (ENDED_BY_COMMA.has(place) && (code === 0x2c || code === 0x3a)) || isFullStop(text, at)) {
      place = usual;
      at += 1;
      continue;
    }
    const stop = next?.start ?? text.length;
    if (isDigit(code) || isLetter(code)) {
      const { kind, key, end } = codeToken(text, at, stop, place);
      push(
        kind,
        kind === 'word' ? stemOf(key) : kind === 'price' && scale > 1 ? `price:${scaledBy(key.slice('price:'.length), scale)}` : key,
        at,
        end,
      );
      at = end;
      continue;
    }
    if (isHan(code)) push('han', text.charAt(at), at, at + 1);
    at += 1;
  }
}

/** True for a line that is nothing but the name of a body or company. */
function bodyLine({ bodies, forms }: CopyFields, endings: readonly string[]): (line: string) => boolean {
  const ends = [...bodies, ...endings].map((ending) => foldText(ending).text);
  const formAt = createPhraseFinder(forms.map((form): [string, true] => [form, true]));
  return (line) => {
    const name = line.trim();
    if (name.length > LONGEST_NAME || /[:;。!?,]|\.$/.test(name)) return false;
    if (isHan(name.charCodeAt(0)) && ends.some((ending) => name.endsWith(ending))) return name.length <= 40;
    for (let at = 0; at < name.length; at += 1) if (formAt.at(name, at) !== undefined) return true;
    return false;
  };
}

/** Exact to six digits behind the point: 3.4 × 1,000,000 is 3400000. */
function scaledBy(figure: string, factor: number): string {
  return String(Math.round(Number(figure) * factor * 1e6) / 1e6);
}

function figureOf(written: string, factor?: string): string {
  if (!/^\d/.test(written)) return String(hanNumber(written));
  return factor === undefined ? figureKey(written) : scaledFigureKey(written, factor);
}

function moneyOf({ currencies, multipliers }: ItemWords): Money {
  const factors = [...multipliers].flatMap(([factor, list]) => list.map((word): [string, number] => [foldText(word).text, factor]));
  const beginnings = factors.map(([word, factor]): [string, number] => [word.replace('|', ''), factor]);
  const byLength = beginnings.toSorted(([one], [other]) => other.length - one.length);
  const codes = new Map([...currencies].flatMap(([code, list]) => list.map((word): [string, string] => [foldText(word).text, code])));
  const currencyWords = [...codes.keys()];
  // what begins a word may go on (рубл|ей), so the longest that stands there is meant
  const written = [...codes]
    .map(([word, code]): [string, string] => [word.replace('|', ''), code])
    .toSorted(([one], [other]) => other.length - one.length);
  const factorWords = factors.map(([word]) => word);
  const [ofCurrencies, ofFactors] = [words(currencyWords), words(factorWords)];
  // (万元), (тыс. руб.), (in millions); not (тысяч штук), nor a sum that stands there.
  const inMoney = new RegExp(String.raw`(?<!\d ?)(${ofFactors})[\s.]*(?:${ofCurrencies}|[^\p{L}\d]*$)`, 'u');
  return {
    currencies: ofCurrencies,
    factors: ofFactors,
    currencySigns: beginningsOf(currencyWords),
    factorSigns: beginningsOf(factorWords),
    currencyIn: (sum: string): string | undefined => written.find(([word]) => sum.includes(word))?.[1],
    factorOf: (written: string): number => byLength.find(([word]) => written.startsWith(word))?.[1] ?? 1,
    factorIn: (remark: string): number => {
      const word = inMoney.exec(remark)?.[1];
      return word === undefined ? 1 : (byLength.find(([beginning]) => word.startsWith(beginning))?.[1] ?? 1);
    },
  };
}
