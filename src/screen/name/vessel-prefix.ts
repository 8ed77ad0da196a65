import type { NameToken } from './tokens.ts';

/** A ship's name without what stands in front of it: MV, M/T, M.Y. Only in front or behind a comma, and never all that there is: a ship may be called so, or have such a word in her name (Sea My Star). */
export function withoutVesselPrefix(tokens: readonly NameToken[], name: string): readonly NameToken[] {
  let from = VESSEL_SIGN.test(name) ? 2 : 0;
  while (isPrefix(tokens[from])) from += 1;
  while (from > 0 && !tokens.slice(from).some(({ script }) => script !== 'digits')) from -= 1;
  const han = tokens.length === 1 ? hanName(tokens[0]!) : undefined;
  if (han !== undefined) return [han];
  const last = tokens.at(-1);
  // Orvanik, MV: as registers turn it round.
  const to =
    last !== undefined && from < tokens.length - 1 && isPrefix(last) && TURNED_ROUND.test(name.slice(0, last.start)) ? -1 : undefined;
  return from === 0 && to === undefined ? tokens : tokens.slice(from, to);
}

/** 新远洋轮, “远望五号”轮: Chinese says behind a name that it is a ship's. 号 stays behind a number, which it makes an ordinal. */
function hanName(token: NameToken): NameToken | undefined {
  const [ending = ''] = (token.script === 'han' && token.end - token.start === token.text.length && HAN_ENDING.exec(token.text)) || [];
  return ending === '' ? undefined : { ...token, text: token.text.slice(0, -ending.length), end: token.end - ending.length };
}

const HAN_ENDING = /(?<=..)(?:(?<![〇零一二三四五六七八九十百])号轮?|轮)$/u;

const TURNED_ROUND = /[,(]\s*$/;

function isPrefix(token: NameToken | undefined): boolean {
  return token !== undefined && (VESSEL_PREFIXES.has(token.text) || (token.dotted && DOTTED_PREFIXES.has(token.text)));
}

/** Motor vessel, motor tanker, steam ship, fishing vessel: no part of a ship's name. */
const VESSEL_PREFIXES: ReadonlySet<string> = new Set(
  (
    'mv mt ss fv mf rv lng lpg uss usns hms tanker ' +
    'танкер теплоход сухогруз контейнеровоз балкер траулер буксир паром теплохід суховантаж пором'
  ).split(' '),
);

/** Motor yacht: without its full stops a word of names (My Way). */
const DOTTED_PREFIXES: ReadonlySet<string> = new Set(['my']);

/** The same with a slash between their letters, in front of a name: M/T, т/х. */
const VESSEL_SIGN = /^(?:[mfsr]\/[vtsfy]|[мт]\/[втх])(?![\p{L}\p{N}]).*[\p{L}\p{N}]/isu;
