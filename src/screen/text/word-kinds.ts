/** What a word of a text can be in a name; bits of an entry's head from the ninth on. `begins`: a form or title of several words; `rare`: an anchor that counts in small letters too. */
export const WORD = { form: 1, title: 2, trade: 4, place: 8, initial: 16, number: 32, begins: 64, rare: 128 } as const;

export const MOST_ANCHORS = 15;
export const MOST_CODES = 15;
