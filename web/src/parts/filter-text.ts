/** A filter in the predicate language, edited by clicking: the text stays the one truth, and what somebody wrote by hand stays as it was written. */

export type TestOp = ':' | '=' | '!=' | '>' | '>=' | '<' | '<=';

export interface Test {
  readonly field: string;
  readonly op: TestOp;
  readonly values: readonly string[];
}

/** A part of the filter that must hold with all others: its words, and what it tests where it is a plain test. */
interface Part {
  readonly text: string;
  readonly test: Test | null;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"?)|([()])|(>=|<=|!=|[:=<>])|([^\s()":=<>!]+|!))/y;
const BARE: Readonly<Record<string, string>> = {
  present: 'state',
  changed: 'state',
  removed: 'state',
  blocked: 'state',
  unreachable: 'state',
};
const OPS: ReadonlySet<string> = new Set([':', '=', '!=', '>', '>=', '<', '<=']);

/** The values that a plain test of this field asks for; empty where there is none. */
export function valuesOf(filter: string, field: string): readonly string[] {
  return partsOf(filter).find(({ test }) => isOf(test, field, ':'))?.test?.values ?? [];
}

/** The number or word that a test of this field with this operator names. */
export function boundOf(filter: string, field: string, op: TestOp): string | undefined {
  return partsOf(filter).find(({ test }) => test?.field === field && test.op === op)?.test?.values[0];
}

/** The filter that asks for this value of a field too, or no longer. */
export function withValue(filter: string, field: string, value: string, on: boolean): string {
  const values = valuesOf(filter, field).filter((one) => one !== value);
  return withTest(filter, { field, op: ':', values: on ? [...values, value] : values });
}

/** The filter with this in place of the test of its field and operator; without values the test goes. */
export function withTest(filter: string, { field, op, values }: Test): string {
  const parts = partsOf(filter);
  const at = parts.findIndex(({ test }) => isOf(test, field, op));
  const written = values.length === 0 ? [] : [writtenTest({ field, op, values })];
  const texts = parts.map(({ text }) => text);
  return (at < 0 ? [...texts, ...written] : [...texts.slice(0, at), ...written, ...texts.slice(at + 1)]).join(' and ');
}

/** The triage states that the filter is about; null where it asks for none, so that an act takes nothing out of its list. */
export function triageAsked(filter: string): ReadonlySet<string> | null {
  const asked = partsOf(filter).filter(({ test }) => isOf(test, 'triage', ':'));
  return asked.length === 0 ? null : new Set(asked.flatMap(({ test }) => test?.values ?? []));
}

function isOf(test: Test | null, field: string, op: TestOp): boolean {
  if (test === null || test.field !== field) return false;
  return test.op === op || (op === ':' && test.op === '=');
}

function writtenTest({ field, op, values }: Test): string {
  const plain = values.every((value) => /^[^\s()":=<>!,]+$/.test(value));
  if (plain) return `${field}${op}${values.join(',')}`;
  const each = values.map((value) => `${field}${op}"${value.replaceAll(/["\\]/g, '\\$&')}"`);
  return each.length === 1 ? (each[0] ?? '') : `(${each.join(' or ')})`;
}

/** What must hold together, in the order of the text. A filter with an `or` outside of brackets is one part, kept in brackets. */
export function partsOf(filter: string): readonly Part[] {
  const tokens = tokensOf(filter);
  if (tokens === null) return filter.trim() === '' ? [] : [{ text: filter.trim(), test: null }];
  const parts: Part[] = [];
  let at = 0;
  while (at < tokens.length) {
    const word = tokens[at]?.text.toLowerCase();
    if (word === 'or') return [{ text: `(${filter.trim()})`, test: null }];
    if (word === 'and') {
      at += 1;
      continue;
    }
    const end = endOfPart(tokens, at);
    const text = filter.slice(tokens[at]?.at ?? 0, tokens[end - 1]?.end ?? filter.length);
    const some = tokens.slice(at, end).map((token) => token.text);
    parts.push({ text, test: testOf(some) ?? testOfBrackets(text) });
    at = end;
  }
  return parts;
}

interface Token {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** Null where the text is no sequence of tokens (a quotation that does not end): it is left as it is. */
function tokensOf(filter: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < filter.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(filter);
    if (found === null) return filter.slice(from).trim() === '' ? tokens : null;
    const text = found[0].trimStart();
    if (text.startsWith('"') && (text.length === 1 || !text.endsWith('"'))) return null;
    tokens.push({ text, at: TOKEN.lastIndex - text.length, end: TOKEN.lastIndex });
  }
  return tokens;
}

/** A not with what it denies, brackets with what they hold, a test with its value, or a word. */
function endOfPart(tokens: readonly Token[], from: number): number {
  const text = tokens[from]?.text;
  if (text?.toLowerCase() === 'not' || (text === '-' && from + 1 < tokens.length)) return endOfPart(tokens, from + 1);
  if (text === '(') {
    let depth = 0;
    for (let at = from; at < tokens.length; at += 1) {
      if (tokens[at]?.text === '(') depth += 1;
      else if (tokens[at]?.text === ')' && --depth === 0) return at + 1;
    }
    return tokens.length;
  }
  return OPS.has(tokens[from + 1]?.text ?? '') ? Math.min(tokens.length, from + 3) : from + 1;
}

function testOf(words: readonly string[]): Test | null {
  const [field = '', op, value] = words;
  const state = words.length === 1 ? BARE[field] : undefined;
  if (state !== undefined) return { field: state, op: ':', values: [field] };
  if (words.length !== 3 || value === undefined || op === undefined || !OPS.has(op) || /^[-"(]/.test(field)) return null;
  const values = value.startsWith('"') ? [value.slice(1, -1).replaceAll(/\\(.)/g, '$1')] : value.split(',').filter((one) => one !== '');
  return { field, op: op as TestOp, values };
}

/** `(goods:"a b" or goods:"c d")` is what clicking writes of values with blanks; it is read back as one test. */
function testOfBrackets(text: string): Test | null {
  if (!text.startsWith('(') || !text.endsWith(')')) return null;
  const tokens = tokensOf(text.slice(1, -1)) ?? [];
  const tests: Test[] = [];
  for (let at = 0; at < tokens.length; at += 4) {
    const test = testOf(tokens.slice(at, at + 3).map((token) => token.text));
    const joint = tokens[at + 3]?.text.toLowerCase();
    if (test === null || (joint !== undefined && joint !== 'or')) return null;
    tests.push(test);
  }
  const [first] = tests;
  if (first === undefined || tests.some(({ field, op }) => field !== first.field || op !== first.op)) return null;
  return { ...first, values: tests.flatMap(({ values }) => values) };
}
