import { extname } from 'node:path';
import { counted } from '../../model/counted.ts';
import { isKeptUnread } from './folder.ts';

/** What is kept of a folder and not read, and what of it is not even kept (`leftOut`), in words for people. Pure. */
export function folderWarnings(names: readonly string[], leftOut: readonly string[] = []): readonly string[] {
  const unread = names.filter(isKeptUnread);
  const them = (files: readonly string[]): string => (files.length === 1 ? 'it' : 'them');
  return [
    ...(unread.length === 0
      ? []
      : [
          `${counted(unread.length, 'file is', 'files are')} kept but not read, and nothing in ${them(unread)} is recognised (${kindsOf(unread)}); save ${them(unread)} as PDF, DOCX, XLSX or text: ${namesOf(unread)}`,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          `${counted(leftOut.length, 'file is', 'files are')} neither kept nor read, since ${leftOut.length === 1 ? 'it is' : 'they are'} of no kind that is watched: ${namesOf(leftOut)}`,
        ]),
  ];
}

function kindsOf(names: readonly string[]): string {
  return [...new Set(names.map((name) => extname(name).slice(1).toUpperCase()))].toSorted().join(', ');
}

/** All of a few, the first of many. */
const MOST_NAMES = 5;

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
