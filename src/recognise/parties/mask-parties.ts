import type { Trade, TradeParty } from '../../model/trade-party.ts';

const MASK = '•';
const PRIVATE: ReadonlySet<TradeParty['kind']> = new Set(['person', 'phone', 'mail', 'messenger']);

/** Whether a party is a private person or a way to reach one. */
export function isPrivate({ kind }: Pick<TradeParty, 'kind'>): boolean {
  return PRIVATE.has(kind);
}

/** Letters and digits as bullets: length and punctuation stay, so that spans still fit. */
export function bullets(text: string): string {
  return text.replaceAll(/[\p{L}\p{N}]/gu, (letter) => MASK.repeat(letter.length));
}

/** The trade of a notice without persons, telephone numbers, mail addresses and messengers. */
export function maskTrade({ parties, terms }: Trade): Trade {
  const hidden = parties.filter(isPrivate);
  return {
    parties: parties.map((party) => (isPrivate(party) ? { ...party, text: bullets(party.text), masked: true } : party)),
    terms: terms.map((term) => {
      const text = maskSpans(term.text, term.start, hidden);
      return text === term.text ? term : { ...term, text, masked: true };
    }),
  };
}

/** A text that begins at offset `at`, with the private parties in it as bullets. */
export function maskSpans(text: string, at: number, parties: readonly TradeParty[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of parties.filter(isPrivate).toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(done, start - at);
    const to = Math.min(text.length, end - at);
    if (to <= from) continue;
    masked += text.slice(done, from) + bullets(text.slice(from, to));
    done = to;
  }
  return masked + text.slice(done);
}
