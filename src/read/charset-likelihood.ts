/** Encodings that are told apart by their bytes alone. Others (big5, shift_jis, euc-kr …) are believed where declared. */
export const LEGACY_CANDIDATES = ['gb18030', 'windows-1251', 'koi8-r', 'koi8-u', 'windows-1252'] as const;

export type LegacyEncoding = (typeof LEGACY_CANDIDATES)[number];

/** Beside these, what only a text that is garbled already is compared with. */
export type PricedEncoding = LegacyEncoding | 'ibm866';

/** High bytes looked at: enough for certainty, few enough to cost nothing. */
const SAMPLE_HIGH_BYTES = 6000;

/**
 * What the non-ASCII bytes of a text cost, in bits, if they are read as `encoding`: the encoding with the lowest cost is the likeliest.
 * Chinese is priced by the frequency of its characters (GB 2312 puts the common ones in its first level), Cyrillic by its letters and by
 * capitals in the middle of words, so that twelve characters suffice.
 */
export function costOfReading(bytes: Uint8Array, encoding: PricedEncoding): { readonly bits: number; readonly highBytes: number } {
  switch (encoding) {
    case 'gb18030':
      return costOfHan(bytes);
    case 'windows-1252':
      return costOfLatin(bytes);
    case 'windows-1251':
      return costOfCyrillic(bytes, CYRILLIC_LETTERS[encoding], 0);
    default:
      return costOfCyrillic(bytes, CYRILLIC_LETTERS[encoding], KOI8_RARITY_BITS);
  }
}

const INVALID_BITS = 24;
/** KOI8 has the capitals where windows-1251 has the small letters; for one word in capitals only its rarity on the web decides. */
const KOI8_RARITY_BITS = 6;

function costOfHan(bytes: Uint8Array): { bits: number; highBytes: number } {
  let bits = 0;
  let highBytes = 0;
  for (let at = 0; at < bytes.length && highBytes < SAMPLE_HIGH_BYTES;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const trail = at + 1 < bytes.length ? bytes[at + 1]! : 0;
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff || (trail > 0x39 && trail < 0x40)) {
      bits += INVALID_BITS;
      highBytes++;
      at++;
      continue;
    }
    if (trail < 0x40) {
      const sound = at + 3 < bytes.length && bytes[at + 2]! >= 0x81 && bytes[at + 3]! >= 0x30 && bytes[at + 3]! <= 0x39;
      bits += sound ? 26 : INVALID_BITS;
      highBytes += sound ? 2 : 1;
      at += sound ? 4 : 1;
      continue;
    }
    bits += hanBits(lead, trail);
    highBytes += trail >= 0x80 ? 2 : 1;
    at += 2;
  }
  return { bits, highBytes };
}

/** Bits of one double-byte character: −log2 of the share that its class takes in running text, spread over the class. */
function hanBits(lead: number, trail: number): number {
  if (trail < 0xa1) return 22;
  if (lead >= 0xb0 && lead <= 0xd7) return COMMON_HAN.has((lead << 8) | trail) ? 9 : 13.5;
  if (lead === 0xa1 || lead === 0xa3) return 9.5;
  if (lead >= 0xd8 && lead <= 0xf7) return 18;
  if (lead === 0xa2 || (lead >= 0xa4 && lead <= 0xa9)) return 16;
  return 22;
}

/** The commonest characters of notices and news, as GB 2312 codes. */
const COMMON_HAN = gb2312Codes(
  '的一是不了在有人这上大来和国中地为以到说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔采购公告招标中标成交供应商项目采单位预算联系电话地址时间文件响应磋商谈判竞争性询价政府服务设备技术参数要求投标人代理机构',
);

function gb2312Codes(text: string): ReadonlySet<number> {
  const wanted = new Set(text);
  const codes = new Set<number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      if (wanted.has(decoder.decode(Uint8Array.of(lead, trail)))) codes.add((lead << 8) | trail);
    }
  }
  return codes;
}

