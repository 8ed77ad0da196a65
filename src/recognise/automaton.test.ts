import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAlphabet } from './alphabet.ts';
import { buildAutomaton } from './automaton.ts';
import { classesOf, foldedPhrase, withWordStart } from './phrase.ts';
import { newWalked, walk } from './walk.ts';

const words = fc.stringMatching(/^[abв无人]{1,4}$/);

it('finds every anchor at every place, as a plain search does', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.stringMatching(/^[abв无人 .]{0,60}$/), (anchors, text) => {
      const alphabet = buildAlphabet(anchors.map(foldedPhrase));
      const sequences = anchors.map((anchor) => withWordStart(classesOf(foldedPhrase(anchor), alphabet), alphabet));
      const walked = newWalked();
      walk(text, alphabet, buildAutomaton(sequences, alphabet.size, alphabet.narrow), walked);
      const found = Array.from({ length: walked.eventCount }, (_, event) => `${walked.events[event * 2]}@${walked.events[event * 2 + 1]}`);
      const classes = Array.from(walked.classes.subarray(0, walked.length));
      const fed = withWordStart(classes, alphabet);
      // the same over the sequence with word starts, counting only the other classes
      const expected = sequences.flatMap((sequence, anchor) =>
        fed.flatMap((_, at) =>
          sequence.every((letter, index) => fed[at + index] === letter)
            ? [`${anchor}@${fed.slice(0, at + sequence.length).filter((letter) => letter !== 5).length}`]
            : [],
        ),
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 500 },
  );
});
