import { attributeOf, type Page, type PageElement } from './page.ts';

interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly {
    readonly name: string;
    readonly operator: '' | '=' | '*=' | '^=' | '$=' | '~=';
    readonly value: string;
  }[];
}

interface Step {
  readonly compound: Compound;
  /** How it hangs on the step before. */
  readonly combinator: 'inside' | 'child';
}

/** A compiled selector: the alternatives of a comma list, each a chain of steps. */
export type Selector = readonly (readonly Step[])[];

const PART = /\s*(>)?\s*([a-zA-Z][\w-]*|\*)?((?:[#.][\w-]+|\[[^\]]*\])*)/y;
const SIMPLE = /([#.])([\w-]+)|\[\s*([\w:-]+)\s*(?:([*^$~]?=)\s*["']?([^\]"']*)["']?\s*)?\]/g;

/**
 * Compiles the part of CSS that site files use: `tag#id.class[name=value]`, inside (space), child (`>`), alternatives (`,`).
 * Returns null for anything else.
 */
export function compileSelector(source: string): Selector | null {
  const alternatives: Step[][] = [];
  for (const alternative of source.split(',')) {
    const steps = compileChain(alternative.trim());
    if (steps === null) return null;
    alternatives.push(steps);
  }
  return alternatives;
}

function compileChain(source: string): Step[] | null {
  const steps: Step[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < source.length) {
    const from = PART.lastIndex;
    const found = PART.exec(source);
    if (found === null || PART.lastIndex === from || (found[2] === undefined && (found[3] ?? '') === '')) return null;
    const compound = compileCompound(found[2] ?? null, found[3] ?? '');
    steps.push({ compound, combinator: found[1] === undefined ? 'inside' : 'child' });
  }
  return steps.length === 0 ? null : steps;
}

function compileCompound(tag: string | null, rest: string): Compound {
  let id: string | null = null;
  const classes: string[] = [];
  const attributes: Compound['attributes'][number][] = [];
  for (const found of rest.matchAll(SIMPLE)) {
    if (found[1] === '#') id = found[2] ?? '';
    else if (found[1] === '.') classes.push(found[2] ?? '');
    else attributes.push({ name: (found[3] ?? '').toLowerCase(), operator: (found[4] ?? '') as '' | '=', value: found[5] ?? '' });
  }
  return { tag: tag === null || tag === '*' ? null : tag.toLowerCase(), id, classes, attributes };
}

/** First element in document order, or undefined. */
export function selectFirst(page: Page, selector: Selector, within?: PageElement): PageElement | undefined {
  for (const element of candidates(page, selector, within)) if (matches(page, element, selector)) return element;
  return undefined;
}

/** All elements in document order. */
export function selectAll(page: Page, selector: Selector, within?: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  for (const element of candidates(page, selector, within)) if (matches(page, element, selector)) found.push(element);
  return found;
}

/** True where the element is one that the selector names. */
export function matches(page: Page, element: PageElement, selector: Selector): boolean {
  return selector.some((steps) => matchesChain(page, element, steps, steps.length - 1));
}

function* candidates(page: Page, selector: Selector, within: PageElement | undefined): Iterable<PageElement> {
  const only = selector.length === 1 ? selector[0]?.at(-1)?.compound.id : undefined;
  if (typeof only === 'string') {
    const element = page.byId.get(only);
    if (element !== undefined && (within === undefined || (element.index > within.index && element.index <= within.last))) yield element;
    return;
  }
  const last = within === undefined ? page.elements.length - 1 : within.last;
  for (let at = within === undefined ? 0 : within.index + 1; at <= last; at++) {
    const element = page.elements[at];
    if (element !== undefined) yield element;
  }
}

function matchesChain(page: Page, element: PageElement, steps: readonly Step[], at: number): boolean {
  const step = steps[at];
  if (step === undefined || !matchesCompound(element, step.compound)) return false;
  if (at === 0) return true;
  let parent = page.elements[element.parent];
  while (parent !== undefined) {
    if (matchesChain(page, parent, steps, at - 1)) return true;
    if (step.combinator === 'child') return false;
    parent = page.elements[parent.parent];
  }
  return false;
}

function matchesCompound(element: PageElement, { tag, id, classes, attributes }: Compound): boolean {
  if (tag !== null && element.tag !== tag) return false;
  if (id !== null && element.id !== id) return false;
  for (const name of classes) if (!hasClass(element, name)) return false;
  for (const { name, operator, value } of attributes) {
    const actual = attributeOf(element, name);
    if (actual === undefined || !compares(actual, operator, value)) return false;
  }
  return true;
}

function hasClass(element: PageElement, name: string): boolean {
  const { className } = element;
  const at = className.indexOf(name);
  if (at === -1) return false;
  return className === name || className.split(/\s+/).includes(name);
}

function compares(actual: string, operator: string, value: string): boolean {
  switch (operator) {
    case '':
      return true;
    case '=':
      return actual === value;
    case '*=':
      return actual.includes(value);
    case '^=':
      return actual.startsWith(value);
    case '$=':
      return actual.endsWith(value);
    default:
      return actual.split(/\s+/).includes(value);
  }
}
