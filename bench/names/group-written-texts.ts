import { readFileSync } from 'node:fs';
import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import type { PartySchema } from '../../src/model/party.ts';
import type { Span } from '../../src/model/span.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { createNameFinder, type NameFinder } from '../../src/screen/text/name-finder.ts';
import type { EvalContext } from './eval-context.ts';
import { partyOf } from './party-of.ts';
import { count, share } from './report.ts';

/** A text with parties that a list has, and where it names them: by somebody who had not seen the rules. */
interface WrittenText {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly parties: readonly { readonly name: string; readonly schema: PartySchema; readonly other?: readonly string[] }[];
  /** By the number of the party; a quote stands once for each time that the text has it. */
  readonly named: readonly { readonly party: number; readonly quote: string }[];
}

interface Told {
  readonly lang: string;
  readonly heldOut: boolean;
  readonly mentions: number;
  readonly found: number;
  readonly wrong: number;
}

/** Three writers: each one's texts are searched for the parties of that writer alone. */
const WRITERS = [
  { group: 'texts', file: 'written-texts.jsonl', of: 'a writer who had not seen the rules' },
  { group: 'texts-2', file: 'written-texts-2.jsonl', of: 'a second writer, of parties as export lists have them' },
  { group: 'texts-3', file: 'written-texts-3.jsonl', of: 'a third writer, likewise, with look-alikes' },
];

/** Names in texts by writers who had not seen the rules when they wrote, the parties of all of a writer's texts listed together; texts with odd numbers are for measuring alone. */
export function writtenTextsGroup({ report, options }: EvalContext): void {
  const knowledge = compileNameKnowledge({ ...loadNameCatalogue(), off: options.off });
  for (const { group, file, of } of WRITERS) {
    report.heading(`names in texts by ${of}`);
    const texts = readFileSync(new URL(file, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as WrittenText);
    const listed = texts.flatMap(({ id, parties }) =>
      parties.map(({ name, schema, other = [] }, n) => partyOf({ id: `${id}-${n}`, schema, names: [name, ...other] })),
    );
    const finder = createNameFinder(buildScreenIndex(listed, knowledge), knowledge);
    const told = texts.map((one) => toldOf(one, finder, options.errors ? report.note : undefined));
    for (const heldOut of options.dev ? [false] : [true, false])
      for (const lang of ['all', 'zh', 'ru', 'uk', 'en']) {
        const some = told.filter((one) => one.heldOut === heldOut && (lang === 'all' || one.lang === lang));
        const sum = (figure: 'mentions' | 'found' | 'wrong'): number => some.reduce((all, one) => all + one[figure], 0);
        report.row({
          group,
          name: `${lang}, ${heldOut ? 'held-out' : 'dev'}, ${some.length} texts`,
          n: sum('mentions'),
          figures: [share('recall', sum('found'), sum('mentions')), count('false', sum('wrong'))],
        });
      }
  }
}

function toldOf(one: WrittenText, finder: NameFinder, note: ((line: string) => void) | undefined): Told {
  const heldOut = Number(one.id.slice(1)) % 2 === 1;
  const spans = mentionsOf(one);
  const hits = finder.find(one.text);
  const missed = spans.filter((span) => !hits.some((hit) => hit.party === span.party && touch(hit, span)));
  const wrong = hits.filter(
    (hit) => !spans.some((span) => touch(hit, span) && (span.party === hit.party || !hit.party.startsWith(`${one.id}-`))),
  );
  if (note !== undefined && !heldOut) {
    for (const { quote, party } of missed)
      note(`missed ${one.id} ${JSON.stringify(quote)} = ${one.parties[Number(party.split('-')[1])]?.name}`);
    for (const { text, matchedName, score } of wrong) note(`false ${one.id} ${score.toFixed(2)} ${JSON.stringify(text)} = ${matchedName}`);
  }
  return { lang: one.lang, heldOut, mentions: spans.length, found: spans.length - missed.length, wrong: wrong.length };
}

type Mention = Span & { readonly party: string; readonly quote: string };

/** Each quote stands for one place more of it, longer ones first: a short name is not meant where it stands within a longer one. */
function mentionsOf({ id, text, named }: WrittenText): readonly Mention[] {
  const taken: Span[] = [];
  return named
    .toSorted((a, b) => b.quote.length - a.quote.length)
    .map(({ party, quote }) => {
      const places = [...placesOf(text, quote)];
      const span = places.find((place) => !taken.some((other) => touch(place, other))) ?? places[0] ?? { start: -1, end: -1 };
      taken.push(span);
      return { ...span, party: `${id}-${party}`, quote };
    });
}

function* placesOf(text: string, quote: string): Generator<Span> {
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) yield { start, end: start + quote.length };
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
