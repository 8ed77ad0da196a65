import { stageOf } from './judge/evidence.ts';
import { CALLED, shareContact } from './one-contact.ts';
import type { PreparedText } from './prepared-text.ts';
import type { Signing, Token, TokenKind } from './tokens/token.ts';

/** Lines at the end of a text that may be signed, and tokens of one: more is said, not signed. */
const MOST_LINES = 3;
const LONGEST = { words: 12, han: 30 } as const;

/** A token by its number, and whose name it is part of. */
type Signed = readonly [number, Signing];

/** Words, or Han characters, of a person's name. */
const MOST_OF_PERSON = 4;

/** What a signature is made of: a name and a day. */
const SIGNED: ReadonlySet<TokenKind> = new Set(['word', 'han', 'figure', 'date', 'time', 'ordinal']);

/**
 * Two texts in which what is said of their publishers says nothing of the purchase. Who passes a notice on puts his name before its title (*X 转发：*) and signs it; where both texts give a
 * person in common to be called, by telephone or mail, who is no agency's or platform's, the names that they are signed with are those of accounts, not of buyers; so is that of a text whose
 * title says that it is passed on. A buyer behind a label stays one. Linear.
 */
export function besideSignatures(a: PreparedText, b: PreparedText): readonly [PreparedText, PreparedText] {
  const isOne = shareContact(a, b);
  const of = (text: PreparedText): PreparedText =>
    ofPublisher(text, new Map([...passedOnBy(text), ...(isOne || saysPassedOn(text) ? signatureOf(text) : [])]));
  return [of(a), of(b)];
}

/** *转发：*, *Репост:* in the title: whoever signs it has it from somebody else. */
function saysPassedOn({ tokens }: PreparedText): boolean {
  return tokens.some((token) => token.place === 'title' && token.kind === 'stage' && stageOf(token.key) === 'repost');
}

/** Tokens of the title before a word of passing on and its colon. */
function passedOnBy({ text, tokens }: PreparedText): readonly Signed[] {
  const end = tokens.findIndex(({ place }) => place !== 'title');
  const title = end < 0 ? tokens : tokens.slice(0, end);
  const at = title.findIndex((token) => token.kind === 'stage' && stageOf(token.key) === 'repost');
  if (at < 0 || at + 1 >= title.length) return [];
  const behind = text.slice(title[at]!.end, title[at + 1]!.start);
  return /[:：】\])|｜]/.test(behind) ? Array.from({ length: at }, (_, n): Signed => [n, 'account']) : [];
}

/** Tokens of the last lines, and of what stands on its line behind the last contact, as far as they are a name and a day. */
function signatureOf(text: PreparedText): readonly Signed[] {
  const { tokens } = text;
  const signed: Signed[] = [];
  let end = tokens.length;
  for (let lines = 0; lines < MOST_LINES && end > 0; lines += 1) {
    const { line } = tokens[end - 1]!;
    let from = end;
    while (from > 0 && tokens[from - 1]!.line === line && !CALLED.has(tokens[from - 1]!.kind)) from -= 1;
    const isBehind = from > 0 && tokens[from - 1]!.line === line;
    if (from === 0 || !isName(tokens.slice(from, end))) break;
    const name = tokens.slice(from, end);
    for (let n = from; n < end; n += 1)
      signed.push([n, tokens[n]!.place === 'contact' || (isBehind && isShort(name)) ? 'contactPerson' : 'signature']);
    if (isBehind) break;
    end = from;
  }
  return signed;
}

function isName(tokens: readonly Token[]): boolean {
  if (tokens.some(({ kind, place }) => !SIGNED.has(kind) || place === 'title')) return false;
  const han = tokens.filter(({ kind }) => kind === 'han').length;
  return han <= LONGEST.han && tokens.length - han <= LONGEST.words;
}

/** As long as a person's name: what stands behind a telephone may be a firm's too. */
function isShort(tokens: readonly Token[]): boolean {
  return tokens.length <= MOST_OF_PERSON;
}

function ofPublisher(text: PreparedText, chosen: ReadonlyMap<number, Signing>): PreparedText {
  if (chosen.size === 0) return text;
  const tokens = text.tokens.map((token, n): Token => {
    const signs = chosen.get(n);
    return signs === undefined ? token : { ...token, place: 'publisher', signs };
  });
  const unitsOf = text.unitsOf.map((units, n) => (chosen.has(n) ? [] : units));
  const weights = text.weights.map((weight, n) => (chosen.has(n) ? 0 : weight));
  const units = new Map(unitsOf.flat().map((unit) => [unit, text.units.get(unit) ?? 0]));
  return { ...text, tokens, unitsOf, weights, units, mass: [...units.values()].reduce((sum, told) => sum + told, 0) };
}
