import { splitPinyin } from '../../text/readings/split-pinyin.ts';

/** What a person's word in Latin letters is spelled where its letters have other sounds: Xolmatov, Prigojine, Khrusjtsjov, Halavanau, Mpakas. At most one; of lower-case letters. */
export function spellingsAbroad(latin: string): readonly string[] {
  if (!/x|[iy]ne$|gu[eiy]|ou.*ch|ch.*ou|ou[aeiy]|[sz]j|sz|dj|dh|^(?:mp|nt|gk)|(?:[^e]a|[lnr]o)u(?:$|sk)|ch.*ian$|sts|scs/.test(latin))
    return [];
  // Chinese has an x of its own.
  if (latin.includes('x') && splitPinyin(latin).length > 0) return [];
  const spelled = ABROAD.reduce((word, [from, to]) => word.replace(from, to), latin);
  return spelled === latin ? [] : [spelled];
}

/** What other languages make of sounds, in persons' names, where the skeleton hears another sound in the letters. In order, each on what the last gave too. */
const ABROAD: readonly (readonly [from: RegExp, to: string])[] = [
  // Uzbek, Azerbaijani, Somali: Xolmatov, Baxtiyor.
  [/x/g, 'h'],
  // Belarusian: Halavanau, Sakalouski; not Rousseau, nor Mamadou.
  [/(?<![cdgkprstz])h(?=.*(?:[^e]a|[lnr]o)u(?:$|sk))/g, 'g'],
  [/(?<=..[^e]a|..[nr]o|(?<!og|ou)lo)u(?=$|sk)/, 'v'],
  // French: Prigojine, Gueorgui, Choïgou.
  [/(?<=[^aeiouy]|gu|jh?)([iy])ne$/, '$1n'],
  [/gu(?=[eiy])/g, 'g'],
  [/ou(?=[aeiy])/g, 'w'],
  [/ch(?=.*(?:ou|w))|(?<=(?:ou|w).*)ch|(?<=[aeiou])ch(?=[aeiou]+n?ian$)/g, 'sh'],
  // The emphatic z of Arabic: Dharif, Zarif.
  [/dh/g, 'z'],
  // Scandinavian and Dutch: Khrusjtsjov, Prigozjin, Khroesjtsjov.
  [/oe(?=.*[sz]j)|(?<=[sz]j.*)oe/g, 'u'],
  [/tsj/g, 'tch'],
  [/sj/g, 'sh'],
  [/zj/g, 'zh'],
  // Polish: Łukaszenka.
  [/sz/g, 'sh'],
  // Hungarian and Finnish: Hruscsov, Hrustsov.
  [/scs|sts(?=[aeiou])/g, 'shch'],
  // South Slavic and Scandinavian: Medvedjev.
  [/(?<=[aeiou])dj(?=[aeiou])/g, 'd'],
  // Greek in Latin letters: Mpakas, Ntelis, Gkikas.
  [/^mp/, 'b'],
  [/^nt/, 'd'],
  [/^gk/, 'g'],
];
