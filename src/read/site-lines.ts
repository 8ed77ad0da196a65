/** Longer lines are text, whatever they begin with. UTF-16 units. */
const MAX_LINE = 160;
/** A part of a menu is no longer, and a menu in one line has so many parts. */
const MAX_PART = 24;
const LEAST_PARTS = 3;

/**
 * Whether a line is the site's own by what it says as a whole: a button in words, what takes an account, who made the site and under which rules, cookies, advertisements, the weather, a menu in one
 * line. All patterns are of whole lines: a sentence of the notice that begins in the same way is none. Pure, linear.
 */
export function isSiteLine(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  if (LISTED.test(line)) return false;
  const plain = line.replace(EDGES, '');
  const first = plain.charCodeAt(0);
  if (Number.isNaN(first)) return false;
  const pattern = first < 0x0250 ? LATIN : first < 0x0530 ? CYRILLIC : HAN;
  return pattern.test(plain) || IMPRINT.test(line) || MASKED.test(line) || isMenu(line) || isOfVisits(line);
}

/** Parts of a row under a headline: when it was posted, its number, how often it was read and answered, what time is left. */
const OF_POSTING =
  /(?:(?:发布|更新|刷新|发表)(?:于|时间)|размещено|обновлено|опубликовано|розміщено|оновлено|posted|updated|published)[:： ]{0,2}(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,3} ?(?:秒|分钟|小时|天)前|(?:сегодня|вчера|сьогодні|вчора|today|yesterday)(?: (?:в|о|at) \d{1,2}:\d{2})?)|(?:求购|信息|供求|项目)?编号[:： ]{0,2}[\da-z-]{3,16}(?![\da-z])|№ ?\d{4,12}|只看该作者|倒序浏览|已认证/iuy;
const OF_VISITS =
  /浏览[:： ]{0,2}\d+ ?次?|(?:已有 ?\d+ ?[家人]|报价 ?\d+|历史询价 ?\d+ ?次)(?:报价)?|剩余 ?\d+ ?天(?: ?\d+ ?[小]?时)?(?: ?\d+ ?分)?|(?:主题|帖子|积分|回复|查看)[:： ]{0,2}\d+|\d+ (?:просмотр|перегляд)\p{L}{0,3}(?: \(\+\d+ (?:сегодня|сьогодні)\))?|просмотрели \d+|переглянули \d+|(?:в избранном|в обраному)(?: у)? \d+|\d+ (?:views|watchers|bidders|replies)/iuy;
const BETWEEN = /[\s,·|;•]*/uy;

/** Whether a row says nothing but when the page was posted and what changes with each visit to it. */
function isOfVisits(line: string): boolean {
  let [at, parts, visits] = [0, 0, 0];
  while (at < line.length) {
    const isVisit = stickyEnd(OF_VISITS, line, at);
    const end = isVisit ?? stickyEnd(OF_POSTING, line, at);
    if (end === undefined) return false;
    parts += 1;
    visits += isVisit === undefined ? 0 : 1;
    at = stickyEnd(BETWEEN, line, end) ?? end;
  }
  return visits > 0 && parts > 1;
}

function stickyEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex > at ? pattern.lastIndex : undefined;
}

/** Pictures, arrows and brackets around words of a button, and how many pressed it. */
const EDGES = /^[^\p{L}\p{N}]+|\s?\(\d{1,5}\)$|[^\p{L}\p{N})°]+$/gu;

/** One of several that a sentence names: modules of a program are called as the buttons of one. */
const LISTED = /[;；,，、]$/u;

function whole(...patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'iu');
}

const NETWORKS =
  'вконтакте|одноклассники|однокласники|telegram|телеграм|whatsapp|viber|facebook|фейсбук|twitter|linkedin|instagram|微信|微博|qq空间|qq|豆瓣';
const REST = String.raw`[^.:：。\d\n]{0,60}`;
/** What takes an account takes no place, and nobody to ask. */
const OF_ACCOUNT = String.raw`(?:(?! (?:at|with|from|in person|by) )[^.:：。\d\n]){0,60}`;

