import { z } from 'zod';
import { CASE_ITEM_KINDS, CASE_STATES } from '../../model/case.ts';
import { CLAIM_TOPICS, CLAIM_VERDICTS } from '../../model/claim-finding.ts';
import { PURPOSES } from '../../model/claim.ts';
import { SEARCH_SORTS } from '../../model/saved-search.ts';
import { TRIAGE_DOINGS, TRIAGE_STATES } from '../../model/triage.ts';
import { digest, notice, time } from './notice.ts';

export const triage = z.object({ state: z.enum(TRIAGE_STATES), assignee: z.string().nullable() }).meta({ id: 'Triage' });

export const triageAct = z
  .object({
    no: z.number().int(),
    notice: z.string(),
    do: z.enum(TRIAGE_DOINGS),
    why: z.string().nullable(),
    by: z.string(),
    at: time,
    before: triage,
    after: triage,
    undoes: z.number().int().nullable().describe('of `undo`: the act that was taken back'),
  })
  .meta({ id: 'TriageAct' });

export const savedSearch = z
  .object({
    id: z.string(),
    name: z.string(),
    query: z.string(),
    sort: z.enum(SEARCH_SORTS),
    owner: z.string(),
    createdAt: time,
  })
  .meta({ id: 'SavedSearch' });

const title = z.string().trim().min(1).max(300);
const text = z.string().trim().min(1).max(20_000);
const why = z.string().trim().min(1).max(2000).nullable().default(null);
const number = z.number().int().min(1);
const due = z.iso.date().nullable();
const person = z.string().trim().min(1).max(200).nullable();
const place = z.object({ notice: z.string(), capture: digest, start: z.number().int().min(0), end: z.number().int().min(0) });
const itemRef = z.strictObject({ kind: z.enum(CASE_ITEM_KINDS), id: z.string().min(1).max(300) });

/** One change to a case. Items, tasks and notes are called by the number of the act that made them. */
export const caseChange = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('rename'), title }),
    z.strictObject({ do: z.literal('add'), item: itemRef, why }),
    z.strictObject({ do: z.literal('remove'), item: number, why }),
    z.strictObject({ do: z.literal('task'), text, assignee: person.default(null), due: due.default(null) }),
    z.strictObject({
      do: z.literal('changeTask'),
      task: number,
      done: z.boolean().optional(),
      text: text.optional(),
      assignee: person.optional(),
      due: due.optional(),
    }),
    z.strictObject({ do: z.literal('comment'), text }),
    z.strictObject({ do: z.literal('note'), text, on: place.nullable().default(null) }),
    z.strictObject({ do: z.literal('changeNote'), note: number, text }),
    z.strictObject({ do: z.literal('close'), why }),
    z.strictObject({ do: z.literal('reopen'), why }),
  ])
  .meta({ id: 'CaseChange' });

const doer = { by: z.string(), at: time };

export const caseSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(CASE_STATES),
    by: z.string(),
    createdAt: time,
    updatedAt: time,
    version: z.number().int(),
    items: z.number().int(),
    openTasks: z.number().int(),
  })
  .meta({ id: 'CaseSummary' });

/** What a row says of a notice of a case. */
export const caseNotice = notice
  .pick({
    state: true,
    publisher: true,
    publishedAt: true,
    firstSeenAt: true,
    priority: true,
    listed: true,
    goods: true,
    destination: true,
  })
  .meta({ id: 'CaseNotice' });

export const wholeCase = caseSummary
  .omit({ items: true, openTasks: true })
  .extend({
    items: z.array(
      z.object({
        no: z.number().int(),
        kind: z.enum(CASE_ITEM_KINDS),
        id: z.string(),
        why: z.string().nullable(),
        ...doer,
        caption: z.string().nullable().describe('null where what it points to is gone'),
        notice: caseNotice.optional().describe('of a notice or report that is there'),
        persons: z.array(z.string()).optional().describe('private persons whom title or publisher of a notice name (`reveal`)'),
      }),
    ),
    tasks: z.array(
      z.object({
        no: z.number().int(),
        text: z.string(),
        assignee: z.string().nullable(),
        due: z.string().nullable(),
        ...doer,
        done: z.object(doer).nullable(),
      }),
    ),
    comments: z.array(z.object({ no: z.number().int(), text: z.string(), ...doer })),
    notes: z.array(
      z.object({
        no: z.number().int(),
        text: z.string(),
        ...doer,
        on: place.nullable(),
        changed: z.object(doer).nullable(),
        words: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Case' });

export const caseAct = z.object({ no: z.number().int(), ...doer, done: z.looseObject({ do: z.string() }) }).meta({ id: 'CaseAct' });

export const assertions = z
  .object({
    goods: z.array(z.string()),
    notGoods: z.array(z.string()),
    otherGoods: z.array(z.string()),
    destinations: z.array(z.string()),
    purposes: z.array(z.enum(PURPOSES)),
    published: z.boolean().nullable(),
  })
  .meta({ id: 'Assertions' });

export const claim = z
  .object({
    id: z.string(),
    who: z.string(),
    saidAt: z.string().nullable(),
    quote: z.string(),
    capture: digest.nullable(),
    at: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
    about: z.array(z.string()),
    asserts: assertions,
    by: z.string(),
    recordedAt: time,
    forgotten: z.boolean(),
    withdrawn: z.object({ ...doer, why: z.string() }).nullable(),
    cases: z.array(z.string()),
  })
  .meta({ id: 'Claim' });

const said = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });

export const claimComparison = z
  .object({
    notice: z.string(),
    capture: digest.nullable().describe('whose text was compared; null where there is none'),
    findings: z.array(
      z.object({
        about: z.enum(CLAIM_TOPICS),
        says: z.string().describe('as `toys`, `not counter_uav_detect`, `KZ`, `civil`, `not published`'),
        verdict: z.enum(CLAIM_VERDICTS).describe('what the notice does to the claim; `unsaid`: it says nothing of it'),
        basis: z.string(),
        claim: said.nullable().describe('words of the quote'),
        notice: said.extend({ names: z.string() }).nullable().describe('words of the notice'),
      }),
    ),
  })
  .meta({ id: 'ClaimComparison' });

const span = said.nullable();

export const caseSuggestion = z
  .object({
    kind: z.enum(['notice', 'report', 'claim']),
    id: z.string(),
    caption: z.string(),
    notice: caseNotice.optional().describe('of a notice or report'),
    claim: z
      .object({
        saidAt: z.string().nullable(),
        recordedAt: z.string(),
        quote: z.string(),
        forgotten: z.boolean(),
        about: z.array(z.string()).describe('notices'),
      })
      .optional()
      .describe('of a claim, whose caption says who makes it'),
    score: z.number().describe('0 to 100: the sum of its reasons'),
    reasons: z.array(
      z.object({
        kind: z.string(),
        points: z.number(),
        why: z.string(),
        with: z.string().nullable().describe('the notice of the case that it is shared with'),
        there: span,
        here: span,
      }),
    ),
  })
  .meta({ id: 'CaseSuggestion' });
