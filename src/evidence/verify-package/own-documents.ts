import { canonicalJson } from '../../model/canonical-json.ts';
import type { Json } from '../../model/canonical-json.ts';
import type { PackageMembers } from './package-members.ts';
import { readLines } from './read-lines.ts';
import { strictObject, strictText } from './strict-json.ts';

export interface JsonLine {
  readonly number: number;
  readonly json: { readonly [key: string]: unknown };
}

/** A document of ours: canonical JSON and a line break. Throws Error with the reason. */
export async function readDocument(members: PackageMembers, name: string, maxBytes: number): Promise<{ readonly [key: string]: unknown }> {
  const text = await readText(members, name, maxBytes);
  const json = strictObject(text);
  if (`${canonicalJson(json as Json)}\n` !== text) throw new Error('its JSON is not of the one form that ours have');
  return json;
}

/** Lines of canonical JSON. Throws Error with line and reason. */
export async function* readDocuments(
  members: PackageMembers,
  name: string,
  maxLineBytes: number,
): AsyncGenerator<JsonLine, void, undefined> {
  if (!members.has(name)) throw new Error('it is missing');
  for await (const { number, text, ended } of readLines(members.open(name), maxLineBytes)) {
    try {
      const json = strictObject(text);
      if (!ended || canonicalJson(json as Json) !== text) throw new Error('its JSON is not of the one form that ours have');
      yield { number, json };
    } catch (error) {
      throw new Error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}

export async function readText(members: PackageMembers, name: string, maxBytes: number): Promise<string> {
  const bytes = await members.read(name, maxBytes);
  if (bytes === undefined) throw new Error('it is missing');
  return strictText(bytes);
}
