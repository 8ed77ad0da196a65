import { spelledOut } from '../text/alternation.ts';
import { isToday } from '../text/today.ts';
import { isAboutSites, isSiteLine, isWayToReach } from './site-lines.ts';
import { findDate, type ZoneRule } from './written-date.ts';

/** Words of lines that stand around a text on many sites: see `labels` in catalogue/sites. */
export interface FrameLabels {
  readonly published: readonly string[];
  readonly source: readonly string[];
  readonly comments: readonly string[];
  readonly controls: readonly string[];
  readonly ways: readonly string[];
}

/** Comments stand under a text: fewer letters before their heading are none. */
const LEAST_BEFORE_COMMENTS = 100;
/** Fewer letters beside lines of the site are no text of a notice. */
const LEAST_BESIDE_SITE = 40;
/** Longer lines are text, whatever they begin with. UTF-16 units. */
const MAX_FRAME_LINE = 300;
/** What gives no day of its own: it may be that of the purchase. */
const ANY_DAY = /^(?:日期|时间|дата|date)$/i;
/** What names a source is no longer. */
const MAX_SOURCE = 80;

/** A site that speaks of its own service, and when it rests: what is bought may rest too, so it takes a day or an hour. */
const RESTS =
  /(?<!\p{L})(?:сайт|портал|сервер)\S*(?: \S+){0,6} (?:будет|будут)(?: \S+){0,2} (?:недоступ|выключ|отключ|приостановл|закрыт|работать с перебоями)|(?<!\p{L})(?:сайт|портал|сервер)\S*(?: \S+){0,6} (?:буде|будуть)(?: \S+){0,2} (?:недоступ|вимкн|відключ|призупин|закрит)|(?:\b(?:this|our) (?:site|system|service|platform)|\b(?:website|web ?site|portal|server)s?)(?: \S+){0,6} will(?: \S+){0,2} (?:unavailable|down|offline|inaccessible|undergo (?:\S+ )?(?:maintenance|upgrade))|(?:系统|网站|平台|服务器|本站)(?:将|定于|拟于|计划于|因)[^。]{0,60}(?:维护|升级|检修|停机)[^。]{0,40}(?:无法|不能|暂停|停止|不可)[^。]{0,8}(?:访问|服务|使用|登录|办理)/iu;
/** A day or an hour. */
const WHEN = /\d{1,2}:\d{2}|\d[./月-]\d|\d{1,2} \p{L}{3}|\p{Lu}\p{Ll}{2,8} \d{1,2}/u;

/**
 * A text without lines that are the site's own: when the page was published and where it came from, buttons in words, where one is and what comes next, notices of
 * maintenance, and comments under their heading. They come and go without a change of the notice, and a person does not read them as its text. Linear. Pure.
 */
export function withoutFrame(body: string, labels: FrameLabels, zone: ZoneRule, title = ''): string {
  const { stamps, sources, comments, controls, ways } = wordsOf(labels);
  const lines = body.split('\n');
  const kept: number[] = [];
  const ofSite = new Set<number>();
  const isOfSite = isAboutSites(title) ? () => false : isSiteLine;
  const lastNumber = lines.findLastIndex((line) => /\d/.test(line));
  let isForum: boolean | undefined;
  let isBoard: boolean | undefined;
  let letters = 0;
  let posts = 0;
  for (const [at, line] of lines.entries()) {
    if (line.length <= MAX_FRAME_LINE) {
      const plain = line.trim();
      if (letters >= LEAST_BEFORE_COMMENTS && (comments.over.test(plain) || (ANSWER.test(plain) && (isForum ??= FORUM.test(body))))) break;
      if (letters >= LEAST_BEFORE_COMMENTS && comments.field.test(plain) && at >= lastNumber) break;
      if (POSTED_AT.test(plain) && (isBoard ??= OF_WRITERS.test(body)) && ++posts > 1 && letters >= LEAST_BEFORE_COMMENTS) break;
      if (
        (comments.said.test(plain) && letters >= LEAST_BEFORE_COMMENTS) ||
        ways.test(plain) ||
        isControls(plain, controls) ||
        PROGRAM.test(plain) ||
        isToday(plain) ||
        /^[\s|·•/—–-]+$/.test(plain) ||
        (RESTS.test(plain) && WHEN.test(plain)) ||
        isStamp(plain, stamps, sources, zone)
      )
        continue;
      if (isOfSite(plain) && !isWayToReach(plain, lines[at + 1])) {
        ofSite.add(at);
        continue;
      }
    }
    letters += line.length;
    kept.push(at);
  }
  // where a page says little else, what it says of accounts and of itself may be why
  const told = letters < LEAST_BESIDE_SITE ? [...kept, ...ofSite].toSorted((a, b) => a - b) : kept;
  return told.length === lines.length ? body : told.map((at) => lines[at]).join('\n');
}

