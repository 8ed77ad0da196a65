import { expect, it } from 'vitest';
import { isSiteLine } from './site-lines.ts';

it.each([
  'Показать телефон',
  '8 9XX XXX-XX-XX Показать телефон',
  'Пожаловаться на объявление',
  'Залишити коментар',
  'Show phone number',
  '🔒 Subscribe to see the details of the buyer',
  'Back to tender list',
  'Copy link',
  '我要报价',
  '【纠错】',
  '参与供应商：登录后可见',
  '您需要登录后才可以回帖 登录 | 立即注册',
  '138****2260 点击查看完整号码',
  '招标单位\t****（登录后查看）\t预算\t****（登录后查看）',
  '© Завод «Лемиш» 2003–2025',
  'Copyright 2025 Some Works Ltd Powered by SRM',
  '沪ICP备00000000号',
  '东海日报社 版权所有 未经授权不得转载',
  'При использовании материалов ссылка на сайт обязательна',
  'Website designed by State Informatics Cell',
  'Сайт использует файлы cookie',
  'We value your privacy. We and our 41 partners store cookies.',
  'Политика обработки данных',
  'About · Careers · FAQ · Refund policy',
  '关于我们 | 会员服务 | 付款方式 | 免责声明 | 网站地图',
  '首页 > 采购公告 > 正文',
  'Поделиться: ВКонтакте Одноклассники Telegram',
  'Similar tenders you may have missed',
  'Sponsored: rip detection – book a demo',
  'Счётчик посещений: сегодня 41, всего 90 233',
  'Погода: +3 °C, дождь',
  '晴转多云 9—15℃ 北风5级',
  '发布于 2025-08-14 10:22 剩余 6 天 浏览 302 报价 4',
  '№ 7781003, размещено сегодня в 08:12, 57 просмотров (+12 сегодня)',
])('is of the site: %s', (line) => expect(isSiteLine(line)).toBe(true));

it.each([
  'Показать товар лицом при приёмке',
  'Телефон 8 912 000-00-00',
  'Обратная связь;',
  'Карта сайта;',
  'Версия для слабовидящих,',
  'Погода: работы ведутся при температуре не ниже +5 °C',
  'Погода',
  '登录后下载招标文件，截止时间为6月16日。',
  '投标人须具有增值电信业务经营许可证。',
  '成果版权所有：归采购人',
  '未经采购人许可，不得复制图纸。',
  '在线客服',
  'Register to bid by 12 May at bids@buyer.example',
  'Submit a quote for each lot, in local currency.',
  'Cookies, oatmeal, 200 boxes',
  'Terms and conditions',
  '免责声明',
  'Contacts: +380 44 000 00 00',
  'Контакты',
  'Рации, антенны, кабели',
  'Насосы / трубы / задвижки',
  'Реклама на радио | баннеры | листовки | 12 шт.',
  'Посетителей: 500',
  '报价 4',
  '编号 551a',
  '剩余货款验收后支付',
  '沙发 3张',
])('may be of a notice: %s', (line) => expect(isSiteLine(line)).toBe(false));

it('costs no more than the letters of a line', () => {
  for (const line of ['|', ' · ', '浏览 1 ', '(', 'Telegram ', '****\t', '登录后'].map((part) => part.repeat(50_000)))
    expect(isSiteLine(line)).toBe(false);
  for (const line of ['daily ', 'telegram ', '浏览 1 ', ' | ', '***\t', '登录后查看'].map((part) => part.repeat(25).slice(0, 158)))
    isSiteLine(`${line}!x`);
});
