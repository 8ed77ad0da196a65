import { DualwatchError } from './errors.ts';
import { nearestName } from './nearest-name.ts';
import type { Predicate, PredicateOp } from './predicate.ts';

/** What a field of the language is, and which bare words stand for one of its values (`removed` for `state:removed`). */
export interface PredicateField {
  readonly name: string;
  readonly type: 'id' | 'number' | 'date' | 'text';
  /** Values that may be written alone. */
  readonly bare?: readonly string[];
  /** All values there are, where that is known: another one is an error. */
  readonly values?: readonly string[];
}

/** Deepest nesting of brackets and nots. */
const DEEPEST = 50;
const LONGEST = 2000;

/**
 * Reads a predicate: words (`求购 jammer`, all must occur), `"an exact phrase"`, `field:value`, `field:a,b`, `field >= number`, `and`, `or`, `not` (or `-`), brackets. Side by side means
 * and; and binds closer than or. Throws `usage` that names the position (from 1) and what was expected.
 *
 * @example parsePredicate('removed or priority>=70 and goods:counter_uav_jam', fields)
 */
export function parsePredicate(text: string, fields: readonly PredicateField[]): Predicate {
  if (text.length > LONGEST)
    throw new DualwatchError('usage', `the query is ${text.length} characters long; at most ${LONGEST} can be read`);
  return new Parser(text, tokensOf(text.replaceAll(/[“”„«»]/g, '"')), fields).whole();
}

