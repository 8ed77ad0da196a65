import { expect, it } from 'vitest';
import { loadSites } from '../src/catalogue/sites.ts';
import type { PageJudgement } from '../src/observe/page-judgement.ts';
import { judging, page, SITE } from './harbour-site.ts';

const url = 'https://harbour.example/tender/9001';

/** What a visit is judged to show at the address of the notice where `html` stands now. */
function inItsPlace(html: string): PageJudgement {
  const seen = (text: string): Parameters<typeof judging.judge.judge>[0]['seen'] => {
    const input = { bytes: Buffer.from(text), url, status: 200, contentType: 'text/html; charset=utf-8' };
    const look = judging.reader.look(input);
    if (look === null) throw new Error('no page');
    return { reading: judging.reader.read(input), look };
  };
  const now = seen(html);
  return judging.judge.judge({
    url,
    finalUrl: url,
    status: 200,
    seen: now,
    asPage: now.reading,
    known: seen(SITE.present.html),
    learned: [],
    standing: null,
  });
}

it.each([
  [
    'maintenance',
    '系统维护公告',
    '为进一步提升服务质量，本平台定于本周六晚八时至次日早六时进行系统升级维护，届时各项业务暂停办理，恢复时间另行通知。由此给各采购单位和供应商带来不便，敬请谅解。如有疑问请拨打服务热线咨询。',
  ],
  [
    'error',
    '数据库连接失败',
    '数据库连接失败：无法连接到数据库，连接池已耗尽，请检查配置文件中的主机名、端口、账户和密码是否正确，确认数据库服务已经启动，并联系系统管理员处理。堆栈信息已写入日志文件，技术人员正在排查原因，稍后重试。',
  ],
  [
    'withheld',
    '公告状态',
    '该信息正在审核中，审核通过后将自动展示。我们的工作人员会在三个工作日内完成核对，主要核实采购主体的营业执照、授权委托书以及采购内容的真实性与合规性。审核期间发布单位可以补充材料，节假日顺延，感谢理解与支持。',
  ],
  [
    'withheld',
    '信息公开说明',
    '根据《中华人民共和国政府信息公开条例》第十四条、第十五条规定，经研究，该采购事项涉及国家秘密和商业秘密，相关文件不予公开。公民、法人和其他组织如有异议，可以依法向上级主管部门提出书面申请，或者在六十日内申请行政复议。',
  ],
  [
    'denied',
    '温馨提示',
    '按照网络安全主管部门的统一部署，重大活动保障期间暂停对境外地区提供信息服务，仅保留国内线路。保障结束后将恢复正常，具体时间以通知为准。给海外读者造成的不便深表歉意，紧急事项可以发送电子邮件或者电话联系值班室。',
  ],
  [
    'withheld',
    'Извещение проходит проверку',
    'Извещение проходит проверку. Специалисты площадки сверяют сведения о заказчике, предмет закупки и начальную цену с планом-графиком. Обычно это занимает до трёх рабочих дней, в праздники дольше. После завершения проверки карточка появится в открытой части. Заказчику направлено уведомление о недостающих документах, срок ответа — пять дней. По вопросам сроков обращайтесь в отдел сопровождения по телефону горячей линии.',
  ],
  [
    'withheld',
    'Карточка закупки',
    'Сведения о закупке предоставляются по подписке. Тариф «Поставщик» включает полные тексты извещений, контакты заказчиков, архив протоколов за семь лет, ежедневную рассылку по отраслям, аналитику цен и помощь юриста при подготовке заявки. Первые пять дней бесплатно. Оплата картой или по счёту, закрывающие документы почтой. Скидка для малого бизнеса двадцать процентов, для государственных учреждений действует отдельное предложение отдела продаж.',
  ],
  [
    'maintenance',
    'Технические работы',
    'Уважаемые коллеги! В ночь с пятницы на субботу проводятся регламентные работы на оборудовании центра обработки данных: замена коммутаторов, обновление систем хранения и проверка резервного питания. Подача заявок и подписание контрактов приостановлены, сроки процедур автоматически продлены на одни сутки. Работы завершатся к девяти утра по московскому времени. Приносим извинения за неудобства и благодарим за терпение. Служба технической поддержки работает круглосуточно.',
  ],
  [
    'withheld',
    'Закупівля',
    'На період дії воєнного стану відомості про цю закупівлю не оприлюднюються. Замовник звітує про договір протягом двадцяти днів після припинення або скасування воєнного стану. Рішення ухвалене уповноваженою особою відповідно до особливостей здійснення публічних закупівель, затверджених постановою Кабінету Міністрів. Інформацію про предмет, кількість, постачальника та ціну надають правоохоронним органам за письмовим запитом у строки, визначені законом.',
  ],
  [
    'maintenance',
    'Оновлення системи',
    'Триває планове обслуговування майданчика: переносимо базу даних на нове обладнання, перевіряємо резервні копії, оновлюємо модуль аукціонів. Подання пропозицій та завантаження файлів тимчасово недоступні, строки процедур продовжено автоматично. Орієнтовно завершимо до шостої ранку за київським часом. Дякуємо учасникам і замовникам за розуміння, про відновлення роботи повідомимо в телеграм-каналі та листом на електронну пошту кожному учаснику.',
  ],
  [
    'captcha',
    'One moment',
    'Checking that you are human before proceeding. The connection needs to be reviewed for security reasons. This takes some seconds as a rule. Traffic from the network in question has looked automated lately: many requests in little time, without pictures or scripts being loaded. Proxies, privacy tools, shared offices and old devices can be reasons. Complete the challenge below to go on. Ray number and time are shown at the bottom for the support desk.',
  ],
  [
    'withheld',
    'Procurement summary',
    'Documents of this procurement are confidential at the request of the contracting authority under section twelve of the procurement rules. Economic operators that were invited receive specifications, drawings and the draft contract from the purchasing officer after signing a non disclosure undertaking. Award results are published in anonymous form once the standstill period has ended. Complaints may be lodged with the review board within fifteen days, in writing, stating the grounds and the remedy sought.',
  ],
  [
    'maintenance',
    'Scheduled maintenance',
    'Scheduled maintenance is in progress this weekend. The data centre is being moved to a new building, and all procurement services, including submission of bids, electronic auctions, invoicing and the supplier directory, are offline until Monday morning. Deadlines that fall within that period are extended by two working days automatically. Officers on duty can be reached by telephone for urgent matters only. Thank you for your patience while we improve capacity and resilience for everybody.',
  ],
  [
    'denied',
    '提示',
    '该栏目只允许系统内单位使用，请先向上级信息中心报备固定线路，填写开通申请表并加盖公章，经核准后由技术人员分配专用通道，调试完成需要三至五个工作日，逾期未使用的通道将自动回收，特殊情况请电话说明。',
  ],
  [
    'withheld',
    '采购信息',
    '完整内容需支付二十元信息费，支付成功后立即显示采购单位名称、项目负责人电话、预算与技术要求，支持支付宝、微信和对公转账，可开具电子发票。同一账期内消费满五百元返还一百元，套餐客户另有专属顾问提供全程跟踪。',
  ],
  [
    'withheld',
    'Тендер',
    'Полный текст, контакты заказчика и приложения открываются после оплаты. Стоимость одной карточки сто пятьдесят рублей, пакет из двадцати карточек обойдётся вдвое дешевле. Принимаем карты всех банков, быстрые платежи и безналичный расчёт с актом и счётом-фактурой. Деньги за карточку, в которой нет телефона заказчика, возвращаем без вопросов в тот же день. Постоянным клиентам менеджер подберёт закупки по отрасли и региону и предупредит о новых.',
  ],
  [
    'withheld',
    'Tender',
    'The remainder is for paid plans. A plan opens buyer names, telephone numbers, drawings, bills of quantities, addenda and bid results in forty sectors, with alerts every morning and an archive of ten years. One seat costs thirty dollars a month and five seats cost ninety. Students, libraries and charities pay half. There is no minimum term, invoices are sent by email, and our team in Leeds will gladly set up filters over the telephone.',
  ],
  [
    'withheld',
    'Тендер',
    'Повний текст і додатки відкриваються після оплати тарифу. Тариф на місяць коштує триста гривень, на рік удвічі дешевше. Приймаємо картки, рахунок для юридичних осіб надсилаємо електронною поштою протягом години. До тарифу входять щоденна розсилка, аналітика цін, перевірка контрагентів та шаблони довідок. Якщо закупівля не підійшла, повернемо гроші протягом трьох днів. Консультант допоможе налаштувати фільтри за кодом класифікатора, регіоном і сумою безкоштовно.',
  ],
])('a wall that is as long as a notice is one (%s): %s', (reason, title, text) => {
  const state = reason === 'maintenance' || reason === 'error' ? 'unreachable' : 'blocked';
  expect(inItsPlace(page('Harbour', `<h2>${title}</h2><p>${text}</p>`))).toMatchObject({ state, reason });
});

it('a long text that opens with a word of walls is a wall, though texts have that word too, and none where the word stands further on', () => {
  const goods =
    '我单位拟采购办公桌椅四十套，要求实木材质，颜色为浅胡桃色，送货上门并负责安装调试，质保三年，验收合格后一次性付清，请有意向的供应商于月底前将报价单密封送至综合科，联系人王老师。';
  expect(inItsPlace(page('Harbour', `<h2>仅限受邀单位</h2><p>${goods}</p>`))).toMatchObject({ state: 'blocked', reason: 'withheld' });
  expect(inItsPlace(page('Harbour', `<h2>办公桌椅询价</h2><p>${goods}仅限受邀单位。</p>`))).toMatchObject({
    state: 'present',
    reason: 'replaced',
  });
});

it('words that make no wall in texts are words of walls', () => {
  const { inPlace, inTexts } = loadSites().general;
  expect(inTexts.filter((stem) => !inPlace.some(({ text }) => text.includes(stem)))).toEqual([]);
});
