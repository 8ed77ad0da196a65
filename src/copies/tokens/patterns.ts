import type { CopyFields } from '../../catalogue/copy-fields.ts';
import { dayPatterns } from './days.ts';
import { figureKey, ordinalKey, scaledFigureKey } from './numerals.ts';
import { END, NOT_AFTER_WORD, beginningsOf, rx, words, type FactPattern } from './pattern.ts';
import type { TokenKind } from './token.ts';

/** Numbers, as 12, 1 234,5 or 1,234.50. */
export const FIGURE = String.raw`\d{1,3}(?:[ \u00a0']\d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)|\d{1,15}(?:,\d{3}){0,4}(?:[.,]\d{1,6})?`;
const COUNT = String.raw`(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-h])`;
const BETWEEN = String.raw`(?:[ :.№#]{1,4}(?:no\.? ?)?|(?=[\d一二三四五六七八九十])|(?<=\p{Script=Han}))`;

/** The patterns of facts in folded text, in the order in which they claim what they find. */
export function factPatterns(fields: CopyFields, months: ReadonlyMap<string, number>, money: Money): readonly FactPattern[] {
  return [
    ...links(),
    ...dayPatterns(months),
    {
      kind: 'class',
      signs: beginningsOf(fields.classes),
      pattern: rx(String.raw`(${words(fields.classes)})[ :№#]{0,3}([0-9a-z][0-9a-z.\-]{0,15})`),
      key: ([, scheme, code]) => `${scheme}:${(code ?? '').replace(/\.0$/, '')}`,
    },
    {
      kind: 'number',
      signs: '〔[(',
      digits: 4,
      pattern: rx(String.raw`[〔\[(](?:19|20)\d{2}[〕\])](?:第)?\d{1,6}(?:-\d{1,4})?号?`),
      key: ([number]) => (number ?? '').replaceAll(/\D/g, ''),
    },
    { kind: 'class', signs: '-', digits: 8, pattern: rx(String.raw`(?<![\d-])(\d{8}-\d)(?![\d-])`), key: ([code]) => `cpv:${code}` },
    {
      kind: 'class',
      signs: '.',
      digits: 3,
      pattern: rx(String.raw`(?<![\d.])(\d{2}\.\d{2}\.\d{2}\.\d{3})(?![\d.])`),
      key: ([code]) => `okpd:${code}`,
    },
    ...phones(),
    ...sums(money),
    ...members(fields),
    ...periods(),
    ...years(),
  ];
}

/** Facts of which every pattern wants a digit. */
export const WRITTEN_IN_DIGITS: ReadonlySet<TokenKind> = new Set(['date', 'time', 'number', 'phone', 'price', 'figure', 'section', 'year']);

function links(): readonly FactPattern[] {
  return [
    { kind: 'url', signs: '/w', pattern: rx(String.raw`(?:https?:\/\/|www\.)[^\s"'<>()\u4e00-\u9fff，。；]{3,300}`), key: ([url]) => url },
    {
      kind: 'mail',
      signs: '@',
      pattern: rx(String.raw`[a-z0-9._%+\-]{1,64}@[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){1,5}`),
      key: ([mail]) => mail,
    },
  ];
}

function phones(): readonly FactPattern[] {
  const key = ([phone]: readonly (string | undefined)[]): string => (phone ?? '').replaceAll(/\D/g, '').slice(-10);
  return [
    {
      kind: 'phone',
      signs: '+',
      pattern: rx(
        String.raw`(?<![\d\p{Script=Latin}\p{Script=Cyrillic}-])\+\d{1,3}[ \-(]{0,2}\d{2,5}[ \-)]{0,2}\d{1,4}(?:[ -]?\d{2,4}){1,3}(?!\d)`,
      ),
      key,
    },
    {
      kind: 'phone',
      signs: '8',
      digits: 2,
      pattern: rx(String.raw`(?<![\d\p{Script=Latin}\p{Script=Cyrillic}-])8 ?[(-] ?\d{3,5}[ )-]{1,2}\d{1,3}(?:[ -]?\d{2}){1,3}(?!\d)`),
      key,
    },
    { kind: 'phone', signs: '(', digits: 2, pattern: rx(String.raw`\(\d{2,6}\) ?\d(?:[ -]?\d){4,8}(?![\d-])`), key },
    { kind: 'phone', signs: ' -', digits: 7, pattern: rx(String.raw`(?<![\d\p{Script=Latin}-])\(?0\d{2,3}\)?[ -]\d{7,8}(?!\d)`), key },
    { kind: 'phone', digits: 11, pattern: rx(String.raw`(?<![\d\p{Script=Latin}-])1[3-9]\d{9}(?![\d-])`), key },
    {
      kind: 'phone',
      signs: '-',
      digits: 4,
      pattern: rx(String.raw`(?<![\d\p{Script=Latin}\p{Script=Cyrillic}-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)`),
      key,
    },
  ];
}

