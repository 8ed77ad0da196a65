import type { CopyFields } from '../../catalogue/copy-fields.ts';
import type { Atom, TokenKind } from './token.ts';
import { figureKey, ordinalKey } from './numerals.ts';

/** One way of writing a fact; `key` gives undefined where what was found is none. Every repetition in a pattern is bounded. */
export interface FactPattern {
  readonly kind: TokenKind;
  readonly pattern: RegExp;
  readonly key: (groups: readonly (string | undefined)[]) => string | undefined;
}

/** Numbers, as 12, 1 234,5 or 1,234.50. */
export const FIGURE = String.raw`\d{1,3}(?:[ \u00a0']\d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)|\d{1,15}(?:,\d{3}){0,4}(?:[.,]\d{1,6})?`;
const COUNT = String.raw`(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-h])`;
const BETWEEN = String.raw`(?:[ :.№#]{1,4}(?:no\.? ?)?|(?=[\d一二三四五六七八九十])|(?<=\p{Script=Han}))`;
const NOT_AFTER_WORD = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])`;
const END = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\d])`;

/** The patterns of facts in folded text, in the order in which they claim what they find. */
export function factPatterns(fields: CopyFields, months: ReadonlyMap<string, number>, money: Money): readonly FactPattern[] {
  return [
    ...links(),
    ...days(months),
    {
      kind: 'class',
      pattern: rx(String.raw`(${words(fields.classes)})[ :№#]{0,3}([0-9a-z][0-9a-z.\-]{0,15})`),
      key: ([, scheme, code]) => `${scheme}:${(code ?? '').replace(/\.0$/, '')}`,
    },
    {
      kind: 'number',
      pattern: rx(String.raw`[〔\[(](?:19|20)\d{2}[〕\])](?:第)?\d{1,6}(?:-\d{1,4})?号?`),
      key: ([number]) => (number ?? '').replaceAll(/\D/g, ''),
    },
    { kind: 'class', pattern: rx(String.raw`(?<![\d-])(\d{8}-\d)(?![\d-])`), key: ([code]) => `cpv:${code}` },
    { kind: 'class', pattern: rx(String.raw`(?<![\d.])(\d{2}\.\d{2}\.\d{2}\.\d{3})(?![\d.])`), key: ([code]) => `okpd:${code}` },
    ...phones(),
    ...sums(money),
    ...members(fields),
    ...years(),
  ];
}

/** Facts of which every pattern wants a digit. */
export const WRITTEN_IN_DIGITS: ReadonlySet<TokenKind> = new Set(['date', 'time', 'number', 'phone', 'price', 'section', 'year']);

function links(): readonly FactPattern[] {
  return [
    { kind: 'url', pattern: rx(String.raw`(?:https?:\/\/|www\.)[^\s"'<>()\u4e00-\u9fff，。；]{3,300}`), key: ([url]) => url },
    { kind: 'mail', pattern: rx(String.raw`[a-z0-9._%+\-]{1,64}@[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){1,5}`), key: ([mail]) => mail },
  ];
}