/** Over an answer in a forum: who, and which in order; or the names of the first three. Buildings and floors have such numbers too, and floors are bought. */
const ANSWER =
  /^\S{1,16} (?:[2-9]|\d{2,4})#$|^(?:[2-9]|\d{2,4})楼$|^(?:沙发|板凳|地板)(?:[:：]|$)|^(?:沙发|板凳|地板|(?:[2-9]|\d{2,4})[#楼]) \S{1,20} (?:发表于|回复于) ?\d/u;
const FORUM = /(?<=发表于 ?\d{4}-)|楼主|[回发顶跟本此原该]帖|[回发跟本]贴|游客|私你|私我|私信/u;

/** When each post of a board was written, on boards that say how many each writer wrote. */
const POSTED_AT = /^\d{1,2} \p{L}{3,9}\.?,? \d{4}(?: г\.| р\.)?,? \d{1,2}:\d{2}$/u;
const OF_WRITERS = /^(?:сообщени[йя]|повідомлень|posts|messages): ?\d+$/imu;

/** What a program says of itself. */
const PROGRAM =
  /^(?:Powered by|Работает на|При поддержке движка|Працює на) \S|Processed in \d+[.,]\d+ ?s|^GMT[ ]?[+-]\d{1,2}\b|(?:Страница сгенерирована|Сторінку згенеровано|Page generated|页面执行时间|执行时间)\D{0,12}\d+[.,]\d+/iu;

/** Nothing but words of buttons, with what stands between them. */
function isControls(line: string, controls: ReadonlySet<string>): boolean {
  if (line.length > MAX_SOURCE) return false;
  const parts = line
    .split(BETWEEN)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  if (parts.length === 1 && line.toLowerCase() === parts[0] && GOODS.test(line)) return false;
  return parts.length > 0 && parts.every((part) => controls.has(part));
}

/** Words of buttons that may be a work or a size where they stand alone, out of brackets. */
const GOODS = /^(?:打印|收藏|分享|大|中|小|печать|друк|print|report|save)$/iu;
const BETWEEN = /[|·•/\\[\]()【】（）〖〗«»<>←→↑⇧▲\t]+| {2,}/u;

/** A line that only says when a page was published, and where it came from. */
function isStamp(line: string, stamps: RegExp, sources: RegExp, zone: ZoneRule): boolean {
  const label = stamps.exec(line);
  if (label === null) return false;
  const after = line.slice(label[0].length);
  const date = findDate(after, zone);
  if (date === null || /[^\s:：]/.test(after.slice(0, date.start))) return false;
  const rest = after.slice(date.end).replace(/^[ \t]*\d{1,2}:\d{2}(?::\d{2})?|^[\s|·•,;；，.]+|[\s|·•,;；，]+$/gu, '');
  return rest === '' || (rest.length <= MAX_SOURCE && sources.test(rest));
}

interface FrameWords {
  readonly stamps: RegExp;
  readonly sources: RegExp;
  /** `field`: what may as well be a field of a form. */
  readonly comments: { readonly over: RegExp; readonly field: RegExp; readonly said: RegExp };
  readonly controls: ReadonlySet<string>;
  readonly ways: RegExp;
}

/** Labels of comments that a form has too: *Comments: no substitutes*. */
const FIELD = /^(?:评论|комментарии|коментарі|comments)$/i;
/** The end of a heading over comments. */
const OVER = String.raw`\s?(?:[:：]?\s?[(（\[]?\s?\d{1,6}\s?[条则]?\s?[)）\]]?)?[:：]?$`;

const made = new WeakMap<FrameLabels, FrameWords>();

function wordsOf(labels: FrameLabels): FrameWords {
  const had = made.get(labels);
  if (had !== undefined) return had;
  const ofReaders = labels.comments.filter((label) => !FIELD.test(label));
  const words: FrameWords = {
    stamps: startingWith(
      labels.published.filter((label) => !ANY_DAY.test(label)),
      String.raw`\s?[:：]?`,
    ),
    sources: startingWith(labels.source, String.raw`\s?[:：]`),
    comments: {
      over: new RegExp(
        `${startingWith(ofReaders, OVER).source}|${startingWith(labels.comments, String.raw`\s?[:：]?\s?(?:[(（\[]\s?\d{1,6}\s?[条则]?\s?[)）\]]|\d{1,6}\s?[条则]?)[:：]?$`).source}`,
        'iu',
      ),
      field: startingWith(labels.comments, OVER),
      said: startingWith(ofReaders, String.raw`\s?[:：]\s?\S`),
    },
    controls: new Set(labels.controls.map((label) => label.toLowerCase())),
    ways: startingWith(labels.ways, String.raw`\s?[:：>»›]`),
  };
  made.set(labels, words);
  return words;
}

function startingWith(labels: readonly string[], then: string): RegExp {
  const any = labels.toSorted((a, b) => b.length - a.length).map((label) => spelledOut(label).text);
  return new RegExp(`^(?:${any.join('|') || '(?!)'})${then}`, 'iu');
}
