import type { SiteKnowledge } from '../catalogue/sites-schema.ts';
import type { Page } from './page.ts';
import { assignmentsTo, readObject, readVariables } from './script-data.ts';

/** Script values of a page: variables, and members of the site's data objects by path. */
export interface SiteValues {
  readonly variables: ReadonlyMap<string, string>;
  readonly data: ReadonlyMap<string, string>;
}

/** How a site's script data is read: compiled once per site. */
export interface ValueReader {
  readonly wanted: RegExp;
  readonly objects: readonly string[];
  readonly codeScripts: readonly string[];
}

/** Only the head of a script is asked whether it is code: bundles say so in their first lines. */
const HEAD = 400;
/** No data script is longer. */
const MAX_SCRIPT_BYTES = 2_000_000;

/** Compiles the variables that the sources of a site name (`var:…`). */
export function compileValueReader(site: SiteKnowledge): ValueReader {
  const names = new Set<string>();
  const visit = (sources: readonly string[]): void => {
    for (const source of sources) if (source.startsWith('var:')) names.add(source.slice(4).split('.')[0] ?? '');
  };
  for (const reader of site.readers) {
    visit([...reader.title, ...reader.publisher, ...reader.author, ...reader.publishedUnix, ...reader.publishedText, ...reader.images]);
    for (const sources of Object.values(reader.fields)) visit(sources);
    for (const body of reader.body) visit([body.html ?? '', body.text ?? '', body.only?.source ?? '']);
  }
  for (const sign of site.signs) for (const sources of Object.values(sign.fields)) visit(sources);
  names.delete('');
  return { wanted: assignmentsTo([...names]), objects: site.dataObjects, codeScripts: site.codeScripts };
}

/** Reads the script data of a page; code bundles are passed over undecoded where their first lines show them. */
export function readSiteValues(page: Page, reader: ValueReader): SiteValues {
  const variables = new Map<string, string>();
  const data = new Map<string, string>();
  for (const script of page.scripts) {
    if (script.end - script.start > MAX_SCRIPT_BYTES) continue;
    const head = page.scriptText({ ...script, end: Math.min(script.end, script.start + HEAD) });
    if (reader.codeScripts.some((word) => head.includes(word))) continue;
    const source = script.end - script.start <= HEAD ? head : page.scriptText(script);
    for (const name of reader.objects) readNamedObject(source, name, data);
    readVariables(source, reader.wanted, variables);
  }
  return { variables, data };
}

function readNamedObject(source: string, name: string, data: Map<string, string>): void {
  for (let at = source.indexOf(name); at !== -1; at = source.indexOf(name, at + name.length)) {
    const assigned = /^\s{0,4}=\s{0,4}(?=\{)/.exec(source.slice(at + name.length, at + name.length + 12));
    if (assigned !== null) readObject(source, at + name.length + assigned[0].length, '', data);
  }
}
