/** Words of made-up sites, in four languages: ours to the last word. */
export interface SiteTexts {
  readonly lang: string;
  readonly name: string;
  readonly nav: readonly string[];
  readonly news: readonly string[];
  readonly footer: string;
  readonly titles: readonly string[];
  readonly body: readonly string[];
  readonly notFound: { readonly title: string; readonly text: string };
  readonly generic: string;
  readonly removed: Readonly<Record<'publisher' | 'platform' | 'expired' | 'status', string>>;
  readonly login: { readonly title: string; readonly text: string };
  readonly withheld: string;
  readonly partly: string;
  readonly maintenance: { readonly title: string; readonly text: string };
  readonly busy: string;
  readonly correction: string;
  readonly views: string;
}

export const TEXTS: readonly SiteTexts[] = [
  {
    lang: 'zh',
    name: '海川公共资源交易网',
    nav: ['首页', '交易公告', '政策法规', '办事指南', '联系我们', '下载中心', '用户登录'],
    news: [
      '关于召开年度工作会议的通知',
      '平台新版使用说明发布',
      '专家库征集工作启动',
      '节假日服务安排',
      '中心组织业务培训',
      '保证金退还流程调整',
    ],
    footer: '版权所有 海川公共资源交易中心 技术支持：某某科技 建议使用新版浏览器访问',
    titles: [
      '东湾港务局无线电监测设备采购公开招标公告',
      '北岭林业站巡护无人机采购项目竞争性磋商公告',
      '云溪市应急局便携式频谱分析仪询价公告',
    ],
    body: [
      '受采购人委托，本中心就下列项目进行公开采购，欢迎符合资格条件的供应商参加。',
      '项目概况：拟购置监测接收机、定向天线及配套软件各一套，须提供三年质保和现场培训。',
      '供应商资格要求：具有独立承担民事责任的能力，近三年内无重大违法记录，不接受联合体投标。',
      '获取文件的方式：在工作时间内持营业执照复印件到本中心服务窗口领取，售后不退。',
      '递交响应文件的地点：河滨路政务服务大厅二楼开标室，逾期送达的不予受理。',
      '本公告同时在本地政府采购网上发布，其他未尽事宜请与项目联系人联系。',
    ],
    notFound: { title: '提示信息', text: '对不起，您要查看的信息不存在或者已经被移走。' },
    generic: '页面出错了，请返回上一页。',
    removed: {
      publisher: '该公告已被发布单位撤回。',
      platform: '该信息因违规已被平台处理，无法查看。',
      expired: '该公告已过有效期，自动下架，不再展示。',
      status: '您访问的公告不存在或已被删除。',
    },
    login: { title: '统一身份认证', text: '请登录后继续访问，账号 密码 记住我' },
    withheld: '本公告内容仅限会员查看，请开通会员。',
    partly: '附件及联系方式登录后可查看',
    maintenance: { title: '系统公告', text: '系统维护中，给您带来不便敬请谅解，请稍后再访问。' },
    busy: '您的访问过于频繁，请稍后再试。',
    correction: '更正：递交响应文件的地点改为河滨路政务服务大厅三楼会议室。',
    views: '浏览次数',
  },
  {
    lang: 'ru',
    name: 'Закупки Приреченской области',
    nav: ['Главная', 'Закупки', 'Документы', 'Помощь', 'Контакты', 'Вход', 'Новости региона'],
    news: [
      'Открыта запись на семинар поставщиков',
      'Изменён порядок подачи заявок',
      'График работы в праздничные дни',
      'Обновлён реестр организаций',
      'Итоги совещания рабочей группы',
      'Вышла новая версия портала',
    ],
    footer: 'Все права защищены. Приреченский областной центр закупок. Разработка сайта: студия Берег',
    titles: [
      'Поставка средств радиомониторинга для нужд порта Северный',
      'Закупка беспилотных аппаратов для лесной охраны',
      'Запрос котировок на портативные анализаторы спектра',
    ],
    body: [
      'Заказчик приглашает поставщиков принять участие в закупке, указанной в настоящем извещении.',
      'Предмет договора: приёмник радиоконтроля, направленные антенны и программное обеспечение с гарантией не менее трёх лет.',
      'Требования к участникам: отсутствие в реестре недобросовестных поставщиков и задолженности по налогам.',
      'Документация предоставляется по письменному запросу в рабочие дни в приёмной заказчика.',
      'Заявки принимаются в запечатанных конвертах по адресу: улица Набережная, административное здание, второй этаж.',
      'Разъяснения положений документации направляются участникам в течение трёх рабочих дней.',
    ],
    notFound: { title: 'Сообщение портала', text: 'К сожалению, запрошенный материал не найден на портале.' },
    generic: 'Возникла непредвиденная ситуация. Вернитесь на предыдущую страницу.',
    removed: {
      publisher: 'Извещение удалено заказчиком.',
      platform: 'Объявление заблокировано администрацией портала за нарушение правил размещения.',
      expired: 'Срок размещения истёк, извещение снято с публикации.',
      status: 'Такой страницы нет или она была удалена.',
    },
    login: { title: 'Личный кабинет', text: 'Для просмотра необходимо войти. Логин Пароль Запомнить меня' },
    withheld: 'Текст извещения доступен только зарегистрированным поставщикам.',
    partly: 'Документы доступны только зарегистрированным пользователям',
    maintenance: { title: 'Портал закрыт', text: 'На портале ведутся технические работы. Приносим извинения за неудобства.' },
    busy: 'Слишком много запросов с вашего адреса. Попробуйте позже.',
    correction: 'Изменение: заявки принимаются на третьем этаже административного здания, кабинет секретаря.',
    views: 'Просмотров',
  },
  {
    lang: 'uk',
    name: 'Закупівлі Заозерної громади',
    nav: ['Головна', 'Закупівлі', 'Документи', 'Допомога', 'Контакти', 'Вхід', 'Новини громади'],
    news: [
      'Відкрито запис на семінар постачальників',
      'Змінено порядок подання пропозицій',
      'Графік роботи у святкові дні',
      'Оновлено реєстр установ',
      'Підсумки засідання робочої групи',
      'Вийшла нова версія порталу',
    ],
    footer: 'Усі права захищено. Центр закупівель Заозерної громади. Розробка: студія Вітер',
    titles: [
      'Придбання засобів радіомоніторингу для річкового порту',
      'Закупівля безпілотних апаратів для лісової охорони',
      'Запит цінових пропозицій на аналізатори спектра',
    ],
    body: [
      'Замовник запрошує постачальників взяти участь у закупівлі, зазначеній у цьому оголошенні.',
      'Предмет договору: приймач радіоконтролю, спрямовані антени та програмне забезпечення з гарантією не менше трьох років.',
      'Вимоги до учасників: відсутність заборгованості зі сплати податків та позитивний досвід виконання договорів.',
      'Документація надається за письмовим запитом у робочі дні у приймальні замовника.',
      'Пропозиції приймаються в запечатаних конвертах за адресою: вулиця Озерна, адміністративна будівля, другий поверх.',
      'Роз’яснення положень документації надсилаються учасникам протягом трьох робочих днів.',
    ],
    notFound: { title: 'Повідомлення порталу', text: 'На жаль, запитаний матеріал на порталі не знайдено.' },
    generic: 'Трапилося щось непередбачене. Поверніться на попередню сторінку.',
    removed: {
      publisher: 'Оголошення видалено замовником.',
      platform: 'Оголошення видалено модератором через порушення правил розміщення.',
      expired: 'Строк розміщення минув, оголошення знято з публікації.',
      status: 'Такої сторінки не існує або її було видалено.',
    },
    login: { title: 'Кабінет користувача', text: 'Для перегляду потрібна авторизація. Логін Пароль' },
    withheld: 'Текст оголошення доступний лише зареєстрованим користувачам.',
    partly: 'Документи доступні лише зареєстрованим користувачам',
    maintenance: { title: 'Портал зачинено', text: 'На порталі тривають технічні роботи. Перепрошуємо за незручності.' },
    busy: 'Забагато запитів з вашої адреси. Спробуйте пізніше.',
    correction: 'Зміна: пропозиції приймаються на третьому поверсі адміністративної будівлі, кімната секретаря.',
    views: 'Переглядів',
  },
  {
    lang: 'en',
    name: 'Harbour County Tenders',
    nav: ['Home', 'Tenders', 'Awards', 'Guidance', 'Contact', 'Suppliers', 'Log in'],
    news: [
      'Supplier day open for bookings',
      'New filing procedure explained',
      'Holiday opening hours',
      'Register of bodies updated',
      'Working group minutes published',
      'A new release of the portal',
    ],
    footer: 'Copyright Harbour County Council. All rights reserved. Built by Lighthouse Studio',
    titles: [
      'Supply of radio monitoring equipment for the port office',
      'Unmanned aircraft for the forestry service',
      'Quotation for portable spectrum analysers',
    ],
    body: [
      'The contracting body invites suppliers to take part in the procedure that this notice describes.',
      'Subject of the contract: a monitoring receiver, directional antennas and software with a warranty of three years and training on site.',
      'Conditions: tenderers shall show turnover of the last three years and references of comparable deliveries.',
      'Documents may be collected on working days at the reception desk against a written request.',
      'Sealed envelopes shall be handed in at the administrative building in Quay Street, second floor, before the deadline.',
      'Questions on the documents are answered to all participants within three working days.',
    ],
    notFound: { title: 'Portal message', text: 'Sorry, nothing could be located at this address of the portal.' },
    generic: 'Oops. Please go back to the previous page.',
    removed: {
      publisher: 'This notice was withdrawn by the buyer.',
      platform: 'This post was removed by a moderator because it violates our rules.',
      expired: 'This notice has passed its closing date and is no longer available.',
      status: 'The notice you are looking for does not exist or has been deleted.',
    },
    login: { title: 'Supplier area', text: 'Please sign in to continue. User name Password Remember me' },
    withheld: 'This text is for registered suppliers only. Register to view it.',
    partly: 'Documents: log in to view the attachments',
    maintenance: { title: 'Portal closed', text: 'The portal is closed for maintenance. We apologise for the inconvenience.' },
    busy: 'Too many requests from your address. Please try again later.',
    correction: 'Correction: envelopes shall be handed in on the third floor, at the secretary’s office.',
    views: 'Views',
  },
];
