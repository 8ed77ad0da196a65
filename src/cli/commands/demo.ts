import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import type { Notice } from '../../model/notice.ts';
import { configOf, findLog, openHome, type OpenHome } from '../../work/home.ts';
import { compareWaiting } from '../../work/copies/compare-waiting.ts';
import { copiesOf } from '../../work/copies/copies-of.ts';
import { verifyHome } from '../../work/verify-home.ts';
import type { Visited } from '../../work/visit-claim.ts';
import { watchHome } from '../../work/watch-home.ts';
import type { Account } from '../../work/demo/case-pages.ts';
import { openStage, type Stage } from '../../work/demo/stage.ts';
import { copied, recognised, removedBetween, TOLD } from '../../work/demo/words.ts';
import type { Io } from '../io.ts';
import { displayWidth } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

/** Settings under which a story of weeks takes seconds. */
const FAST = { 'fetch.pace': '150ms', 'follow.confirmAfter': '3s', 'disk.minFree': '0B' } as const;
const EVERY_MS = 1000;
const FOLLOW_MS = 1000;
const LONGEST_MS = 50_000;

export function demoCommand(program: Command, io: Io): void {
  program
    .command('demo')
    .description('replay the Guangdong case of 2024, offline on loopback, in under a minute')
    .option('--json', 'one object for each step on stdout')
    .addHelpText(
      'after',
      '\nThe home it makes stays, to be looked at: with --home where you say, else in the folder for temporary files.\nExample:\n  dualwatch demo\n',
    )
    .action(async (options: { readonly json?: boolean }, command: Command) => {
      const folder = command.optsWithGlobals<{ home?: string }>().home ?? mkdtempSync(join(tmpdir(), 'dualwatch-demo-'));
      const { paths, config } = configOf({ env: { ...io.env, DUALWATCH_HOME: undefined }, overrides: { home: folder, ...FAST } });
      const home = await openHome(paths, { create: true });
      const stage = await openStage();
      const told = new Story(stage, home, options.json === true, io);
      try {
        await told.begin();
        const signal = AbortSignal.any([io.signal, told.over.signal, AbortSignal.timeout(LONGEST_MS)]);
        await watchHome(home, config, { once: false, now: false, signal, onVisit: (visited) => told.saw(visited) });
        if (!told.over.signal.aborted)
          throw new DualwatchError('internal', `the demo did not come to its end (it stopped at "${told.chapter}")`);
        await compareWaiting(home, () => undefined);
        const verdict = await verifyHome(home, paths, await findLog(paths), undefined, () => undefined);
        if (!verdict.ok) throw new DualwatchError('evidence-invalid', verdict.why);
        await told.tellCopies();
        await told.end(folder, verdict.entries, verdict.captures);
      } finally {
        await stage.close();
        await home.store.close();
      }
    });
}

/** What somebody types who wants to call this program as it was called: in a checkout it is a script of npm's. */
function howCalled(env: Readonly<Record<string, string | undefined>>): string {
  if (env['npm_lifecycle_event'] === 'npx') return 'npx dualwatch';
  return env['npm_lifecycle_event'] === undefined ? 'dualwatch' : 'npm run -s dualwatch --';
}

type Chapter = 'published' | 'captcha' | 'deleted' | 'sister' | 'over';

/** Moves the stage on when the watcher has seen what there was to see, and tells what it saw. */
class Story {
  readonly over = new AbortController();
  chapter: Chapter = 'published';
  readonly #stage: Stage;
  readonly #home: OpenHome;
  readonly #json: boolean;
  readonly #io: Io;
  #telling: Promise<void> = Promise.resolve();

  constructor(stage: Stage, home: OpenHome, json: boolean, io: Io) {
    this.#stage = stage;
    this.#home = home;
    this.#json = json;
    this.#io = io;
  }

