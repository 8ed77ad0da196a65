import type { Token } from './tokens/token.ts';

/** Whose a contact is said to be: the buyer's, or that of somebody between him and suppliers, whom many buyers share (an agency, a platform, its support, a supervisor). */
export type ContactRole = 'buyer' | 'between';

/** Units before a contact in which it is said whose it is, and lines of these that may head it. */
const BEFORE = 300;
const HEADS = 4;

/**
 * Whose the contact `token` of `text` is: as brackets behind it say, the words before it on its line (采购单位电话, техподдержка площадки), the beginning of a line above, or the
 * name of its mailbox (RFC 2142 has names of those of services). Undefined where nothing says it. Looks at a bounded piece of the text.
 */
export function contactRole(text: string, { kind, key, start, end }: Token): ContactRole | undefined {
  if (kind === 'mail' && SERVICE.test(key)) return 'between';
  const behind = /^\s*[(（]([^()（）]{1,30})[)）]/u.exec(text.slice(end, end + 36))?.[1];
  const from = Math.max(0, start - BEFORE);
  const lines = text.slice(from, start).split(/[\n\r\u2028\u2029]+/u);
  const lead = lines.pop() ?? '';
  // The first line is cut off at its beginning.
  const heads = (from > 0 ? lines.slice(1) : lines).slice(-HEADS).toReversed();
  return roleIn(behind ?? '') ?? roleIn(lead.split(/[。;；!！]/u).at(-1) ?? '') ?? heads.map(roleOfHead).find((role) => role !== undefined);
}

/** The last role that is named. */
function roleIn(words: string): ContactRole | undefined {
  const groups = Array.from(words.trim().matchAll(ROLES)).at(-1)?.groups;
  return groups && (groups['between'] === undefined ? 'buyer' : 'between');
}

/** A line that begins with a role and its colon, or is a heading that names one; what gives a contact of its own heads no others. */
function roleOfHead(line: string): ContactRole | undefined {
  if (GIVES_CONTACT.test(line)) return undefined;
  const label = /^([^:：]{1,40})[:：]/u.exec(line)?.[1] ?? line;
  return label.length <= 40 ? roleIn(label) : undefined;
}

const GIVES_CONTACT = /@|\d[\d ()-]{4,}\d/u;

const SERVICE = /^mail:(?:support|help|help[-_.]?desk|service|service[-_.]?desk|no[-_.]?reply|do[-_.]?not[-_.]?reply|kefu)\d{0,4}@/iu;

const BETWEEN = [
  '代理|平台|交易中心|技术支持|技术服务|客服|监督|投诉|举报',
  String.raw`(?<!\p{L})(?:оператор|площадк|майданчик|этп(?!\p{L})|эмп(?!\p{L})|агент(?!ств)|техподдержк|техпідтримк|уполномоченн)`,
  String.raw`(?<!\p{L})(?:техническ|служб|технічн)\p{L}* (?:поддержк|підтримк)`,
  String.raw`(?<!\p{L})(?:поддержк|підтримк)\p{L}*(?=\s*(?:$|[:：(]|площадк|портал|сайт|пользовател|користувач|майданчик))`,
  String.raw`(?<!\p{L})(?:platform|operator|agent(?!\p{L})|help ?desk|hotline|customer (?:service|support|care)|support(?=\s*(?:$|[:：(]|desk|team|service|line|phone|tel|e-?mail)))`,
].join('|');

const BUYER = [
  '采购人|采购单位|采购方|招标人|招标单位|询价单位|需求单位|需求方|使用单位|建设单位|业主|买方|甲方',
  String.raw`(?<!\p{L})(?:заказчик|покупател|замовник|покупц|покупець|buyer|purchaser|contracting authority|procuring entity|customer)`,
].join('|');

const ROLES = new RegExp(`(?<between>${BETWEEN})|(?<buyer>${BUYER})`, 'giu');
