import type { Span } from '../../model/span.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import { findContacts } from '../mask-contacts.ts';
import { firstFrom } from './hit-search.ts';
import type { LabelledValue } from './labelled-values.ts';
import type { PersonPattern } from './persons.ts';
import { personsBeside } from './persons-beside.ts';
import { personsIn } from './persons.ts';
import { personsWithoutColon } from './persons-without-colon.ts';
import type { TradeHits } from './trade-hits.ts';

const MESSENGER = /[\s:：号為为是同\t()（）]{0,6}(@?[A-Za-z\d][\w.+-]{3,40})/y;
const HANDLE = /(?<![\w.@/+-])@[A-Za-z]\w{4,31}(?![\w.]*@)/g;
const LINK = /(?:t\.me|telegram\.me|wa\.me|viber\.me|m\.me)\/[\w+@-]{3,60}/gi;
/** Between a label and the contact: a bracket, a number sign, a further word. */
const LABEL_REACH = 24;

/** Telephone numbers, mail addresses, messengers and the persons behind them. `taken`: what the text names that is no person, goods and organisations. */
export function findContactParties(
  text: string,
  hits: TradeHits,
  labelled: readonly LabelledValue[],
  pattern: PersonPattern,
  taken: readonly Span[],
): readonly TradeParty[] {
  const parties: TradeParty[] = [];
  const add = (kind: TradeParty['kind'], start: number, end: number, because: string): void => {
    parties.push({ role: 'contact', start, end, text: text.slice(start, end), named: true, kind, because });
  };
  const labels = new Set(hits.of('label').map(({ from }) => from));
  const ends = hits
    .of('label')
    .map(({ from, to }) => ({ from: to, text: text.slice(from, to) }))
    .toSorted((a, b) => a.from - b.from);
  for (const { kind, label, from, to } of labelled) {
    if (kind === 'address') add('address', from, to, label);
    if (kind !== 'person') continue;
    for (const { start, end } of personsIn(text.slice(from, to), pattern))
      if (!labels.has(from + start)) add('person', from + start, from + end, label);
  }
  for (const { start, end, label } of personsWithoutColon(text, hits.of('label'), pattern)) add('person', start, end, label);
  const labelledPersons = parties
    .flatMap(({ kind, start, end }) => (kind === 'person' ? [{ from: start, to: end }] : []))
    .toSorted((a, b) => a.from - b.from);
  const contacts = findContacts(text);
  const beside = contacts.length > 0 ? personsBeside(text, hits, taken, pattern) : undefined;
  for (const { kind, start, end } of contacts) {
    const nearest = ends[firstFrom(ends, start + 1) - 1];
    const label = nearest !== undefined && start - nearest.from <= LABEL_REACH ? nearest.text : '';
    const called = kind === 'mail' ? 'a mail address' : 'a telephone number';
    add(kind, start, end, label === '' ? called : label);
    for (const person of beside?.({ start, end }) ?? []) {
      const isKnown = (labelledPersons[firstFrom(labelledPersons, person.end) - 1]?.to ?? 0) > person.start;
      if (!isKnown) add('person', person.start, person.end, `stands ${person.start < start ? 'before' : 'behind'} ${called}`);
    }
  }
  for (const { word, from, to } of hits.of('label')) {
    if (word.kind !== 'messenger') continue;
    MESSENGER.lastIndex = to;
    const id = MESSENGER.exec(text)?.[1];
    if (id !== undefined && (/[\d_@]/.test(id) || /[:：]/.test(text.slice(to, MESSENGER.lastIndex - id.length))))
      add('messenger', MESSENGER.lastIndex - id.length, MESSENGER.lastIndex, text.slice(from, to));
  }
  HANDLE.lastIndex = 0;
  for (let handle = HANDLE.exec(text); handle !== null; handle = HANDLE.exec(text))
    add('messenger', handle.index, HANDLE.lastIndex, 'a name behind @');
  LINK.lastIndex = 0;
  for (let link = LINK.exec(text); link !== null; link = LINK.exec(text))
    add('messenger', link.index, LINK.lastIndex, 'a link to a messenger');
  return parties;
}
