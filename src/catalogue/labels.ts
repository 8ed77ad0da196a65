import { z } from 'zod';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** Languages that labels are written in, as their file has them side by side. */
export const LABEL_LANGS = ['en', 'zh', 'uk', 'ru'] as const;
export type LabelLang = (typeof LABEL_LANGS)[number];

export const LABELLED = ['goods', 'intents', 'indicators', 'lists'] as const;

/** What something is called in a few words, in each language. */
export type Label = Readonly<Record<LabelLang, string>>;

/** Labels by id: of concepts, intents, red flags and control lists. Words of the trade, and no translation of anything that a notice says. */
export type Labels = Readonly<Record<(typeof LABELLED)[number], Readonly<Record<string, Label>>>>;

const MOST_CHARACTERS = 40;

const label = z.string().transform((line, { addIssue }): Label => {
  const [en = '', zh = '', uk = '', ru = '', ...more] = line.split('|').map((one) => one.trim());
  const all = [en, zh, uk, ru];
  if (more.length > 0 || all.includes('')) addIssue('write four labels with bars between them: English | Chinese | Ukrainian | Russian');
  for (const one of all)
    if ([...one].length > MOST_CHARACTERS) addIssue(`"${one}" has ${[...one].length} characters; a label has at most ${MOST_CHARACTERS}`);
  return { en, zh, uk, ru };
});

const labels = z.record(z.string(), label);
const labelsSchema = z.strictObject({ goods: labels, intents: labels, indicators: labels, lists: labels });

/** Reads labels.yaml of a catalogue. Throws `catalogue-invalid`. */
export function loadLabels(folder: string = CATALOGUE_FOLDER): Labels {
  return parseCatalogueFile(readCatalogueFile(folder, 'labels.yaml'), labelsSchema);
}

let packaged: Labels | undefined;

/** The labels that come with the package, read once. */
export function packagedLabels(): Labels {
  return (packaged ??= loadLabels());
}
