/** Endings of inflection in Russian and Ukrainian, the longest first. */
const CYRILLIC_ENDING =
  /(?:иями|ьями|ями|ами|ого|его|ому|ему|ыми|ими|ією|ости|ость|істю|ості|ість|ов|ев|ів|їв|ей|ам|ям|ах|ях|ом|ем|ой|ою|ею|ої|ій|ым|им|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ия|ии|ию|ье|ьё|ья|ью|ьи|ії|ія|а|я|о|е|ы|и|і|ї|у|ю|ь|й)$/;

/** A stem has so many letters at least. */
const LEAST = 3;

/** A word without what inflection changes, crudely: what is left tells words apart and holds their forms together. */
export function stemOf(word: string): string {
  if (word.length <= LEAST) return word;
  const first = word.charCodeAt(0);
  if (first < 0x400 || first >= 0x530) return word.replace(/(?:ies|es|s|ing|ed)$/, '');
  const stem = word.replace(CYRILLIC_ENDING, '');
  return (stem.length < LEAST ? word.slice(0, LEAST) : stem).replace(/нн$/, 'н');
}
