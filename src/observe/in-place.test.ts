import { describe, expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { createInPlaceWords } from './in-place.ts';

const { general } = loadSites();
const words = createInPlaceWords(general.inPlace, general.gone, general.partly, new Map(), general);
const told = (...lines: readonly string[]): string | null => {
  const said = words.find(lines);
  return said === null ? null : said.kind === null ? said.state : said.kind;
};

describe('what a short message in place of a notice says', () => {
  it.each([
    ['该询价单已由需求单位于5月6日作废', 'who did it stands between the mark of what is done and the verb', 'publisher'],
    ['Заявка убрана с витрины по просьбе покупателя', 'taken away, in a word with an ending', 'publisher'],
    ['Оголошення прибрано модератором за порушення', 'by whom', 'platform'],
    ['The buyer has since pulled this enquiry.', 'a verb of a thing', 'publisher'],
    ['Поставщик покинул площадку, его аккаунт ликвидирован', 'an account that is gone', 'account'],
    ['本栏公告已并入新平台，旧页不再保留', 'moved', 'moved'],
    ['The gazette no longer carries this enquiry', 'ceasing, of a thing', 'status'],
    ['Портал більше не оприлюднює це оголошення', 'ceasing, of a thing', 'status'],
    ['No such solicitation is on file', 'a denial of a thing', 'status'],
    ['По этому адресу закупка не значится', 'a denial with a rare verb', 'status'],
    ['Срок показа объявления закончился', 'an end that is no law', 'expired'],
    ['Извещение убрано, тендерная служба заказчика просит извинить', 'a service of a buyer is no platform', 'publisher'],
    ['Bidding period over: tender details are not displayed', 'a term', 'expired'],
    ['Your tender RFB 7 was pulled by purchasing', 'a short name of a notice', 'publisher'],
    ['Фирма исключена из каталога, её заявки не показываем', 'a firm that is none of the site any more', 'account'],
    ['内容未通过审核', 'what stood and was judged', 'platform'],
  ])('%s: %s', (line, _, kind) => expect(told(line)).toBe(kind));

  it.each([
    '页面将在5秒后自动转至首页',
    '请稍候，页面转至中',
    '页面将在5秒后自动移至首页',
    'This page moves on and is transferred in 5 seconds',
    'Are you the owner? To take this down, write to support.',
    'If you wish to take it down contact abuse@host',
    'If you want to have it removed contact abuse@host',
    'Your request is invalid: запрос отсутствует',
  ])('nothing, of what is to come, of what is offered, or of what the visitor asked: %s', (line) =>
    expect(words.find([line])?.firmly ?? false).toBe(false),
  );

  it('no wall of quotas, of quotations', () => {
    expect(told('Quotations are invited for chalk.')).toBeNull();
    expect(told('Your quota of pages is used.')).toBe('blocked');
  });

  it('moved, where that was done', () => {
    expect(told('本栏目公告已转至新平台')).toBe('moved');
    expect(told('The buyer asked us to remove it')).not.toBeNull();
    expect(told('The member who posted this has asked us to take it down')).not.toBeNull();
  });

  it('an account of a person whose name begins as a word to the visitor', () => {
    expect(told('Пользователь Васильев забанен, объявление скрыто')).toBe('account');
    expect(told('Ваш пользователь забанен, объявление скрыто')).toBe('blocked');
  });

  it('is a removal, where titles of other notices behind it speak of repairs', () => {
    expect(told('Объявление снято с публикации', 'Похожие', 'Обслуживание систем вентиляции')).not.toBe('unreachable');
    expect(told('Сайт закрыт на обслуживание', 'Объявление снято с публикации')).toBe('unreachable');
  });

  it('takes what is said in one clause with what another clause offers', () => {
    expect(told('该公告已被采购人撤回，登录后可查看其他公告')).toBe('publisher');
    expect(told('Тендер удалён заказчиком.', 'Войдите, чтобы получать похожие.')).toBe('publisher');
  });

  it('takes what is said before or after a word such as and, be the other part a door', () => {
    expect(told('Заказчик отозвал заявку и закрыл доступ к ней')).toBe('publisher');
    expect(told('Гостям доступ закрыт и отображение объявления ограничено')).toBe('blocked');
  });

  it('tells a purchase that was halted from a notice that is kept back', () => {
    expect(told('监管部门责令暂停采购活动，公告正文撤除')).not.toBe('blocked');
    expect(told('因投诉，公告暂停公示')).toBe('blocked');
  });

  it('does not take a door for a removal, though it denies that something is there', () => {
    expect(told('Для гостей этой темы не существует')).toBe('blocked');
    expect(told('无权查看：该公告仅限内网访问')).toBe('blocked');
    expect(told('This tender is not visible to guests')).toBe('blocked');
    expect(told('Чтобы прочесть скрытый текст, представьтесь')).toBeNull();
  });

  it('does not take the machine under a site for the notice', () => {
    expect(told('模板文件不存在：/home/view/detail.html')).toBe('unreachable');
    expect(told('Шаблон страницы не найден')).toBe('unreachable');
  });

  it('keeps apart what is hidden for a time, except where the site gives it as one of several reasons', () => {
    expect(told('Публикация скрыта на время проверки')).toBe('blocked');
    expect(told('指定的主题不存在或已被删除或正在被审核')).toBe('status');
    expect(told('经人工复核，该信息已永久下线')).toBe('platform');
  });

  it('finds beginnings of words: drones are no captcha, a register is no login', () => {
    expect(told('无人机协会采购平台', '该公告不存在')).toBe('status');
    expect(told('Register of bodies', 'This notice was deleted by its author')).toBe('publisher');
  });

  it('reads no message out of a long text, be it one line', () => {
    expect(told(`该公告已被发布单位撤回。${'采购内容与要求见附件。'.repeat(120)}`)).toBeNull();
  });

  it('stays linear where a message is one long line', () => {
    const line = 'не '.repeat(200_000);
    const before = performance.now();
    expect(told(line)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('a text as long as a notice that has a word of walls', () => {
  it.each([
    [
      '我会近日收到境外企业求购儿童玩具的意向，包括遥控汽车、积木、毛绒玩具等，请感兴趣的企业与我会联系并提供样品与报价，本次采购仅限民用玩具产品，以上产品均须附出厂合格证明，特此说明。',
      'zh',
    ],
    [
      'Палата получила запрос зарубежной компании на детские игрушки: машинки на пульте, кубики, мягких зверей, конструкторы из дерева и пластика, настольные игры для школьников. Поставка только для гражданского рынка, партиями по пятьсот штук. Образцы, прайс и сертификаты качества просим прислать до конца месяца на почту палаты или привезти лично, с понедельника по четверг, с девяти до шести, третий этаж.',
      'ru',
    ],
    [
      'Палата отримала прохання закордонної компанії про дитячі іграшки: машинки на пульті, кубики, плюшевих звірів, конструктори з дерева й пластику, настільні ігри для школярів. Постачання тільки для цивільного ринку, партіями по пʼятсот штук. Зразки, прайс та сертифікати якості просимо надіслати до кінця місяця на пошту палати або привезти особисто, з понеділка по четвер, поверх третій.',
      'uk',
    ],
    [
      'A foreign company asks our members for children’s toys: remote controlled cars, building blocks, plush animals, wooden trains, card games and puzzles for schools. Purchases are confined to civil goods, in lots of five hundred pieces, packed by dozens and marked in two languages. Samples, prices and certificates of quality go to the trade desk before the end of this month, by post or by hand, third floor, from Monday until Thursday.',
      'en',
    ],
  ])('is no wall: %s (%s)', (text) => {
    expect(words.find(['Toys wanted', text])).toBeNull();
    expect(words.isText(['Toys wanted', text])).toBe(true);
  });

  it('is one where it speaks to its visitor all the same', () => {
    const wall =
      'Access to this page is confined to visitors from our region. Your address was found on a list of networks that we do not serve. If you believe that this is wrong, write to the desk of the site and send us the number below, the hour of your visit and the page that you asked for. Browsers that hide where they are may be let in after they are known. We keep what you send for thirty days only.';
    expect(words.find([wall])).toMatchObject({ state: 'blocked', reason: 'denied' });
    expect(words.isText([wall])).toBe(false);
  });
});

it('what is under review and cannot be shown for a while is kept back, and nothing failed', () => {
  expect(words.find(['该公告正在审核中，暂时无法查看'])).toMatchObject({ state: 'blocked', reason: 'withheld' });
  expect(words.find(['系统错误，暂时无法查看'])).toMatchObject({ state: 'unreachable', reason: 'error' });
});

it.each([
  ['Бекітілген хабарландыру әлі жарияланған жоқ', 'blocked'],
  ['The tender is signed and not yet available; it opens on the day of its publication', 'blocked'],
  ['Оголошення підписано, ще не розміщено', 'blocked'],
  ['Браузер работает без cookies, карточка закупки не отображается', 'blocked'],
  ['您的浏览器未启用 Cookie，公告无法显示', 'blocked'],
  ['Запись удалена или ещё не опубликована', 'status'],
  ['İhale duyurusu idare tarafından yayından kaldırıldı', 'status'],
  ['Anuncio suprimido', 'status'],
  ['Das Gesuch wurde depubliziert', 'status'],
])('tells what is not out yet, or not shown to a browser without cookies, from what was taken away: %s', (line, expected) =>
  expect(told(line)).toBe(expected),
);

it.each([
  'Nie znaleziono pliku szablonu',
  'Sunucu bulunamadı',
  'Su sesión fue suprimida',
  'Die Sitzung wurde gelöscht',
  'Çerezleriniz silindi',
  'Ваше соединение с базой: ошибка 404',
  '您已不在线',
])('takes what a machine or a session lost for no removal: %s', (line) =>
  expect(told(line) ?? 'nothing').toMatch(/^(?:nothing|unreachable|blocked)$/),
);