/** By the script of the first letter. */
const LATIN = whole(
  // buttons, and what takes an account
  String.raw`(?:click (?:here )?to )?(?:show|reveal|see|unlock|view) (?:the )?(?:buyer['’]?s |seller['’]?s |full |all )?(?:phone(?: number)?|number|contacts?|contact details)`,
  `(?:subscribe|log ?in|sign ?(?:in|up)|register|upgrade|join)(?: now| free)?(?: (?:to|and) (?:see|view|unlock|read|download|get|save|bid|comment|reply|post|respond|contact)${OF_ACCOUNT})?`,
  '(?:submit|place|make|send) (?:a |an |your )?(?:bid|quote|offer|eoi|response|comment|review|reply|message)(?: now)?',
  '(?:add|save) to (?:watch ?list|favou?rites|calendar|cart|bookmarks|compare)',
  '(?:follow|decline|reply|bookmark)|(?:watch|follow|save|bookmark) this (?:lot|tender|listing|notice|auction|ad|buyer|seller|thread|topic|opportunity)',
  '(?:report|flag) (?:this )?(?:ad|listing|post|abuse|a problem|an error|tender|content)',
  '(?:back|return|go) to (?:the )?(?:tender |search |notice )?(?:list|top|results|home ?page|overview)s?|(?:copy|share) (?:this )?(?:link|page)|plan ?holders? list',
  '(?:get|receive|set up|create) (?:free |daily |e-?mail |tender |instant )*(?:alerts?|notifications?)|enter your e-?mail(?: address)?|open in (?:the )?(?:\\S+ )?app',
  `you are (?:browsing|viewing)${REST} as a guest|you are not logged in|skip to (?:main )?content|screen reader access`,
  'download (?:the )?(?:app|documents \\((?:pro|premium)\\))|subscribe to see .{3,40}',
  `(?:share(?: this| on)*[: ]{0,2})?(?:(?:${NETWORKS})[ ,|·]{0,3})+`,
  // rules of the site, headings over what others look for, cookies, advertisements, counters
  '(?:privacy|cookie|refund) (?:policy|notice|settings)|terms of (?:use|service)|user agreement',
  'recently viewed|you may also like|(?:similar|related) (?:tenders|notices|listings|ads|auctions|lots)(?: you may .{3,20})?|other open (?:tenders|solicitations|opportunities)|quick links|useful links|latest news|most (?:read|viewed)|what our (?:customers|clients) say|sponsored',
  '(?:this|our|the) (?:web ?)?site uses cookies.{0,80}|we (?:use|store) cookies.{0,80}|we value your privacy.{0,80}|sponsored: .{3,100}',
  'visitor count(?:er)?[: ]{1,3}\\d[\\d ,]*|weather(?: in .{2,20}?)?:? ?[+−–-]?\\d{1,2} ?°C?(?:, ?\\p{L}[\\p{L} ]{2,30})?',
  // a number that is shown in part
  '[\\d* xх-]{5,20}(?:показать (?:телефон|номер)|点击查看(?:完整)?号码)|\\d+小时排行',
);
const CYRILLIC = whole(
  '(?:показать|посмотреть|узнать|скрыть) (?:номер|телефон|контакты|все контакты)(?: телефона| продавца| автора)?|(?:свернуть|развернуть|раскрыть) (?:описание|текст|вс[её])',
  'написать (?:сообщение|продавцу|автору)|отправить (?:сообщение|жалобу)|задать вопрос|спросить (?:юриста|эксперта)|(?:сделать|отправить) (?:предложение|ставку|отклик)',
  'пожаловаться(?: на (?:объявление|пользователя|сообщение))?|(?:поднять|продвинуть|выделить) (?:объявление|в поиске|цветом)(?: — \\d+)?|версия для слабовидящих|сообщить об ошибке',
  `(?:подписаться|подпишитесь) на ${REST}|(?:читать|читайте|смотрите) (?:нас )?(?:в|на) (?:telegram|телеграм\\S*|вк|вконтакте|дзене?|whatsapp|viber|facebook)`,
  `войти|авторизуйтесь|(?:войдите|авторизуйтесь|зарегистрируйтесь),? (?:или |и |чтобы |для (?!участ))${REST}`,
  '(?:добавить|оставить) (?:комментарий|отзыв|в избранное|в закладки)|(?:про)?голосовать|результаты опроса|понравил(?:ась|ся|ось) \\S+\\? поделитесь.{0,20}',
  '(?:назад|вернуться|перейти) (?:к|в|на) (?:списку|результатам(?: поиска)?|каталог|главную|раздел\\S*)',
  '(?:показати|переглянути) (?:номер|телефон|контакти)(?: телефону)?|написати (?:повідомлення|продавцю|автору)|відповісти|поставити запитання|усі оголошення автора|поскаржитися(?: на \\S+)?',
  '(?:додати|залишити) (?:коментар|відгук|до обраного)|(?:про)?голосувати|повернут(?:ись|ися) до .{2,30}|сподобалась сторінка\\? поділіться.{0,20}|людям із порушенням зору',
  '.{3,40}\\(?доступно (?:в тарифе|по подписке|после (?:входа|регистрации|авторизации)).{0,20}|тариф «[^»]{2,20}»(?:: осталось .{3,20})?',
  `(?:(?:поделиться|поділитися|поділіться)[: ]{0,2})?(?:(?:${NETWORKS})[ ,|·]{0,3})+`,
  'политика (?:конфиденциальности|обработки (?:персональных )?данных)|пользовательское соглашение|правила (?:сайта|форума|безопасной сделки)|політика конфіденційності|угода користувача',
  '(?:похожие|другие|последние|топ-?) ?(?:объявления|тендеры|новости)|вы (?:недавно )?смотрели|полезные ссылки|самое (?:читаемое|обсуждаемое)|читайте также|смотрите также|РЕКЛАМА',
  '(?:схожі|інші|останні|топ-?) ?(?:оголошення|тендери|новини)|корисні посилання|найближчі події',
  '(?:этот |наш )?(?:сайт|портал) использует .{0,20}(?:cookies?|куки).{0,60}|(?:цей |наш )?сайт використовує .{0,20}(?:cookies?|куки).{0,60}',
  '(?:сч[её]тчик посещений|всего посетителей|всього відвідувачів)[: ]{1,3}(?:(?:сегодня|сьогодні) \\d[\\d ]*, (?:всего|всього) )?\\d[\\d ,]*|(?:сегодня|сьогодні): ?\\d[\\d ]* ?\\p{L}{0,12}[.,] ?(?:всего|всього): ?\\d[\\d ]*',
  'погода(?: (?:в|у) .{2,20}?)?:? ?[+−–-]?\\d{1,2} ?° ?[CС]?(?:, ?\\p{L}[\\p{L} ]{2,30})?|\\p{L}[\\p{L} -]{1,20}: [+−–-]\\d{1,2}, (?:ветер|вітер) \\d.{0,10}',
);
const HAN = whole(
  '[我立][要即](?:报价|报名|投标|评论|举报|咨询|开通|登录|注册|购买|下载)[ ¥￥]{0,2}[\\d/年月元]{0,8}|(?:点击)?查看(?:完整|全部)(?:号码|电话|联系方式)|收藏(?:公告|项目)|参与(?:报价|投标)|加入(?:项目监控|对比)',
  '下载(?:正文|全文|客户端|APP)|(?:点击)?复制链接|听新闻|纠错|扫[码一](?:扫)?关注.{0,8}|扫[码一](?:扫)?(?:下载|打开) ?(?:APP|客户端)|反馈建议|查看历史公告|免费注册|字(?:号|体)[:：]? ?(?:大 ?中 ?小|A[-−+].{0,8})|责任编辑[:：] ?[\\p{Script=Han}]{2,4}',
  '(?:[^：:]{2,8}[：:] ?)?(?:请|需要?|您需要)?(?:登[录陆]|注册)(?:后|会员)(?:即可|才可以|才能|可)?(?:见|查看|查阅|发表评论|评论|回帖|联系)(?:.{0,6})?(?: ?登录 ?[|/] ?(?:立即)?注册)?|升级VIP.{0,20}',
  `(?:分享到?[:： ]{0,2})?(?:(?:${NETWORKS})[ ,|·]{0,3})+|隐私政策|用户协议|本版积分规则`,
  '猜你喜欢|热门(?:搜索|企业排行|推荐|商家)|本周热门商家|(?:热门|点击)排行|友情链接.{0,60}|本(?:网)?站使用cookies?.{0,40}',
  '(?:晴|多云|阴|[小中大]雨|[小中大]雪)(?:转(?:晴|多云|阴|[小中大]雨|[小中大]雪))? ?\\d{1,2} ?[-~—～至] ?\\d{1,2} ?(?:℃|度)(?:[ ，,|]{0,2}(?:[东南西北]{1,2}风|微风|无持续风向|风力|空气|优|良|湿度).{0,12})?',
);