  async begin(): Promise<void> {
    const url = `${this.#stage.origin}/feed.xml`;
    const settings = {
      kind: 'feed',
      url,
      name: 'accounts of trade associations (demo)',
      everyMs: EVERY_MS,
      followMs: FOLLOW_MS,
      robots: 'obey',
      robotsReason: null,
      paceMs: null,
      allowPrivate: true,
      keep: 'changes',
      selector: null,
      credentials: {},
    } as const;
    await this.#home.store.addSource(settings, new Date().toISOString(), { at: Date.now(), class: 'check', rank: 0, intervalMs: EVERY_MS });
    if (!this.#json)
      await this.#io.out('The Guangdong case of May and June 2024, replayed on this machine. Indented: what Dualwatch records.');
    this.#stage.set('province', 'article');
    await this.#tell('22 May 2024', TOLD.published);
  }

  saw(visited: Visited): void {
    this.#telling = this.#telling.then(() => this.#react(visited));
  }

  /** Whether the sister's text is the first one's is found by comparing all texts of the home. */
  async tellCopies(): Promise<void> {
    await this.#telling;
    const first = await this.#home.store.findNotice(`${this.#stage.origin}/s/province`);
    if (first === undefined) return;
    for await (const { copy } of copiesOf(this.#home.store, first))
      await this.#tell('copy', copied(copy.other, copy.kind, copy.score), first);
  }

  async end(folder: string, entries: number, captures: number): Promise<void> {
    await this.#telling;
    await this.#tell('Proof', `${entries} entries of the evidence log and ${captures} capture files computed anew: all hold.`);
    if (this.#json) return;
    const { origin } = this.#stage;
    const here = `${howCalled(this.#io.env)} --home ${folder}`;
    const lines = [
      `${here} serve`,
      `${here} notices`,
      `${here} show ${origin}/s/province`,
      `${here} copies ${origin}/s/province`,
      `${here} export ${origin}/s/province ${origin}/s/city --wacz case.wacz`,
      `${howCalled(this.#io.env)} verify case.wacz`,
    ];
    await this.#io.out(
      `\nLook at it yourself, in the browser (the first line) or here:\n  ${lines.join('\n  ')}\nThe demo has this folder for a home of its own, which may be deleted at any time; without --home these commands open yours.`,
    );
  }

  async #react(visited: Visited): Promise<void> {
    if (visited.kind !== 'notice' || visited.recorded.noticeId === null) return;
    const { visit, judgement } = visited.prepared;
    const account: Account = visit.claim.url.endsWith('/s/city') ? 'city' : 'province';
    const notice = await this.#home.store.findNotice(visited.recorded.noticeId);
    if (!notice) return;
    const { state } = visit.observation;
    if (this.chapter === 'published' && state === 'present') {
      await this.#tell('captured', recognised(notice), notice);
      await this.#goOn('captcha', 'verification', TOLD.captcha);
    } else if (this.chapter === 'captcha' && state === 'blocked') {
      await this.#tell('blocked', TOLD.blocked, notice);
      await this.#goOn('deleted', 'deleted', TOLD.deleted);
    } else if (this.chapter === 'deleted' && state === 'removed') {
      await this.#tell(
        judgement.confirmed ? 'removed' : 'seems gone',
        judgement.confirmed ? removedBetween(notice) : TOLD.seemsGone,
        notice,
      );
      if (judgement.confirmed) {
        this.chapter = 'sister';
        this.#stage.set('city', 'article');
        await this.#tell('June 2024', TOLD.sister);
      }
    } else if (this.chapter === 'sister' && account === 'city' && state === 'present') {
      await this.#tell('captured', `${recognised(notice)}`, notice);
      this.chapter = 'over';
      this.over.abort();
    }
  }

  async #goOn(chapter: Chapter, scene: 'verification' | 'deleted', what: string): Promise<void> {
    this.chapter = chapter;
    this.#stage.set('province', scene);
    await this.#tell(chapter === 'captcha' ? 'Days later' : 'Then', what);
  }

  async #tell(when: string, what: string, notice?: Notice): Promise<void> {
    if (this.#json) return this.#io.out(JSON.stringify({ step: when, what, ...(notice ? { notice } : {}) }));
    const column = notice === undefined && when !== 'Proof' ? 14 : 16;
    const head = column === 14 ? `\n${when.padEnd(14)}` : `${when === 'Proof' ? '\n' : ''}  ${MARKS[when] ?? '●'} ${when.padEnd(12)}`;
    await this.#io.out(head + wrap(terminalLine(what), Math.min(this.#io.width, 110) - column, column));
  }
}

const MARKS: Readonly<Record<string, string>> = { captured: '●', blocked: '◐', 'seems gone': '○', removed: '✕', copy: '≡', Proof: '✓' };

function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (displayWidth(line) + displayWidth(word) + 1 > width && line !== '') lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
