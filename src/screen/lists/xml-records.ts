import { Parser } from 'htmlparser2';
import { lineCounter } from './line-counter.ts';
import { withId, type BadRow } from './list-file.ts';

/** An element of a record. Names come without their namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of this element itself, in one piece. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export interface XmlRecord {
  readonly line: number;
  readonly element: XmlElement;
}

export interface XmlContent {
  readonly root: { readonly name: string; readonly attributes: Readonly<Record<string, string>> } | undefined;
  /** Texts of elements outside of the records, by name: `Publish_Date`. */
  readonly around: ReadonlyMap<string, string>;
  readonly records: readonly XmlRecord[];
  readonly bad: readonly BadRow[];
}

/** Deeper elements and longer texts are no part of any list; they are left out. */
const DEEPEST = 64;
const LONGEST_TEXT = 1 << 20;

/** The parser's own work grows with the square of the depth: here reading ends. */
const DEEPEST_DOCUMENT = 4096;

interface Growing {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Growing[];
}

/**
 * The elements of these names, wherever they stand, as small trees; with `take`, each is given to it as soon as it is whole and not kept: lists of a hundred
 * megabytes fit into memory then. The reader knows no entities but XML's own five and numbers, so that a
 * document cannot grow while it is read. `idOf` says of the record inside of which the file ends whose it is: elements that are not whole have no text there.
 */
export function readXml(
  text: string,
  file: string,
  recordNames: ReadonlySet<string>,
  idOf: (element: XmlElement) => string | undefined,
  take?: (record: XmlRecord) => void,
): XmlContent {
  const records: XmlRecord[] = [];
  const bad: BadRow[] = [];
  const around = new Map<string, string>();
  const lineOf = lineCounter(text);
  let root: { name: string; attributes: Record<string, string> } | undefined;
  const stack: Growing[] = [];
  let depth = 0;
  let documentDepth = 0;
  let ending = false;
  let tooDeepAt: number | undefined;
  let line = 0;
  let outside: { name: string; text: string } | undefined;
  const parser = new Parser(
    {
      onopentag(qualified, qualifiedAttributes) {
        if (++documentDepth > DEEPEST_DOCUMENT) {
          tooDeepAt ??= lineOf(parser.startIndex);
          throw new TooDeep();
        }
        const name = localName(qualified);
        const attributes = Object.fromEntries(Object.entries(qualifiedAttributes).map(([key, value]) => [localName(key), value]));
        root ??= { name, attributes };
        if (stack.length === 0) {
          if (!recordNames.has(name)) {
            outside = { name, text: '' };
            return;
          }
          line = lineOf(parser.startIndex);
          outside = undefined;
        }
        depth++;
        if (depth > DEEPEST) return;
        const element: Growing = { name, attributes, text: '', children: [] };
        stack.at(-1)?.children.push(element);
        stack.push(element);
      },
      ontext(piece) {
        const into = stack.at(-1) ?? outside;
        if (into !== undefined && depth <= DEEPEST && into.text.length < LONGEST_TEXT) into.text += piece.slice(0, LONGEST_TEXT);
      },
      onclosetag(_, isImplied) {
        documentDepth--;
        if (stack.length === 0) {
          if (outside?.text.trim() && !around.has(outside.name)) around.set(outside.name, outside.text.trim());
          outside = undefined;
          return;
        }
        depth--;
        if (depth >= DEEPEST) return;
        const element = stack.pop();
        // What the end of the file closes may be half of what it was to be: a number, a name.
        if (ending && isImplied && element !== undefined) element.text = '';
        if (stack.length > 0 || element === undefined) return;
        if (ending) bad.push(withId({ file, line, why: 'the file ends inside of this record' }, idOf(element)));
        else if (take === undefined) records.push({ line, element });
        else take({ line, element });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(text);
    ending = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    bad.push({ file, line: tooDeepAt ?? 1, why: `elements nest more than ${DEEPEST_DOCUMENT} deep; nothing behind them was read` });
  }
  return { root, around, records, bad };
}

/** Leaves the parser, which knows no other way to stop. */
class TooDeep extends Error {}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Elements at a path of names below this one; the element itself for `.`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  if (path === '.' || path === '') return [element];
  if (!path.includes('/')) return element.children.filter((child) => child.name === path);
  let found: readonly XmlElement[] = [element];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** Texts at a path, the last part of which may be an attribute: `name/@lang`. Empty ones are left out. */
export function textsAt(element: XmlElement, path: string): readonly string[] {
  const at = path.indexOf('@');
  const texts =
    at < 0
      ? elementsAt(element, path).map(({ text }) => text.trim())
      : elementsAt(element, path.slice(0, Math.max(at - 1, 0))).map(({ attributes }) => (attributes[path.slice(at + 1)] ?? '').trim());
  return texts.filter((text) => text !== '');
}

export function textAt(element: XmlElement, path: string): string {
  return textsAt(element, path)[0] ?? '';
}
