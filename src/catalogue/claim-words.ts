import { z } from 'zod';
import { PURPOSES } from '../model/claim.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const words = z.array(z.string().min(1)).min(1);
const byLang = z.strictObject({ zh: words, ru: words, uk: words, en: words });

const byCountry = z.record(z.string().regex(/^[A-Z]{2}$/), byLang.partial());

const schema = z.strictObject({
  otherGoods: z.record(z.string().regex(/^[a-z_]+$/), byLang),
  purposes: z.record(z.enum(PURPOSES), byLang),
  opposed: z.array(z.tuple([z.enum(PURPOSES), z.enum(PURPOSES)])),
  denies: byLang,
  admits: byLang,
  negations: byLang,
  turns: byLang,
  negationsWith: z.record(z.string().min(1), words),
  whereabouts: byLang,
  users: z.partialRecord(z.enum(PURPOSES), byLang),
  usersBy: byLang,
  abroad: byLang,
  abroadFirms: byLang,
  buying: byLang,
  home: byLang,
  firms: byLang,
  nationalities: byCountry,
  countryNames: byCountry,
});

/** How statements explain a notice, and notices say the same; `claims.yaml` explains it. */
export type ClaimWords = z.output<typeof schema>;

export type WordsByLang = z.output<typeof byLang>;

/** Reads and checks `claims.yaml` in `folder`. Throws `catalogue-invalid` with file and entry. */
export function loadClaimWords(folder: string = CATALOGUE_FOLDER): ClaimWords {
  return parseCatalogueFile(readCatalogueFile(folder, 'claims.yaml'), schema);
}
