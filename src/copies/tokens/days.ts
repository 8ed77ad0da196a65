import { END, NOT_AFTER_WORD, beginningsOf, rx, words, type FactPattern } from './pattern.ts';

/** Days and times of day in the ways that notices write them; the keys are those of one calendar. */
export function dayPatterns(months: ReadonlyMap<string, number>): readonly FactPattern[] {
  const monthOf = new Map([...months, ...abbreviated(months)]);
  const names = words([...monthOf.keys()]);
  const inWords = beginningsOf([...monthOf.keys()]);
  const year = String.raw`((?:19|20)\d{2})`;
  const iso = (y: string | undefined, m: string | undefined, d: string | undefined): string | undefined => {
    const [month, day] = [Number(m), Number(d)];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${y ?? ''}-${month}-${day}` : undefined;
  };
  const minguo = (y: string | undefined): string => String(Number(y) + 1911);
  return [
    {
      kind: 'date',
      signs: '-/.年',
      digits: 4,
      pattern: rx(String.raw`(?<![\d.]|\p{L}-)${year} ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d|-\d{3})[日号]?`),
      key: ([, y, m, d]) => iso(y, m, d),
    },
    {
      kind: 'date',
      signs: '年/',
      digits: 3,
      pattern: rx(String.raw`(?<![\d.])(1[01]\d)[年/](\d{1,2})[月/](\d{1,2})(?!\d)日?`),
      key: ([, y, m, d]) => iso(minguo(y), m, d),
    },
    {
      kind: 'date',
      signs: './-',
      digits: 4,
      pattern: rx(String.raw`(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-]${year}(?:(?= ?\d{2}:\d{2})|(?!\d))(?: ?г\.?(?!\p{L}))?`),
      key: ([, d, m, y]) => iso(y, m, d) ?? iso(y, d, m),
    },
    {
      kind: 'date',
      signs: inWords,
      digits: 4,
      pattern: rx(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -](${names})[.,]?[ -]${year}(?!\d)(?: ?(?:года|року|г|р)\.?(?!\p{L}))?`),
      key: ([, d, m, y]) => iso(y, String(monthOf.get(m ?? '')), d),
    },
    {
      kind: 'date',
      signs: inWords,
      digits: 4,
      pattern: rx(String.raw`${NOT_AFTER_WORD}(${names})\.? (\d{1,2})(?:st|nd|rd|th)?,? ${year}(?!\d)`),
      key: ([, m, d, y]) => iso(y, String(monthOf.get(m ?? '')), d),
    },
    {
      kind: 'date',
      signs: '月',
      digits: 4,
      pattern: rx(String.raw`(?<!\d)${year} ?[年.] ?(\d{1,2}) ?月(?!\d)`),
      key: ([, y, m]) => iso(y, m, '1'),
    },
    { kind: 'date', signs: '月', digits: 1, pattern: rx(String.raw`(?<!\d)(\d{1,2})月(\d{1,2})[日号]`), key: ([, m, d]) => iso('', m, d) },
    {
      kind: 'date',
      signs: inWords,
      digits: 1,
      pattern: rx(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (${names})${END}`),
      key: ([, d, m]) => iso('', String(monthOf.get(m ?? '')), d),
    },
    {
      kind: 'date',
      signs: inWords,
      digits: 1,
      pattern: rx(String.raw`${NOT_AFTER_WORD}(${names})\.? (\d{1,2})(?:st|nd|rd|th)?${END}`),
      key: ([, m, d]) => iso('', String(monthOf.get(m ?? '')), d),
    },
    {
      kind: 'time',
      signs: ':时',
      digits: 2,
      pattern: rx(String.raw`t?(?<!\d:)(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?(?!\d)(?:\.\d{1,6})?(?: ?[+-]\d{2}:?\d{2}|z${END})?分?`),
      key: ([, h, m]) => (Number(h) < 25 && Number(m) < 60 ? `${Number(h)}:${m}` : undefined),
    },
    {
      kind: 'time',
      signs: '点时',
      digits: 1,
      pattern: rx(String.raw`(?<!\d)(\d{1,2})[点时](?:(\d{1,2})分|整)?`),
      key: ([, h, m]) => `${Number(h)}:${(m ?? '0').padStart(2, '0')}`,
    },
  ];
}

/** Months as English shortens them: dec, sept. */
function abbreviated(months: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const english = [...months].filter(([name]) => /^[a-z]{4}/.test(name));
  return english.flatMap(([name, month]): [string, number][] =>
    [name.slice(0, 3), ...(name.length > 8 ? [name.slice(0, 4)] : [])].map((short) => [short, month]),
  );
}
