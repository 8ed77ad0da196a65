import { useMutationState, type MutationKey } from '@tanstack/react-query';
import { ask } from '../../api/ask.ts';
import type { NoticeVerdict } from '../../api/routes.gen.ts';

/** What a verification of a case came to: of each notice and report whether all of it held. It is told as long as the page is open. */
export interface Verified {
  readonly at: string;
  readonly verdicts: ReadonlyMap<string, boolean>;
}

export function verifyKey(id: string): MutationKey {
  return ['cases', 'verify', id];
}

/** Proves one after the other, and tells what is known so far; null where nobody waits for it any more. */
export async function proveAll(
  items: readonly { readonly id: string }[],
  tell: (sofar: ReadonlyMap<string, NoticeVerdict>) => void,
  isWanted: () => boolean,
): Promise<Verified | null> {
  const found = new Map<string, NoticeVerdict>();
  tell(found);
  for (const { id } of items) {
    found.set(id, await ask('POST /api/v1/notices/:id/verification', { params: { id } }));
    if (!isWanted()) return null;
    tell(new Map(found));
  }
  return { at: new Date().toISOString(), verdicts: new Map([...found].map(([id, { ok }]) => [id, ok])) };
}

/** The latest verification that went through all of a case; undefined where there was none. */
export function useVerified(id: string): Verified | undefined {
  return (
    useMutationState({
      filters: { mutationKey: verifyKey(id), status: 'success' },
      select: ({ state }) => state.data as Verified | null | undefined,
    }).findLast((one) => one !== null && one !== undefined) ?? undefined
  );
}

/** How it covers what a case holds now: what was added since was not proved. Pure. */
export function coverOf(
  ids: readonly string[],
  { verdicts }: Pick<Verified, 'verdicts'>,
): Readonly<Record<'holds' | 'fails' | 'unproved', number>> {
  const count = (wanted: boolean | undefined): number => ids.filter((id) => verdicts.get(id) === wanted).length;
  return { holds: count(true), fails: count(false), unproved: count(undefined) };
}
