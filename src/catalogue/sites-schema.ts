import { z } from 'zod';

const selector = z.string().min(1).describe('tag#id.class[attribute=value], joined by spaces (inside) or > (child)');
const strings = z.array(z.string().min(1)).default([]);

/** Where a value stands: `text:<selector>`, `attr:<selector>@<name>`, `meta:<name>`, `var:<script variable>`, `data:<path in the data object>`, `url:<query parameter>`, `field:<label in a summary table>`. */
const source = z
  .string()
  .regex(/^(?:text|attr|meta|var|data|url|field):.+$/, 'begins with text:, attr:, meta:, var:, data:, url: or field:');
const sources = z.array(source).default([]);

const sign = z
  .strictObject({
    state: z.enum(['removed', 'blocked', 'unreachable']),
    kind: z.enum(['publisher', 'platform', 'account', 'moved', 'expired', 'status']).optional(),
    reason: z.string().min(1),
    /** Message texts; white space, punctuation, width and 帐/账 do not matter. */
    text: strings,
    /** Elements that must hold the text. Without any, the message must be all that the page says. */
    at: z.array(selector).default([]),
    /** Page titles that say it, whole. */
    title: strings,
    /** Elements whose presence alone says it. */
    present: z.array(selector).default([]),
    /** Parts of an address the visit was led to. */
    url: strings,
    /** Parts of a script's address that say it. */
    script: strings,
    /** Parts of a script in the page that say it; each a list of which all must stand in one script. */
    inline: z.array(z.array(z.string().min(1)).min(1)).default([]),
    /** Counts only on a page that shows at most so many letters and digits: what stands on many a page says nothing there. */
    most: z.number().int().positive().optional(),
    /** Headers of the answer, `name` or `name: part of the value`. */
    header: strings,
    /** Values to keep as fields. */
    fields: z.record(z.string(), sources).default({}),
  })
  .refine((sign) => (sign.state === 'removed') === (sign.kind !== undefined), 'a removal has a kind, nothing else has')
  .refine(
    (sign) =>
      sign.text.length +
        sign.title.length +
        sign.present.length +
        sign.url.length +
        sign.script.length +
        sign.inline.length +
        sign.header.length >
      0,
    'needs text, title, present, url, script, inline or header',
  );

/** What the words say that stand where a known notice stood: tried in order, only on a page from which its body is gone. */
const inPlace = z
  .strictObject({
    state: z.enum(['removed', 'blocked', 'unreachable']),
    kind: z.enum(['publisher', 'platform', 'account', 'moved', 'expired', 'status']).optional(),
    reason: z.string().min(1),
    text: z.array(z.string().min(1)).min(1),
  })
  .refine((one) => (one.state === 'removed') === (one.kind !== undefined), 'a removal has a kind, nothing else has');

/** How a short message in place of a notice says that it is gone, and by whom: beginnings of words. */
const gone = z
  .strictObject({
    /** Taking away, and nothing else. */
    acts: strings,
    /** These and `acts` say so by themselves, `verbs` of a thing or with one of `marks` in the same clause. */
    alone: strings,
    verbs: strings,
    marks: strings,
    /** With one of these in the clause, `verbs` say what comes. */
    toCome: strings,
    /** Acts that are offered to the reader, and were not done. */
    offers: strings,
    /** Less firm, since walls speak so too: only of a `thing` or a `place` in the same sentence. */
    ofThing: strings,
    thing: strings,
    /** Where it stood, or a file of the machine: a page, an address. */
    place: strings,
    /** Denials, and what a thing is that is there: with a `thing`, "cannot be viewed" says that it is gone. Whole words end with a blank. */
    not: strings,
    /** Ceasing, before the same words: firm. */
    noMore: strings,
    there: strings,
    /** Between alternatives: who gives several reasons knows none. */
    or: strings,
    /** Words by which it is kept back for a time only. */
    forNow: strings,
    /** Of them, what cannot be of a notice that stood: *deleted or not yet published*. */
    notYet: strings,
    /** What `forNow` would be of a purchase, and not of its notice. */
    ofPurchase: strings,
    /** Words by which it is not, whatever else is said. */
    forGood: strings,
    by: z.strictObject({ publisher: strings, platform: strings, expired: strings, moved: strings }),
    account: z.strictObject({ visitor: strings, names: strings, people: strings, ends: strings }),
  })
  .default({
    acts: [],
    alone: [],
    verbs: [],
    marks: [],
    toCome: [],
    offers: [],
    ofThing: [],
    thing: [],
    place: [],
    not: [],
    noMore: [],
    there: [],
    or: [],
    forNow: [],
    notYet: [],
    ofPurchase: [],
    forGood: [],
    by: { publisher: [], platform: [], expired: [], moved: [] },
    account: { visitor: [], names: [], people: [], ends: [] },
  });

