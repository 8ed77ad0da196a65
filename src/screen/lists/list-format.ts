import type { ListFacts } from '../../catalogue/list-facts.ts';
import type { BadRow, ListFile } from './list-file.ts';
import type { PartyDraft } from './party-draft.ts';

/** A party as read, with what names it. Where the authority gives no `id`, one is made of name, schema and `regulation`. */
export interface ReadParty {
  readonly draft: PartyDraft;
  readonly id: string | null;
  readonly regulation: string;
}

export interface ReadParties {
  readonly publishedAt: string | null;
  readonly parties: readonly ReadParty[];
  readonly bad: readonly BadRow[];
  /** Rows that were read and are rather a mistake of the file. */
  readonly doubts?: readonly BadRow[];
}

/** The beginning of a file as text, by which a format knows it. */
export interface FileHead {
  readonly name: string;
  readonly text: string;
}

export interface ListFormat {
  readonly name: string;
  readonly recognises: (heads: readonly FileHead[]) => boolean;
  readonly read: (files: readonly ListFile[], facts: ListFacts) => ReadParties;
}
