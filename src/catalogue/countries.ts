import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { foldLabel } from './fold-label.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** Folded name or code → code of FollowTheMoney (`ru`, `hk`, `ua-cri`). */
export type CountryNames = ReadonlyMap<string, string>;

const countriesSchema = z.record(z.string().regex(/^[a-z]{1,4}(-[a-z]{2,4})?$/), z.array(z.string().min(1)));

/** Throws `catalogue-invalid` where two codes claim one name. */
export function readCountries(file: CatalogueFile): CountryNames {
  const codes = new Map<string, string>();
  const claim = (name: string, code: string): void => {
    const known = codes.get(name);
    if (known !== undefined && known !== code)
      throw new DualwatchError('catalogue-invalid', `${file.name}: “${name}” stands for ${known} and for ${code}; keep one`);
    codes.set(name, code);
  };
  for (const [code, names] of Object.entries(parseCatalogueFile(file, countriesSchema))) {
    claim(foldLabel(code), code);
    for (const name of names) claim(foldLabel(name), code);
  }
  return codes;
}
