/**
 * One form for the many ways to write a sound in Latin letters: kh/h, y/i/j, ts/tz, ye/ie/e, sch/sh, w/v, ph/f, ou/oo/u, doubled letters.
 * Takes lower-case ASCII letters and digits, as transliterated names have them, and gives a string that is at most as long.
 * Two spellings with one skeleton are taken for the same word; what is left to typing is measured by `keySimilarity`.
 *
 * Capitals in the result stand for sounds that Latin writes with several letters: S sh, Z zh, C ch, X ts.
 */
export function skeleton(spelling: string): string {
  const sounds = soundsOf(spelling);
  return sounds.length === 1 && isOwnWord(spelling) ? spelling.slice(0, MAX_KEY) : sounds;
}

/** A word of which one sound would be left is no other one: DJI is not JI, AAA not AA. But for syllables of names: Yee is Yi. */
function isOwnWord(spelling: string): boolean {
  return spelling.length > 2 && !/^[jy][aeiou]{1,3}$/.test(spelling);
}

/** The same for a piece of a word: a letter, a syllable. */
export function soundsOf(spelling: string): string {
  const { children, sounds } = soundTable();
  const out: number[] = [];
  let last = 0;
  for (let at = 0; at < spelling.length;) {
    const first = spelling.charCodeAt(at);
    let sound = 0;
    let used = 1;
    for (let node = first < 128 ? children[first]! : 0, n = 1; node !== 0; n += 1) {
      if (sounds[node] !== 0) {
        sound = sounds[node]!;
        used = n;
      }
      const next = spelling.charCodeAt(at + n);
      node = next < 128 ? children[(node << 7) | next]! : 0;
    }
    at += used;
    if (sound === 0) last = addLetter(out, last, first === C ? hardOrSoft(spelling.charCodeAt(at)) : first);
    else for (; sound !== 0; sound >>>= 8) last = addLetter(out, last, sound & 0xff);
  }
  return String.fromCharCode(...(out.length > MAX_KEY ? out.slice(0, MAX_KEY) : out));
}

/** Adds a letter behind `last`, as it sounds there; gives the new last one. */
function addLetter(out: number[], last: number, letter: number): number {
  // ye, ie, je → e: Yeltsin, Eltsin. That yo stands for ё too (Fyodor, Fedor) is a further key of such words.
  if (last === I && letter === E) {
    out[out.length - 1] = E;
    if (out.length > 1 && out[out.length - 2] === E) out.pop();
  } else if (letter !== last || letter <= NINE) out.push(letter);
  return letter;
}

/** Longer words are cut: their first letters tell them apart. */
export const MAX_KEY = 30;

const SOUNDS: ReadonlyMap<string, string> = new Map(
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

const [C, E, I, K, S, Y] = [0x63, 0x65, 0x69, 0x6b, 0x73, 0x79];
/** Digits say how many: A7 is not A77. */
export const NINE = 0x39;

/** What c sounds like before a letter; any other number stands for none. */
export function hardOrSoft(next: number): number {
  return next === E || next === I || next === Y ? S : K;
}

/** The rules above as a tree: all other letters stand for themselves. */
interface SoundTable {
  /** Next node by node and letter; node 0 is the root, and none. */
  readonly children: Uint16Array;
  /** Letters that the sounds up to a node stand for, at most four, the first lowest; 0 for none. */
  readonly sounds: Uint32Array;
}

let table: SoundTable | undefined;

export function soundTable(): SoundTable {
  if (table !== undefined) return table;
  const nodes = 1 + [...SOUNDS.keys()].reduce((sum, spelling) => sum + spelling.length, 0);
  const children = new Uint16Array(nodes << 7);
  const sounds = new Uint32Array(nodes);
  let made = 0;
  for (const [spelling, sound] of SOUNDS) {
    let node = 0;
    for (let at = 0; at < spelling.length; at += 1) {
      const place = (node << 7) | spelling.charCodeAt(at);
      if (children[place] === 0) children[place] = made += 1;
      node = children[place]!;
    }
    for (let at = 0; at < sound.length; at += 1) sounds[node]! |= sound.charCodeAt(at) << (8 * at);
  }
  return (table = { children, sounds });
}
