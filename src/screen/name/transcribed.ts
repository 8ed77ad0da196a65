import { pinyinOf } from '../../text/readings/pinyin.ts';

/** Characters that hardly stand in Chinese words, and spell foreign names by their sound. */
const STRONG = new Set(
  '尔斯特克夫姆弗戈埃厄恩勒蒂兹茨什耶涅赫普莫伊瓦萨塞鲁谢佩皮库柯卡拉洛雷茹珀蕾琳娜莎玛莱迪朗诺努穆纳科罗格曼扎哈胡贝柏霍索',
);
/** Others that do too. */
const ALSO = new Set(
  '阿艾爱安昂奥澳巴拜班邦鲍保本比彼边宾波伯博勃卜布采查策达戴丹道德登邓丁东顿多法凡范方菲费芬冯佛福盖甘冈高哥根贡古瓜圭果海汉豪黑亨洪华怀惠基吉季加贾简杰捷金津京久居凯坎康考可肯孔夸昆腊赖兰劳里理利莉立丽连廉良列林龙隆卢路伦吕马迈麦芒毛梅门蒙米密缅明摩墨默木拿那南内尼年宁纽农女欧帕派潘庞培彭蓬匹平朴奇齐恰钱乔切钦琴丘琼曲让热日荣瑞若撒赛桑瑟森沙山尚绍舍申圣施石士舒丝思松苏孙所塔台泰坦汤唐陶滕提田廷通图土托万旺威韦维温文翁沃乌吴伍武西希席夏香肖辛欣兴幸雄休许逊雅亚延扬杨叶衣依因英永尤于约云泽曾詹章赵哲珍芝治朱祖佐子宗娃娅妮黛薇翰史杜楚契诃盛孟喀侯',
);
/** Characters with another reading where they spell by sound than is most usual. */
const READ_SO: ReadonlyMap<string, string> = new Map([
  ['什', 'shi'],
  ['曾', 'zeng'],
  ['柏', 'bo'],
]);
/** Between the words of a foreign name in Han. */
export const DOT = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65]/;

const LEAST_CHARACTERS = 3;

/**
 * Does a piece of an organisation's name in Han spell a foreign word by sound? From its characters: 卡拉什尼科夫 does, 海康威视 does not. `dotted`: a dot stands between
 * words of the name, as between those of foreign names.
 */
export function isTranscribed(piece: string, dotted = false): boolean {
  if (piece.length < (dotted ? 2 : LEAST_CHARACTERS)) return false;
  let strong = 0;
  for (const char of piece) {
    if (STRONG.has(char)) strong += 1;
    else if (!ALSO.has(char)) return false;
  }
  return dotted || strong * 2 >= piece.length || (strong > 0 && piece.length > LEAST_CHARACTERS);
}

/** May a person's name of one word in Han be a foreign one? 普京 and 拜登 may. `isChinese`: it begins with a surname. */
export function isTranscribedAlone(text: string, isChinese: boolean): boolean {
  if (text.length < 2 || text.length > LONGEST_ALONE) return false;
  if (isChinese && text.length < LONGEST_CHINESE && !RARE_SURNAMES.has(text.charAt(0))) return false;
  let strong = false;
  for (const char of text) {
    if (STRONG.has(char)) strong = true;
    else if (!ALSO.has(char)) return false;
  }
  return strong || text.length === 2;
}

/** Surnames of few, with which foreign names begin. */
const RARE_SURNAMES = new Set('戈普伊皮卡洛茹哈');
/** Of Chinese names with a surname of one character three are all. */
const LONGEST_CHINESE = 4;
const LONGEST_ALONE = 8;

/** May foreign names be spelled with the character? */
export function maySpell(char: string): boolean {
  return STRONG.has(char) || ALSO.has(char);
}

/** And does it hardly stand in words of Chinese? */
export function onlySpells(char: string): boolean {
  return STRONG.has(char);
}

/** Syllables of pinyin that a foreign name in Han is spelled with; [] where a character is none. */
export function syllablesOf(text: string): readonly string[] {
  const syllables = Array.from(text, (char) => READ_SO.get(char) ?? pinyinOf(char)[0] ?? '');
  return syllables.includes('') ? [] : syllables;
}

/** Pinyin initials by the classes of {@link soundCodesOf} that the sound of a foreign name may have which Chinese spells with them: 季 ji is ti, di, gi or ji. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  b: ['P'],
  p: ['P'],
  f: ['P'],
  w: ['P', ''],
  m: ['M'],
  d: ['T'],
  t: ['T'],
  n: ['N'],
  l: ['L'],
  r: ['L', 'S'],
  g: ['K'],
  k: ['K'],
  h: ['K', ''],
  j: ['S', 'K', 'T', ''],
  q: ['S', 'K', 'T'],
  x: ['S', 'K'],
  z: ['S'],
  c: ['S'],
  s: ['S', 'T'],
  y: [''],
};

/** Codes at most, of one word. */
const MOST_CODES = 10;
/** Beginnings of codes that are gone on with. */
const MOST_BEGUN = 32;
const NO_INITIAL = [''];
const LEAST_SOUNDS = 2;

/**
 * Codes, as `soundCodesOf` gives them for words in Latin letters, of a foreign name that Chinese spells with these syllables of pinyin: 普京 pu jing is %PTN,
 * Putin, %PSN or %PKN. With l and r and without. At most {@link MOST_CODES}.
 */
export function transcribedCodes(syllables: readonly string[]): readonly string[] {
  // By code how far down the lists of sounds it was found.
  let codes = new Map([['', 0]]);
  for (const [at, syllable] of syllables.entries()) {
    const { initial, coda } = partsOf(syllable);
    const next = new Map<string, number>();
    for (const [code, unlikely] of codes)
      for (const [rank, sound] of (CLASSES[initial] ?? NO_INITIAL).entries()) {
        const longer = withSound(withSound(code, sound, at === 0), coda, false);
        next.set(longer, Math.min(next.get(longer) ?? Infinity, unlikely + rank));
      }
    codes = next.size <= MOST_BEGUN ? next : new Map([...next].toSorted((a, b) => a[1] - b[1]).slice(0, MOST_BEGUN));
  }
  const all = new Set<string>();
  for (const [code] of [...codes].toSorted((a, b) => a[1] - b[1]))
    for (const one of [code, code.charAt(0) + code.slice(1).replaceAll('L', '')]) if (one.length >= LEAST_SOUNDS) all.add(`%${one}`);
  return [...all].slice(0, MOST_CODES);
}

function withSound(code: string, sound: string, first: boolean): string {
  if (sound === '') return code === '' && first ? 'A' : code;
  // Before p an n is an m: 特朗普, Trump.
  const before = sound === 'P' && code.endsWith('N') ? `${code.slice(0, -1)}M` : code;
  return before.endsWith(sound) ? before : before + sound;
}

/** Initial (h of ch, sh and zh left out), the vowels, and the sound at the end, in classes, of a syllable of pinyin. */
export function partsOf(syllable: string): { readonly initial: string; readonly vowels: string; readonly coda: '' | 'N' | 'L' } {
  if (syllable === 'er') return { initial: '', vowels: '', coda: 'L' };
  const initial = /^[bpmfdtnlgkhjqxrzcsyw]/.test(syllable) ? syllable.charAt(0) : '';
  const rest = syllable.slice(initial.length).replace(/^h/, '');
  const vowels = rest.replace(/ng?$/, '');
  return { initial, vowels, coda: vowels === rest ? '' : 'N' };
}
