import type { CaptionedItem, Case } from '../../model/case.ts';
import { maskLine } from '../mask-contacts.ts';
import { maskedLine } from './masked-notice.ts';

/** A case as it is shown unless somebody asks for more: no contact in what it takes from notices, no private person in their titles. What people wrote stays as they wrote it. */
export function maskedCase(one: Case): Case {
  return {
    ...one,
    items: one.items.map(maskedItem),
    notes: one.notes.map((note) => ({ ...note, words: maskLine(note.words) })),
  };
}

function maskedItem({ persons, ...item }: CaptionedItem): CaptionedItem {
  const { caption, notice } = item;
  return {
    ...item,
    ...(isTitle(item) && { caption: maskedLine(caption, persons) }),
    ...(notice !== undefined && { notice: { ...notice, publisher: maskedLine(notice.publisher, persons) } }),
  };
}

/** Digits of an address are no telephone number. */
function isTitle({ kind, caption }: CaptionedItem): boolean {
  return (kind === 'notice' || kind === 'report') && caption !== null && !URL.canParse(caption);
}
