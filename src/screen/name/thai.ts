/** Thai in Latin letters as names are mostly written, near to the Royal system: สมชาย somchai, ใจดี jaidi. Any other character stays. */
export function spellThai(word: string): string {
  return word
    .normalize('NFC')
    .replaceAll(SILENT, '')
    .replaceAll(TONES, '')
    .replaceAll(/\u0e23\u0e23(?=[\u0e01-\u0e2e])/g, '\u0e31')
    .replaceAll('\u0e23\u0e23', '\u0e31\u0e19')
    .replace(UNSAID, '$1')
    .replaceAll(BEFORE, '$2$1')
    .replaceAll(SYLLABLE, (_, opening: string, vowel: string, closing: string) => {
      // A single consonant is said with a, two that stand together with o between them.
      const spelled = vowel === '' ? (closing === '' ? 'a' : 'o') : (VOWELS.get(vowel) ?? '');
      return initialOf(opening) + spelled + (FINALS.get(closing) ?? INITIALS.get(closing) ?? '');
    });
}

/**
 * What else it may be in Latin letters: without the h of breath (Phichit, Pichit), and with ch for จ. Of the first spelling.
 */
export function otherThaiSpellings(latin: string): readonly string[] {
  const plain = latin.replaceAll(/(?<=[kpt])h/g, '');
  return [plain, latin.replaceAll('j', 'ch')].filter((spelling) => spelling !== latin);
}

// By code: most vowels are marks, which no editor shows alone. Consonants are 0e01 to 0e2e, vowels behind and on them 0e30 to 0e39, before them 0e40 to 0e44.

/** A consonant under the sign that silences it, with a vowel between them or none; two that end a word of Sanskrit together. */
const SILENT = /(?:[ทตด]ร|ษณ|[\u0e01-\u0e2e])[\u0e34\u0e38]?\u0e4c/g;
/** The last vowel of words like ชาติ, chat. */
const UNSAID = /([ตทธ])[\u0e34\u0e38]$/;
const TONES = /[\u0e47-\u0e4b\u0e4e]/g;

/** Two consonants that begin a syllable together, the second r, l or w; a leading h only changes the tone. */
const CLUSTER = '[กขคตปผพ][รลว]|ห[งญนมยรลว]';
const CONSONANT = '[\\u0e01-\\u0e2e]';
const VOWEL_FOLLOWS = '(?=[\\u0e30-\\u0e39\\u0e40-\\u0e44])';

/** A vowel that is written before its consonants and said behind them. */
const BEFORE = new RegExp(`([\\u0e40-\\u0e44])((?:${CLUSTER})(?=[\\u0e01-\\u0e39])|${CONSONANT})`, 'g');

/** What begins a syllable, its vowel, and the consonant that closes it, which no vowel follows. */
const SYLLABLE = new RegExp(
  `((?:${CLUSTER})${VOWEL_FOLLOWS}|ทร|${CONSONANT})` +
    '(\\u0e40[\\u0e35\\u0e37][\\u0e22\\u0e2d]|\\u0e40\\u0e32\\u0e30?|\\u0e40\\u0e34|\\u0e40\\u0e2d(?![\\u0e30-\\u0e44])|[\\u0e41\\u0e42]\\u0e30?|[\\u0e40\\u0e43\\u0e44]|\\u0e27(?=[\\u0e01-\\u0e2e](?![\\u0e30-\\u0e44]))|\\u0e31[\\u0e22\\u0e27](?![\\u0e30-\\u0e44])|\\u0e2d(?=[\\u0e01-\\u0e2c](?![\\u0e30-\\u0e44]))|[\\u0e30-\\u0e39]|)' +
    `(${CONSONANT}(?![\\u0e30-\\u0e44]|${CONSONANT}$)|)`,
  'g',
);

const table = (pairs: string): ReadonlyMap<string, string> => new Map(pairs.split(' ').map((pair) => pair.split('=') as [string, string]));

const INITIALS = table(
  'ก=k ข=kh ค=kh ฆ=kh ง=ng จ=j ฉ=ch ช=ch ซ=s ฌ=ch ญ=y ฎ=d ฏ=t ฐ=th ฑ=th ฒ=th ณ=n ด=d ต=t ถ=th ท=th ธ=th น=n บ=b ป=p ผ=ph ฝ=f พ=ph ฟ=f ภ=ph ม=m ย=y ร=r ล=l ว=w ศ=s ษ=s ส=s ห=h ฬ=l อ= ฮ=h',
);
const FINALS = table('ก=k ข=k ค=k บ=p ป=p พ=p ภ=p ด=t ต=t จ=t ช=t ซ=t ท=t ธ=t ศ=t ษ=t ส=t ฎ=t ฏ=t ฐ=t น=n ณ=n ญ=n ร=n ล=n ย=i ว=o');
const VOWELS = table(
  '\u0e30=a \u0e31=a \u0e32=a \u0e33=am \u0e34=i \u0e35=i \u0e36=ue \u0e37=ue \u0e38=u \u0e39=u \u0e40=e \u0e41=ae \u0e41\u0e30=ae \u0e42=o \u0e42\u0e30=o \u0e43=ai \u0e44=ai ' +
    '\u0e27=ua \u0e2d=o \u0e31\u0e22=ai \u0e31\u0e27=ua \u0e40\u0e35\u0e22=ia \u0e40\u0e37\u0e2d=uea \u0e40\u0e32=ao \u0e40\u0e32\u0e30=o \u0e40\u0e2d=oe \u0e40\u0e34=oe',
);

function initialOf(opening: string): string {
  if (opening === 'ทร') return 's';
  const letters = opening.length === 2 && opening.startsWith('ห') ? opening.slice(1) : opening;
  return Array.from(letters, (letter) => INITIALS.get(letter) ?? letter).join('');
}
