import { writeFileSync } from 'node:fs';
import { answerExamples } from '../src/server/answer-examples.ts';
import { playStory } from './answer-examples/play-story.ts';
import { shortened } from './answer-examples/shorten.ts';
import { openStage } from './answer-examples/stage.ts';
import { standIns } from './answer-examples/stand-ins.ts';
import { inStory } from './answer-examples/story-clock.ts';

/** Plays a story against the real server and writes what its routes answered: the examples of the documentation. Needs `openssl`, and story-clock.ts preloaded. */
const FILE = new URL('../src/server/answer-examples.json', import.meta.url);

// The server reads the file that is written here: one that is missing or broken must not keep it from being made anew.
try {
  answerExamples();
} catch {
  writeFileSync(FILE, '{}\n');
}
const stage = await openStage();
let subjects: readonly string[] = [];
try {
  subjects = await playStory(stage);
} finally {
  await stage.close();
}
const standIn = standIns(stage.origins);
const told = (text: string): string => standIn(inStory(text));
// What the story is about comes first: the paths of the documentation name it.
subjects.forEach(told);
const shown = [...stage.api.answers].map(
  ([operation, answer]) => `  ${JSON.stringify(operation)}: ${JSON.stringify(shortened(answer, told))}`,
);
writeFileSync(FILE, `{\n${shown.join(',\n')}\n}\n`);
