import type { CodeScheme, ListedCode } from '../catalogue/catalogue.ts';

/** Words that announce codes of a scheme. */
export interface CodeContext {
  readonly scheme: CodeScheme;
  readonly words: readonly string[];
}

export const CODE_CONTEXTS: readonly CodeContext[] = [
  {
    scheme: 'hs',
    words: [
      'HS',
      'HTS',
      'ТН ВЭД',
      'ТНВЭД',
      'УКТЗЕД',
      'УКТ ЗЕД',
      'customs code',
      'customs tariff',
      'tariff code',
      'tariff heading',
      'tariff number',
      'CN code',
      'Combined Nomenclature',
      'TARIC',
      'commodity code',
      'commodity number',
      'statistical number',
      'statistical code',
      'HTSUS',
      'таможенный код',
      '海关编码',
      '海关商品编号',
      '商品编码',
      '税号',
      '税则',
      '海关',
      'HS编码',
      'ТН ВЭД ЕАЭС',
      'код ТН ВЭД',
      'TN VED',
      'TNVED',
      'UKTZED',
      'Schedule B',
    ],
  },
  {
    scheme: 'eccn',
    words: [
      'ECCN',
      'ECN',
      'export classification',
      'export control',
      'dual-use',
      'экспортного контроля',
      'двойного назначения',
      'подвійного',
    ],
  },
  { scheme: 'cnControl', words: ['管制', '管控', '两用物项', '出口许可'] },
  { scheme: 'okpd2', words: ['ОКПД', 'ОКПД2', 'ОКПД 2', 'КТРУ', 'OKPD', 'OKPD2'] },
  { scheme: 'cpv', words: ['CPV', 'ДК 021', 'ДК021', 'код ДК', 'ЄЗС', 'Common Procurement Vocabulary'] },
  { scheme: 'cas', words: ['CAS', 'CAS号', '登记号'] },
  { scheme: 'cnProcurement', words: ['品目', '采购目录', '目录', '货物编码', '品类编码'] },
  { scheme: 'fsc', words: ['PSC', 'FSC', 'NSN', 'product service code', 'federal supply class'] },
];

/** Words before numbers that are no codes of goods: of papers, persons, firms, telephones. Letter case does not matter; a word in Latin or Cyrillic letters stands alone. */
const OTHER_NUMBERS = {
  numbers: 'no nr num number',
  spelled:
    'id ref reg reference serial sn tin vat invoice order contract po lot tender account bank phone tel mobile fax ' +
    'номер извещение извещения лот лота заказ заказа договор договора контракт контракта счет счёт счета заявка заявки закупка закупки артикул инв ' +
    'инн кпп огрн огрнип окпо бик снилс тел телефон телефона моб факс накладная накладной уин икз ' +
    'лоту замовлення договір договору рахунок рахунку іпн єдрпоу рнокпп закупівля закупівлі накладна',
  han: '[编編][号號]|单号|單號|号码|號碼|电话|電話|手机|手機|传真|傳真|账号|帐号|賬號|发票|發票|订单|訂單|批号|文号|文號|序号|註冊號|注册号|代码证|信用代码|税务登记|标号|案号|案號|(?<![编編])[号號]',
};
/** Words between such a word and its number, which say whose or what it is: ИНН заказчика, order date. */
const BETWEEN =
  'no nr num number id code ref reference date dated of for номер код дата от заказчика покупателя поставщика исполнителя участника продавца клиента плательщика получателя ' +
  'организации компании предприятия банка учреждения замовника покупця постачальника виконавця учасника продавця платника одержувача організації компанії підприємства установи від';
/** The number of a commodity is its code. */
const OF_GOODS = '(?<!(?:commodity|statistical|tariff|customs)[ .]{1,2})';
/** Behind such a word: signs, and one word more. */
const NUMBERED = new RegExp(
  String.raw`(?:[№#]|(?<![\p{L}\d])(?:${OF_GOODS}(?:${oneOf(OTHER_NUMBERS.numbers)})|${oneOf(OTHER_NUMBERS.spelled)})(?![\p{L}\d])(?:[ .]{1,2}(?:${oneOf(BETWEEN)}))?|(?<!商品|货物|貨物|物品|税则|海关)(?:${OTHER_NUMBERS.han}))[^\p{L}\d\n]{0,6}$`,
  'iu',
);

function oneOf(words: string): string {
  return words.replaceAll(' ', '|');
}

/** Whether the words before a number say that it is one of something else: `Order No. `, 合同编号：. */
export function isOtherNumber(before: string): boolean {
  return NUMBERED.test(before);
}

