import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Mention } from '../model/mention.ts';
import type { Lang } from '../model/reading.ts';
import type { FoundNamed, FoundTerm } from './candidates.ts';
import type { FoundCode } from './codes.ts';
import { disguiseNote } from './disguise-notes.ts';
import { SCHEME_NAMES } from './code-schemes.ts';
import type { RoleDecision } from './roles.ts';

/** A find of goods, a trade name or a part number as a mention, with its role and why. */
export function goodsMention(text: string, { from, to, term }: FoundTerm, decision: RoleDecision, catalogue: Catalogue): Mention {
  const { role } = decision;
  const { concept, kind, lang, strength, maker, note } = term;
  const notes = [
    makerNote(kind, maker, catalogue),
    // Who asks so has the words of somebody else before him: often of a buyer abroad.
    kind === 'translationese' ? 'wording translated from another language' : undefined,
    roleNote(decision),
    disguiseNote(text.slice(from, to), term.text),
    note === undefined ? undefined : `caution: ${note}`,
  ].filter((one) => typeof one === 'string');
  const mention: Writable<Mention> = {
    kind: kind === 'tradeName' || kind === 'partNumber' ? 'tradeName' : 'good',
    start: from,
    end: to,
    text: text.slice(from, to),
    lang,
    role,
    counted: role === 'goods' && concept !== null,
    strength,
  };
  if (concept !== null) mention.concept = concept;
  if (maker !== undefined) mention.id = maker;
  if (notes.length > 0) mention.note = notes.join('; ');
  return mention;
}

/** While a mention is put together: spreading its optional members costs more than finding it. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function roleNote({ role, because }: RoleDecision): string | undefined {
  return because === null || role === 'goods' ? undefined : `taken for ${role} because of "${because.text.replaceAll('|', '')}"`;
}

function makerNote(kind: string, maker: string | undefined, { makers }: Catalogue): string | undefined {
  if (maker === undefined) return kind === 'partNumber' ? 'part number' : undefined;
  const country = makers.get(maker);
  return `${kind === 'partNumber' ? 'part number of' : 'made by'} ${maker}${country === undefined ? '' : ` (${country})`}`;
}

/** An intent or a place as a mention. */
export function namedMention(text: string, kind: 'intent' | 'place', { from, to, named }: FoundNamed): Mention {
  const mention: Mention = {
    kind,
    start: from,
    end: to,
    text: text.slice(from, to),
    lang: named.lang,
    id: named.id,
    counted: false,
    strength: named.strength,
  };
  return named.id === 'attachment' ? { ...mention, note: 'what stands there was not read: look at it' } : mention;
}

/** A code as a mention: with a concept where all that it is listed under is one. */
export function codeMention(text: string, { from, to, scheme, code, listed }: FoundCode, lang: Lang, decision: RoleDecision): Mention {
  const { role } = decision;
  const named = listed.filter((one) => one.own === true);
  const telling = named.length > 0 ? named : listed;
  const longest = code.length === 4 ? 4 : Math.max(0, ...telling.map((one) => one.code.length));
  const nearest = telling.filter((one) => one.code.length >= longest);
  const concepts = [...new Set(nearest.map(({ concept }) => concept))];
  const [only] = concepts.length === 1 ? concepts : [];
  // such a heading is a name of goods; an HS heading, an ECCN or a substance number only goes with them
  const isHeading = nearest.every((one) => one.scheme !== 'hs' && one.scheme !== 'eccn' && one.scheme !== 'cas');
  const notes = [concepts.length > 1 ? `the heading holds ${concepts.join(', ')}` : undefined, roleNote(decision)].filter(
    (one) => one !== undefined,
  );
  return {
    kind: 'code',
    start: from,
    end: to,
    text: text.slice(from, to),
    lang,
    ...(only === undefined ? {} : { concept: only, ...(isHeading ? { role } : {}) }),
    id: `${SCHEME_NAMES[scheme]}:${code}`,
    counted: only !== undefined && isHeading && role === 'goods',
    strength: only === undefined ? 'soft' : 'hard',
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  };
}
