/**
 * One form for the many ways to write a sound in Latin letters: kh/h, y/i/j, ts/tz, ye/ie/e, sch/sh, w/v, ph/f, ou/oo/u, doubled letters.
 * Takes lower-case ASCII letters and digits, as transliterated names have them, and gives a string that is at most as long.
 * Two spellings with one skeleton are taken for the same word; what is left to typing is measured by `keySimilarity`.
 *
 * Capitals in the result stand for sounds that Latin writes with several letters: S sh, Z zh, C ch, X ts.
 */
export function skeleton(spelling: string): string {
  let out = '';
  let last = '';
  for (let at = 0; at < spelling.length;) {
    const [sound, length] = soundAt(spelling, at);
    at += length;
    for (const letter of sound) {
      // ye, ie, je → e: Yeltsin, Eltsin. That yo stands for ё too (Fyodor, Fedor) is a further key of such words.
      if (last === 'i' && letter === 'e') {
        out = `${out.slice(0, -1)}e`;
        last = 'e';
        if (out.length > 1 && out.charCodeAt(out.length - 2) === 0x65) out = out.slice(0, -1);
        continue;
      }
      if (letter !== last) out += letter;
      last = letter;
    }
  }
  return out.length > MAX_KEY ? out.slice(0, MAX_KEY) : out;
}

/** Longer words are cut: their first letters tell them apart. */
export const MAX_KEY = 30;

export const SOUNDS: ReadonlyMap<string, string> = new Map(
  (
    'chr=kr tech=teh shch=S sch=S tsch=C tch=C dzh=i dsch=i dj=i dz=z sh=S zh=Z kh=h ch=C cz=C ts=X tz=X ph=f th=t dh=d gh=g ck=k qu=kv rh=r ' +
    'ou=u oo=u ee=i x=ks w=v q=k y=i j=i'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split('=');
      return [from, to];
    }),
);

const LONGEST = 4;

/** First letters of the rules above: all other letters stand for themselves. */
const OPENERS: ReadonlySet<string> = new Set([...SOUNDS.keys()].map((from) => from.charAt(0)));

function soundAt(text: string, at: number): readonly [string, number] {
  const first = text.charAt(at);
  if (!OPENERS.has(first)) return first === 'c' ? [softC(text.charAt(at + 1)), 1] : [first, 1];
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    const sound = SOUNDS.get(text.slice(at, at + length));
    if (sound !== undefined) return [sound, length];
  }
  return first === 'c' ? [softC(text.charAt(at + 1)), 1] : [first, 1];
}

export function softC(next: string): string {
  return next === 'e' || next === 'i' || next === 'y' ? 's' : 'k';
}
