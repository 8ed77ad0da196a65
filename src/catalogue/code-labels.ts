import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** What codes are called. Only what may be passed on stands here: OKPD2, TN VED and UNSPSC have no labels of single codes. */
export interface CodeLabels {
  /** Chapters, headings and subheadings of HS 2022, by 2, 4 or 6 digits. */
  readonly hs: ReadonlyMap<string, string>;
  /** CPV by its eight digits; the check digit with the name. */
  readonly cpv: ReadonlyMap<string, { readonly check: string; readonly name: string }>;
  /** First digit of an ECCN or Chinese control code → category. */
  readonly controlCategories: ReadonlyMap<string, string>;
  /** `A` → product group. */
  readonly controlGroups: ReadonlyMap<string, string>;
  /** Two digits of OKPD2 → division. */
  readonly okpd2: ReadonlyMap<string, string>;
  /** Two digits of an FSC or NSN → group. */
  readonly supplyGroups: ReadonlyMap<string, string>;
}

const twoDigits = z.record(z.string().regex(/^\d{2}$/), z.string().min(1));
const formsSchema = z.strictObject({
  controlCategories: z.record(z.string().regex(/^\d$/), z.string().min(1)),
  controlGroups: z.record(z.enum(['A', 'B', 'C', 'D', 'E']), z.string().min(1)),
  okpd2: twoDigits,
  supplyGroups: twoDigits,
});

/** Reads codes/ of a catalogue: some 16,000 names, 15 ms. Throws `catalogue-invalid` with file and line. */
export function loadCodeLabels(folder: string = CATALOGUE_FOLDER): CodeLabels {
  const forms = parseCatalogueFile(readCatalogueFile(folder, 'codes/forms.yaml'), formsSchema);
  const cpv = new Map<string, { readonly check: string; readonly name: string }>();
  for (const [code, name] of readTable(folder, 'codes/cpv.tsv', /^\d{8}-\d$/)) cpv.set(code.slice(0, 8), { check: code.slice(9), name });
  return {
    hs: new Map(readTable(folder, 'codes/hs.tsv', /^(?:\d\d){1,3}$/)),
    cpv,
    controlCategories: new Map(Object.entries(forms.controlCategories)),
    controlGroups: new Map(Object.entries(forms.controlGroups)),
    okpd2: new Map(Object.entries(forms.okpd2)),
    supplyGroups: new Map(Object.entries(forms.supplyGroups)),
  };
}

/** Lines of `code<TAB>name`; those that begin with a hash are notes. */
function readTable(folder: string, name: string, form: RegExp): readonly (readonly [string, string])[] {
  const rows: [string, string][] = [];
  for (const [index, line] of readCatalogueFile(folder, name).source.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const tab = line.indexOf('\t');
    const code = line.slice(0, tab);
    if (tab < 1 || !form.test(code))
      throw new DualwatchError('catalogue-invalid', `${name}, line ${index + 1}: write a code, a tab and its name`);
    rows.push([code, line.slice(tab + 1)]);
  }
  return rows;
}
