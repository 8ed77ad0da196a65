import type { LearnedPage } from '../../src/model/learned-page.ts';
import { sha256 } from '../../src/model/digest.ts';
import { readingDigest } from '../../src/observe/reading-digest.ts';
import type { PageJudge, PageJudgement, PageToJudge, SeenPage } from '../../src/observe/page-judgement.ts';
import { addressThatNeverExisted } from '../../src/capture/probe-address.ts';
import { messageLines } from '../../src/observe/reads-as-gone.ts';
import { heard, type Asked } from '../../src/observe/witness.ts';
import type { PageInput, Reader } from '../../src/read/read-page.ts';
import { encodeText } from './encode.ts';
import { otherPage } from './other-page.ts';
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

/** Judges the answers of a behaviour in their order, each as the watcher would at the first visit that meets it. */
export function judgeBehaviour(judging: Judging, of: Behaviour, regimes: readonly Regime[]): ReadonlyMap<Regime, readonly Told[]> {
  return new Map(regimes.map((regime) => [regime, judgeInOrder(judging, of, regime)]));
}

function judgeInOrder(judging: Judging, of: Behaviour, regime: Regime): readonly Told[] {
  const { reader } = judging;
  const url = addressOf(of);
  const first = seeAt(reader, inputOf(of, of.present, url));
  const said = new Set([readingDigest(first.reading)]);
  const learned = learn(judging, of, regime === 'before');
  // The newest page that shows the notice as it is: what an emptied one says is compared with the one before.
  let known = first;
  return of.later.map((later) => {
    const { judgement, seen } = judgeOne(judging, { of, url, known, learned, regime }, later);
    if (judgement.state !== 'present') return { said: judgement.state, judgement };
    if (judgement.reason === 'emptied') return { said: 'emptied', judgement };
    const digest = readingDigest(judgement.reading);
    const told: Told = { said: said.has(digest) ? 'present' : 'changed', judgement };
    said.add(digest);
    if (judgement.reason === null) known = { reading: judgement.reading, look: seen.look };
    return told;
  });
}

/** The answers of a site at other addresses that are visited for a judgement; `page`: what stands there while the site is up. */
export interface Others {
  readonly ask: (page: string, url: string) => SiteAnswer;
  /** Of one that is followed, if any is. */
  readonly followed: string | null;
}

/**
 * Judges answers one by one, each against the page that showed the notice; equal answers once. Where no other notice of the site was seen to stand and it would decide, the site is asked as the
 * watcher asks it.
 */
export function judgeAnswers(
  judging: Judging,
  of: Behaviour,
  regime: Regime,
): (answer: SiteAnswer, standing?: PageToJudge['standing'], others?: Others) => PageJudgement {
  const url = addressOf(of);
  const before = seeAt(judging.reader, inputOf(of, of.present, url));
  const learned = learn(judging, of, regime === 'before');
  const other = otherPage(of.present.html, before);
  const judged = new Map<string, ReturnType<typeof judgeOne>>();
  const { judge } = judging;
  return (answer, standing = null, others) => {
    const key = `${answer.status} ${answer.location ?? ''} ${standing?.url ?? ''} ${answer.html} ${answer.target?.html ?? ''}`;
    const one = judged.get(key) ?? judgeOne(judging, { of, url, known: before, learned, regime, standing }, answer);
    judged.set(key, one);
    if (others === undefined || !judge.asksForWitness(one.page, one.judgement)) return one.judgement;
    const followed = others.followed === null ? null : new URL(others.followed, url).href;
    const asked: Asked[] = [];
    for (const witness of judge.witnesses(one.page, one.judgement, followed)) {
      const input = inputOf(of, others.ask(witness.kind === 'page' ? (of.list?.html ?? other) : other, witness.url), witness.url);
      const found = {
        url: witness.url,
        finalUrl: input.finalUrl ?? witness.url,
        status: input.status ?? 200,
        ...seeAt(judging.reader, input),
      };
      const shown = judge.shownBy(one.page, found);
      const cited = { url: witness.url, at: 'that time' };
      if (shown === 'stands') return judge.judge({ ...one.page, standing: cited });
      asked.push({ witness, shown, cited });
    }
    return heard(one.judgement, asked);
  };
}

