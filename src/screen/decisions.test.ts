import { expect, test } from 'vitest';
import { partyHash } from '../model/decision.ts';
import { sha256 } from '../model/digest.ts';
import { decisionHolds } from './decisions.ts';

const PARTY = partyHash({ name: 'Beta Trading', countries: ['CN'] });
const LISTING = sha256('listing');
const cleared = { verdict: 'cleared', at: '2026-03-01T10:00:00.000Z', partyHash: PARTY, listingHash: LISTING } as const;

test('a clearance holds while both sides are as they were', () => {
  expect(decisionHolds(cleared, { partyHash: PARTY, listingHash: LISTING })).toEqual({ holds: true });
  expect(partyHash({ countries: ['CN'], name: 'Beta Trading' })).toBe(PARTY);
});

test('it lapses when either side changes, and says which and since when', () => {
  const other = sha256('other');
  const whyOf = (now: Parameters<typeof decisionHolds>[1]) => {
    const holding = decisionHolds(cleared, now);
    return holding.holds ? 'holds' : holding.why;
  };
  expect(whyOf({ partyHash: PARTY, listingHash: other })).toBe('the listing changed since 2026-03-01, when it was cleared');
  expect(whyOf({ partyHash: partyHash({ name: 'Beta Trading', countries: ['RU'] }), listingHash: LISTING })).toMatch(
    /^what is known of the party .* since 2026-03-01/,
  );
  expect(whyOf({ partyHash: other, listingHash: other })).toMatch(/^the listing and what is known/);
  expect(whyOf({ partyHash: PARTY, listingHash: null })).toMatch(/^the listing was removed since 2026-03-01/);
});

test.each(['hit', 'unsure'] as const)('%s hides nothing and stands until somebody decides anew', (verdict) => {
  expect(decisionHolds({ ...cleared, verdict }, { partyHash: sha256('x'), listingHash: null })).toEqual({ holds: true });
});
