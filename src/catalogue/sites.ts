import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { readMessageWeights, type MessageWeights } from './message-weights.ts';
import { siteSchema, type SiteKnowledge } from './sites-schema.ts';
import { parseYaml } from './yaml.ts';

/** What is known of sites: data of `catalogue/sites/*.yaml`, checked. */
export interface SiteCatalogue {
  readonly sites: readonly SiteKnowledge[];
  /** What holds on any page: challenge pages, placeholders, labels of dates and publishers. */
  readonly general: SiteKnowledge;
  /** How messages read that stand in place of a notice; empty where the folder has no `message-weights.tsv`. */
  readonly messageWeights: MessageWeights;
}

/** The file of what stands before any site: challenges, limits, firewalls. */
const WALLS = 'walls';
const DEFAULT_FOLDER = fileURLToPath(new URL('../../catalogue/sites/', import.meta.url));

/**
 * Loads the site knowledge of a folder, in the order of file names.
 * Throws `catalogue-invalid`, naming file and field, where a file is wrong or `general.yaml` is missing.
 */
export function loadSites(folder: string = DEFAULT_FOLDER): SiteCatalogue {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const all = files.map((name) => parseSite(readFileSync(join(folder, name), 'utf8'), join(folder, name)));
  const general = all.find((site) => site.site === 'general');
  if (general === undefined)
    throw new DualwatchError(
      'catalogue-invalid',
      `${folder}: general.yaml is missing; it holds the labels and signs that are not of one site`,
    );
  const weights = join(folder, 'message-weights.tsv');
  const walls = all.find((site) => site.site === WALLS);
  return {
    messageWeights: existsSync(weights) ? readMessageWeights(weights) : new Map(),
    sites: all.filter((site) => site !== general && site !== walls),
    // A wall that protects a site may stand on any page: its signs come before those of ordinary pages.
    general:
      walls === undefined
        ? general
        : { ...general, signs: [...walls.signs, ...general.signs], inPlace: [...walls.inPlace, ...general.inPlace] },
  };
}

/** One site file as data. Throws `catalogue-invalid` with the file and the field that is wrong. */
export function parseSite(yaml: string, file: string): SiteKnowledge {
  const result = siteSchema.safeParse(parseYaml(yaml, `${file}: not YAML`));
  if (!result.success) throw new DualwatchError('catalogue-invalid', `${file}: ${z.prettifyError(result.error)}`, { cause: result.error });
  return result.data;
}