function days(months: ReadonlyMap<string, number>): readonly FactPattern[] {
  const names = words([...months.keys()]);
  const year = String.raw`((?:19|20)\d{2})`;
  const iso = (y: string | undefined, m: string | undefined, d: string | undefined): string | undefined => {
    const [month, day] = [Number(m), Number(d)];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${y ?? ''}-${month}-${day}` : undefined;
  };
  const minguo = (y: string | undefined): string => String(Number(y) + 1911);
  return [
    {
      kind: 'date',
      pattern: rx(String.raw`(?<![\d.]|\p{L}-)${year} ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d|-\d{3})[日号]?`),
      key: ([, y, m, d]) => iso(y, m, d),
    },
    {
      kind: 'date',
      pattern: rx(String.raw`(?<![\d.])(1[01]\d)[年/](\d{1,2})[月/](\d{1,2})(?!\d)日?`),
      key: ([, y, m, d]) => iso(minguo(y), m, d),
    },
    {
      kind: 'date',
      pattern: rx(String.raw`(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-]${year}(?:(?= ?\d{2}:\d{2})|(?!\d))(?: ?г\.?(?!\p{L}))?`),
      key: ([, d, m, y]) => iso(y, m, d) ?? iso(y, d, m),
    },
    {
      kind: 'date',
      pattern: rx(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -](${names})[.,]?[ -]${year}(?!\d)(?: ?(?:года|року|г|р)\.?(?!\p{L}))?`),
      key: ([, d, m, y]) => iso(y, String(months.get(m ?? '')), d),
    },
    {
      kind: 'date',
      pattern: rx(String.raw`${NOT_AFTER_WORD}(${names})\.? (\d{1,2})(?:st|nd|rd|th)?,? ${year}(?!\d)`),
      key: ([, m, d, y]) => iso(y, String(months.get(m ?? '')), d),
    },
    { kind: 'date', pattern: rx(String.raw`(?<!\d)${year} ?[年.] ?(\d{1,2}) ?月(?!\d)`), key: ([, y, m]) => iso(y, m, '1') },
    { kind: 'date', pattern: rx(String.raw`(?<!\d)(\d{1,2})月(\d{1,2})[日号]`), key: ([, m, d]) => iso('', m, d) },
    {
      kind: 'date',
      pattern: rx(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (${names})${END}`),
      key: ([, d, m]) => iso('', String(months.get(m ?? '')), d),
    },
    {
      kind: 'date',
      pattern: rx(String.raw`${NOT_AFTER_WORD}(${names})\.? (\d{1,2})(?:st|nd|rd|th)?${END}`),
      key: ([, m, d]) => iso('', String(months.get(m ?? '')), d),
    },
    {
      kind: 'time',
      pattern: rx(String.raw`t?(?<!\d:)(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?(?!\d)(?:\.\d{1,6})?(?: ?[+-]\d{2}:?\d{2}|z${END})?分?`),
      key: ([, h, m]) => (Number(h) < 25 && Number(m) < 60 ? `${Number(h)}:${m}` : undefined),
    },
    {
      kind: 'time',
      pattern: rx(String.raw`(?<!\d)(\d{1,2})[点时](?:(\d{1,2})分|整)?`),
      key: ([, h, m]) => `${Number(h)}:${(m ?? '0').padStart(2, '0')}`,
    },
  ];
}

function phones(): readonly FactPattern[] {
  const key = ([phone]: readonly (string | undefined)[]): string => (phone ?? '').replaceAll(/\D/g, '').slice(-10);
  return [
    {
      kind: 'phone',
      pattern: rx(String.raw`(?<![\d\p{L}-])\+\d{1,3}[ \-(]{0,2}\d{2,5}[ \-)]{0,2}\d{1,4}(?:[ -]?\d{2,4}){1,3}(?!\d)`),
      key,
    },
    { kind: 'phone', pattern: rx(String.raw`(?<![\d\p{L}-])8 ?[(-] ?\d{3,5}[ )-]{1,2}\d{1,3}(?:[ -]?\d{2}){1,3}(?!\d)`), key },
    { kind: 'phone', pattern: rx(String.raw`\(\d{2,6}\) ?\d(?:[ -]?\d){4,8}(?![\d-])`), key },
    { kind: 'phone', pattern: rx(String.raw`(?<![\d\p{Script=Latin}-])\(?0\d{2,3}\)?[ -]\d{7,8}(?!\d)`), key },
    { kind: 'phone', pattern: rx(String.raw`(?<![\d\p{Script=Latin}-])1[3-9]\d{9}(?![\d-])`), key },
    { kind: 'phone', pattern: rx(String.raw`(?<![\d\p{L}-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)`), key },
  ];
}

/** How sums are written: currencies and factors as alternations, and what a factor stands for. */
export interface Money {
  readonly currencies: string;
  readonly factors: string;
  readonly factorOf: (written: string) => number;
}

function sums({ currencies, factors, factorOf }: Money): readonly FactPattern[] {
  const key = (figure: string | undefined, factor: string | undefined): string => {
    const value = Number(figureKey(figure ?? '')) * (factor === undefined ? 1 : factorOf(factor));
    return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : (figure ?? '');
  };
  return [
    {
      kind: 'price',
      pattern: rx(String.raw`(?<![\d.,\p{Script=Latin}])(${FIGURE}) ?(?:(${factors}) ?)?(?:${currencies})`),
      key: ([, figure, factor]) => key(figure, factor),
    },
    {
      kind: 'price',
      pattern: rx(String.raw`(?:${currencies}) ?(${FIGURE})(?: ?(${factors}))?`),
      key: ([, figure, factor]) => key(figure, factor),
    },
  ];
}

/** Which of several: lots, phases, rounds, sections of a road. */
function members({ lots, phases }: CopyFields): readonly FactPattern[] {
  const ordinal = (prefix: string, group: number) => (groups: readonly (string | undefined)[]) =>
    `${prefix}${ordinalKey(groups[group] ?? '')}`;
  return [
    { kind: 'section', pattern: rx(String.raw`${NOT_AFTER_WORD}[kк] ?(\d{1,4}) ?\+ ?(\d{1,3})`), key: ([, km, m]) => `${km}+${m}` },
    { kind: 'section', pattern: rx(String.raw`(?:км|km) ?(\d{1,4}) ?\+ ?(\d{1,3})`), key: ([, km, m]) => `${km}+${m}` },
    {
      kind: 'round',
      pattern: rx(String.raw`第?([二三四五六2-6])次(?=[)\]公招采询磋谈挂重竞比]|$)|第([一二三四五六1-6])次`),
      key: ([, one, two]) => ordinalKey(one ?? two ?? ''),
    },
    { kind: 'round', pattern: rx('重新(?=[招采公询])'), key: () => 'again' },
    {
      kind: 'lot',
      pattern: rx(String.raw`${NOT_AFTER_WORD}(?:${words(lots.before, true)})${BETWEEN}(${COUNT})${END}(?![.,]\d)`),
      key: ordinal('', 1),
    },
    { kind: 'lot', pattern: rx(String.raw`第? ?${NOT_AFTER_WORD}(${COUNT}) ?(?:${words(lots.after, true)})`), key: ordinal('', 1) },
    {
      kind: 'phase',
      pattern: rx(String.raw`${NOT_AFTER_WORD}(?:${words(phases.before, true)})${BETWEEN}(${COUNT})${END}(?![.,]\d)`),
      key: ordinal('', 1),
    },
    {
      kind: 'phase',
      pattern: rx(String.raw`第? ?${NOT_AFTER_WORD}(?<!年|月)(${COUNT})(?:-?[йяоегм]{1,3})? ?(?:${words(phases.after, true)})`),
      key: ordinal('', 1),
    },
    {
      kind: 'ordinal',
      pattern: rx(String.raw`[(\[]([一二三四五六七八九十]{1,2}|\d{1,2}|\d-\d|[ivx]{1,4})[)\]](?!\p{L}{0,1}[.、])`),
      key: ordinal('', 1),
    },
    { kind: 'ordinal', pattern: rx(String.raw`(?<=\p{Script=Han})([一二三四五六七八九]|[ivx]{1,3})(?=$|[(\[])`), key: ordinal('', 1) },
  ];
}

function years(): readonly FactPattern[] {
  return [
    {
      kind: 'year',
      pattern: rx(
        String.raw`(?<![\d.,/\p{Script=Latin}]|\p{L}-)((?:19[89]|20[0-4])\d)(?![\d.,]\d|\d|[-/]\d{3,}|\p{Script=Latin})(?:年度?|学年|[ -]?(?:год[а-я]{0,2}|року|рік|році)${END}| ?гг?\.?${END}| ?рр?\.${END})?`,
      ),
      key: ([, year]) => year,
    },
    { kind: 'year', pattern: rx(String.raw`(?<![\d.,/-])(1[01]\d)(?:年度?|学年度?)`), key: ([, year]) => String(Number(year) + 1911) },
  ];
}

function rx(source: string): RegExp {
  return new RegExp(source, 'gu');
}

/** An alternation, the longest first; words of letters end where they end. */
export function words(list: readonly string[], open = false): string {
  return list
    .map((word) => word.toLowerCase())
    .toSorted((one, other) => other.length - one.length)
    .map((word) => {
      const bar = word.indexOf('|');
      const text = (bar === -1 ? word : word.slice(0, bar)).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
      const rest = bar === -1 ? '' : String.raw`\p{L}{0,4}`;
      return /\p{Script=Han}$/u.test(text) || (open && bar === -1) ? text : `${text}${rest}(?!\\p{L})`;
    })
    .join('|');
}

/** All facts of one pattern in a line. */
export function atomsOf(line: string, { kind, pattern, key }: FactPattern): Atom[] {
  const atoms: Atom[] = [];
  // Not `matchAll`: it makes a pattern anew for each line, which takes longer than to use it.
  pattern.lastIndex = 0;
  for (let found = pattern.exec(line); found !== null; found = pattern.exec(line)) {
    if (found[0] === '') pattern.lastIndex += 1;
    else {
      const value = key(found);
      if (value !== undefined) atoms.push({ kind, key: `${kind}:${value}`, start: found.index, end: found.index + found[0].length });
    }
  }
  return atoms;
}
