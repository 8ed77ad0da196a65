import { readFileSync } from 'node:fs';

/** A page whose visible lines somebody has labelled who had not seen the rules; its title is none of them. */
export interface LabelledPage {
  readonly id: string;
  readonly lang: string;
  /** What kind of page it is meant to be. */
  readonly what: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** In the order of the page; rows of a table are cells joined by " | ". */
  readonly lines: readonly LabelledLine[];
}

export interface LabelledLine {
  readonly text: string;
  /** `either`: may be kept or left out. */
  readonly of: 'notice' | 'site' | 'either';
}

/** A page with its lines, each kept in a text or left out. */
export interface JudgedPage {
  readonly page: LabelledPage;
  readonly lines: readonly (LabelledLine & { readonly kept: boolean })[];
}

const FILE = new URL('../../test/fixtures/reading/lines.jsonl', import.meta.url);

export function labelledPages(file: string | URL = FILE): readonly LabelledPage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledPage);
}

/** True of a page that is never shown, only scored: its number is odd. */
export function isHeldOut({ id }: LabelledPage): boolean {
  return Number(id.replace(/\D/g, '')) % 2 === 1;
}

/**
 * Which lines of a page stand in a text, by their characters without white space and signs between cells. Longer lines are looked for first, and what one line has is not there for another:
 * a word of a menu that the notice has too is not kept by that.
 */
export function judgeText(page: LabelledPage, text: string): JudgedPage {
  let rest = plain(text).replaceAll(plain(page.title), TAKEN);
  const kept = new Set<LabelledLine>();
  for (const line of page.lines.toSorted((a, b) => plain(b.text).length - plain(a.text).length || rank(a) - rank(b))) {
    const wanted = plain(line.text);
    const at = wanted === '' ? -1 : rest.indexOf(wanted);
    if (at === -1) continue;
    kept.add(line);
    rest = `${rest.slice(0, at)}${TAKEN}${rest.slice(at + wanted.length)}`;
  }
  return { page, lines: page.lines.map((line) => ({ ...line, kept: kept.has(line) })) };
}

/** Stands where a line was found. */
const TAKEN = '\0';

/** Lines of one text: a notice's are found before the site's. */
function rank({ of }: LabelledLine): number {
  return ['notice', 'either', 'site'].indexOf(of);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s|]+/g, '');
}
