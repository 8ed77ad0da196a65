import type { Claim, Routes } from '../../api/routes.gen.ts';

type Asserts = NonNullable<Routes['POST /api/v1/claims']['body']['asserts']>;
type Purpose = NonNullable<Asserts['purposes']>[number];

/** What is chosen beside the words of a claim. */
export interface AssertDraft {
  readonly otherGoods: string;
  readonly destinations: string;
  readonly purposes: readonly Purpose[];
  readonly published: '' | 'yes' | 'no';
}

export const EMPTY_ASSERTS: AssertDraft = { otherGoods: '', destinations: '', purposes: [], published: '' };

/** What was chosen before, to choose on from. */
export function draftOf({ otherGoods, destinations, purposes, published }: Claim['asserts']): AssertDraft {
  return {
    otherGoods: otherGoods.join(', '),
    destinations: destinations.join(', '),
    purposes,
    published: published === null ? '' : published ? 'yes' : 'no',
  };
}

/** As the server takes it: lists of words by commas, countries as their codes. Countries that nobody knows are told by `unknownIn`. */
export function assertsOf(
  { otherGoods, destinations, purposes, published }: AssertDraft,
  codeOf: (country: string) => string | undefined,
): Asserts {
  return {
    otherGoods: wordsOf(otherGoods),
    destinations: wordsOf(destinations).flatMap((country) => codeOf(country) ?? []),
    purposes,
    published: published === '' ? null : published === 'yes',
  };
}

/** Words among the destinations that are no country. */
export function unknownIn({ destinations }: AssertDraft, codeOf: (country: string) => string | undefined): readonly string[] {
  return wordsOf(destinations).filter((country) => codeOf(country) === undefined);
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[,，、;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
