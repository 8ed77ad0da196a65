/** Sites by two people who had not seen the rules. What the rules missed of the first was read since, and mended for; of the second, on even lines only. */
export const FIRST_WRITER = new URL('../../test/fixtures/removals/behaviours.jsonl', import.meta.url);
export const SECOND_WRITER = new URL('../../test/fixtures/removals/second-writer.jsonl', import.meta.url);
