import { simplifiedOf } from './readings/simplified-of.ts';

/** Letters that cost the same. */
function alike(...groups: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(([bits, letters]) => Array.from(letters, (letter): [string, number] => [letter, bits])));
}

/** Letters of a script with what each costs in bits, from the most usual in names to the least; written for this project. */
function ranked(letters: string, first: number, step: number): ReadonlyMap<string, number> {
  return new Map(Array.from(letters.replaceAll(/\s/g, ''), (letter, rank) => [letter, first + step * rank]));
}

/** Small letters with marks, as Western Europe writes them. */
export const WESTERN = alike([6.5, 'éáíóúüöäñçèãâêôàõîûëåøæß'], [8, 'ïœùòìý']);

/** As they are written where an encoding is used. */
export const ACCENTS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ['windows-1250', alike([6, 'ýčšžřěůłąęśżćńőű'], [6.5, 'áíéóúöüäç'], [7.5, 'ďňťźăâîșțß'], [9.5, 'ţşđôľĺŕë'])],
  ['windows-1254', new Map([...alike([4.5, 'ışğ'], [5.5, 'çöü'], [9, 'âîûéäèáóíñ']), ['İ'.toLowerCase(), 4.5]])],
]);

/** Small letters. */
export const LETTERS = {
  cyrillic: ranked('оаеинтрсвлкмдпуязыьгбчйхжшюцщфэіїёєъґ', 3.1, 0.17),
  greek: ranked('αοιετσνηρυκπμςλόίάήδγέθωύχφβώξζψϊϋΐΰ', 3.1, 0.17),
  hebrew: ranked('יולאהרתםבמשנקעדחצפגטזכסןךףץ', 3.1, 0.15),
  arabic: ranked('المينرتوةبعدسفهحقشجصطكخزغضأثذظىإءئؤآپگچکیژ', 3, 0.14),
  thai: ranked('านรกอเัิงมยลวดทตส่ี้ปบคหะแุจพชข์ไใโูผธณถซศืำญฟษภๆฝฉฎฐฏฒฬฆ็๊๋ฤฮฑฌึ', 3.4, 0.11),
} as const;

/** Is it one of the characters that names and their tables are full of, in any of its forms? */
export function isCommonHan(char: string): boolean {
  return COMMON_HAN.has(simplifiedOf(char));
}

/** Does everybody who reads Chinese know it, in any of its forms: is its simplified form of the first level of GB 2312? */
export function isOrdinaryHan(char: string): boolean {
  firstLevel ??= firstLevelOfGb2312();
  return firstLevel.has(simplifiedOf(char)) || firstLevel.has(char);
}

export function isCommonHangul(char: string): boolean {
  return COMMON_HANGUL.has(char);
}

let firstLevel: ReadonlySet<string> | undefined;

function firstLevelOfGb2312(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb18030');
  const level = new Set<string>();
  for (let lead = 0xb0; lead <= 0xd7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) level.add(decoder.decode(Uint8Array.of(lead, trail)));
  return level;
}

const COMMON_HAN: ReadonlySet<string> = new Set(
  '名称国家公司有限股份责任集团科技技术电子电器贸易进出口国际实业工业工程设备制造机械控股投资发展研究院所大学中心厂总局部会社株式银行信息通信通讯网络软件系统服务物流运输航空航天船舶海洋石油化工能源电力材料金属钢铁汽车自动化精密光学仪器半导体微生物医药食品' +
    '北京上海天津重庆广东广州深圳香港台湾台北新竹湾江苏浙江山东西河南湖四川成都武汉南京杭州东莞苏州青岛大连哈尔滨长春沈阳安徽福建厦门日本东京大阪三菱中华民国美德英法俄罗斯朝鲜韩' +
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建华志玉春红国' +
    '铃木佐藤高桥田中渡边伊藤山本中村小林加藤吉田山口松井上村佐木阪崎岛野原川内谷太郎一二三四五六七八九十子男美和正义雄之助' +
    '的一是在不了人我他这个们来到时地为以说要就出你对生能而那得于着下自年过发后作里用道行然种事多经么去法学如都同现当没动面起看定天分还进好样心前开但因只从想实采购公告招标项目编号单位地址电话客户姓性别期类型代码备注统用信证',
);

const COMMON_HANGUL: ReadonlySet<string> = new Set(
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민진나라지엄채원천방공현함변염여려추도소석선설마길연위표명기반왕금옥인제모국은리림' +
    '영철수숙순준훈동태택평학일근걸관광규대덕두란복병범보빈상승시식애열웅운욱익자재종중창춘충필형호화환효흥미건해향희경봉용룡정' +
    '회사주식유한책임무역개발은행전자자동차산업공업건설기술과학연구소대학교총그룹코리아글로벌테크시스템솔루션에너지물산상사항공해운물류통신정보컴퓨터반도체화학철강금속기계부품의약식품가나다마바사아자차카타파하' +
    '을를에의는이가와과도고다니습합지금년월름국번호주소업체명거래처조선북남중앙민족인민공화련합봉광무청단군수송석탄총국도트스드르브크프즈',
);
