import { z } from 'zod';
import type { Measured } from '../model/parameter.ts';
import { measuredSchema } from './units.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** Under which labels notices state what a limit is about. */
export interface ControlParameter {
  /** Ids of labels, best first. */
  readonly labels: readonly string[];
  /** Values of this kind count without a label too. */
  readonly bare: Measured | null;
  /** A stated range is covered from end to end. */
  readonly covers: boolean;
  /** "Up to 30 knots" is what it withstands or takes, not a bound of what it may be. */
  readonly reach: boolean;
}

/** By the name of the parameter in the control lists. */
export type ControlParameters = ReadonlyMap<string, ControlParameter>;

const fileSchema = z.array(
  z.strictObject({
    of: z.array(z.string().min(1)).min(1),
    labels: z.array(z.string()),
    bare: measuredSchema.optional(),
    covers: z.boolean().default(false),
    reach: z.boolean().default(false),
  }),
);

/** Reads control-parameters.yaml. Throws `catalogue-invalid`. */
export function loadControlParameters(folder: string = CATALOGUE_FOLDER): ControlParameters {
  const data = parseCatalogueFile(readCatalogueFile(folder, 'control-parameters.yaml'), fileSchema);
  return new Map(
    data.flatMap(({ of, labels, bare, covers, reach }) =>
      of.map((name): [string, ControlParameter] => [name, { labels, bare: bare ?? null, covers, reach }]),
    ),
  );
}
