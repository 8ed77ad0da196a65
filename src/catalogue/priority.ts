import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { loadIndicatorRules } from './indicator-rules.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

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
  /** Red flags by the id that names their finding; of one class the heaviest counts, and all together at most `most`. */
  readonly indicators: ReadonlyMap<string, { readonly points: number; readonly class: string; readonly title: string }>;
  readonly mostOfIndicators: number;
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
  indicators: z.strictObject({ most: points, classes: table }),
});

/** Loads the table. Throws `catalogue-invalid`, naming the entry that is wrong, or the class of indicators that has no points. */
export function loadPriorityTable(folder: string = CATALOGUE_FOLDER): PriorityTable {
  const { goods, intents, places, indicators, ...rest } = parseCatalogueFile(readCatalogueFile(folder, 'priority.yaml'), schema);
  const rules = loadIndicatorRules(folder).rules.map(
    ({ id, class: name, title, flags }): [string, { points: number; class: string; title: string }] => {
      const points = indicators.classes[name];
      if (points === undefined)
        throw new DualwatchError(
          'catalogue-invalid',
          `priority.yaml: no points for class "${name}" of the rule "${id}" in indicator-rules.yaml`,
        );
      return [flags[0].id, { points, class: name, title }];
    },
  );
  return {
    ...rest,
    goods: new Map(Object.entries(goods)),
    intents: new Map(Object.entries(intents)),
    places: new Map(Object.entries(places)),
    indicators: new Map(rules),
    mostOfIndicators: indicators.most,
  };
}
