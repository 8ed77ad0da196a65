import { sha256 } from '../model/digest.ts';
import type { NameQuery } from '../model/party.ts';
import { foldText } from '../text/fold.ts';

/** What a query is about when nothing else names it: its folded name and schema. */
export function subjectOfQuery({ name, schema }: NameQuery): string {
  return `query:${foldedName(name)}|${schema ?? ''}`;
}

function foldedName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  // What is longer is no name: to fold megabytes would take seconds.
  if (name.length > MAX_FOLDED) return `${foldText(name.slice(0, MAX_FOLDED)).text}… ${sha256(name)}`;
  return foldText(name).text.trim();
}

const MAX_FOLDED = 2000;
/** Folds to its small letters: ASCII but for the grave accent, which is an apostrophe. */
const PLAIN = /^[!-_a-~]{1,40}(?: [!-_a-~]{1,40}){0,15}$/;

/** Key of the match of a subject with a listing: `m` and 24 hexadecimal digits. */
export function matchKey(subject: string, listing: string): string {
  return `m${sha256(`${subject}\n${listing}`).slice(0, 24)}`;
}
