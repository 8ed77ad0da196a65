import { NAME_ALONE } from '../score/score-pair.ts';

/** The log odds below which no name can come into an answer of so many parties: rises as better ones are found. */
export class RisingFloor {
  floor: number;
  readonly #limit: number;
  /** The best parties so far and their log odds, the least first. */
  readonly #parties: number[] = [];
  readonly #logits: number[] = [];

  constructor(floor: number, limit: number) {
    this.floor = floor;
    this.#limit = limit;
  }

  /** Takes note of a party's name, its best so far. */
  note(party: number, logit: number): void {
    if (this.#limit === Infinity) return;
    // The name of a person is held under NAME_ALONE whatever its log odds, also where a lesser name of the party was not: above, more says nothing.
    const counts = Math.min(logit, MOST);
    const parties = this.#parties;
    const logits = this.#logits;
    let at = parties.indexOf(party);
    if (at < 0) {
      if (parties.length < this.#limit) {
        parties.unshift(party);
        logits.unshift(counts);
        at = 0;
      } else {
        if (counts <= logits[0]!) return;
        at = 0;
      }
    }
    for (; at + 1 < logits.length && logits[at + 1]! < counts; at += 1) {
      logits[at] = logits[at + 1]!;
      parties[at] = parties[at + 1]!;
    }
    logits[at] = counts;
    parties[at] = party;
    if (parties.length === this.#limit) this.floor = Math.max(this.floor, logits[0]! - ROUNDING);
  }
}

const MOST = Math.log(NAME_ALONE / (1 - NAME_ALONE));
/** Scores are rounded to four places before they are given, never before they are ordered. */
const ROUNDING = 1e-6;
