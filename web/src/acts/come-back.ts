const KEY = 'dualwatch.back';
/** Nobody takes longer at a provider's login; later it would be an address that somebody else forgot. */
const LONGEST_MS = 15 * 60_000;

/** Keeps the address that is shown, for when a login elsewhere has led back to the first page. */
export function keepPlace(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ place: location.pathname + location.search, at: Date.now() }));
  } catch {
    // Then the login leads to the inbox.
  }
}

/** The address that was kept, once; undefined where there is none of ours. */
export function takePlace(): string | undefined {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return placeIn(kept, Date.now());
  } catch {
    return undefined;
  }
}

/** Only an address of this site, and not the first page, which would lead here again. */
export function placeIn(kept: string | null, now: number): string | undefined {
  if (kept === null) return undefined;
  const { place, at } = JSON.parse(kept) as { readonly place?: unknown; readonly at?: unknown };
  if (typeof place !== 'string' || typeof at !== 'number' || now - at > LONGEST_MS || now < at) return undefined;
  return /^\/[^/\\?][^\\]*$/.test(place) ? place : undefined;
}