/** How sums are written: currencies and factors as alternations, and what a factor stands for. */
export interface Money {
  readonly currencies: string;
  readonly factors: string;
  /** What they begin with. */
  readonly currencySigns: string;
  readonly factorSigns: string;
  readonly factorOf: (written: string) => number;
  /** ISO 4217 of the currency that a sum is written with; undefined where it says none. */
  readonly currencyIn: (sum: string) => string | undefined;
  /** What the factor stands for that a remark names: 10 000 for (万元). */
  readonly factorIn: (remark: string) => number;
}

function sums({ currencies, factors, currencySigns, factorSigns, factorOf }: Money): readonly FactPattern[] {
  const key = (figure: string | undefined, factor: string | undefined): string => {
    const value = factor === undefined ? Number(figureKey(figure ?? '')) : Number(scaledFigureKey(figure ?? '', factor)) * factorOf(factor);
    return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : (figure ?? '');
  };
  const inTwo = String.raw`(?<![\d.,\p{Script=Latin}])(\d{1,4}) ?(${factors}) (\d{1,3}) ?(${factors})`;
  const compound: Pick<FactPattern, 'signs' | 'needs' | 'key'> = {
    signs: factorSigns,
    needs: new RegExp(factors, 'u'),
    key: ([, most, factor, rest, less]) => {
      const [times, then] = [factorOf(factor ?? ''), factorOf(less ?? '')];
      return then < times ? String(Number(most) * times + Number(rest) * then) : undefined;
    },
  };
  return [
    // 1 млн 296 тис. грн; of people, or of what is not said, it is no sum
    { ...compound, kind: 'price', pattern: rx(String.raw`${inTwo}\.? ?(?:${currencies})`) },
    { ...compound, kind: 'figure', pattern: rx(inTwo) },
    {
      kind: 'price',
      signs: currencySigns,
      pattern: rx(String.raw`(?<![\d.,\p{Script=Latin}])(${FIGURE}) ?(?:(${factors}) ?)?(?:${currencies})`),
      key: ([, figure, factor]) => key(figure, factor),
    },
    {
      kind: 'price',
      signs: currencySigns,
      pattern: rx(String.raw`(?:${currencies}) ?(${FIGURE})(?: ?(${factors})|(?:(m|bn)(?!\p{L})))?`),
      key: ([, figure, factor, short]) => key(figure, short === undefined ? factor : short === 'm' ? 'million' : 'billion'),
    },
  ];
}

