import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words/use-words.ts';
import { ask } from './ask.ts';
import { needsReading } from './needs-reading.ts';

/** As many are asked for at once; longer names are not read to their end. */
const AT_ONCE = 200;
const LONGEST_NAME = 200;
/** Rows of one list ask for theirs within so many milliseconds. */
const WAIT = 10;

type Settle = { readonly resolve: (reading: string | null) => void; readonly reject: (error: unknown) => void };

let waiting = new Map<string, Settle[]>();

/** Asks for all names that were wanted in the last moment in one go. */
function askTogether(name: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(() => void send(), WAIT);
    waiting.set(name, [...(waiting.get(name) ?? []), { resolve, reject }]);
  });
}

async function send(): Promise<void> {
  const all = [...waiting];
  waiting = new Map();
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    try {
      // One after another: no more is asked for at once than a page of names.
      const { readings } = await ask('POST /api/v1/names/readings', { body: { names: some.map(([name]) => name) } });
      for (const [no, [, settles]] of some.entries()) for (const { resolve } of settles) resolve(readings[no] ?? null);
    } catch (error) {
      for (const [, settles] of some) for (const { reject } of settles) reject(error);
    }
  }
}

/** The name of an organisation as who does not read its script can read it; null where it needs none, has not come yet, or cannot be had. Asked for once. */
export function useReading(name: string | null): string | null {
  const language = useLanguage();
  const asked = name?.slice(0, LONGEST_NAME) ?? '';
  const { data = null } = useQuery({
    queryKey: ['reading', asked],
    queryFn: () => askTogether(asked),
    enabled: needsReading(asked, language),
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return needsReading(asked, language) ? data : null;
}
