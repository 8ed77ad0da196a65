import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNoticeId } from '../../model/ids.ts';
import type { TextMatch } from '../../model/match.ts';
import type { PageReading } from '../../model/reading.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import { loadPartyFields } from '../../catalogue/party-fields.ts';
import type { FoundName } from '../../screen/text/name-finder.ts';
import { derived } from '../../../test/contract/watcher.ts';
import { sha256 } from '../../model/digest.ts';
import { listedParties, type JudgedTextMatch } from './judge-notice.ts';
import { noticeMatchKey, screenNotice, type NoticeScreen } from './screen-notice.ts';

const NOTICE = newNoticeId(Date.parse('2026-01-01T00:00:00Z'));
const EXPLANATION = { text: '', alignment: [], for: [], against: [] };
const partyFields = loadPartyFields();

/** Parties whose names are single words, found wherever they stand and however they are cased. */
function screenOf(...names: readonly string[]): NoticeScreen {
  const facts = (id: string) => ({
    matchedName: id,
    caption: id,
    list: 'made',
    listing: `made:${id}`,
    score: 0.9,
    explanation: EXPLANATION,
  });
  return {
    partyFields,
    search: (name) => names.filter((one) => name.toLowerCase() === one.toLowerCase()).map((id) => ({ ...facts(id), id, key: '' })),
    find: (text) =>
      names.flatMap((party) =>
        [...text.matchAll(new RegExp(party, 'gi'))].map((found): FoundName => ({
          ...facts(party),
          party,
          start: found.index,
          end: found.index + party.length,
          text: found[0],
        })),
      ),
  };
}

function readingOf(text: string, more: Partial<PageReading> = {}): PageReading {
  return { ...derived(NOTICE, sha256(text), '', '').reading, text, ...more };
}

describe('a reading', () => {
  it('has one match for a name in full and what the text makes of it later, also where the one in full is the value of a field', () => {
    const text = 'Ян Альфа. Альфа ушёл';
    const screen = screenOf('Ян Альфа');
    const full = { start: 0, end: 8, text: 'Ян Альфа' };
    const find = (): readonly FoundName[] => screen.find(text).flatMap((one) => [one, { ...one, start: 10, end: 15, text: 'Альфа', full }]);
    const inText = screenNotice(NOTICE, readingOf(text), { ...screen, find });
    expect(inText.map((match) => [match.text, match.key])).toEqual([
      ['Ян Альфа', noticeMatchKey(NOTICE, 'Ян Альфа', 'made:Ян Альфа')],
      ['Альфа', noticeMatchKey(NOTICE, 'Ян Альфа', 'made:Ян Альфа')],
    ]);
    const ofField = screenNotice(NOTICE, readingOf(text, { author: 'ян Альфа' }), { ...screen, find });
    expect(new Set(ofField.map(({ key }) => key)).size).toBe(1);
    expect(inText.every((match) => !('full' in match))).toBe(true);
  });

  it('is screened by the organisations that its words name in the trade, with their roles and spans; those that stay unnamed and contacts are not asked for', () => {
    const text = 'Кто: Бета. Покупатель Альфа, через Гамма; контакт Дельта';
    const party = (name: string, more: Partial<TradeParty>): TradeParty => ({
      role: 'buyer',
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      text: name,
      named: true,
      kind: 'organisation',
      because: 'made',
      ...more,
    });
    const parties = [
      party('Альфа', {}),
      party('Бета', { named: false }),
      party('Гамма', { role: 'agent' }),
      party('Дельта', { role: 'contact', kind: 'person' }),
    ];
    const asked: string[] = [];
    const screen = screenOf('Альфа', 'Гамма');
    const matches = screenNotice(NOTICE, readingOf(text), {
      ...screen,
      find: () => [],
      search: (name) => (asked.push(name), screen.search(name)),
      parties: () => parties,
    });
    expect(asked).toEqual(['Альфа', 'Гамма']);
    expect(matches.map(({ id, role, start, end }) => [id, role, text.slice(start, end)])).toEqual([
      ['Альфа', 'buyer', 'Альфа'],
      ['Гамма', 'agent', 'Гамма'],
    ]);
  });

  it('is screened by publisher, author, fields that name a party, and text; each match once', () => {
    const reading = readingOf('Alfa buys from BETA.\nAgain Beta, then Gamma', {
      publisher: ' Alfa ',
      author: 'Delta',
      fields: { 采购单位: 'Epsilon', 代理机构名称: 'Alfa', user_name: 'Gamma' },
    });
    const matches = screenNotice(NOTICE, reading, screenOf('Alfa', 'Beta', 'Gamma', 'Delta', 'Epsilon'));
    expect(matches.map(({ id, start, field }) => [id, start, field])).toEqual([
      ['Delta', 0, 'author'],
      ['Epsilon', 0, '采购单位'],
      ['Alfa', 0, 'publisher'],
      ['Beta', 15, undefined],
      ['Beta', 27, undefined],
      ['Gamma', 38, undefined],
    ]);
    expect(matches.filter(({ id }) => id === 'Beta').map(({ key }) => key)).toEqual(
      Array(2).fill(noticeMatchKey(NOTICE, ' beta ', 'made:Beta')),
    );
  });

  it('gives matches whose spans cut out their texts, or that stand nowhere in it', () => {
    const word = fc.constantFrom('Alfa', 'beta', 'Gamma', 'x');
    fc.assert(
      fc.property(fc.array(word), fc.option(word), fc.option(word), (words, publisher, author) => {
        const text = words.join(' ');
        for (const match of screenNotice(NOTICE, readingOf(text, { publisher, author }), screenOf('Alfa', 'Beta', 'Gamma')))
          if (match.end === 0) expect(text).not.toContain(match.text);
          else expect(text.slice(match.start, match.end)).toBe(match.text);
      }),
    );
  });

  it('takes the value of a field that is a sentence for no name', () => {
    expect(
      screenNotice(NOTICE, readingOf('', { publisher: 'x'.repeat(301) }), { ...screenOf(), search: () => expect.fail('asked') }),
    ).toEqual([]);
  });
});

describe('the parties that a notice lists', () => {
  const match = (id: string, score: number, more: Partial<JudgedTextMatch> = {}): JudgedTextMatch => {
    const found: TextMatch = { ...readingless, id, score, key: `${id}${score}`, caption: id, listing: `made:${id}` };
    return { ...found, ...more };
  };
  const readingless = { matchedName: '', list: 'made', explanation: EXPLANATION, start: 0, end: 0, text: '' } as const;
  const decided = (verdict: 'hit' | 'cleared' | 'unsure', holds = true) => ({ decision: { verdict, why: '', by: '', at: '', holds } });

  it('are each once, without those that were cleared; publishers first, then by score', () => {
    const listed = listedParties([
      match('a', 0.8),
      match('a', 0.95),
      match('b', 0.99, decided('cleared')),
      match('c', 0.97, decided('cleared', false)),
      match('d', 0.75, { field: 'publisher' }),
      match('d', 0.9),
      match('e', 0.99, decided('unsure')),
      match('f', 0.99, decided('unsure')),
      match('f', 0.7, decided('hit')),
    ]);
    expect(listed.map(({ id, score, verdict, publisher }) => [id, score, verdict, publisher])).toEqual([
      ['d', 0.75, undefined, true],
      ['e', 0.99, 'unsure', undefined],
      ['c', 0.97, undefined, undefined],
      ['a', 0.95, undefined, undefined],
      ['f', 0.7, 'hit', undefined],
    ]);
  });
});