interface Met {
  readonly of: Behaviour;
  readonly url: string;
  readonly known: SeenPage;
  readonly learned: readonly LearnedPage[];
  readonly regime: Regime;
  readonly standing?: PageToJudge['standing'];
}

function judgeOne({ reader, judge }: Judging, met: Met, answer: SiteAnswer) {
  const { of, url, known, learned, regime, standing = null } = met;
  const input = inputOf(of, answer, url);
  const seen = seeAt(reader, input);
  const look = (pages: readonly LearnedPage[]): PageToJudge => ({
    url,
    finalUrl: input.finalUrl ?? url,
    status: input.status ?? 200,
    seen,
    asPage: reader.read({ ...input, status: 200 }),
    known: known.reading.state === 'present' ? known : null,
    learned: pages,
    standing,
  });
  const page = look(regime === 'before' ? learned : []);
  const judgement = judge.judge(page);
  if (regime !== 'when asked' || !judge.asksForProbe(page, judgement)) return { seen, page, judgement };
  return { seen, page: look(learned), judgement: judge.judge(look(learned)) };
}

/** The lines that an answer has and the page of the notice had not, without its title and links: what a message in its place says. */
export function newLines(reader: Reader, of: Behaviour, answer: SiteAnswer): readonly string[] {
  const url = addressOf(of);
  const known = seeAt(reader, inputOf(of, of.present, url));
  return messageLines(seeAt(reader, inputOf(of, answer, url)), known);
}

/** True where a judgement is what was written down, or what its writer would let stand. */
export function agrees({ said, judgement }: Told, { truth, kind, alsoOk = [] }: Later): boolean {
  const found = judgement.state === 'removed' ? judgement.kind : null;
  if (said === truth && (kind === undefined || kind === found)) return true;
  return alsoOk.includes(said) || (found !== null && alsoOk.includes(`removed:${found}`));
}

function learn({ reader, judge }: Judging, of: Behaviour, sure: boolean): readonly LearnedPage[] {
  const origin = new URL(addressOf(of)).origin;
  const absentUrl = addressThatNeverExisted(addressOf(of), () => 0.37) ?? addressOf(of);
  const absentInput = inputOf(of, leads(of), absentUrl);
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

/** Where the answer for what never existed leads is often written down once, for a later answer that leads there too. */
function leads(of: Behaviour): SiteAnswer {
  const { absent } = of;
  if (absent.target !== undefined || absent.location === undefined) return absent;
  const pathOf = (location: string): string => new URL(location, addressOf(of)).pathname;
  const same = of.later.find(
    (one) => one.target !== undefined && one.location !== undefined && pathOf(one.location) === pathOf(absent.location ?? ''),
  );
  return same?.target === undefined ? absent : { ...absent, target: same.target };
}

function seeAt(reader: Reader, input: PageInput): SeenPage {
  const look = reader.look(input) ?? {
    title: '',
    print: { title: '', words: [], shape: [] },
    lines: [],
    unseen: { words: [], isWhole: true },
    linked: [],
    hrefs: [],
    closed: true,
    asksPassword: false,
  };
  return { reading: reader.read(input), look };
}

/** The address of a behaviour's notice: given as `site`, or made of it. */
function addressOf(of: Behaviour): string {
  if (of.url !== undefined) return of.url;
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
    return { bytes: bytesOf(answer), url, status: answer.status, headers, contentType };
  if (answer.target !== undefined) {
    const target = new URL(answer.target.url ?? location, new URL(location, url)).href;
    return {
      bytes: Buffer.from(answer.target.html),
      url,
      finalUrl: target,
      redirects: [new URL(location, url).href],
      status: answer.target.status,
      headers: [],
      contentType,
    };
  }
  const finalUrl = new URL(location, url).href;
  const path = new URL(finalUrl).pathname;
  const html = answer.html !== '' ? answer.html : path === '/' || /^\/(?:index\.\w+)?$/.test(path) ? of.frontPage?.html : of.list?.html;
  return { bytes: Buffer.from(html ?? ''), url, finalUrl, redirects: [finalUrl], status: 200, headers: [], contentType };
}

function bytesOf({ html, encoding }: SiteAnswer): Uint8Array {
  return encoding === undefined ? Buffer.from(html) : encodeText(html, encoding);
}
