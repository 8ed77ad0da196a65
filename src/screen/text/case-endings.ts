/** Endings of inflected Cyrillic words, longest first, and what they may stand for in the nominative: surnames, given names, patronymics, nouns, adjectives. */
export const ENDINGS: readonly (readonly [ending: string, bases: readonly string[]])[] = (
  'ського=ський ському=ський ським=ський ською=ська,ская ської=ська,ская ській=ська,ская ську=ська,ская ська=ская ' +
  'цькою=цька,цкая цької=цька,цкая цькій=цька,цкая цьку=цька,цкая цька=цкая ' +
  'ского=ский,ское скому=ский,ское ским=ский,ское ском=ский,ское ской=ская скую=ская ских=ские цкого=цкий цкому=цкий цким=цкий цком=цкий ' +
  'ыми=ые ими=ие ого=ый,ой,ое его=ий,ее ому=ый,ой,ое ему=ий,ее ими=ие ией=ия иям=ия иях=ия ьем=ье ' +
  'овой=ова евой=ева иной=ина ову=ова,ов еву=ева,ев ину=ина,ин овым=ов евым=ев иным=ин ' +
  'ями=я,ь ами=а,ы ьям=ья еві=ь,й єві=й,ь ові=,о ової=ова евої=ева овій=ова евій=ева ої=а ою=а єю=я ею=я ьва=ев ьву=ев ьвом=ев авла=авел авлу=авел авлом=авел авле=авел ' +
  'ой=а,ая,ый ей=я,ь,ья,ия ую=ая юю=яя ом=,о,ое чем=ч шем=ш жем=ж щем=щ цем=ц,ец ем=е,й,ь,ее єм=й,е ым=ый,,ое,ые им=ий,,ее,ие ых=ые их=ие ям=я,ь ям=я ах=а,ы ях=я,ь ов= ев=й ' +
  'ии=ия,ий ию=ия,ий ия=ий ья=ь ію=ія ії=ія ' +
  'а=,о я=й,ь,е у=а,,о ю=я,й,ь,е е=а,,я,о ы=а, и=я,ь,а,,й і=а,,я ї=я,й'
)
  .split(' ')
  .map((pair): readonly [string, readonly string[]] => {
    const [ending = '', bases = ''] = pair.split('=');
    return [ending, bases.split(',')];
  });

/** Fewest letters before an ending. */
export function leastStem(ending: string): number {
  return ending.length > 2 ? 1 : 2;
}

/** Fewer letters are no nominative. */
export const LEAST_FORM = 3;
export const MOST_FORMS = 14;

/** The endings by their last letter, each in its order. */
const BY_LAST = Map.groupBy(ENDINGS, ([ending]) => ending.at(-1));
const NO_ENDINGS: typeof ENDINGS = [];

/** What a folded Cyrillic word may be in the nominative, besides what it is as it stands; at most fourteen guesses, the likeliest first. */
export function baseForms(word: string): readonly string[] {
  const forms: string[] = [];
  for (const [ending, bases] of BY_LAST.get(word.at(-1)) ?? NO_ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < leastStem(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    for (const base of bases) if (stem.length + base.length >= LEAST_FORM && !forms.includes(stem + base)) forms.push(stem + base);
  }
  return forms.slice(0, MOST_FORMS);
}