/** Which of several: lots, phases, rounds, sections of a road. */
function members({ lots, phases }: CopyFields): readonly FactPattern[] {
  const ordinal = (prefix: string, group: number) => (groups: readonly (string | undefined)[]) =>
    `${prefix}${ordinalKey(groups[group] ?? '')}`;
  return [
    {
      kind: 'section',
      signs: '+',
      pattern: rx(String.raw`${NOT_AFTER_WORD}[kк] ?(\d{1,4}) ?\+ ?(\d{1,3})`),
      key: ([, km, m]) => `${km}+${m}`,
    },
    { kind: 'section', signs: '+', pattern: rx(String.raw`(?:км|km) ?(\d{1,4}) ?\+ ?(\d{1,3})`), key: ([, km, m]) => `${km}+${m}` },
    {
      kind: 'section',
      signs: 'кk',
      pattern: rx(
        String.raw`(?:км|km) ?(\d{1,4}(?:[.,]\d{1,3})?) ?(?:to|до|по|[-–—]) ?(?:км|km)? ?(\d{1,4}(?:[.,]\d{1,3})?)(?![\d.,]\d|\d)`,
      ),
      key: ([, from, to]) => `${from}-${to}`,
    },
    {
      kind: 'round',
      signs: '次',
      pattern: rx(String.raw`第?([二三四五六2-6])次(?=[)\]公招采询磋谈挂重竞比]|$)|第([一二三四五六1-6])次`),
      key: ([, one, two]) => ordinalKey(one ?? two ?? ''),
    },
    { kind: 'round', signs: '重', pattern: rx('重新(?=[招采公询])'), key: () => 'again' },
    {
      kind: 'lot',
      signs: beginningsOf(lots.before),
      pattern: rx(String.raw`${NOT_AFTER_WORD}(?:${words(lots.before, true)})${BETWEEN}(${COUNT})${END}(?![.,]\d)`),
      key: ordinal('', 1),
    },
    // how many lots there are (共十一包) is none of them
    {
      kind: 'lot',
      signs: beginningsOf(lots.after),
      pattern: rx(String.raw`第? ?${NOT_AFTER_WORD}(?<![共分为计][\d一二三四五六七八九十]{0,2})(${COUNT}) ?(?:${words(lots.after, true)})`),
      key: ordinal('', 1),
    },
    {
      kind: 'lot',
      signs: '包',
      digits: 1,
      pattern: rx(String.raw`(?<=^|[ ,;:(])包 ?(\d{1,2})(?![.,]\d)(?=[ :.、,)\]]|$)`),
      key: ordinal('', 1),
    },
    {
      kind: 'phase',
      signs: beginningsOf(phases.before),
      pattern: rx(String.raw`${NOT_AFTER_WORD}(?:${words(phases.before, true)})${BETWEEN}(${COUNT})${END}(?![.,]\d)`),
      key: ordinal('', 1),
    },
    {
      kind: 'phase',
      signs: beginningsOf(phases.after),
      pattern: rx(String.raw`第? ?${NOT_AFTER_WORD}(?<!年|月)(${COUNT})(?:-?[йяоегм]{1,3})? ?(?:${words(phases.after, true)})`),
      key: ordinal('', 1),
    },
    {
      kind: 'ordinal',
      signs: '([',
      pattern: rx(String.raw`[(\[]([一二三四五六七八九十]{1,2}|\d{1,2}|\d-\d|[ivx]{1,4})[)\]](?!\p{L}{0,1}[.、])`),
      key: ordinal('', 1),
    },
    {
      kind: 'ordinal',
      signs: '一二三四五六七八九ivx',
      pattern: rx(String.raw`(?<=\p{Script=Han})([一二三四五六七八九]|[ivx]{1,3})(?=$|[(\[])`),
      key: ordinal('', 1),
    },
  ];
}

/** Parts of a year: quarters and halves. */
function periods(): readonly FactPattern[] {
  const period = (part: 'q' | 'h', signs: string, needs: RegExp, source: string): FactPattern => ({
    kind: 'year',
    inWords: true,
    signs,
    needs,
    pattern: rx(source),
    key: ([, written = '']) => `${part}${HALVES[written] ?? ordinalKey(written)}`,
  });
  return [
    period(
      'q',
      'в',
      /кв/,
      String.raw`${NOT_AFTER_WORD}([1-4]|i{1,3}|iv)(?:-?(?:й|го|м|ый|ий))? ?(?:квартал(?:а|е|у|і)?|кв\.?(?= ?20\d{2}))${END}`,
    ),
    period(
      'h',
      'п',
      /полугод|піврі/,
      String.raw`${NOT_AFTER_WORD}([12]|i{1,2})(?:-?(?:е|го|ое|ше|ге|м))? ?(?:полугоди[еяю]|півріччя)${END}`,
    ),
    period('q', 'q', /q[1-4]/, String.raw`${NOT_AFTER_WORD}q([1-4])${END}`),
    period('q', '季', /季度/, String.raw`第? ?([一二三四1-4]) ?季度`),
    period('h', '半', /半年/, '(上|下)半年'),
  ];
}

const HALVES: Readonly<Record<string, string>> = { 上: '1', 下: '2' };

/** No earlier year is one without a word that says so. */
const FIRST_BARE_YEAR = '2010';

function years(): readonly FactPattern[] {
  return [
    {
      kind: 'year',
      digits: 4,
      pattern: rx(
        String.raw`(?<![\d.,/\p{Script=Latin}]|\p{L}-)((?:19[89]|20[0-4])\d)(?![\d.,]\d|\d|[-/]\d{3,}|\p{Script=Latin})(年度?|学年|[ -]?(?:год[а-я]{0,2}|року|рік|році)${END}| ?гг?\.?${END}| ?рр?\.${END})?`,
      ),
      // bare, 2000 is how many rather than when
      key: ([, year = '', word]) => (word === undefined && year < FIRST_BARE_YEAR ? undefined : year),
    },
    {
      kind: 'year',
      signs: '年学',
      digits: 3,
      pattern: rx(String.raw`(?<![\d.,/-])(1[01]\d)(?:年度?|学年度?)`),
      key: ([, year]) => String(Number(year) + 1911),
    },
  ];
}
