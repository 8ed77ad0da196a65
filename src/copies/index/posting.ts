/**
 * A posting as one number: the text, and in the high bits about how many shingles stand for it. Most texts that are met have too little in common with the one
 * that asks, and this says so where the posting is read: whoever looks up each among a million waits for memory.
 */
export function postingOf(text: number, standing: number): number {
  return (text | (Math.min(HIGHEST, Math.floor(standing / STEP)) << TEXT_BITS)) >>> 0;
}

export function textOf(posting: number): number {
  return posting & ((1 << TEXT_BITS) - 1);
}

/** So many shingles stand for the text at least. */
export function leastStanding(posting: number): number {
  return (posting >>> TEXT_BITS) * STEP;
}

/** 268 million texts have a number. */
const TEXT_BITS = 28;
const HIGHEST = 15;
const STEP = 2;
