import type { Catalogue, Phrase } from '../catalogue/catalogue.ts';
import { sha256 } from '../model/digest.ts';
import type { Cut, Mention, Scan } from '../model/mention.ts';
import type { Lang } from '../model/reading.ts';
import { joinScattered } from '../text/scattered.ts';
import { detectLanguage } from '../text/language.ts';
import { createInPassing } from './items/in-passing.ts';
import type { InPassing } from './items/in-passing.ts';
import { findCandidates } from './candidates.ts';
import type { FoundNamed, FoundTerm } from './candidates.ts';
import type { Program } from './compile.ts';
import { compileCatalogue } from './compile.ts';
import { codeMention, goodsMention, namedMention } from './mentions.ts';
import { nounBehind } from './noun-behind.ts';
import { longestOnly } from './overlap.ts';
import { shareRoles } from './role-chains.ts';
import { createDisguises } from './disguises.ts';
import type { Disguises } from './disguises.ts';
import { unjoined } from './unjoined.ts';
import { Roles } from './roles.ts';
import type { RoleDecision } from './roles.ts';
import { ruleOfCode, ruleOfNamed, ruleOfTerm } from './rules.ts';
import { secondSignals } from './second-signal.ts';
import type { WalkedText } from './verify.ts';
import { newWalked, walk } from './walk.ts';

/** Finds what texts mention. Pure: the same text and catalogue give the same scan. */
export interface Scanner {
  /** With `rules` each mention says which line of the catalogue found it. */
  scan(text: string, options?: { readonly rules?: boolean }): Scan;
  /** Version of code and catalogue that made a scan, as a short hash. */
  readonly recipe: string;
  /** Memory of the automaton and its alphabet, in bytes. */
  readonly automatonBytes: number;
}

/** Raised with every change of this folder or of text/ that may change a scan. */
const CODE_VERSION = 11;

/** Texts longer than this do not leave their buffers behind. */
const KEPT_UNITS = 1_000_000;

/**
 * Compiles the catalogue (about half a second; a `program` is one compiled of it before) and gives a scanner. A scan takes time linear in the text and never throws; of one
 * term it lists at most 10,000 mentions a text, and says so under `cut` where there are more. Throws `SyntaxError` where a part number pattern cannot be anchored.
 */
export function createScanner(catalogue: Catalogue, program: Program = compileCatalogue(catalogue)): Scanner {
  const recipe = scanRecipe(catalogue.recipe);
  const disguises = createDisguises(catalogue);
  const inPassing = createInPassing(catalogue.items);
  let walked = newWalked();
  const { alphabet, automaton } = program;
  return {
    recipe,
    automatonBytes:
      automaton.bytes + alphabet.ofRaw.byteLength + alphabet.ofFolded.byteLength + program.entryOf.byteLength + program.lengthOf.byteLength,
    scan(text, { rules = false } = {}) {
      const joined = joinScattered(text);
      const plain = joined?.text ?? text;
      walk(plain, alphabet, automaton, walked);
      const scan = read(program, catalogue, { disguises, inPassing, rules }, { text: plain, walked, alphabet });
      if (walked.classes.length > KEPT_UNITS) walked = newWalked();
      return { ...(joined === null ? scan : unjoined(scan, joined, text)), recipe };
    },
  };
}

/** Version of code and catalogue behind a scan; nothing is compiled for it. */
export function scanRecipe(catalogueRecipe: string): string {
  return sha256(`scan ${CODE_VERSION} ${catalogueRecipe}`).slice(0, 12);
}

interface Readers {
  readonly disguises: Disguises;
  readonly inPassing: InPassing;
  readonly rules: boolean;
}