/** Who made the site, and by whose leave: at the beginning of a line, or after a name. */
const IMPRINT =
  /^(?:©|\(c\) |copyright (?:©|\d)|powered by |best viewed (?:with|in) .{0,60}(?:\d{3,4} ?[x×*] ?\d{3}|resolution|browser|chrome|firefox|explorer|edge|mode)|(?:this )?(?:web ?site|site|page) (?:was )?(?:designed|developed|hosted|maintained) by (?!(?:the |a )?(?:bidder|buyer|contractor|supplier|tenderer|vendor))|page last (?:modified|updated)|last updated on [^,;]{4,40}$|при (?:использовании|перепечатке|копировании) материалов.{0,80}(?:сайт|портал|ссылк|источник|издани)|сетевое издание [«"]|сайт (?:разработан|создан) (?!на |для |с )|використання матеріалів .{0,80}(?:сайт|портал|посиланн|джерел)|\S{0,4}ICP[备证]\S{0,2}\d|\S{0,3}公网安备|增值电信业务经营许可证[:： ]?\S{0,2}B\d|互联网\S{2,10}许可证[:：] ?\d|违法和不良信息举报)|(?:all rights reserved|все права защищены|усі права захищено)\.?$|^\S{2,24} 版权所有(?:$| ©| ?\d{4}| 未经)|^版权所有(?:$|[：: ]\S{2,24}$)|^[^，。]{0,30}(?<=[ ，])未经(?:授权|许可|书面授权)不得转载$|^(?:以上|本站?|该)(?:信息|内容|文章)\S{0,16}(?:整理|转载|来源)\S{0,20}(?:侵权|删除|立场)|^\S{2,6}网(?:站|不)?\S{0,6}(?:不参与交易|不对\S{2,16}负责)/iu;

/** Rows whose values are asterisks: who has paid sees them. */
const MASKED = /^[^\t*\d]{2,12}\t[*＊]{3,}(?:[（(][^）)\t]{2,12}[）)])?(?:\t[^\t*\d]{2,12}\t[*＊]{3,}(?:[（(][^）)\t]{2,12}[）)])?)*$/u;