interface Token {
  readonly kind: 'word' | 'quoted' | 'op' | '(' | ')' | 'end';
  readonly text: string;
  readonly at: number;
  /** Stands right behind the token before. */
  readonly touches: boolean;
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|(\(|\))|(>=|<=|!=|[:=<>])|([^\s()":=<>!]+|!))/y;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) {
      if (text.slice(from).trim() === '') break;
      const at = from + (text.slice(from).length - text.slice(from).trimStart().length);
      throw wrong(text, at, text.charAt(at) === '"' ? 'the quotation mark is not closed' : `"${text.charAt(at)}" cannot stand here`);
    }
    const [whole, quoted, bracket, op, word] = found;
    const at = from + (whole.length - whole.trimStart().length);
    const touches = at === from && at > 0;
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.replaceAll(/\\(.)/g, '$1'), at, touches });
    else if (bracket === '(' || bracket === ')') tokens.push({ kind: bracket, text: bracket, at, touches });
    else if (op !== undefined) tokens.push({ kind: 'op', text: op, at, touches });
    else tokens.push({ kind: 'word', text: word ?? '', at, touches });
  }
  tokens.push({ kind: 'end', text: '', at: text.length, touches: false });
  return tokens;
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #fields: readonly PredicateField[];
  #next = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[], fields: readonly PredicateField[]) {
    [this.#text, this.#tokens, this.#fields] = [text, tokens, fields];
  }

  whole(): Predicate {
    if (this.#peek().kind === 'end') throw wrong(this.#text, 0, 'the query is empty; write words or tests such as state:removed');
    const predicate = this.#any();
    if (this.#peek().kind !== 'end') throw wrong(this.#text, this.#peek().at, `"${this.#peek().text}" cannot stand here`);
    return predicate;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: this.#text.length, touches: false };
  }

  #any(): Predicate {
    const of = [this.#all()];
    while (this.#isWord('or')) {
      this.#next += 1;
      of.push(this.#all());
    }
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { is: 'any', of };
  }

  #all(): Predicate {
    const of = [this.#not()];
    for (;;) {
      if (this.#isWord('and')) this.#next += 1;
      else if (this.#isWord('or') || this.#peek().kind === ')' || this.#peek().kind === 'end') break;
      of.push(this.#not());
    }
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { is: 'all', of };
  }

  #not(): Predicate {
    if (++this.#depth > DEEPEST) throw wrong(this.#text, this.#peek().at, `more than ${DEEPEST} brackets and nots inside one another`);
    try {
      const token = this.#peek();
      if (this.#isWord('not') || this.#isMinus()) {
        this.#next += 1;
        return { is: 'not', of: this.#not() };
      }
      if (token.kind === 'word' && token.text.length > 1 && token.text.startsWith('-')) {
        this.#next += 1;
        return { is: 'not', of: this.#named({ ...token, text: token.text.slice(1), at: token.at + 1 }) };
      }
      if (token.kind === '(') {
        this.#next += 1;
        const inner = this.#any();
        if (this.#peek().kind !== ')') throw wrong(this.#text, this.#peek().at, `the bracket at ${token.at + 1} is not closed`);
        this.#next += 1;
        return inner;
      }
      if (token.kind === 'quoted') {
        this.#next += 1;
        return { is: 'words', text: token.text };
      }
      if (token.kind !== 'word')
        throw wrong(this.#text, token.at, token.kind === 'end' ? 'something must follow' : `"${token.text}" cannot stand here`);
      this.#next += 1;
      return this.#named(token);
    } finally {
      this.#depth -= 1;
    }
  }

  /** A word: a field with its test, a value that stands alone, or a word of the text. */
  #named(token: Token): Predicate {
    if (this.#peek().kind === 'op') return this.#test(token);
    for (const { name, bare } of this.#fields)
      if (bare?.includes(token.text) === true) return { is: 'test', field: name, op: ':', values: [token.text] };
    return { is: 'words', text: token.text };
  }

  #test(name: Token): Predicate {
    const field = this.#fields.find((one) => one.name === name.text);
    const names = this.#fields.map((one) => one.name);
    if (field === undefined) {
      const near = nearestName(name.text, names);
      throw wrong(
        this.#text,
        name.at,
        `there is no field "${name.text}"; ${near === undefined ? `fields are ${names.join(', ')}` : `perhaps ${near}`}`,
      );
    }
    const op = this.#peek();
    this.#next += 1;
    const value = this.#peek();
    const written = value.kind === 'quoted' ? [value.text] : value.kind === 'word' ? value.text.split(',') : [];
    const values = written.filter((one) => one !== '');
    if (values.length === 0) throw wrong(this.#text, value.at, `a value must follow "${name.text}${op.text}"`);
    this.#next += 1;
    const asked = field.type === 'text' && op.text === ':' ? '~' : (op.text as PredicateOp);
    for (const one of values) this.#check(field, asked, one, value.at);
    return { is: 'test', field: field.name, op: asked, values };
  }

  #check({ name, type, values }: PredicateField, op: PredicateOp, value: string, at: number): void {
    if (type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(value)) throw wrong(this.#text, at, `${name} is a number, "${value}" is none`);
    if (type === 'date' && !isDate(value) && !(op === ':' && isMonth(value)))
      throw wrong(this.#text, at, `${name} is a date such as 2025-11-21, "${value}" is none`);
    if (type === 'id' && op !== ':' && op !== '=' && op !== '!=') throw wrong(this.#text, at, `${name} can be compared by : = != alone`);
    if (values !== undefined && !value.endsWith('*') && !values.includes(value)) {
      const near = nearestName(value, values);
      throw wrong(
        this.#text,
        at,
        `${name} is never "${value}"; ${near === undefined ? `it is one of ${values.slice(0, 40).join(', ')}` : `perhaps ${near}`}`,
      );
    }
  }

  /** A minus before a quotation or a bracket; one with blanks around it is a word of the text. */
  #isMinus(): boolean {
    const behind = this.#tokens[this.#next + 1];
    return this.#peek().kind === 'word' && this.#peek().text === '-' && behind?.touches === true && ['quoted', '('].includes(behind.kind);
  }

  #isWord(word: string): boolean {
    return this.#peek().kind === 'word' && this.#peek().text.toLowerCase() === word;
  }
}

/** A year or a month of one, for all days in it. */
function isMonth(value: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value);
}

/** A day that exists, alone or with a time. */
function isDate(value: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?$/.exec(value) ?? [];
  if (day === undefined) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function wrong(text: string, at: number, what: string): DualwatchError {
  const of = at < text.length ? ` of ${text.length}` : ', its end';
  return new DualwatchError('usage', `the query cannot be read at position ${at + 1}${of}: ${what}`);
}
