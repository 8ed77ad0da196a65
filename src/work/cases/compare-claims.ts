import { compareClaim } from '../../assess/claims/compare-claim.ts';
import type { Claim } from '../../model/claim.ts';
import type { ClaimComparison } from '../../model/claim-finding.ts';
import { DualwatchError } from '../../model/errors.ts';
import { isClaimId, type NoticeId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { claimWords, statementOf } from './statement-of.ts';

type Asked = Pick<Store, 'findNotice' | 'readingOf' | 'observationsOf'>;

/** Names of countries that are given to sites of any country. */
const ANYWHERE: ReadonlySet<string> = new Set(['ai', 'cc', 'co', 'eu', 'fm', 'gg', 'io', 'me', 'sh', 'su', 'to', 'tv', 'ws']);

/** Sets a claim against each notice that it is about: the text that speaks for it (the last that stood, where it was removed), and the captures that show it. */
export async function compareWithNotices(store: Asked, claim: Claim): Promise<readonly ClaimComparison[]> {
  const quote = statementOf(claim.quote);
  const compared: ClaimComparison[] = [];
  for (const notice of claim.about) compared.push(await compareWith(store, claim, quote, notice));
  return compared;
}

/** By id. Throws `not-found`. */
export async function claimNamed(store: Pick<Store, 'claims'>, id: string): Promise<Claim> {
  const found = isClaimId(id) ? await store.claims.find(id) : undefined;
  if (found === undefined) throw new DualwatchError('not-found', `There is no claim "${id}"; "dualwatch claim list" shows them`);
  return found;
}

async function compareWith(
  store: Asked,
  { asserts }: Claim,
  quote: ReturnType<typeof statementOf>,
  notice: NoticeId,
): Promise<ClaimComparison> {
  const [stored, observations, found] = await Promise.all([
    store.readingOf(notice),
    store.observationsOf(notice),
    store.findNotice(notice),
  ]);
  const seen = observations.flatMap(({ state, capture, at }) =>
    capture !== null && (state === 'present' || state === 'changed') ? [{ capture, at }] : [],
  );
  const statement =
    stored === undefined ? statementOf('') : statementOf(stored.reading.text, { fields: stored.reading.fields, mentions: stored.mentions });
  return {
    notice,
    capture: stored?.capture ?? null,
    findings: compareClaim(quote, asserts, { statement, seen, home: homeOf(found?.url) }, claimWords()),
  };
}

/** ISO country of an address by the end of its host; null where that tells none. */
function homeOf(url: string | undefined): string | null {
  const end = url === undefined || !URL.canParse(url) ? '' : (new URL(url).hostname.split('.').at(-1) ?? '');
  if (end === 'xn--p1ai') return 'RU';
  if (end === 'uk') return 'GB';
  return /^[a-z]{2}$/.test(end) && !ANYWHERE.has(end) ? end.toUpperCase() : null;
}
