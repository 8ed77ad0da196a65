import { spellingTable } from './spelling-table.ts';

/**
 * Vietnamese syllables, without their marks, that a lower-case Cyrillic word may spell: 'зунг' → ['dung', 'giung'], 'чан' → ['tran', 'chan'], 'куанг' → ['quang']. At most
 * 4; empty for what is no such syllable. Method: the practical transcription of maps and press of Russia, built from its initials, vowels and finals. Written for this project.
 */
export function vietnameseOfCyrillic(word: string): readonly string[] {
  if (word.length > LONGEST) return [];
  const [, initial = '', vowels = '', final = ''] = SYLLABLE.exec(word) ?? [];
  const [before, middle, after] = [INITIALS.get(initial), VOWELS.get(vowels), FINALS.get(final)];
  if (before === undefined || middle === undefined || after === undefined) return [];
  return before.flatMap((first) => middle.flatMap((inner) => after.map((last) => (first + inner).replace(/^cu(?=[aeioy])/, 'qu') + last)));
}

/** тхыонг is as long as any. */
const LONGEST = 7;

const SYLLABLE =
  /^(нг|нь|кх|тх|[бвгдзклмнпрстфхчш]?)(ьеу|ьо|ье|иеу|ие|иа|иу|ия|ыой|ыо|ыа|ыу|ый|уай|уи|юи|уа|уе|уэ|юэ|юе|уо|уй|оай|оа|оэ|ой|ау|ао|ай|ей|эй|эо|еу|яу|[аеиоуыэюя])(нг|нь|ть|[кмнпт]?)$/;

const INITIALS = spellingTable(
  ' |б b|в v|г g|д d|з d,gi|к c|кх kh|л l|м m|н n|нг ng|нь nh|п p|р r|с x,s|т t,ch|тх th|ф ph|х h|ч tr,ch|ш s',
);
const VOWELS = spellingTable(
  'а a|ай ai|ао ao|ау au|е e|еу eu|ей ay|и i,y|иа ia|ие ie|иеу ieu|иу iu|ия ia|о o|оа oa|оай oai|ой oi|оэ oe|у u|уа ua|уай uai|уе uye,ue|уи uy|уй ui,uy|уо uo|уэ ue,uye|' +
    'ы u|ыа ua|ый ui|ыо uo|ыой uoi|ыу uu|ье ie|ьеу ieu|ьо io|э e|эй ay|эо eo|ю u|юе ue,uye|юи uy|юэ ue,uye|я a|яу au',
);

/** The first stands for none. */
const FINALS = spellingTable(' |к c|м m|н n|нг ng|нь nh|п p|т t|ть ch');
