import { alike } from './compare-prints.ts';
import type { PageToJudge, SeenPage } from './page-judgement.ts';

/** Pages of one kind, with one title and one text each, are built so much alike. */
const SAME_TEMPLATE = 0.8;

/**
 * Whether a redirect to a page with another title led to another notice: beside its own address, without its number, on a page that is built as its own was, with a date
 * of its own. Doors and messages are built in another way, and translations keep the number. Linear in the addresses. Pure.
 */
export function isOtherNotice({ url, finalUrl, seen, known }: PageToJudge & { readonly known: SeenPage }): boolean {
  const [from, to] = [new URL(url), new URL(finalUrl)];
  const number = numberIn(from);
  return (
    number !== undefined &&
    !finalUrl.includes(number) &&
    folderOf(from) === folderOf(to) &&
    seen.reading.publishedAt !== null &&
    seen.reading.items === undefined &&
    alike(seen.look.print.shape, known.look.print.shape) >= SAME_TEMPLATE
  );
}

/** The last number of an address: of a notice, as a rule. */
export function numberIn({ pathname, search }: URL): string | undefined {
  return (pathname + search).match(/\d{2,}/g)?.at(-1);
}

function folderOf({ pathname }: URL): string {
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}
