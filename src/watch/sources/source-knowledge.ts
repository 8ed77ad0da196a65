import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseCatalogueFile, readCatalogueFile } from '../../catalogue/yaml-file.ts';

export interface AssumedZone {
  /** Hours east of UTC. */
  readonly offset: number;
  /** Hours by which the truth may differ. */
  readonly spread: number;
}

/** True where the whole text of a body is what a bridge writes when it has no text. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 200 && knowledge().placeholders.has(bareLetters(text));
}

/** True for the text of a link that leaves the list or leafs through it: a page number, an arrow, 下一页. */
export function leadsAbout(linkText: string): boolean {
  if (linkText.length > 40) return false;
  const bare = bareLetters(linkText);
  return bare === '' || /^第?\p{N}+页?$/u.test(bare) || knowledge().pager.has(bare);
}

/** Zone that a date without one is read in, by the language of its feed (`zh`, `zh-cn`) and the end of its host name. */
export function assumedZone(lang: string | null, host: string): AssumedZone {
  const { zones, otherwise } = knowledge();
  const language = (lang ?? '').toLowerCase().split(/[-_]/, 1)[0] ?? '';
  const end = host.toLowerCase().split('.').at(-1) ?? '';
  return zones.find((zone) => zone.languages.includes(language)) ?? zones.find((zone) => zone.hosts.includes(end)) ?? otherwise;
}

const zone = { offset: z.number().min(-12).max(14), spread: z.number().min(0).max(14) };
const phrases = z.array(z.string().min(2)).transform((list) => new Set(list.map(bareLetters)));
/** Ends of host names as browsers send them. */
const hosts = z.array(z.string()).transform((ends) => ends.map((end) => new URL(`http://x.${end}`).hostname.slice(2)));
const schema = z.strictObject({
  placeholders: phrases,
  zones: z.array(z.strictObject({ ...zone, languages: z.array(z.string()), hosts })),
  otherwise: z.strictObject(zone),
  pager: phrases,
});

let loaded: z.output<typeof schema> | undefined;

/** Read once, at the first need; a value of the catalogue like any other, so the functions above stay functions of their arguments. */
function knowledge(): z.output<typeof schema> {
  loaded ??= parseCatalogueFile(readCatalogueFile(fileURLToPath(new URL('../../../catalogue', import.meta.url)), 'sources.yaml'), schema);
  return loaded;
}

function bareLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
