import { counted } from '../../model/counted.ts';

/** What is kept of a folder and not read, in words for people. Pure. */
export function folderWarnings(names: readonly string[]): readonly string[] {
  const unread = names.filter((name) => UNREAD.test(name));
  const [first] = unread;
  if (first === undefined) return [];
  return [
    `${counted(unread.length, 'file is', 'files are')} kept but not read, and nothing in ${unread.length === 1 ? 'it' : 'them'} is recognised (PDF, DOCX); save ${unread.length === 1 ? 'it' : 'them'} as text or as a web page: "${first}"${unread.length > 1 ? ` and ${unread.length - 1} more` : ''}`,
  ];
}

const UNREAD = /\.(?:pdf|docx)$/i;
