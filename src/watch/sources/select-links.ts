import { compile, selectAll, type Options } from 'css-select';
import { type AnyNode, type Document, DomHandler, type Element, hasChildren, isTag, isText } from 'domhandler';
import { DomUtils, Parser } from 'htmlparser2';
import { DualwatchError } from '../../model/errors.ts';
import type { Lang } from '../../model/reading.ts';
import { addressResolver } from '../../read/address.ts';
import { detectCharset } from '../../read/charset.ts';
import { assumedZone, findDate, type ZoneRule } from '../../read/written-date.ts';
import type { DatedLink } from './list-page.ts';

/** Bytes of a list page that are read for a selector: it needs a tree, which takes many times their room. */
const MAX_BYTES = 8 << 20;
/** Deeper nesting is an attack: each end tag that fits none would be looked for through all of it. */
const MAX_DEPTH = 1000;
const MAX_SELECTED = 5000;
/** A row holds a title, a date and perhaps a summary; more is a part of the page. */
const MAX_ROW_TEXT = 1200;
const MAX_ROW_DEPTH = 6;
const MAX_SELECTOR = 1000;
/** Nodes looked at for a selector: some hundred times a large page. */
const MAX_LOOKS = 20_000_000;

/** Refuses a selector that cannot be understood: throws `usage` that names it and the place. */
export function checkSelector(selector: string): void {
  compiled(selector);
}

/**
 * Links of a page that a CSS selector names: those selected, those inside of what is selected, or the one around it.
 * Dates are looked for beside each link, within its row. Throws `usage` for a bad selector, `input-too-large` beyond 8 MB, `input-malformed`
 * for elements nested a thousand deep.
 */
export function selectLinks(
  bytes: Uint8Array,
  url: string,
  contentType: string | null,
  selector: string,
  lang: Lang,
): readonly DatedLink[] {
  const query = compiled(selector, boundedLooks(selector));
  if (bytes.length > MAX_BYTES)
    throw new DualwatchError(
      'input-too-large',
      `The list page ${url} has ${bytes.length} bytes; with a selector at most ${MAX_BYTES} are read`,
    );
  const html = new TextDecoder(detectCharset(bytes, contentType)).decode(bytes);
  const document = treeOf(html, url);
  const baseHref =
    DomUtils.findOne((element) => element.name === 'base' && element.attribs['href'] !== undefined, document.children)?.attribs['href'] ??
    null;
  const addresses = addressResolver(url, baseHref);
  const anchors = new Map<Element, string>();
  for (const selected of selectAll<AnyNode, Element>(query, document.children)) {
    for (const anchor of anchorsOf(selected)) {
      const address = addresses.resolve(anchor.attribs['href'] ?? '');
      if (address !== null) anchors.set(anchor, address);
    }
    if (anchors.size >= MAX_SELECTED) break;
  }
  const zone = assumedZone(lang === 'und' ? null : lang);
  const dated = new Set<string>();
  return [...anchors].map(([anchor, address]) => {
    const date = dated.has(address) ? null : dateBeside(anchor, anchors, zone);
    dated.add(address);
    return { url: address, text: textOf(anchor), date };
  });
}

function treeOf(html: string, url: string): Document {
  let depth = 0;
  class BoundedTree extends DomHandler {
    override onopentag(name: string, attributes: Record<string, string>): void {
      if (++depth > MAX_DEPTH)
        throw new DualwatchError(
          'input-malformed',
          `The page ${url} nests elements more than ${MAX_DEPTH} deep; no selector is tried on it`,
        );
      super.onopentag(name, attributes);
    }

    override onclosetag(): void {
      depth--;
      super.onclosetag();
    }
  }
  const tree = new BoundedTree();
  new Parser(tree).end(html);
  return tree.root;
}

