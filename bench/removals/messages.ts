import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DualwatchError } from '../../src/model/errors.ts';
import { truths, type Behaviour } from './behaviour.ts';
import { messageSite } from './make-sites.ts';

const message = z.object({
  id: z.string(),
  lang: z.string(),
  title: z.string(),
  lines: z.array(z.string()).min(1),
  truth: z.enum(truths),
  kind: z.string().nullish(),
  alsoOk: z.array(z.string()).default([]),
});

export type Message = z.infer<typeof message>;

/** Writers who had not seen the rules: whose messages weights were learned from; whose were read while mending; and whose were only scored. */
export const LEARNED = ['a', 'c', 'd', 'f', 'g'] as const;
export const READ = [...LEARNED, 'h', 'i'] as const;
export const HELD_OUT = ['b', 'e'] as const;

const FOLDER = new URL('../../test/fixtures/removals/messages/', import.meta.url);

/** The messages of a writer. */
export function messagesOf(writer: string): readonly Message[] {
  return readMessages(new URL(`${writer}.jsonl`, FOLDER));
}

/**
 * Each message as the site of a notice that shows it in the notice's place: by the words alone it must be told what it says.
 * A message of truth `present` stands over a notice of which the other lines are a part.
 */
export function asBehaviours(messages: readonly Message[]): readonly Behaviour[] {
  return messages.map(behaviourOf);
}

/** Messages that somebody wrote down, one JSON object a line. Throws `input-unreadable` with the line that is wrong. */
export function readMessages(file: string | URL): readonly Message[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, n) => {
      if (line.trim() === '') return [];
      try {
        return [message.parse(JSON.parse(line))];
      } catch (error) {
        throw new DualwatchError(
          'input-unreadable',
          `${String(file)}, line ${n + 1}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    });
}

function behaviourOf({ id, lang, title, lines, truth, kind, alsoOk }: Message, n: number): Behaviour {
  const site = messageSite(lang, n);
  const stands = truth === 'present';
  const [first = '', ...rest] = lines;
  return {
    id,
    site: `m${n}.example`,
    lang,
    what: lines.join(' / '),
    present: { status: 200, html: site.page(stands ? rest : [], 1) },
    absent: { status: 404, html: '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>' },
    later: [
      {
        status: 200,
        html: stands ? site.page([first, ...rest], 2) : site.message(title, lines, 2),
        truth,
        ...(truth === 'removed' && kind ? { kind } : {}),
        alsoOk: stands ? ['changed', ...alsoOk] : alsoOk,
      },
    ],
  };
}