function read(
  program: Program,
  catalogue: Catalogue,
  { disguises, inPassing, rules }: Readers,
  walkedText: WalkedText,
): Omit<Scan, 'recipe'> {
  const { text } = walkedText;
  const lang = detectLanguage(text);
  const found = findCandidates(program, walkedText);
  const longest = longestOnly(
    [...found.terms, ...disguises.find(walkedText, found)],
    ({ term }) => term.concept ?? '',
    ({ term }) => weight(lang, term),
  );
  const denied = new Set(longest.flatMap(({ term, from }) => (term.concept === null ? [from] : [])));
  const terms = longest.filter(({ from }) => !denied.has(from));
  // 国外企业采购 names both who and what they want: intents only give way to longer ones of their own kind
  const ofNamed = ({ named }: FoundNamed): number => weight(lang, named);
  const intents = [...Map.groupBy(found.intents, ({ named }) => named.id).values()].flatMap((same) => longestOnly(same, () => '', ofNamed));
  const places = longestOnly(found.places, ({ named }) => named.id, ofNamed);
  const second = secondSignals({ terms, intents, places, codes: found.codes }, text);
  const kept = terms.filter((term) => term.term.strength === 'hard' || second(term) !== null);
  // most texts name no goods: nobody asks for their role words
  const isAsked = kept.length + found.codes.length > 0;
  const roles = new Roles(
    isAsked ? found.roles : [],
    walkedText,
    kept.map(({ start }) => start),
  );
  const decisions = shareRoles(
    kept,
    kept.map((term) => {
      const decision = roles.of(term.term.concept ?? '', term.start, term.end);
      return decision.role === 'goods' && second(term) === 'title' ? (ofAnother(term, text, catalogue) ?? decision) : decision;
    }),
    walkedText,
  );
  const mentions: Mention[] = [];
  const goods = new Set<string>();
  const collective: [FoundTerm, RoleDecision][] = [];
  const goodsAt = (term: FoundTerm, decision: RoleDecision): Mention => {
    const mention = goodsMention(text, term, decision, catalogue);
    return rules ? { ...mention, rule: ruleOfTerm(term.term) } : mention;
  };
  const namedAt = (kind: 'intent' | 'place', found: FoundNamed): Mention => {
    const mention = namedMention(text, kind, found);
    return rules ? { ...mention, rule: ruleOfNamed(kind, found.named) } : mention;
  };
  for (const [at, term] of kept.entries()) {
    const decision = decisions[at] ?? roles.of('', term.start, term.end);
    if (term.term.yieldsTo !== undefined) collective.push([term, decision]);
    else mentions.push(goodsAt(term, decision));
  }
  const named = new Set(mentions.filter(({ counted }) => counted).map(({ concept }) => concept));
  for (const [term, decision] of collective) {
    const mention = goodsAt(term, decision);
    const yields = mention.counted && term.term.yieldsTo?.some((concept) => named.has(concept)) === true;
    mentions.push(
      yields ? { ...mention, role: 'other', counted: false, note: 'a collective name for the goods that the text names' } : mention,
    );
  }
  for (const intent of intents) if (intent.named.strength === 'hard' || second(intent) !== null) mentions.push(namedAt('intent', intent));
  for (const place of places) if (place.named.strength === 'hard' || second(place) !== null) mentions.push(namedAt('place', place));
  for (const code of found.codes) {
    const mention = codeMention(text, code, lang, roles.of('', code.start, code.end));
    const rule = rules ? ruleOfCode(code) : undefined;
    mentions.push(rule === undefined ? mention : { ...mention, rule });
  }
  if (!mentions.some(({ counted }) => counted)) countCodes(mentions, catalogue);
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  const aside = inPassing(text, mentions);
  if (aside.size > 0)
    for (const [at, mention] of mentions.entries())
      if (aside.has(mention)) mentions[at] = { ...mention, role: 'other', counted: false, note: withNote(mention, 'named in passing') };
  for (const { counted, concept } of mentions) if (counted && concept !== undefined) goods.add(concept);
  const cut: readonly Cut[] = [...(found.isCut ? ['mentions' as const] : []), ...(found.codesCut ? ['codes' as const] : [])];
  return { lang, mentions, goods: [...goods], ...(cut.length > 0 ? { cut } : {}) };
}

/** An English word that nothing but the title speaks for, before another noun: what is named is that. What is translated part by part has its head in it. */
function ofAnother({ term, to }: FoundTerm, text: string, { compounds }: Catalogue): RoleDecision | null {
  if (term.strength === 'hard' || term.lang !== 'en' || term.kind === 'translationese') return null;
  const noun = nounBehind(text, to, compounds);
  return noun === null ? null : { role: 'other', because: { text: noun }, isBefore: false };
}

/**
 * Where a text names no goods, codes that tell goods do, unless their role is another: announced tariff headings of goods with civil use or that are named for
 * them (other headings under which goods of rare kinds fall hold much else), entries of control lists and numbers of substances. Changes `mentions`.
 */
function countCodes(mentions: Mention[], { concepts, codes }: Catalogue): void {
  const isOwn = (concept: string, code: string): boolean =>
    codes.some((one) => one.own === true && one.concept === concept && code.startsWith(one.code));
  for (const [at, mention] of mentions.entries()) {
    const { kind, concept, id, note } = mention;
    if (kind !== 'code' || concept === undefined || id === undefined || note !== undefined) continue;
    const [scheme = '', code = ''] = id.split(':');
    const name = COUNTED_ALONE[scheme];
    if (name === undefined) continue;
    if (scheme === 'HS' && concepts.get(concept)?.civilUse === 'low' && !isOwn(concept, code)) continue;
    mentions[at] = { ...mention, role: 'goods', counted: true, note: `named by its ${name} alone` };
  }
}

const COUNTED_ALONE: Readonly<Record<string, string>> = {
  HS: 'tariff heading',
  ECCN: 'control entry',
  CN: 'control entry',
  CAS: 'substance number',
};

function withNote({ note }: Mention, more: string): string {
  return note === undefined ? more : `${more}; ${note}`;
}

/** Of two finds of one span that say the same, the one in the language of the text, then the hard one. */
function weight(lang: Lang, phrase: Phrase): number {
  return (phrase.lang === lang ? 2 : 0) + (phrase.strength === 'hard' ? 1 : 0);
}
