import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** A red flag with its published document. */
export interface Indicator {
  /** `BIS-KYC-02`. */
  readonly id: string;
  /** `US`, `UK`, `EU`, `G7`, `project`. */
  readonly regime: string;
  readonly document: string;
  /** ISO date, or null where the document is kept up to date without one. */
  readonly date: string | null;
  /** What it is, in our words. */
  readonly text: string;
  /** What of a notice shows it; null where a notice cannot. */
  readonly signal: string | null;
  /** `in force`, or what became of it. */
  readonly status: string;
  readonly confidence: 'verbatim' | 'transcribed' | 'secondary';
}

/** Places that an authority names as points of transshipment or circumvention. */
export interface Transshipment {
  readonly authority: string;
  readonly document: string;
  readonly date: string;
  /** ISO codes: where the goods go in the end. */
  readonly toward: readonly string[];
  /** ISO codes. */
  readonly places: readonly string[];
  /** True where companies there were listed, and the document says nothing of the country. */
  readonly companies: boolean;
  readonly confidence: 'verbatim' | 'transcribed' | 'secondary';
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const confidence = z.enum(['verbatim', 'transcribed', 'secondary']);
const isoCodes = z
  .string()
  .regex(/^[A-Z]{2}(, [A-Z]{2})*$/)
  .transform((text) => text.split(', '));

const indicatorsSchema = z.array(
  z.strictObject({
    document: z.string().min(1),
    regime: z.enum(['US', 'UK', 'EU', 'G7', 'project']),
    date: date.optional(),
    confidence,
    status: z.string().default('in force'),
    list: z.string().min(1),
  }),
);

const transshipmentSchema = z.array(
  z.strictObject({
    authority: z.string().min(1),
    document: z.string().min(1),
    date,
    toward: isoCodes,
    places: isoCodes,
    companies: z.boolean().default(false),
    confidence,
  }),
);

/** Reads indicators.yaml: one red flag a line. Throws `catalogue-invalid`. */
export function loadIndicators(folder: string = CATALOGUE_FOLDER): ReadonlyMap<string, Indicator> {
  const file = readCatalogueFile(folder, 'indicators.yaml');
  const indicators = new Map<string, Indicator>();
  for (const { list, date: day, ...document } of parseCatalogueFile(file, indicatorsSchema)) {
    for (const line of list.split('\n')) {
      if (line.trim() === '') continue;
      const [, id, text, signal] = /^([A-Z][A-Z\d]*(?:-[A-Z\d]+)+): ([^|]+?)(?: \| ([^|]+))?$/.exec(line) ?? [];
      if (id === undefined || text === undefined)
        throw new DualwatchError('catalogue-invalid', `${file.name}, line "${line}": write it as "BIS-KYC-02: what it is | what shows it"`);
      if (indicators.has(id)) throw new DualwatchError('catalogue-invalid', `${file.name}: indicator ${id} stands twice; keep one`);
      indicators.set(id, { id, ...document, date: day ?? null, text, signal: signal ?? null });
    }
  }
  return indicators;
}

/** Reads transshipment.yaml. Throws `catalogue-invalid`. */
export function loadTransshipment(folder: string = CATALOGUE_FOLDER): readonly Transshipment[] {
  return parseCatalogueFile(readCatalogueFile(folder, 'transshipment.yaml'), transshipmentSchema);
}
