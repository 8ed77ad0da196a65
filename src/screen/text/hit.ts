import type { Span } from '../../model/span.ts';
import type { Verified } from './span-verifier.ts';

/** Kinds of words near a name. */
export const HINT = { form: 1, trade: 2, title: 4, place: 8, identifier: 16 } as const;

/** How a span is written in its text. */
export interface Looks {
  /** The anchor is written with a capital, or in a script without capitals. */
  readonly capital: boolean;
  /** It stands in quotes of its own. */
  readonly quoted: boolean;
  /** A legal form belongs to it. */
  readonly form: boolean;
  /** A title stands in it or right before it. */
  readonly titled: boolean;
  /** No capitalised word beside it may belong to the same name. */
  readonly isolated: boolean;
  /** What the words near may say of it: bits of {@link HINT}. */
  readonly hints: number;
  /** How it was found in Han text, if it was: as it is listed, an organisation by its words, or by how it sounds. */
  readonly han: 'exact' | 'organisation' | 'spoken' | false;
}

/** A span of a text that scores as a listed name, before its surroundings are looked at. */
export interface Hit extends Span, Verified, Looks {
  /** Number of the listed name. */
  readonly name: number;
  /** A name in Han that stops behind its first trade word: it yields to any other at the same place. */
  readonly cut?: boolean;
  /** It stands for the name that the catalogue has for it: МФТИ. */
  readonly called?: boolean;
  /** With the words beside it that may belong to the same name, where it must be a hit with them too. */
  readonly wide?: Span | undefined;
}

/** A surname with initials. */
export function isInitials({ person, initials, words }: Hit): boolean {
  return person && initials > 0 && words === 1;
}
