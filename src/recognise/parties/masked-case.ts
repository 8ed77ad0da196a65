import type { CaptionedItem, Case } from '../../model/case.ts';
import { maskLine } from '../mask-contacts.ts';

/** A case as it is shown unless somebody asks for more: no telephone number or mail address in what it takes from notices. What people wrote stays as they wrote it. */
export function maskedCase(one: Case): Case {
  return {
    ...one,
    items: one.items.map((item) => (isTitle(item) ? { ...item, caption: maskLine(item.caption) } : item)),
    notes: one.notes.map((note) => ({ ...note, words: maskLine(note.words) })),
  };
}

/** Digits of an address are no telephone number. */
function isTitle({ kind, caption }: CaptionedItem): boolean {
  return (kind === 'notice' || kind === 'report') && caption !== null && !URL.canParse(caption);
}
