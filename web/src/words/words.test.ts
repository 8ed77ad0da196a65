import { describe, expect, test } from 'vitest';
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';
import type { Words } from './start-words.ts';
import { uk } from './uk/index.ts';
import { zh } from './zh/index.ts';

const ENGLISH: Words = en;
const OTHERS = { zh, uk, ru } as const satisfies Readonly<Record<string, Words>>;
const ALL = { en: ENGLISH, ...OTHERS } as const;
const FORM = /_(?:zero|one|two|few|many|other)$/;

/** A word and its plural forms, as the app asks for it. */
interface Word {
  readonly space: string;
  readonly key: string;
  /** Form, or the empty string where there is no plural, → text. */
  readonly forms: ReadonlyMap<string, string>;
}

function wordsOf(words: Words): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  for (const [space, texts] of Object.entries(words))
    for (const [full, text] of Object.entries(texts)) {
      const key = full.replace(FORM, '');
      const word = found.get(`${space}.${key}`) ?? { space, key, forms: new Map<string, string>() };
      (word.forms as Map<string, string>).set(FORM.exec(full)?.[0].slice(1) ?? '', text);
      found.set(`${space}.${key}`, word);
    }
  return found;
}

function valuesIn(word: Word): readonly string[] {
  const values = new Set([...word.forms.values()].flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name)));
  return [...values].toSorted();
}

const english = wordsOf(ENGLISH);

describe.each(Object.entries(OTHERS))('%s', (language, words) => {
  const own = wordsOf(words);
  const pairs = [...own].flatMap(([name, word]) => {
    const same = english.get(name);
    return same === undefined ? [] : [{ name, word, same }];
  });

  test('has the words of English, no more and no fewer', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('puts the same values into them', () => {
    for (const { name, word, same } of pairs) expect({ name, values: valuesIn(word) }).toEqual({ name, values: valuesIn(same) });
  });

  test('has a plural wherever English has one', () => {
    for (const { name, word, same } of pairs) expect({ name, plural: !word.forms.has('') }).toEqual({ name, plural: !same.forms.has('') });
  });

  test('has no text that was left in English', () => {
    const left = pairs.flatMap(({ name, word }) =>
      [...word.forms.values()].filter((text) => !isIn(language, text) && !isName(text)).map((text) => `${name}: ${text}`),
    );
    expect(left).toEqual([]);
  });
});

test.each(Object.entries(ALL))('%s has every plural form of the language, and none that it does not have', (language, words) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  const wrong = [...wordsOf(words)].filter(([, word]) => !word.forms.has('') && [...word.forms.keys()].toSorted().join() !== forms.join());
  expect(wrong.map(([name, word]) => `${name}: ${[...word.forms.keys()].join()}`)).toEqual([]);
});

test.each([
  ['uk', /[ыэъё]/i],
  ['ru', /[іїєґ]/i],
] as const)('%s has no letter of the other', (language, foreign) => {
  const texts = Object.values(ALL[language]).flatMap((space) => Object.entries(space).map(([key, text]) => `${key}: ${text}`));
  expect(texts.filter((text) => foreign.test(text))).toEqual([]);
});

test.each(Object.entries(ALL))('%s has no text that is empty, or blank at its ends', (_, words) => {
  const texts = Object.values(words).flatMap((space) => Object.entries(space));
  expect(texts.filter(([, text]) => text.trim() === '' || text.trim() !== text).map(([key]) => key)).toEqual([]);
});

function isIn(language: string, text: string): boolean {
  const bare = text.replace(/\{\{[^}]*\}\}/g, '');
  return !/\p{L}/u.test(bare) || (language === 'zh' ? /\p{Script=Han}/u : /\p{Script=Cyrillic}/u).test(bare);
}

/** Words of the predicate language. */
const PREDICATES: ReadonlySet<string> = new Set(['removed', 'changed', 'listed', 'and', 'or', 'not']);

/** Names that no language writes in another way. */
const NAMES: ReadonlySet<string> = new Set([
  'Dualwatch',
  'Slack',
  'Mattermost',
  'Gotify',
  'OpenID',
  'Webhook',
  'WhatsApp',
  'Telegram',
  'ReplayWeb',
]);

/** `API`, `RU, CN`, `https://hooks.example.org`, `ann@example.org`, `removed or priority>=70`: written so in every language. A word of English is none. */
function isName(text: string): boolean {
  const words = text.replace(/\S*(?::\/\/|@)\S*|\w+(?::|[<>]=?)[\w"-]+/g, '').match(/[\p{L}\d][\p{L}\d._-]*/gu) ?? [];
  return words.every((word) => NAMES.has(word) || PREDICATES.has(word) || !/\p{Ll}{2}/u.test(word));
}
