import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DualwatchError } from '../../src/model/errors.ts';

const answer = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()).optional(),
  html: z.string().default(''),
  location: z.string().optional(),
  /** What stands where `location` leads, or further redirects from there: `url`. */
  target: z.object({ url: z.string().optional(), status: z.number().int(), html: z.string() }).optional(),
  /** Of the bytes, whatever the page claims; default utf-8. */
  encoding: z.string().optional(),
});

/** What an answer really is. */
export const truths = ['present', 'changed', 'removed', 'blocked', 'unreachable', 'emptied'] as const;

/** Writers who tell the owner of a site from an authority over it have two words for what is one kind here. */
function ownKind(kind: string): string {
  return kind === 'site' || kind === 'authority' ? 'platform' : kind;
}

/** How one site behaves: a notice as it stands, what is met at its address later, and what the site answers for an address that never existed. */
const behaviour = z.object({
  id: z.string(),
  site: z.string(),
  lang: z.string(),
  what: z.string(),
  /** Of the notice; made of `site` where it is left out. */
  url: z.string().optional(),
  present: answer,
  later: z.array(
    answer.extend({
      truth: z.enum(truths),
      kind: z.string().transform(ownKind).optional(),
      /** Other judgements that a careful person would let stand: a state, or `removed:<kind>`. */
      alsoOk: z.array(z.string().transform((said) => said.replace(/(?<=^removed:).*/, ownKind))).optional(),
    }),
  ),
  frontPage: z.object({ html: z.string() }).optional(),
  list: z.object({ html: z.string() }).optional(),
  absent: answer,
});

export type Behaviour = z.infer<typeof behaviour>;
export type Later = Behaviour['later'][number];
export type SiteAnswer = z.infer<typeof answer>;

/** Reads behaviours, one JSON object a line. Throws `input-unreadable` with the line that is wrong. */
export function readBehaviours(file: string | URL): readonly Behaviour[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, n) => {
      if (line.trim() === '') return [];
      try {
        return [behaviour.parse(JSON.parse(line))];
      } catch (error) {
        throw new DualwatchError(
          'input-unreadable',
          `${String(file)}, line ${n + 1}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    });
}
