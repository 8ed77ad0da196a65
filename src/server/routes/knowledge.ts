import { z } from 'zod';
import { isoTime } from '../../capture/clock.ts';
import { LABEL_LANGS } from '../../catalogue/labels.ts';
import { COPY_RELATIONS } from '../../model/copy.ts';
import { isRevealed } from '../masking.ts';
import { route, type Route } from '../route.ts';
import { analysis } from '../shapes/analysis.ts';
import { codeAnswer, conceptInFull, controlList, term } from '../shapes/knowledge.ts';
import { lang } from '../shapes/notice.ts';

const onDay = z.object({
  date: z.iso.date().optional().describe('day whose status of controls is asked for; today unless told'),
});
const words = z.array(z.string());
const labels = z.record(z.string(), z.string());

const conceptSummary = z
  .object({
    concept: z.string(),
    definition: z.string(),
    civilUse: z.string(),
    terms: z.record(z.string(), z.number()),
    kinds: z.record(z.string(), z.number()),
    guarded: z.number(),
    codes: z.number(),
    controls: z.object({ named: z.number(), byHs: z.number() }),
  })
  .meta({ id: 'ConceptSummary' });

/** Half a million characters in any script, three bytes each, and what JSON puts before some of them. */
const TEXT_BYTES = 4 * 1024 * 1024;

export const knowledgeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/catalogue',
    tag: 'Catalogue',
    summary: 'Every concept with its counts of terms, codes and controls, and every control list',
    access: 'viewer',
    answer: z.object({ concepts: z.array(conceptSummary), lists: z.array(controlList) }),
    example: {},
    handle: ({ served, signal }) => served.readers.ask('conceptList', null, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/glossary',
    tag: 'Catalogue',
    summary: 'What concepts, intents, red flags and control lists are called in a few words',
    description: 'Labels of the catalogue by id, written for each language. They say what was recognised; they translate nothing.',
    access: 'viewer',
    query: z.object({ lang: z.enum(LABEL_LANGS).default('en') }),
    answer: z.object({ goods: labels, intents: labels, indicators: labels, lists: labels }).meta({ id: 'Glossary' }),
    example: { query: { lang: 'zh' } },
    handle: ({ query, served, signal }) => served.readers.ask('glossary', { lang: query.lang }, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/catalogue/:id',
    tag: 'Catalogue',
    summary: 'A concept: definition, terms with guards, codes, controls with status and source',
    access: 'viewer',
    params: z.object({ id: z.string().max(100) }),
    query: onDay.extend({ terms: z.stringbool().default(true).describe('false: without its terms, which are hundreds') }),
    answer: conceptInFull,
    example: { params: { id: 'counter_uav_jam' }, query: { date: '2024-05-22' } },
    handle: ({ params, query, served, signal }) =>
      served.readers.ask('concept', { id: params.id, date: query.date ?? today(served.clock.now()), terms: query.terms }, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/terms',
    tag: 'Catalogue',
    summary: 'Kinds of goods that have a term with all of these words, in any language',
    description: 'Each with the shortest such term. Letter case and the form of a word do not count.',
    access: 'viewer',
    query: z.object({ words: z.string().min(1).max(200) }),
    answer: z.object({ items: z.array(z.object({ concept: z.string(), term })) }),
    example: { query: { words: 'thermal camera' } },
    handle: ({ query, served, signal }) => served.readers.ask('goodsByTerm', { words: query.words }, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/codes/:code',
    tag: 'Catalogue',
    summary: 'What a code is, on which control lists it stands and since when, and which goods go with it',
    description:
      'A code is a candidate for a person to check, never a classification. An unknown code has no meanings, and `problem` says why.',
    access: 'viewer',
    params: z.object({ code: z.string().min(1).max(100) }),
    query: onDay,
    answer: codeAnswer,
    example: { params: { code: '8526920002' } },
    handle: ({ params, query, served, signal }) =>
      served.readers.ask('code', { typed: params.code, date: query.date ?? today(served.clock.now()) }, signal),
  }),
  route({
    method: 'POST',
    path: '/api/v1/scan',
    tag: 'Catalogue',
    summary: 'Goods, trade names, places, codes, intents and what may apply in any text; nothing is kept',
    access: 'viewer',
    changes: false,
    bodyLimit: TEXT_BYTES,
    body: z.strictObject({ text: z.string().max(500_000), reveal: z.boolean().default(false) }),
    answer: analysis,
    example: { body: { text: '求购无人机抑制器20台' } },
    handle: ({ body, actor, served, signal }) =>
      served.readers.ask('scanText', { text: body.text, reveal: isRevealed(actor, body.reveal) }, signal),
  }),
  route({
    method: 'POST',
    path: '/api/v1/read',
    tag: 'Catalogue',
    summary: 'What a saved page says and which state it shows; nothing is kept',
    access: 'viewer',
    changes: false,
    bodyLimit: 16 * 1024 * 1024,
    body: z.strictObject({
      page: z.string().max(15_000_000).describe('HTML as text'),
      url: z.url().max(4000).default('about:blank').describe('address it was saved from: relative links, and the site, follow from it'),
      status: z.number().int().min(100).max(999).default(200),
    }),
    answer: z.looseObject({ state: z.string(), title: z.string().nullable(), text: z.string(), lang }),
    example: { body: { page: '<html><body><h1>Tender for radars</h1><p>Offers until 1 May 2026.</p></body></html>' } },
    handle: ({ body, served, signal }) => served.readers.ask('readSavedPage', body, signal),
  }),
  route({
    method: 'POST',
    path: '/api/v1/copies/pairs',
    tag: 'Notices',
    summary: 'Judge whether two texts are one notice, each pair alone; nothing is kept',
    access: 'viewer',
    changes: false,
    bodyLimit: TEXT_BYTES,
    body: z.strictObject({ a: z.strictObject({ text: z.string().max(200_000) }), b: z.strictObject({ text: z.string().max(200_000) }) }),
    answer: z.object({
      relation: z.enum(COPY_RELATIONS),
      score: z.number(),
      containment: z.number(),
      shared: words,
      differs: z.array(z.looseObject({ kind: z.string(), a: z.string().nullable(), b: z.string().nullable() })),
    }),
    example: { body: { a: { text: '河东实验站水平振动台采购项目' }, b: { text: '河东实验站垂直振动台采购项目（第二次）' } } },
    handle: ({ body, served, signal }) => served.readers.ask('judgeTexts', { a: body.a.text, b: body.b.text }, signal),
  }),
];

function today(nowMs: number): string {
  return isoTime(nowMs).slice(0, 10);
}
