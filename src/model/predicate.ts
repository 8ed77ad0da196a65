/** A question that a notice answers with yes or no; see `parse-predicate.ts` for how it is written. */
export type Predicate =
  | { readonly is: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly is: 'not'; readonly of: Predicate }
  /** Words of title and text; every one must occur. */
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'test'; readonly field: string; readonly op: PredicateOp; readonly values: readonly string[] };

/** `~`: contains; what `:` means for a field of text. */
export type PredicateOp = ':' | '=' | '!=' | '>' | '>=' | '<' | '<=' | '~';

/** What a notice has: words are asked for by themselves, since only a store knows its texts. */
export interface PredicateFacts {
  readonly hasWords: (text: string) => boolean;
  /** Values of a field: strings, numbers, dates as ISO strings; empty where the notice has none. */
  readonly valuesOf: (field: string) => readonly (string | number)[];
}

/** Does it hold? A test of a field without values does not, whatever it asks (`!=` too: nothing is known). */
export function predicateHolds(predicate: Predicate, facts: PredicateFacts): boolean {
  switch (predicate.is) {
    case 'all':
      return predicate.of.every((one) => predicateHolds(one, facts));
    case 'any':
      return predicate.of.some((one) => predicateHolds(one, facts));
    case 'not':
      return !predicateHolds(predicate.of, facts);
    case 'words':
      return facts.hasWords(predicate.text);
    case 'test': {
      const { field, op, values } = predicate;
      const known = facts.valuesOf(field);
      if (op === '!=') return known.length > 0 && known.every((have) => values.every((asked) => !compares(have, '=', asked)));
      return known.some((have) => values.some((asked) => compares(have, op, asked)));
    }
  }
}

/** The words that a predicate asks for anywhere, once each. */
export function wordsOf(predicate: Predicate): readonly string[] {
  const words = new Set<string>();
  const walk = (one: Predicate): void => {
    if (one.is === 'words') words.add(one.text);
    else if (one.is === 'not') walk(one.of);
    else if (one.is !== 'test') for (const each of one.of) walk(each);
  };
  walk(predicate);
  return [...words];
}

/** Whether a predicate asks for one of these fields anywhere. */
export function asksFor(predicate: Predicate, fields: readonly string[]): boolean {
  switch (predicate.is) {
    case 'all':
    case 'any':
      return predicate.of.some((one) => asksFor(one, fields));
    case 'not':
      return asksFor(predicate.of, fields);
    case 'words':
      return false;
    case 'test':
      return fields.includes(predicate.field);
  }
}

function compares(have: string | number, op: PredicateOp, asked: string): boolean {
  if (typeof have === 'number') {
    const number = Number(asked);
    if (Number.isNaN(number)) return false;
    return ordered(have - number, op);
  }
  const [mine, theirs] = [(isDay(asked) ? dayOf(have) : have).toLowerCase(), asked.toLowerCase()];
  // `place:RU` holds for a town of Russia, `control:0A903` for its paragraph; `=` asks for the whole.
  if (op === ':') return theirs.endsWith('*') ? mine.startsWith(theirs.slice(0, -1)) : mine === theirs || beginsWithPart(mine, theirs);
  if (op === '~') return mine.includes(theirs);
  return ordered(mine < theirs ? -1 : mine === theirs ? 0 : 1, op);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** A day that is asked for is all of it: a time within it does not count. */
function dayOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text;
}

function beginsWithPart(mine: string, theirs: string): boolean {
  return mine.startsWith(theirs) && /[-./:]/.test(mine.charAt(theirs.length));
}

function ordered(difference: number, op: PredicateOp): boolean {
  switch (op) {
    case ':':
    case '~':
    case '=':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
  }
}
