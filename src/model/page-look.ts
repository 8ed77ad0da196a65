/**
 * What a page looks like apart from what varies from visit to visit: numbers, codes, the address itself. Two answers of a site that mean the same
 * have nearly the same print. Hashes are unsigned 32-bit numbers, ascending, each once. Rebuildable: (bytes, address) → print.
 */
export interface PagePrint {
  /** Of the title element, folded, without what varies. */
  readonly title: string;
  /** Words of what a person sees, title included; pairs of characters in Han. The smallest hashes where there are very many. */
  readonly words: readonly number[];
  /** Kinds of element by where they stand: tag and classes, with those of the parent. */
  readonly shape: readonly number[];
}

/** Strings of a page's scripts, what stands in place of images, in fields and in hidden boxes; not whole where it holds more than is looked at. */
export interface UnseenWords {
  readonly words: readonly string[];
  readonly isWhole: boolean;
}

/** A page as the removal judgement looks at it. */
export interface PageLook {
  readonly print: PagePrint;
  /** Of the title element, as it stands. */
  readonly title: string;
  /** What a person sees, a line an element. */
  readonly lines: readonly string[];
  /** What it holds in words and does not show by itself. */
  readonly unseen: UnseenWords;
  /** Those of the lines that are links and nothing else but numbers: menus, and titles of other pages with their dates. */
  readonly linked: readonly string[];
  /** Where its links lead, as they are written, each once; absolute under a base element. */
  readonly hrefs: readonly string[];
  /** True where the markup ends as a whole page does: `</html>` or `</body>`. */
  readonly closed: boolean;
  /** True where it has a field for a password. */
  readonly asksPassword: boolean;
}