const SEPARATED = / ?[|·•／/–—»›>] ?/u;
const OF_MENU = whole(
  'home|about(?: us)?|contacts?(?: us)?|help|faq|careers|privacy(?: policy)?|terms(?: of (?:use|service))?|sitemap|accessibility|ada|fees|support(?: chat)?|refund policy|advertise|mobile version|feedback|cookies|legal|log ?in|sign (?:in|up)|register',
  'главная|о (?:нас|проекте|сайте|компании)|контакты|помощь|правила(?: сайта)?|реклама(?: на сайте)?|мобильная версия|обратная связь|карта сайта|вакансии|войти|регистрация',
  'головна|про (?:нас|проєкт|сайт|компанію)|контакти|допомога|реклама(?: на сайті)?|мобільна версія|мапа сайту|увійти|реєстрація',
  '(?:网站)?首页|关于\\p{Script=Han}{1,4}|联系我们|帮助(?:中心)?|会员(?:服务|中心)|付款方式|免责声明|网站地图|用户协议|隐私政策|防骗指南|手机版|小黑屋|archiver|登录|(?:立即|免费)?注册|法律声明|意见反馈|广告服务|人才招聘',
);
/** Where one is: the way from the front page. */
const WAY = /^(?:(?:网站)?首页|главная|home|головна) ?[>»›/→]/iu;

/** A menu in one line: half of its parts are what menus have. */
function isMenu(line: string): boolean {
  if (/[\d:：\t]/.test(line)) return false;
  const parts = line.split(SEPARATED);
  if (parts.length < LEAST_PARTS) return parts.length === 2 && WAY.test(line);
  return (
    WAY.test(line) ||
    (parts.every((part) => part.length <= MAX_PART) && parts.filter((part) => OF_MENU.test(part.trim())).length * 2 >= parts.length)
  );
}

const OF_SITES =
  /(?<!\p{L})(?:web ?site|web[ -](?:portal|app)|home ?page|weather|meteo)|(?<!\p{L})(?:веб-?)?сайт(?!\.)|(?<!\p{L})(?:веб-|интернет-|інтернет-)(?:портал|ресурс)|мобильн\p{L}{2,3} приложени|мобільн\p{L}{2,3} (?:застосун|додат)|метео|погод|(?:网站|门户|小程序|软件|APP)(?:[\p{Script=Han}]{0,8})(?:开发|建设|改版|升级|设计|运维|制作|采购|服务)|气象/iu;

/** Whether a title names a website, or the weather: its notice has what sites show among what is bought. */
export function isAboutSites(title: string): boolean {
  return OF_SITES.test(title);
}

const NETWORK = new RegExp(`^(?:${NETWORKS})$`, 'iu');
const REACHED = /^(?=.{3,40}$)(?:.*\d{5}|\+?\d[\d() -]{5,}|\S*@\S|[a-z][\w.-]*[\d_][\w.-]*$)/iu;

/** Whether a line is the name of a network under which stands how somebody is reached there: a label of a notice, and no button. */
export function isWayToReach(line: string, under: string | undefined): boolean {
  return under !== undefined && NETWORK.test(line) && REACHED.test(under.trim());
}
