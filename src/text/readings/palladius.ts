import { PINYIN_SYLLABLES } from './pinyin-syllables.ts';
import { spellingTable } from './spelling-table.ts';

/**
 * Pinyin (ü as v, syllables joined) of a lower-case Cyrillic word that Palladius' system may have made of Chinese, likeliest first, at most 4; [] where it cannot be
 * cut into one to four such syllables: 'цзиньпин' → ['jinping'], 'ван' → ['wang'], 'петров' → []. Method: the table of Palladius Kafarov, as maps and press of Russia
 * use it, built from its initials and finals; е for э (Хуавей) counts.
 */
export function pinyinOfPalladius(word: string): readonly string[] {
  if (word.length > MOST_LETTERS) return [];
  const table = (spellings ??= spell());
  const from: (readonly (readonly string[])[])[] = [];
  from[word.length] = [[]];
  let least = word.length;
  for (let start = word.length - 1; start >= 0; start -= 1) {
    // No syllable reaches from here to one that others follow: so it is with most words.
    if (least - start > LONGEST) return [];
    if (word.charAt(start) === 'ъ') {
      const rests = (from[start] = from[start + 1] ?? []);
      if (rests.length > 0) least = start;
      continue;
    }
    const found: (readonly string[])[] = [];
    for (let end = Math.min(word.length, start + LONGEST); end > start; end -= 1) {
      const rests = from[end] ?? [];
      // What stands behind is no syllables.
      if (rests.length === 0) continue;
      for (const syllable of table.get(word.slice(start, end)) ?? [])
        for (const rest of rests) if (rest.length < MOST_SYLLABLES) found.push([syllable, ...rest]);
    }
    if (found.length > 0) least = start;
    from[start] = found.length < 2 ? found : found.toSorted((a, b) => a.length - b.length).slice(0, MOST_READINGS);
  }
  return (from[0] ?? []).map((reading) => reading.join('')).filter((reading) => reading !== '');
}

/** The syllables that Palladius' system writes, in Cyrillic. */
export function palladiusSyllables(): Iterable<string> {
  return (spellings ??= spell()).keys();
}

const MOST_LETTERS = 20;
const MOST_SYLLABLES = 4;
const MOST_READINGS = 4;
/** цзюань, чжуан: no syllable is longer. */
const LONGEST = 6;

let spellings: ReadonlyMap<string, readonly string[]> | undefined;

function spell(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  const add = (spelling: string, syllable: string): void => {
    const known = table.get(spelling) ?? [];
    if (!known.includes(syllable)) table.set(spelling, [...known, syllable]);
  };
  const strict = [...PINYIN_SYLLABLES].flatMap((syllable) => palladiusOf(syllable).map((spelling) => [spelling, syllable] as const));
  for (const [spelling, syllable] of strict) add(spelling, syllable);
  for (const [spelling, syllable] of strict) if (/.э/.test(spelling)) add(spelling.replace('э', 'е'), syllable);
  return table;
}

function palladiusOf(syllable: string): readonly string[] {
  const whole = WHOLE.get(syllable);
  if (whole !== undefined) return whole;
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])([a-z]+)$/.exec(syllable) ?? [];
  const before = INITIALS.get(initial)?.[0];
  const after =
    (/^[jqx]$/.test(initial) ? ROUNDED.get(final) : /^[zcs]$/.test(initial) && final === 'i' ? HARD : undefined) ?? FINALS.get(final);
  return before === undefined || after === undefined ? [] : [before + after[0]!];
}

const HARD: readonly string[] = ['ы'];
const INITIALS = spellingTable('b б|p п|m м|f ф|d д|t т|n н|l л|g г|k к|h х|j цз|q ц|x с|zh чж|ch ч|sh ш|r ж|z цз|c ц|s с');
const FINALS = spellingTable(
  'a а|o о|e э|ai ай|ei эй|ao ао|ou оу|an ань|en энь|ang ан|eng эн|ong ун|i и|ia я|ie е|iao яо|iu ю|ian янь|in инь|iang ян|ing ин|iong юн|u у|ua уа|uo о|uai уай|' +
    'ui уй|uan уань|un унь|uang уан|v юй|ve юэ|ue юэ',
);
/** Behind j, q and x a u is ü. */
const ROUNDED = spellingTable('u юй|ue юэ|uan юань|un юнь');
const WHOLE = spellingTable(
  'a а|ai ай|an ань|ang ан|ao ао|e э|ei эй|en энь|eng эн|er эр|o о|ou оу|yi и|ya я|ye е|yao яо|you ю|yan янь|yin инь|yang ян|ying ин|yong юн|yo йо|yu юй|yue юэ|' +
    'yuan юань|yun юнь|wu у|wa ва|wo во|wai вай|wei вэй|wan вань|wen вэнь|wang ван|weng вэн|hui хуэй,хой,хуй',
);
