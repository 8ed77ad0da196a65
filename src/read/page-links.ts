import type { Link } from '../model/reading.ts';
import type { AddressResolver } from './address.ts';
import { attributeOf, type Page, type PageElement } from './page.ts';

/** A link of a page with the element that makes it. */
export interface PageLink extends Link {
  readonly element: PageElement;
}

/** More links are no page that anybody reads. */
const MAX_LINKS = 20_000;
const MAX_LINK_TEXT = 1000;

/** The links of a page in order, absolute, http and https only. The text is the link's own, or its title or picture's description. */
export function linksOf(page: Page, addresses: AddressResolver): readonly PageLink[] {
  const links: PageLink[] = [];
  for (const element of page.elements) {
    if (element.tag !== 'a' && element.tag !== 'area') continue;
    const href = attributeOf(element, 'href');
    const url = href === undefined ? null : addresses.resolve(href);
    if (url === null) continue;
    links.push({ url, text: textOfLink(page, element), element });
    if (links.length >= MAX_LINKS) break;
  }
  return links;
}

/** Addresses of the pictures inside an element: `data-src` before `src`, since scripts load them late. Points that only count visitors are none. */
export function imagesIn(page: Page, within: PageElement, addresses: AddressResolver): readonly string[] {
  const found = new Set<string>();
  for (let at = within.index; at <= within.last; at++) {
    const element = page.elements[at];
    if (element === undefined || (element.tag !== 'img' && element.tag !== 'image')) continue;
    const late = attributeOf(element, 'data-src') ?? attributeOf(element, 'data-original');
    const source = late ?? (isPoint(element) ? undefined : attributeOf(element, 'src'));
    const url = source === undefined ? null : addresses.resolve(source);
    if (url !== null) found.add(url);
  }
  return [...found];
}

/** `<img width=1 height=1>`, which nobody sees: whoever asks for it is noted by a stranger. */
function isPoint(element: PageElement): boolean {
  const isTiny = (name: string): boolean => /^\s*[0-2](?:px)?\s*$/.test(attributeOf(element, name) ?? '');
  return isTiny('width') && isTiny('height');
}

/** Links without their elements, each address and text once. */
export function plainLinks(links: readonly PageLink[]): readonly Link[] {
  const seen = new Set<string>();
  const plain: Link[] = [];
  for (const { url, text } of links) {
    const key = `${url}\n${text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    plain.push({ url, text });
  }
  return plain;
}

const FILE = String.raw`\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|ods|zip|rar|7z|wps|dwg|dxf|step|stp)`;
const ADDRESS = new RegExp(`${FILE}(?:$|[?#])|/(?:download|get-?file|attachments?)(?:[/?]|$)`, 'i');
/** A file by its name or size, or the number of an annex. */
const NAME = new RegExp(
  String.raw`${FILE}(?![\p{L}\d])|[(,] ?\d[\d.,]* ?(?:[KMGК]B|[КМ]Б|кбайт|мбайт)(?![\p{L}\d])|^(?:附件|附表|приложение|додаток|annex|appendix|attachment|schedule)[ №]{0,3}[\d一二三四五六七八九十A-ZА-Я]{1,3}(?![\p{L}\d])`,
  'iu',
);

/** Whether a link leads to a document: lists of these are attachments of a notice, not navigation. */
export function isDocument({ url, text }: Link): boolean {
  return ADDRESS.test(url) || namesDocument(text);
}

/** Whether the words of a link name a file or an annex. */
export function namesDocument(text: string): boolean {
  return NAME.test(text);
}

const OVER_DOCUMENTS =
  /^(?:附件|相关附件|附件下载|附件列表|招标文件|采购文件|приложени[ея]|вложени[ея]|вложенные файлы|прикрепл[её]нные (?:файлы|документы)|файлы|документация|закупочная документация|документы (?:закупки|заявки|извещения)|додатки|вкладення|прикріплені файли|файли|документація|attachments?|attached files|(?:tender|bid|bidding|procurement|solicitation) documents?|annex(?:es)?)(?: ?[(（]\d+[)）])?[:：]?$/iu;

/** Whether a line is the heading over documents of the notice, whose links may have any address. */
export function isOverDocuments(line: string): boolean {
  return OVER_DOCUMENTS.test(line);
}

function textOfLink(page: Page, element: PageElement): string {
  const own = page.text
    .slice(element.start, Math.min(element.end, element.start + MAX_LINK_TEXT))
    .replace(/\s+/g, ' ')
    .trim();
  const title = attributeOf(element, 'title')?.trim() ?? '';
  if (own !== '') {
    const shortened = /(?:…|\.\.\.)$/.exec(own);
    return shortened !== null && title.startsWith(own.slice(0, shortened.index)) ? title : own;
  }
  if (title !== '') return title;
  const picture = page.elements[element.index + 1];
  return (picture?.tag === 'img' && picture.index <= element.last ? attributeOf(picture, 'alt')?.trim() : undefined) ?? '';
}
