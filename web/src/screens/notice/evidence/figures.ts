import type { NoticeInFull } from '../../../api/routes.gen.ts';

type Parameter = NoticeInFull['parameters'][number];

/** A number as the reader's language writes it. */
export function figure(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}

const SIGNS = { '=': '', '>': '> ', '>=': '≥ ', '<': '< ', '<=': '≤ ', range: '', about: '≈ ' } as const;
const PREFIXES = ['', 'k', 'M', 'G', 'T'];
/** Base units that limits are stated in, and the largest prefix that people use with each. */
const LARGEST: Readonly<Record<string, number>> = { Hz: 4, W: 3, m: 1, 'bit/s': 4, V: 2 };

/** What a parameter was read as, where its words say it otherwise: beside `8 km` it says `≥ 8 km`, beside `50 Hz` nothing. */
export function readAs(parameter: Parameter, language: string): string | undefined {
  const bare = (words: string): string => words.replaceAll(/[\s–—~-]/gu, '');
  const limit = limitOf(parameter, language);
  return bare(limit) === bare(parameter.text) ? undefined : limit;
}

/** What a parameter was read as, in the unit that limits are stated in: `≥ 3 km`, `400 MHz – 6 GHz`. */
export function limitOf({ comparator, low, high, unit }: Parameter, language: string): string {
  const say = (value: number | null): string => (value === null ? '…' : withUnit(value, unit, language));
  if (comparator === 'range') return `${say(low)} – ${say(high)}`;
  const value = low ?? high;
  return value === null ? unit : `${SIGNS[comparator]}${say(value)}`;
}

function withUnit(value: number, unit: string, language: string): string {
  const most = LARGEST[unit] ?? 0;
  const at = Math.min(most, Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3)));
  return `${figure(value / 1000 ** at, language)} ${PREFIXES[at] ?? ''}${unit}`;
}
