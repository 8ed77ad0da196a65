import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';

export interface AssumedZone {
  /** Hours east of UTC. */
  readonly offset: number;
  /** Hours by which the truth may differ. */
  readonly spread: number;
}

/** True where the whole text of a body is what a bridge writes when it has no text. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 200 && quirks().placeholders.has(bareLetters(text));
}

/** Zone that a date without one is read in, by the language of its feed (`zh`, `zh-cn`) and the end of its host name. */
export function assumedZone(lang: string | null, host: string): AssumedZone {
  const { zones, otherwise } = quirks();
  const language = (lang ?? '').toLowerCase().split(/[-_]/, 1)[0] ?? '';
  const end = host.toLowerCase().split('.').at(-1) ?? '';
  return zones.find((zone) => zone.languages.includes(language)) ?? zones.find((zone) => zone.hosts.includes(end)) ?? otherwise;
}

const zone = { offset: z.number().min(-12).max(14), spread: z.number().min(0).max(14) };
const schema = z.strictObject({
  placeholders: z.array(z.string().min(2)),
  zones: z.array(z.strictObject({ ...zone, languages: z.array(z.string()), hosts: z.array(z.string()) })),
  otherwise: z.strictObject(zone),
});

interface Quirks {
  readonly placeholders: ReadonlySet<string>;
  readonly zones: readonly (AssumedZone & { readonly languages: readonly string[]; readonly hosts: readonly string[] })[];
  readonly otherwise: AssumedZone;
}

let loaded: Quirks | undefined;

function quirks(): Quirks {
  loaded ??= load();
  return loaded;
}

const FILE = new URL('../../../catalogue/feeds.yaml', import.meta.url);

function load(): Quirks {
  try {
    const { placeholders, zones, otherwise } = schema.parse(parse(readFileSync(FILE, 'utf8')));
    const punycode = (end: string): string => new URL(`http://x.${end}`).hostname.slice(2);
    return { placeholders: new Set(placeholders.map(bareLetters)), zones: zones.map((rule) => ({ ...rule, hosts: rule.hosts.map(punycode) })), otherwise };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    throw new DualwatchError('catalogue-invalid', `catalogue/feeds.yaml cannot be used: ${why}`, { cause: error });
  }
}

function bareLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
