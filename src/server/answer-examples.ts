import { readFileSync } from 'node:fs';

/**
 * What each route that answers JSON once answered, by the id of its operation. `npm run docs` records it (scripts/write-answer-examples.ts). It is read at each
 * call: only whoever asks for the documentation needs it.
 */
export function answerExamples(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(new URL('./answer-examples.json', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>;
}
