import type { LearnedPage } from '../../src/model/learned-page.ts';
import { sha256 } from '../../src/model/digest.ts';
import { readingDigest } from '../../src/observe/reading-digest.ts';
import type { PageJudge, PageJudgement, PageToJudge, SeenPage } from '../../src/observe/judge-page.ts';
import type { PageInput, Reader } from '../../src/read/read-page.ts';
import type { Behaviour, Later, SiteAnswer } from './behaviour.ts';

/** When the site was probed: while the notice stood there, when its page had changed, or never (robots.txt forbids it). */
export type Regime = 'before' | 'when asked' | 'never';

/** What a visit is judged to show, in the words of the behaviours' truth. */
export interface Told {
  readonly said: Later['truth'];
  readonly judgement: PageJudgement;
}

export interface Judging {
  readonly reader: Reader;
  readonly judge: PageJudge;
}

/** Judges each later answer of a behaviour by itself, as the watcher would at the first visit that meets it. */
export function judgeBehaviour(
  { reader, judge }: Judging,
  of: Behaviour,
  regimes: readonly Regime[],
): ReadonlyMap<Regime, readonly Told[]> {
  const url = addressOf(of);
  const known = seeAt(reader, inputOf(of, of.present, url));
  const [sure, unsure] = [learn({ reader, judge }, of, true), learn({ reader, judge }, of, false)];
  const seen = of.later.map((later) => {
    const input = inputOf(of, later, url);
    return { input, seen: seeAt(reader, input), asPage: reader.read({ ...input, status: 200 }) };
  });
  const judged = seen.map((one): Readonly<Record<Regime, PageJudgement>> => {
    const look = (learned: readonly LearnedPage[]): PageToJudge => ({
      url,
      finalUrl: one.input.finalUrl ?? url,
      status: one.input.status ?? 200,
      seen: one.seen,
      asPage: one.asPage,
      known: known.reading.state === 'present' ? known : null,
      learned,
    });
    const never = judge.judge(look([]));
    const asked = judge.asksForProbe(look([]), never) ? judge.judge(look(unsure)) : never;
    return { before: judge.judge(look(sure)), 'when asked': asked, never };
  });
  return new Map(regimes.map((regime) => [regime, judged.map((one) => ({ said: wordOf(one[regime], known), judgement: one[regime] }))]));
}

function wordOf(judgement: PageJudgement, known: SeenPage): Later['truth'] {
  if (judgement.state !== 'present') return judgement.state;
  if (judgement.reason === 'emptied') return 'emptied';
  return readingDigest(judgement.reading) === readingDigest(known.reading) ? 'present' : 'changed';
}

function learn({ reader, judge }: Judging, of: Behaviour, sure: boolean): readonly LearnedPage[] {
  const origin = new URL(addressOf(of)).origin;
  const absentUrl = `${addressOf(of)}-x7k2q9`;
  const absentInput = inputOf(of, of.absent, absentUrl);
  const frontInput = of.frontPage && inputOf(of, { status: 200, html: of.frontPage.html }, `${origin}/`);
  const front = frontInput && seeAt(reader, frontInput);
  const absent = seeAt(reader, absentInput);
  const made = (kind: 'absent' | 'front', input: PageInput, seen: SeenPage): LearnedPage => ({
    host: 'x',
    kind,
    url: input.url,
    finalUrl: input.finalUrl ?? input.url,
    status: input.status ?? 200,
    at: '2026-01-01T00:00:00.000Z',
    capture: sha256(input.bytes),
    recipe: '1',
    print: seen.look.print,
    reason: null,
    sure,
  });
  const why = judge.useless(
    { status: absentInput.status ?? 200, reading: absent.reading, look: absent.look },
    front ? { status: 200, reading: front.reading, look: front.look } : null,
  );
  return [
    ...(why === null ? [made('absent', absentInput, absent)] : []),
    ...(front && frontInput ? [made('front', frontInput, front)] : []),
  ];
}

function seeAt(reader: Reader, input: PageInput): SeenPage {
  const look = reader.look(input) ?? { print: { title: '', words: [], shape: [] }, lines: [], closed: true };
  return { reading: reader.read(input), look };
}

/** The address of a behaviour's notice: given as `site`, or made of it. */
function addressOf(of: Behaviour): string {
  if (URL.canParse(of.site) && /^https?:/.test(of.site)) return of.site;
  const host = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/.test(of.site) ? of.site : 'notices.example';
  return `http://${host}/notices/2026/1048576.html`;
}

/** What the visitor has in hand at the end of the redirects. */
function inputOf(of: Behaviour, answer: SiteAnswer, url: string): PageInput {
  const headers = Object.entries(answer.headers ?? {});
  const location = answer.location ?? headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/html; charset=utf-8';
  if (location === undefined || answer.status < 300 || answer.status >= 400)
    return { bytes: Buffer.from(answer.html), url, status: answer.status, headers, contentType };
  const finalUrl = new URL(location, url).href;
  const path = new URL(finalUrl).pathname;
  const html = answer.html !== '' ? answer.html : path === '/' || /^\/(?:index\.\w+)?$/.test(path) ? of.frontPage?.html : of.list?.html;
  return { bytes: Buffer.from(html ?? ''), url, finalUrl, redirects: [finalUrl], status: 200, headers: [], contentType };
}
