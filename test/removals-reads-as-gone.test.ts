import { expect, test } from 'vitest';
import { loadSites } from '../src/catalogue/sites.ts';
import type { PageToJudge, SeenPage } from '../src/observe/page-judgement.ts';
import { createReader } from '../src/read/read-page.ts';
import { createPageJudge } from '../src/observe/judge-page.ts';

const sites = loadSites();
const reader = createReader(sites);
const judge = createPageJudge(sites);
const URL = 'https://board.example/ads/4418820013';
const OTHER = { url: 'https://board.example/ads/4418820099', at: '2026-11-27T10:00:00Z' };

const page = (main: string): string =>
  `<html><head><title>Board</title></head><body><div class="top"><a href="/">Home</a><a href="/ads">Ads</a></div><div class="ad">${main}</div><div class="foot">Rules of the board. Prices are those of the authors.</div></body></html>`;
const NOTICE = `<h1>Buying clean tanks of 1000 litres</h1><p>We collect them every week in the whole region, from ten pieces on, and pay by bank transfer on the day when they are loaded. Tanks of oil or paint are not wanted, a crate may have scratches.</p>`;

function seen(html: string): SeenPage {
  const input = { bytes: Buffer.from(html), url: URL, status: 200, contentType: 'text/html; charset=utf-8' };
  const look = reader.look(input);
  if (look === null) throw new Error('a page of HTML has a look');
  return { reading: reader.read(input), look };
}

function judged(message: string, standing: PageToJudge['standing'], status = 200) {
  const now = seen(page(`<p>${message}</p>`));
  const known = seen(page(NOTICE));
  return judge.judge({ url: URL, finalUrl: URL, status, seen: now, asPage: now.reading, known, learned: [], standing });
}

test('a message in words that no rule has is a removal while another notice stands, if it reads as one', () => {
  const message = 'Its author decided that the listing should go, so it went';
  expect(judged(message, null).state).toBe('unreachable');
  expect(judged(message, OTHER).state).toBe('removed');
});

test('what else a page says is none, whatever stands', () => {
  for (const message of [
    'Sign in to see who posted it',
    'The site is being repaired until Monday',
    'Please wait while we look at your browser',
    'Our cat sits on the server rack and purrs',
    'Template not found: tender.tpl',
    'The listing has been moved to the members area. Log in to view it.',
    'This listing has been moved to the members area of the portal.',
    'Запись не найдена в кэше, попробуйте позже',
    '该文章已被设置为仅自己可见',
    'The notice will be published on the portal after the approval of the buyer.',
  ])
    expect(judged(message, OTHER).state, message).not.toBe('removed');
});

test('without a witness it asks for one', () => {
  const now = seen(page('<p>This is not the listing that you look for: it left our catalogue</p>'));
  const asked: PageToJudge = {
    url: URL,
    finalUrl: URL,
    status: 200,
    seen: now,
    asPage: now.reading,
    known: seen(page(NOTICE)),
    learned: [],
    standing: null,
  };
  const alone = judge.judge(asked);
  expect(alone.state).toBe('unreachable');
  expect(judge.asksForWitness(asked, alone)).toBe(true);
});

test('nor is a failure of the server, nor what stands under the title of the notice', () => {
  const message = 'Its author decided that the listing should go, so it went';
  expect(judged(message, OTHER, 500).state).not.toBe('removed');
  expect(judged(`<h1>Buying clean tanks of 1000 litres</h1> ${message}`, OTHER).state).not.toBe('removed');
});
