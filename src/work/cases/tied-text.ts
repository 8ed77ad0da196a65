import type { CaseNotice } from '../../model/case.ts';
import type { CaseFact, TiedText } from '../../model/case-suggestion.ts';
import type { Mention } from '../../model/mention.ts';
import type { Notice } from '../../model/notice.ts';
import type { PageReading } from '../../model/reading.ts';
import { bodiesInText } from '../../recognise/bodies-in-text.ts';
import { daysInText, type NamedDay } from '../../recognise/days-in-text.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import { foldText } from '../../text/fold.ts';
import { factKeyOf } from '../copies/facts-of-text.ts';

/** Names of bodies compared for one text; press names many. */
const MOST_BODIES = 60;
const MOST_QUOTES = 60;
/** What stands in quotation marks and is longer than a name. */
const QUOTED = /[“"«„「『]([^“”"«»„「」『』\n]{6,400})[”"»“」』]/gu;
const LEAST_HAN = 8;
const LEAST_SPELLED = 20;

/** A notice or report with what may tie it to others, and its text for what must be compared with theirs. */
export interface GatheredText extends TiedText {
  readonly type: Notice['type'];
  readonly caption: string;
  readonly notice: CaseNotice;
  readonly addresses: readonly string[];
  readonly links: readonly string[];
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Folded. */
  readonly folded: string;
  readonly bodies: readonly CaseFact[];
  readonly quotes: readonly CaseFact[];
}

/** Gathers it from the reading that speaks for it. Nothing is compared yet. */
export async function gatherText(store: Pick<Store, 'readingOf' | 'copies'>, notice: Notice): Promise<GatheredText> {
  const [stored, copies] = await Promise.all([store.readingOf(notice.id), store.copies.copiesOf(notice.id)]);
  const text = stored?.reading.text ?? '';
  const { title, state, publisher, publishedAt, firstSeenAt, priority, listed, goods, destination } = maskedNotice(notice);
  const isReport = notice.type === 'report';
  const dates = uniqueDays([...(isReport ? [] : ownDays(notice)), ...daysInText(text).map(dayFact)]);
  return {
    id: notice.id,
    type: notice.type,
    caption: title ?? notice.url,
    notice: { state, publisher, publishedAt, firstSeenAt, priority, listed, goods, destination },
    url: notice.url,
    addresses: [notice.url, ...notice.aliases.filter((alias) => URL.canParse(alias))],
    links: stored?.reading.links.map(({ url }) => url) ?? [],
    at: notice.publishedAt ?? notice.firstSeenAt,
    text,
    fields: stored?.reading.fields ?? {},
    folded: foldText(text).text,
    facts: [...(stored?.mentions ?? []).flatMap((mention) => mentionFact(mention, isReport)), ...dates],
    // A newspaper that writes about two cases does not tie them.
    bodies: [...(isReport || notice.publisher === null ? [] : [bodyFact(notice.publisher)]), ...bodiesOf(text, stored?.reading)],
    quotes: quotesOf(text),
    copies: copies.map(({ other, kind, score }) => ({ other, kind, score })),
  };
}

function mentionFact(mention: Mention, anyRole: boolean): readonly CaseFact[] {
  const { kind, role, start, end, text } = mention;
  if (kind !== 'good' && kind !== 'tradeName' && kind !== 'code') return [];
  // In what is written about goods they are not what is bought.
  if (!anyRole && role !== undefined && role !== 'goods') return [];
  const key = factKeyOf(mention);
  return key === undefined ? [] : [{ kind, key, said: { start, end, text }, shown: kind === 'good' ? key : text }];
}

function bodiesOf(text: string, reading: PageReading | undefined): readonly CaseFact[] {
  const author = reading?.publisher ?? null;
  return bodiesInText(text, MOST_BODIES)
    .filter((one) => one.text !== author)
    .map((said) => ({ ...bodyFact(said.text), said }));
}

function bodyFact(name: string): CaseFact {
  return { kind: 'body', key: foldText(name).text, said: null, shown: name };
}

function quotesOf(text: string): readonly CaseFact[] {
  return Array.from(text.matchAll(QUOTED))
    .flatMap((match): readonly CaseFact[] => {
      const words = match[1] ?? '';
      const folded = foldText(words).text.trim();
      if (folded.length < (/\p{Script=Han}/u.test(folded) ? LEAST_HAN : LEAST_SPELLED)) return [];
      const start = match.index + 1;
      return [
        {
          kind: 'quote',
          key: folded,
          said: { start, end: start + words.length, text: words },
          shown: `“${words.slice(0, 60)}”`,
        },
      ];
    })
    .slice(0, MOST_QUOTES);
}

/** When it was published and when it went. */
function ownDays({ publishedAt, removal }: Notice): readonly CaseFact[] {
  return [publishedAt, removal?.firstSeenGoneAt ?? null].flatMap((time): readonly CaseFact[] => {
    if (time === null) return [];
    const day = time.slice(0, 10);
    return [{ kind: 'date', key: day.slice(5), said: null, shown: day }];
  });
}

function dayFact({ month, day, start, end, text }: NamedDay): CaseFact {
  const key = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { kind: 'date', key, said: { start, end, text }, shown: text };
}

function uniqueDays(facts: readonly CaseFact[]): readonly CaseFact[] {
  const seen = new Set<string>();
  return facts.filter(({ key }) => !seen.has(key) && seen.add(key));
}