const body = z
  .strictObject({
    /** Element that holds the body. */
    element: selector.optional(),
    /** Script values that hold it as HTML or plain text. */
    html: source.optional(),
    text: source.optional(),
    /** Only on pages where this value is one of these. */
    only: z.strictObject({ source, values: z.array(z.string()).min(1) }).optional(),
  })
  .refine((body) => [body.element, body.html, body.text].filter((value) => value !== undefined).length === 1, 'one of element, html, text');

const reader = z.strictObject({
  /** Second half of the reader's name: `article` makes `wechat/article`. */
  reader: z.string().regex(/^[a-z-]+$/),
  /** Elements any of which makes the page one of this kind. */
  when: z.array(selector).min(1),
  title: sources,
  publisher: sources,
  author: sources,
  /** Seconds since 1970, UTC. */
  publishedUnix: sources,
  /** A written date, in the zone of the site where it states none. */
  publishedText: sources,
  /** Tried in order; the first with text is the body. */
  body: z.array(body).min(1),
  /** Table whose label cells and their neighbours are fields, put before the body. */
  summary: z.strictObject({ element: selector, label: selector }).optional(),
  images: sources,
  /** Elements inside the body that are not text of the notice. */
  leaveOut: z.array(selector).default([]),
  fields: z.record(z.string(), sources).default({}),
});

export const siteSchema = z.strictObject({
  site: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  hosts: strings,
  /** Zone of written times: `+08:00`. */
  zone: z
    .string()
    .regex(/^[+-]\d\d:\d\d$/)
    .optional(),
  /** Markup that only pages of this site have; any one suffices. */
  knownBy: z.array(selector).default([]),
  /** Names of the object literal that holds the page's data, and scripts without data (by a word near their start). */
  dataObjects: strings,
  codeScripts: strings,
  /** Tried in order; the first that holds decides. Never tried on a page that holds a body. */
  signs: z.array(sign).default([]),
  /** Elements of a message page: one with a text that no sign knows is no notice either. */
  messages: z.array(selector).default([]),
  /** Texts that stand for a body that could not be had. */
  placeholders: strings,
  readers: z.array(reader).default([]),
  inPlace: z.array(inPlace).default([]),
  gone,
  /** Words of a notice of which a part is shown only to some (members, payers). */
  partly: strings,
  /** Beginnings of words by which a message speaks to its visitor, or of what they visit. */
  ofVisit: strings,
  /** Beginnings of words by which a notice says what is to be delivered and how. */
  ofTerms: strings,
  /** Of the words in `inPlace`, those that make no wall in a text of its own. */
  inTexts: strings,
  /** Words in an address that a visit is led to: what stands there instead of the notice. */
  ledTo: z
    .strictObject({ login: strings, captcha: strings, absent: strings, error: strings, search: strings, leave: strings, unasked: strings })
    .default({ login: [], captcha: [], absent: [], error: [], search: [], leave: [], unasked: [] }),
  /** Keys and addresses of a notice, with `{field}` of its fields; left out where a field is missing. */
  aliases: strings,
  /** Query parameters that stand for others in addresses of the site: `{appmsgid: mid}`. */
  queryAliases: z.record(z.string(), z.string()).default({}),
  /** Words before a value in running text, for pages of unknown sites; `related` stands over links that are not the page's own list, `imprint` in lines about the site itself,
   * `counters` before numbers that grow with every visit; `states` are lines over a title that say where a purchase stands: they are whole lines, or follow a colon;
   * `source` before where a text came from, `comments` over what readers wrote, `controls` are buttons in words, `ways` begin lines of where one is and what comes next. */
  labels: z
    .strictObject({
      published: strings,
      publisher: strings,
      author: strings,
      related: strings,
      imprint: strings,
      counters: strings,
      states: strings,
      source: strings,
      comments: strings,
      controls: strings,
      ways: strings,
    })
    .default({
      published: [],
      publisher: [],
      author: [],
      related: [],
      imprint: [],
      counters: [],
      states: [],
      source: [],
      comments: [],
      controls: [],
      ways: [],
    }),
});

export type SiteKnowledge = z.infer<typeof siteSchema>;
export type SiteSign = SiteKnowledge['signs'][number];
export type SiteReader = SiteKnowledge['readers'][number];
export type GoneWords = SiteKnowledge['gone'];
export type InPlace = SiteKnowledge['inPlace'][number];