interface LetterTable {
  /** Bits of each high byte; negative for a capital. 0 marks a byte that is no letter. */
  readonly letter: Float32Array;
  /** Bits of each high byte that is no letter: low for the marks that Cyrillic text uses. */
  readonly mark: Float32Array;
}

/** Letters per thousand of Russian text, with the letters of Ukrainian added at a tenth of their share in it. */
const LETTER_SHARES: Readonly<Record<string, number>> = {
  о: 107,
  е: 84,
  а: 79,
  и: 72,
  н: 67,
  т: 62,
  с: 54,
  р: 47,
  в: 45,
  л: 43,
  к: 34,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 18,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 14,
  й: 12,
  х: 9.5,
  ж: 9.2,
  ш: 7,
  ю: 6.2,
  ц: 5,
  щ: 3.5,
  э: 3.2,
  ф: 2.8,
  ъ: 0.4,
  ё: 0.4,
  і: 8,
  ї: 1.5,
  є: 1,
  ґ: 0.1,
};

const CYRILLIC_LETTERS: Readonly<Record<'windows-1251' | 'koi8-r' | 'koi8-u' | 'ibm866', LetterTable>> = {
  'windows-1251': letterTable('windows-1251'),
  'koi8-r': letterTable('koi8-r'),
  'koi8-u': letterTable('koi8-u'),
  ibm866: letterTable('ibm866'),
};

function letterTable(encoding: string): LetterTable {
  const letter = new Float32Array(256);
  const mark = new Float32Array(256).fill(16);
  const decoder = new TextDecoder(encoding);
  for (let byte = 0x80; byte < 256; byte++) {
    const char = decoder.decode(Uint8Array.of(byte));
    const lower = char.toLowerCase();
    const share = LETTER_SHARES[lower];
    if (share !== undefined) letter[byte] = (lower === char ? 1 : -1) * -Math.log2(share / 1080);
    else if ('«»—–№…“”„ '.includes(char)) mark[byte] = 7;
  }
  return { letter, mark };
}

const CAPITAL_BITS = 2.5;
const CAPITAL_AFTER_CAPITAL_BITS = 1.2;
const CAPITAL_AFTER_SMALL_BITS = 9;
const TOUCHES_LATIN_BITS = 6;

function costOfCyrillic(bytes: Uint8Array, { letter, mark }: LetterTable, rarityBits: number): { bits: number; highBytes: number } {
  let bits = rarityBits;
  let highBytes = 0;
  let before = 0; // 0 nothing, 1 small letter, 2 capital, 3 Latin letter
  for (let at = 0; at < bytes.length && highBytes < SAMPLE_HIGH_BYTES; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      const latin = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
      if (latin && (before === 1 || before === 2)) bits += TOUCHES_LATIN_BITS;
      before = latin ? 3 : 0;
      continue;
    }
    highBytes++;
    const value = letter[byte]!;
    if (value === 0) {
      bits += mark[byte]!;
      before = 0;
      continue;
    }
    if (before === 3) bits += TOUCHES_LATIN_BITS;
    if (value > 0) {
      bits += value;
      before = 1;
    } else {
      bits += -value + (before === 1 ? CAPITAL_AFTER_SMALL_BITS : before === 2 ? CAPITAL_AFTER_CAPITAL_BITS : CAPITAL_BITS);
      before = 2;
    }
  }
  return { bits, highBytes };
}

/** Western accents stand alone among ASCII letters. */
function costOfLatin(bytes: Uint8Array): { bits: number; highBytes: number } {
  let bits = 0;
  let highBytes = 0;
  let run = 0;
  for (let at = 0; at < bytes.length && highBytes < SAMPLE_HIGH_BYTES; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      run = 0;
      continue;
    }
    highBytes++;
    run++;
    const accent = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
    const mark =
      byte === 0x93 || byte === 0x94 || byte === 0x92 || byte === 0x96 || byte === 0x97 || byte === 0xa0 || byte === 0xa9 || byte === 0xb0;
    bits += (mark ? 6 : accent ? 7 : 13) + (run > 1 ? 7 : 0);
  }
  return { bits, highBytes };
}
