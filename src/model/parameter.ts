import type { Span } from './span.ts';

/** What a number with a unit measures. Names follow the thresholds of the control lists. */
export const MEASURED = [
  'frequency',
  'wavelength',
  'power',
  'range',
  'length',
  'mass',
  'endurance',
  'time',
  'speed',
  'angle',
  'resolution',
  'temperature',
  'pressure',
  'flow',
  'voltage',
  'current',
  'energy',
  'rate',
  'sampleRate',
  'bandwidth',
  'gain',
  'performance',
  'axes',
  'count',
  'share',
  'acceleration',
  'drift',
  'other',
] as const;
export type Measured = (typeof MEASURED)[number];

export type Comparator = '=' | '>' | '>=' | '<' | '<=' | 'range' | 'about';

/**
 * A number with a unit as a text states it. `low` and `high` are in the base unit of what is measured (Hz, m, W, kg, s, m/s, rad, K, Pa, …), an open
 * side is null: "不小于5km" has low 5000, high null, comparator ">=".
 */
export interface Parameter extends Span {
  readonly text: string;
  readonly measured: Measured;
  /** What is measured as the text calls it (射程, дальность, detection range), or null. */
  readonly label: string | null;
  /** Id of that label in the catalogue (`jamming-range`), where there is one. */
  readonly property?: string;
  readonly comparator: Comparator;
  readonly low: number | null;
  readonly high: number | null;
  /** Base unit of `low` and `high`. */
  readonly unit: string;
  /** As written: `km`, `公里`, `ГГц`. */
  readonly writtenUnit: string;
  /** Number of the line item that it belongs to, or null. */
  readonly item: number | null;
}
