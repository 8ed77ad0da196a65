import type { Span } from '../../model/span.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { latinise } from '../name/latinise.ts';
import { phraseAt } from '../name/phrases.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import type { LaterName } from './called-later.ts';
import { hanWords, type HanName } from './han-name.ts';

/** A short form that a text gives a party itself, and what it calls it later by. */
export type IntroducedName = { readonly han: HanName } | { readonly words: LaterName };

/**
 * The short form that a text introduces right behind the name of an organisation: 简称“中航”, (далее — «Ветер»), (далі — НТЦ), hereinafter "Kestrel", (“Kestrel”). What
 * the law calls sides of a contract (Заказчик, 甲方, the Company), and words of the glossary alone are no names. Undefined where none is introduced.
 */
export function introducedBehind(text: string, { start, end }: Span, knowledge: NameKnowledge): IntroducedName | undefined {
  const behind = text.slice(end, end + REACH);
  const acronym = ACRONYM.exec(behind)?.[1];
  if (acronym !== undefined) return areInitials(acronym, text.slice(start, end)) ? ofWords(acronym, knowledge) : undefined;
  const found = WAYS.map((way) => way.exec(behind)).find((match) => match !== null);
  if (found?.groups?.['gap'] !== undefined && mayNameOther(found.groups['gap'], knowledge)) return undefined;
  const name =
    found
      ?.at(-1)
      ?.trim()
      .replace(/^[\s"«“„]+|[\s"»”,.;]+$/gu, '') ?? '';
  if (name === '' || ROLE.test(name) || HAN_THING.test(name) || NEXT.test(found?.[0] ?? '')) return undefined;
  return ONLY_HAN.test(name) ? ofHan(name) : ofWords(name, knowledge);
}

/** May another be named between a name and the bracket behind it? */
function mayNameOther(gap: string, knowledge: NameKnowledge): boolean {
  if (/\p{L}{3}[.!?]\s/u.test(gap)) return true;
  // Some characters of Han are a clause already, unless they are the end of the name.
  if (/[\u3400-\u9fff]/.test(gap) && !HAN_FORM.test(gap.trim())) return true;
  const comma = gap.search(/[,，、]/);
  if (comma < 0) return gap.trim().length > LONGEST_FORM;
  const tokens = tokensOf(gap.slice(comma));
  return tokens.some((_, n) => phraseAt(tokens, n, knowledge)?.units.some(({ kind }) => kind === 'form'));
}

/** Does each letter of an acronym begin a word of the name, in their order? */
function areInitials(acronym: string, name: string): boolean {
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)].map(([letter]) => letter.toUpperCase());
  let at = 0;
  for (const letter of acronym) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function ofHan(brand: string): IntroducedName | undefined {
  if (brand.length < 2 || (brand.length < 4 && hanWords(brand).length === 1)) return undefined;
  return { han: { before: '', brand, behind: '', common: false } };
}

function ofWords(name: string, knowledge: NameKnowledge): IntroducedName | undefined {
  const tokens = tokensOf(name);
  if (tokens.length === 0 || tokens.length > MOST_WORDS || !/^[\p{Lu}\d]/u.test(name)) return undefined;
  if (tokens.some(({ script }) => script !== 'latin' && script !== 'cyrillic' && script !== 'digits')) return undefined;
  const isKnown = (n: number): boolean => phraseAt(tokens, n, knowledge) !== undefined;
  if (tokens.every(({ script }, n) => script === 'digits' || isKnown(n))) return undefined;
  const words = tokens.map(({ text: word }) => [skeletonOf(latinise(word), knowledge)]);
  if (words.some(([key]) => key === '') || (words.length === 1 && words[0]![0]!.length < 2)) return undefined;
  return { words: { words, rare: true } };
}

