import { withoutNumbers } from './fresh-lines.ts';
import type { InPlaceWords } from './in-place.ts';
import { removed, short, stoodThere, type PageJudgement, type PageToJudge, type SeenPage } from './page-judgement.ts';

/** Programs keep all that they may ever say in one place: who holds more than so many new sentences says none of them. */
const MOST_SAID = 3;

/**
 * While another notice of the site stands, a page that shows neither the notice nor any other word may say in a script, in place of an image or in a hidden box what its program will show:
 * that the notice was taken away, as one of few sentences that the page of the notice did not have, and none of them about a door or a failure. Null where it does not.
 */
export function saidUnseen(page: PageToJudge & { readonly known: SeenPage }, words: InPlaceWords): PageJudgement | null {
  const { seen, known, standing } = page;
  if (standing === null) return null;
  const fresh = notHeldBefore(seen.look.unseen.words, known);
  if (fresh === null || fresh.length === 0 || fresh.length > MOST_SAID) return null;
  const all = fresh.map((text) => words.find([text]));
  const said = all.find((one) => one?.state === 'removed' && one.firmly && one.ofNotice);
  if (said === undefined || said === null || said.kind === null) return null;
  if (all.some((one) => one !== null && one.state !== 'removed')) return null;
  return removed(
    said.kind,
    said.reason,
    `in what the page holds and does not show by itself: "${short(said.line)}", ${stoodThere(standing)}`,
  );
}

/** Of the words of a page those that the page of the notice did not hold, shown or not; null where nobody knows, since that page holds more than was looked at. */
export function notHeldBefore(held: readonly string[], { look }: SeenPage): readonly string[] | null {
  if (!look.unseen.isWhole) return null;
  const before = new Set([...look.unseen.words, ...look.lines].map(withoutNumbers));
  return held.filter((text) => !before.has(withoutNumbers(text)));
}
