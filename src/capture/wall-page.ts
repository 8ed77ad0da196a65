import type { LearnedPage } from '../model/learned-page.ts';
import type { BuiltWarc } from '../evidence/warc-file.ts';
import type { Judgement } from '../observe/judge.ts';
import type { PageInput } from '../read/read-page.ts';
import type { NoticeClaim } from '../store/port.ts';
import { PRINT_RECIPE } from './probe-site.ts';
import type { VisitContext } from './visit-context.ts';

/** A page by which a site refused a visitor is known again where it comes with a status that says nothing. */
export function wallOf(
  context: VisitContext,
  claim: NoticeClaim,
  seen: { readonly input: PageInput | null; readonly judgement: Judgement; readonly warc: BuiltWarc | null; readonly at: string },
): readonly LearnedPage[] {
  const { input, judgement, warc, at } = seen;
  if (input === null || warc === null || judgement.observed !== 'blocked' || judgement.reason === null || !isWall(judgement.reason))
    return [];
  const print = context.look(input)?.print;
  if (print === undefined || print.words.length === 0) return [];
  const { url, finalUrl = url, status = 200 } = input;
  return [
    {
      host: claim.host,
      kind: 'wall',
      url,
      finalUrl,
      status,
      at,
      capture: warc.sha256,
      recipe: PRINT_RECIPE,
      print,
      reason: judgement.reason,
      sure: true,
    },
  ];
}

/** A login or a page kept back is no wall before the whole site. */
function isWall(reason: string): boolean {
  return ['captcha', 'challenge', 'frequency', 'denied', 'http 403', 'http 429', 'http 412', 'http 405'].includes(reason);
}