function compiled(selector: string, options: Options<AnyNode, Element> = {}): ReturnType<typeof compile<AnyNode, Element>> {
  if (selector.trim() === '' || selector.length > MAX_SELECTOR)
    throw new DualwatchError('usage', `A selector has 1 to ${MAX_SELECTOR} characters; write one like "ul.list a"`);
  try {
    return compile<AnyNode, Element>(selector, options);
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 160);
    throw new DualwatchError('usage', `The selector "${selector}" cannot be understood${placeOf(selector)}: ${why}`, { cause: error });
  }
}

/** Chains of `~` and `:has()` take time that grows with a power of the page's size, and the page is its publisher's. */
function boundedLooks(selector: string): Options<AnyNode, Element> {
  let left = MAX_LOOKS;
  const spend = (looks: number): void => {
    left -= looks;
    if (left < 0)
      throw new DualwatchError('usage', `The selector "${selector}" takes too long on this page; write one without chains of ~ and :has()`);
  };
  return {
    adapter: {
      ...DomUtils,
      isTag: (node): node is Element => {
        spend(1);
        return isTag(node);
      },
      getSiblings: (node) => {
        spend(node.parent?.children.length ?? 1);
        return DomUtils.getSiblings(node);
      },
      getText: (node) => {
        const text = DomUtils.textContent(node);
        spend(1 + text.length / 16);
        return text;
      },
    },
  };
}

/** Where the sound beginning of a selector ends: the parser names the rest in some of its messages only. */
function placeOf(selector: string): string {
  for (let end = selector.length - 1; end > 0; end--) {
    try {
      compile(selector.slice(0, end));
    } catch {
      continue;
    }
    return ` after "${selector.slice(0, end)}" (character ${end + 1})`;
  }
  return ' at its first character';
}

function anchorsOf(selected: Element): readonly Element[] {
  if (isLink(selected)) return [selected];
  const inside = DomUtils.findAll(isLink, selected.children);
  if (inside.length > 0) return inside;
  for (let around = selected.parent; around !== null && isTag(around); around = around.parent) if (isLink(around)) return [around];
  return [];
}

function isLink(element: Element): boolean {
  return (element.name === 'a' || element.name === 'area') && element.attribs['href'] !== undefined;
}

function textOf(anchor: Element): string {
  const own = DomUtils.textContent(anchor).replace(/\s+/g, ' ').trim().slice(0, 1000);
  const title = anchor.attribs['title']?.trim() ?? '';
  const cut = /(?:…|\.{3})$/.exec(own);
  if (title !== '' && (own === '' || (cut !== null && title.startsWith(own.slice(0, cut.index).trim())))) return title;
  return own === '' ? (DomUtils.findOne((element) => element.name === 'img', anchor.children)?.attribs['alt']?.trim() ?? '') : own;
}

/** The first date in the widest element around a link that holds no other selected address. */
function dateBeside(anchor: Element, anchors: ReadonlyMap<Element, string>, zone: ZoneRule): string | null {
  const address = anchors.get(anchor);
  let row: Element = anchor;
  for (let depth = 0; depth < MAX_ROW_DEPTH; depth++) {
    const parent = row.parent;
    if (parent === null || !isTag(parent) || parent.name === 'body') break;
    const others = DomUtils.findOne((element) => (anchors.get(element) ?? address) !== address, parent.children);
    if (others !== null || rowText(parent, null).length > MAX_ROW_TEXT) break;
    row = parent;
  }
  return findDate(rowText(row, anchor), zone)?.iso ?? findDate(textOf(anchor), zone)?.iso ?? null;
}

/** Text of a row in lines, up to a little more than a row can hold, without the link itself. */
function rowText(row: Element, without: Element | null): string {
  let text = '';
  const walk = (node: AnyNode): void => {
    if (node === without || text.length > MAX_ROW_TEXT) return;
    if (isText(node)) text += node.data;
    else if (hasChildren(node)) {
      text += ' ';
      for (const child of node.children) walk(child);
      text += ' ';
    }
  };
  walk(row);
  return text;
}
