import { addressOf, Refused } from '../../api/ask.ts';
import { resultHits, type ResultHit } from './result-rows.ts';

/** So much of a file of results is read to be shown; the whole is downloaded. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_HITS = 500;

/** The first hits of an upload's results, and whether there are more. Throws `Refused`. */
export async function readResults(
  id: string,
  format: 'csv' | 'json',
  signal: AbortSignal,
): Promise<{ readonly hits: readonly ResultHit[]; readonly more: boolean }> {
  const response = await fetch(addressOf('GET /api/v1/screen/uploads/:id/results', { params: { id } }), { signal });
  if (!response.ok || response.body === null)
    throw new Refused({ type: 'about:blank', title: '', status: response.status, code: 'not-found', detail: '', retry: 'later' });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let whole = false;
  while (text.length < MOST_BYTES) {
    const { value, done } = await reader.read();
    if (done) {
      whole = true;
      break;
    }
    text += value;
  }
  if (!whole) await reader.cancel();
  const hits = resultHits(text, format, whole);
  return { hits: hits.slice(0, MOST_HITS), more: !whole || hits.length > MOST_HITS };
}