/** Characters behind the name within which its short form is. */
const REACH = 90;
const MOST_WORDS = 4;
/** Characters of a form that the mention of the name leaves out: Co., Ltd. */
const LONGEST_FORM = 12;
const ONLY_HAN = /^[\u3400-\u9fff]+$/;
/** What may stand between the name and what introduces the short form: the end of quotes, a form, numbers of registers, a place. */
const GAP = String.raw`^[»”"』」》’]?(?<gap>[^()（）。;；\n«"“]{0,48}?)`;
const WAYS: readonly RegExp[] = [
  new RegExp(
    String.raw`${GAP}[(（,，、]\s?(?:以下|下文|下称|后文)?(?:统一)?(?:简称|称为|下称)(?:为)?[:：]?\s?["“「『《‘]([^"”」』》’\n]{2,12})["”」』》’]`,
    'u',
  ),
  new RegExp(String.raw`${GAP}[(（]\s?(?:以下|下文|后文)?(?:简称|下称)(?:为)?[:：]?\s?([\u3400-\u9fff]{2,8})[)）]`, 'u'),
  new RegExp(
    String.raw`${GAP}[(,]\s?(?:далее|в дальнейшем|далі|надалі|сокращ[её]нно|скорочено|(?:именуем|іменован)\p{L}*)(?:\s(?:в дальнейшем|далее|надалі|по тексту|за текстом|также|просто|именуем\p{L}*|іменован\p{L}*))*,?\s?[:—–-]?\s?[«"“„]?([\p{Lu}\d][^»"”“)(,;\n]{1,40})[»"”“),]`,
    'u',
  ),
  new RegExp(
    String.raw`${GAP}[(,]\s?(?:herein\s?after|hereafter|henceforth|referred to)(?:\s(?:also|as|referred to|simply|called|the|herein))*,?\s?[:—–-]?\s?["“”'‘]?([\p{Lu}\d][^"”“()’,;\n]{1,40})["”“’),]`,
    'u',
  ),
  /^[»”"]?,?(?:\s[\p{Lu}][\p{L}.]{1,7}\.?)?\s?\((?:the\s|or\s|„)?["“”«]([\p{Lu}\d][^"”“»()\n]{1,30})["”“»]\)/u,
];
/** How the name of a body ends in Han. */
const HAN_FORM = /(?:公司|集团|厂|院|所|中心|大学|学校|银行)$/;
/** What contracts, lists and papers are called for short. */
const HAN_THING =
  /(?:合同|协议|协定|项目|清单|名单|目录|公告|通知|公示|办法|规定|法|文件|标准|计划|方案|工程|设备|系统|产品|机构|报告|申请|决定|条例)$/;
/** "Next" in a list, where what follows stands in no quotes: далее ООО «Ромашка». */
const NEXT = /[,，]\s?(?:далее|в дальнейшем|далі|надалі)\s?[\p{Lu}\d]/u;
/** In brackets without quotes. */
const ACRONYM = /^[»”"]?\s\((\p{Lu}{3,8})\)/u;
/** Sides of contracts and things that short forms are given to. */
const ROLE =
  /^(?:the\s)?(?:заказчик|исполнитель|поставщик|покупатель|продавец|(?:ген)?подрядчик|субподрядчик|арендатор|арендодатель|участник|победитель|организатор|оператор|сторон[аы]|общество|компания|предприятие|организация|учреждение|институт|завод|университет|банк|фирма|группа|холдинг|концерн|корпорация|товар|договор|контракт|жалоба|заявка|заявление|соглашение|закон|решение|предписание|постановление|спор|закупка|проект|объект|скарга|заява|рішення|закупівля|работы|услуги|замовник|виконавець|постачальник|покупець|продавець|підрядник|учасник|переможець|сторони|товариство|компанія|підприємство|організація|supplier|buyer|seller|vendor|contractor|subcontractor|customer|client|purchaser|company|corporation|firm|group|university|institute|bank|bidder|employer|agency|authority|party|parties|lessee|lessor|agreement|contract|goods|products?|services?|甲方|乙方|丙方|买方|卖方|供方|需方|供货方|供应商|采购人|采购方|招标人|投标人|中标人|公司|本公司|该公司|我司|我公司|集团|学校|本校|学院|研究所)$/iu;
