import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** Points that make a notice worth a look first: data of `catalogue/priority.yaml`. */
export interface PriorityTable {
  /** Goods concept → 0 to 40. */
  readonly goods: ReadonlyMap<string, number>;
  /** Points of a concept that the table does not name. */
  readonly otherGoods: number;
  /** Intent id → 0 to 20. */
  readonly intents: ReadonlyMap<string, number>;
  /** Place id → 0 to 20. */
  readonly places: ReadonlyMap<string, number>;
  /** A watched trade name. */
  readonly tradeName: number;
  /** The notice is gone. */
  readonly removed: number;
  /** A party of a list is named in the notice, or publishes it. */
  readonly listed: { readonly named: number; readonly publisher: number };
}

const points = z.number().min(0).max(100);
const table = z.record(z.string().regex(/^[\w-]+$/), points);
const schema = z.strictObject({
  goods: table,
  otherGoods: points,
  intents: table,
  places: table,
  tradeName: points,
  removed: points,
  listed: z.strictObject({ named: points, publisher: points }),
});

const DEFAULT_FOLDER = fileURLToPath(new URL('../../catalogue/', import.meta.url));

/** Loads the table. Throws `catalogue-invalid`, naming the entry that is wrong. */
export function loadPriorityTable(folder: string = DEFAULT_FOLDER): PriorityTable {
  const { goods, intents, places, ...rest } = parseCatalogueFile(readCatalogueFile(folder, 'priority.yaml'), schema);
  return { ...rest, goods: new Map(Object.entries(goods)), intents: new Map(Object.entries(intents)), places: new Map(Object.entries(places)) };
}
