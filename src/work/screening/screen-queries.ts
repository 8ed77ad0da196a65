import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { Store } from '../../store/port.ts';
import { JSON_RESULTS } from '../customers/result-lines.ts';
import { SCORE_BANDS } from '../customers/screen-customers.ts';
import { BEYOND_LIMIT, judgeMatches, type JudgedMatch } from './judged-match.ts';
import { makeReceipt } from './make-receipt.ts';
import { subjectOfCustomer } from './match-token.ts';
import type { Screening } from './open-screening.ts';

export interface ScreenedWith {
  readonly threshold: number;
  readonly limit: number;
}

/** Searches for names given by hand and adds what was decided about their matches. */
export async function judgedSearch(
  store: Pick<Store, 'decisionsFor' | 'listingById'>,
  search: (queries: readonly NameQuery[], options: ScreenedWith) => Promise<readonly (readonly Match[])[]>,
  queries: readonly NameQuery[],
  { threshold, limit }: ScreenedWith,
): Promise<readonly (readonly JudgedMatch[])[]> {
  const found = await search(queries, { threshold, limit: limit + BEYOND_LIMIT });
  const asked = queries.map((query, n) => ({ subject: subjectOfCustomer(query), query, matches: found[n] ?? [] }));
  return judgeMatches(store, asked, limit);
}

/**
 * The receipt of names given by hand. One name is bound to it by a digest that has the id of the receipt in it; several are like a file of customers:
 * `file` has the digest of the queries, one canonical JSON object a line, `results` that of the lines that `screen --json` would write.
 */
export function receiptOfQueries(
  screening: Pick<Screening, 'lists' | 'recipe'>,
  queries: readonly NameQuery[],
  results: readonly (readonly JudgedMatch[])[],
  { nowMs, threshold, limit }: ScreenedWith & { readonly nowMs: number },
): Receipt {
  const [only] = queries;
  if (only === undefined) throw new DualwatchError('internal', 'a receipt of no name');
  const bands = new Array<number>(SCORE_BANDS).fill(0);
  for (const [best] of results) {
    if (best === undefined) continue;
    const band = Math.min(SCORE_BANDS - 1, Math.floor(best.score * SCORE_BANDS));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return makeReceipt(screening, {
    nowMs,
    of: queries.length === 1 ? { query: only } : asFile(queries, results),
    tally: {
      rows: queries.length,
      unreadable: 0,
      hits: results.filter((matches) => matches.length > 0).length,
      matches: results.reduce((sum, matches) => sum + matches.length, 0),
      bands,
    },
    unreadable: [],
    threshold,
    limit,
  });
}

function asFile(queries: readonly NameQuery[], results: readonly (readonly JudgedMatch[])[]) {
  const lines = queries.map((query) => `${canonicalJson({ ...query })}\n`).join('');
  const written = queries.map((query, n) =>
    JSON_RESULTS.lines({ customer: { row: n + 1, line: n + 1, query }, matches: results[n] ?? [] }),
  );
  return {
    file: { path: 'request', sha256: sha256(lines), bytes: Buffer.byteLength(lines) },
    columns: {},
    results: sha256(written.join('')),
  };
}