export interface ReadCode {
  /** Canonical form, without the scheme: `854370`, `5A001.h`. */
  readonly code: string;
  /** Length of what was read, in characters. */
  readonly length: number;
}

/** Name of a scheme in an id: `HS:854370`, `CN:0A903.a`. */
export const SCHEME_NAMES: Readonly<Record<CodeScheme, string>> = {
  hs: 'HS',
  eccn: 'ECCN',
  okpd2: 'OKPD2',
  cpv: 'CPV',
  cas: 'CAS',
  cnProcurement: 'CN-A',
  cnTariff: 'HS',
  cnControl: 'CN',
  fsc: 'FSC',
};

/** The folded beginning under which a listed code is looked for; different notations of one code share it. */
export function codeAnchor({ scheme, code }: ListedCode): string {
  return (scheme === 'hs' || scheme === 'cnTariff' ? code.slice(0, 4) : code).toLowerCase();
}

/** Reads a code of a scheme at the beginning of a text (folded, case kept), or null where what stands there has not its form. */
export function readCode(scheme: CodeScheme, text: string): ReadCode | null {
  const [whole, ...groups] = FORMS[scheme].exec(text) ?? [];
  if (whole === undefined) return null;
  if (scheme === 'eccn' || scheme === 'cnControl') {
    const [category = '', letter, rest = ''] = groups;
    return { code: `${category}${letter === undefined ? '' : `.${letter}`.toLowerCase()}${rest.toLowerCase()}`, length: whole.length };
  }
  const code = groups.filter((group) => group !== undefined).join('');
  if (scheme === 'hs' || scheme === 'cnTariff') {
    const digits = code.replaceAll(/[. ]/g, '');
    return isTariffCode(digits) ? { code: digits, length: whole.length } : null;
  }
  if (scheme === 'cas') return isCas(code) ? { code, length: whole.length } : null;
  return { code, length: whole.length };
}

/** True where a tariff code is written as only tariff codes are: 8543.70, 8526 91 900 0. */
export function hasTariffPunctuation(written: string): boolean {
  return /^\d{4}\.\d{2}/.test(written) || /^\d{4} \d{2} \d{3} \d$/.test(written);
}

/** 5A001.f, and as people write it: 5A001f, 5A001.F.1 */
const CONTROL_ENTRY = /^(\d[A-E]\d{3})(?:\.?([A-Za-z])(?![A-Za-z]))?((?:\.[A-Za-z0-9]{1,3}){0,4})(?![A-Za-z\d])/;

const FORMS: Readonly<Record<CodeScheme, RegExp>> = {
  hs: /^(\d{4})(?:[. ]?(\d{2})(?:[. ]?(\d{2}))?(?:[. ]?(\d{2}|\d{3}[. ]?\d))?)?(?![\d]|[.,-]\d|[A-Za-z])/,
  cnTariff: /^(\d{4})[. ]?(\d{2})[. ]?(\d{2})[. ]?(\d{2})(?![\d]|[.,-]\d|[A-Za-z])/,
  eccn: CONTROL_ENTRY,
  cnControl: CONTROL_ENTRY,
  okpd2: /^(\d{2}\.\d{2}(?:\.\d{1,2})?(?:\.\d{3})?)(?![\d])/,
  cpv: /^(\d{8})(?:-\d)?(?![\d])/,
  cas: /^(\d{2,7}-\d{2}-\d)(?![\d-])/,
  cnProcurement: /^([A-C]\d{2}(?:\d{2}){0,4})(?![\dA-Za-z])/,
  fsc: /^(\d{2}(?=--)|\d{4}(?=-?\d{2}-?\d{3}-?\d{4}(?!\d))|\d{4}(?=-?\d{9}(?!\d))|\d{4}(?![\dA-Za-z])|\d{2}(?![\dA-Za-z]))/,
};

/** Chapters 1 to 97 without the reserved 77; four, six, eight or ten digits. */
function isTariffCode(digits: string): boolean {
  const chapter = Number(digits.slice(0, 2));
  const heading = Number(digits.slice(2, 4));
  return [4, 6, 8, 10].includes(digits.length) && chapter >= 1 && chapter <= 97 && chapter !== 77 && heading >= 1;
}

function isCas(code: string): boolean {
  return code.endsWith(String(casCheckDigit(code)));
}

/** What the last digit of a CAS number has to be: a checksum of the others. */
export function casCheckDigit(code: string): number {
  const digits = Array.from(code.replaceAll('-', '').slice(0, -1), Number).toReversed();
  return digits.reduce((total, digit, index) => total + digit * (index + 1), 0) % 10;
}
