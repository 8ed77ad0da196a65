import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noticePage, openPublisher, type Answer, type Publisher } from '../../test/e2e/publisher.ts';
import { recordVisits } from '../capture/recorder.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import { visitNotice, type PreparedVisit } from '../capture/visit-notice.ts';
import { writeCaptures } from '../evidence/capture-files.ts';
import { DurableWriter } from '../evidence/durable-files.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { loadConfig } from '../model/config.ts';
import { homePaths, openHome, type OpenHome } from './home.ts';
import { openLocal, type LocalWatch } from './local.ts';
import { rereadCapture } from './reread-capture.ts';

let folder: string;
let home: OpenHome;
let local: LocalWatch;
let publisher: Publisher;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-reader-'));
  publisher = await openPublisher();
  home = await openHome(homePaths(folder), { create: true });
  local = await openLocal(home, loadConfig({ env: {}, overrides: {} }));
});
afterEach(async () => {
  local.closeClient();
  await home.store.close();
  await publisher.close();
  rmSync(folder, { recursive: true, force: true });
});

const tender = (nonce: number, lot = 'four') =>
  noticePage(
    'Tender for radio equipment',
    `The buyer seeks lot ${lot}, with delivery in May and payment within thirty days.<!-- ${nonce} -->`,
  );

/** A reader of a later version: the same page in other words. */
function later(context: VisitContext, recipe = 'a later recipe'): VisitContext {
  const read: VisitContext['read'] = (input) => {
    const reading = context.read(input);
    return { ...reading, text: `${reading.text}\nread anew` };
  };
  return { ...context, read, readRecipe: recipe, rereadCapture: (capture, url) => rereadCapture(folder, read, capture, url) };
}

async function visit(context: VisitContext): Promise<PreparedVisit> {
  const { worker } = local;
  const url = `${publisher.origin}/n`;
  const answer = await home.store.claimAddress({
    worker,
    now: Date.now(),
    url,
    aliases: [],
    host: new URL(url).host,
    paceMs: 0,
    random: () => 0.5,
    leaseMs: 60_000,
  });
  if (!('claim' in answer)) throw new Error('the address is not free');
  const prepared = await visitNotice({ ...context, defaults: { ...context.defaults, allowPrivate: true, robots: 'ignore' } }, answer.claim);
  const writer = new DurableWriter(nodeFiles, folder);
  await recordVisits(home.store, { keep: (files) => writeCaptures(writer, files), drop: async () => undefined }, [prepared]);
  return prepared;
}

test('the same bytes in the words of another reader are no change by the publisher', async () => {
  publisher.set('/n', tender(1));
  const first = await visit(local.context);
  expect(first.judgement).toMatchObject({ observed: 'present', follow: { versions: 1 } });
  // With or without another recipe: what is certain does not hang on a number that somebody must count up.
  for (const recipe of [local.context.readRecipe, 'a later recipe']) {
    const again = await visit(later(local.context, recipe));
    expect(again.judgement).toMatchObject({ observed: 'present', follow: { state: 'present', versions: 1 } });
    expect(again.visit.observation.reading).not.toBe(first.visit.observation.reading);
    expect(again.file).toBeNull();
  }
  publisher.set('/n', tender(1, 'five'));
  expect((await visit(later(local.context))).judgement).toMatchObject({ observed: 'changed', follow: { versions: 2 } });
});

test('other bytes are compared with what the new reader sees in the old ones', async () => {
  publisher.set('/n', tender(1));
  await visit(local.context);
  publisher.set('/n', tender(2));
  const same = await visit(later(local.context));
  expect(same.judgement).toMatchObject({ observed: 'present', follow: { versions: 1 } });
  expect(same.visit.follow.readBy).toBe('a later recipe');
  publisher.set('/n', tender(3, 'five'));
  expect((await visit(later(local.context, 'one later still'))).judgement).toMatchObject({ observed: 'changed', follow: { versions: 2 } });
});

test('a stored capture that is not there is compared by what was known', async () => {
  publisher.set('/n', tender(1));
  await visit(local.context);
  publisher.set('/n', tender(2));
  rmSync(join(folder, 'captures'), { recursive: true });
  expect((await visit(later(local.context))).judgement.observed).toBe('changed');
  await expect(rereadCapture(folder, local.context.read, 'a'.repeat(64) as never, publisher.origin)).resolves.toBeNull();
});

function under(status: number, answer: Answer): Answer {
  return answer.kind === 'page' ? { ...answer, status } : answer;
}

test('captures read again keep what the history told of them: gone in place of the notice, there under an error', async () => {
  const told = new Map<string, PreparedVisit>();
  const answers: readonly (readonly [string, Answer])[] = [
    ['present', tender(1)],
    ['removed', noticePage('Portal', 'This tender was withdrawn by the purchaser.')],
    ['present', under(404, tender(2))],
    ['removed', under(403, noticePage('Portal', 'This tender was withdrawn by the purchaser, as the law asks.'))],
  ];
  for (const [state, answer] of answers) {
    publisher.set('/n', answer);
    const prepared = await visit(local.context);
    expect(prepared.judgement.observed).toBe(state);
    if (prepared.file) told.set(prepared.file.sha256, prepared);
  }
  expect(told.size).toBe(4);
  await local.deriveBacklog(10);
  for (const [capture, { visit: made, reading }] of told) {
    if (made.kind !== 'notice') throw new Error('no notice');
    const again = await home.store.packages.readingsOf(capture as never, made.claim.noticeId);
    expect(again.map((one) => one.reading)).toEqual([reading]);
  }
});
