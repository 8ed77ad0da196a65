import type { Listing } from '../model/party.ts';

/** What the digest of a version takes of each listing, in the order of the UTF-8 bytes of their ids. */
export function listingLine({ id, hash }: Pick<Listing, 'id' | 'hash'>): string {
  return `${id} ${hash}\n`;
}
