import type { NoticeInFull } from '../../../api/routes.gen.ts';

type Parameter = NoticeInFull['parameters'][number];

/** A number as the reader's language writes it. */
export function figure(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}

/** What a parameter was read as, in the unit that limits are stated in: `>= 3 km`, `400 – 6000 MHz`. */
export function limitOf({ comparator, low, high, unit }: Parameter): string {
  if (comparator === 'range') return `${low ?? '…'} – ${high ?? '…'} ${unit}`;
  const value = low ?? high;
  return value === null ? unit : `${comparator === '=' ? '' : comparator === 'about' ? '≈ ' : `${comparator} `}${value} ${unit}`;
}
