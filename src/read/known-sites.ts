import type { SiteCatalogue } from '../catalogue/sites.ts';
import type { SiteKnowledge, SiteReader, SiteSign } from '../catalogue/sites-schema.ts';
import { DualwatchError } from '../model/errors.ts';
import { foldMessage } from '../text/message.ts';
import { compileSelector, type Selector } from './selector.ts';
import { compileValueReader, type ValueReader } from './site-values.ts';

/** Site knowledge made ready: selectors compiled, messages folded. */
export interface KnownSite {
  readonly knowledge: SiteKnowledge;
  readonly knownBy: readonly Selector[];
  readonly messages: readonly Selector[];
  readonly signs: readonly KnownSign[];
  readonly readers: readonly KnownReader[];
  readonly placeholders: readonly string[];
  readonly values: ValueReader;
  readonly selectors: ReadonlyMap<string, Selector>;
}

export interface KnownSign {
  readonly sign: SiteSign;
  readonly at: readonly Selector[];
  readonly present: readonly Selector[];
  readonly text: readonly string[];
  readonly title: readonly string[];
}

export interface KnownReader {
  readonly reader: SiteReader;
  readonly when: readonly Selector[];
  readonly leaveOut: readonly Selector[];
}

export interface KnownSites {
  readonly sites: readonly KnownSite[];
  readonly general: KnownSite;
}

/** Compiles a catalogue of sites. Throws `catalogue-invalid` where a selector cannot be read. */
export function knowSites(catalogue: SiteCatalogue): KnownSites {
  return { sites: catalogue.sites.map(knowSite), general: knowSite(catalogue.general) };
}

function knowSite(knowledge: SiteKnowledge): KnownSite {
  const selectors = new Map<string, Selector>();
  const compile = (source: string): Selector => {
    const known = selectors.get(source) ?? compileSelector(source);
    if (known === null)
      throw new DualwatchError(
        'catalogue-invalid',
        `catalogue/sites/${knowledge.site}.yaml: selector "${source}" cannot be read; use tag#id.class[name=value]`,
      );
    selectors.set(source, known);
    return known;
  };
  const signs = knowledge.signs.map((sign): KnownSign => ({
    sign,
    at: sign.at.map(compile),
    present: sign.present.map(compile),
    text: sign.text.map(foldMessage),
    title: sign.title.map(foldMessage),
  }));
  const readers = knowledge.readers.map((reader): KnownReader => {
    for (const body of reader.body) if (body.element !== undefined) compile(body.element);
    if (reader.summary !== undefined) [reader.summary.element, reader.summary.label].forEach(compile);
    compileSources(
      [...reader.title, ...reader.publisher, ...reader.author, ...reader.publishedUnix, ...reader.publishedText, ...reader.images],
      compile,
    );
    for (const sources of Object.values(reader.fields)) compileSources(sources, compile);
    return { reader, when: reader.when.map(compile), leaveOut: reader.leaveOut.map(compile) };
  });
  for (const sign of knowledge.signs) for (const sources of Object.values(sign.fields)) compileSources(sources, compile);
  return {
    knowledge,
    knownBy: knowledge.knownBy.map(compile),
    messages: knowledge.messages.map(compile),
    signs,
    readers,
    placeholders: knowledge.placeholders.map(foldMessage),
    values: compileValueReader(knowledge),
    selectors,
  };
}

function compileSources(sources: readonly string[], compile: (source: string) => Selector): void {
  for (const source of sources) {
    const at = source.indexOf(':');
    const rest = source.slice(at + 1);
    if (source.startsWith('text:')) compile(rest);
    else if (source.startsWith('attr:')) compile(rest.slice(0, rest.lastIndexOf('@')));
  }
}
