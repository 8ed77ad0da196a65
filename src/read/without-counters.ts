const counters = new WeakMap<readonly string[], RegExp>();

/** How long ago something was posted, between separators: "2 weeks ago", "an hour ago"; behind a comma only before one. In a sentence it is part of the text. */
const AGO =
  /(?:(?<=^|[|·•;；>])|,(?=[^\n|·•;；,]{4,30}[|·•]))[ \t]*(?:(?:posted|updated|published|added|listed|renewed|опубликовано|обновлено|размещено|добавлено|поднято|опубліковано|оновлено|додано|піднято|发表于|发布于|更新于|发布|更新)[ \t]+)?(?:(?:\d{1,3}|an?|one)[ \t]?(?:second|minute|min|hour|day|week|month|year)s?[ \t]+ago|(?:\d{1,3}[ \t]?)?(?:секунд|минут|мин|час|дн|день|недел|месяц|год|лет)\p{L}{0,3}\.?[ \t]+назад|(?:\d{1,3}[ \t]?)?(?:секунд|хвилин|хв|годин|год|дн|день|тижн|тижд|місяц|рік|рок)\p{L}{0,3}\.?[ \t]+тому|\d{1,3}[ \t]?(?:秒|分钟|小时|天|周|个月|年)前|just now|только что|щойно|刚刚)[ \t]*(?=$|[|·•;；])/gimu;

const POSTED = String.raw`(?:posted|updated|published|added|опубликовано|обновлено|размещено|опубліковано|оновлено|发布于|更新于)[ \t]+`;
const DAY = '(?:today|yesterday|сегодня|вчера|позавчера|сьогодні|вчора|позавчора|今天|昨天|前天)';
const TIME = String.raw`[ \t]?,?[ \t]?(?:(?:at|в|о|об)[ \t]+)?\d{1,2}:\d{2}(?::\d{2})?`;
const NUMBER = String.raw`(?<=(?:^|[|·•])[ \t]*(?:№|#|id|号|编号)?[ \t:：]{0,2}\d{3,14}),`;

/** The day that something was posted, as today sees it, with its time: on a line of its own, in the midst of a row, or behind the number of an advertisement. "Deadline | today 18:00" is none. */
const RECENT = new RegExp(
  String.raw`(?:(?<=^|[·•])|(?<=[|;；])(?=[^|·•;；\n]{4,40}[|;；])|${NUMBER})[ \t]*(?:${POSTED})?${DAY}${TIME}[ \t]*(?=$|[|·•;；,])`,
  'gimu',
);

/** The same without a time: in the midst of a row, or where it says that something was posted. */
const RECENT_DAY = new RegExp(
  String.raw`(?:(?<=[|;；·•])[ \t]*(?:${POSTED})?${DAY}[ \t]*(?=[|·•;；])|(?<=^|[|·•;；])[ \t]*${POSTED}${DAY}[ \t]*(?=$|[|·•;；,]))`,
  'gimu',
);

/** Rates of exchange, which many sites show about their notices: a line or cell that holds nothing but their numbers, with a currency. */
const RATES =
  /(?<=^|[|·•])[ \t]*(?:курсы?(?: (?:валют|доллара|евро|гривны|юаня|цб(?: рф)?|нбу))?|exchange rates?|汇率)[ \t]?[:：]?(?=[^\n|·•]{0,12}(?:USD|EUR|CNY|RUB|UAH|[$€¥₽₴]))(?:[ \t]?(?:USD|EUR|CNY|RUB|UAH|[$€¥₽₴]|\d{1,6}(?:\.\d{1,4})?(?![\d.])|[,;/]))+[ \t]*(?=$|[|·•])/gimu;

/** The weather, as a line or cell of its own. */
const WEATHER = /(?<=^|[|·•])[ \t]*(?:погода|weather|天气)[ \t]?[:：]?[ \t]?[+\-−–]?\d{1,2}[ \t]?(?:°[ \t]?C?|℃)[ \t]*(?=$|[|·•])/gimu;

/** The same in a sign or two, as timelines write it: · 2w ·. Behind a dot alone: a cell of a table may hold 5 m. */
const SHORT_AGO = /(?<=[·•])[ \t]*\d{1,3}(?:s|min|h|hr|d|w|wk|mo|y|yr|ч|мин|дн|нед|мес|год|хв|тиж|міс)\.?[ \t]*(?=$|[·•])/gimu;

/** What time it is at the site: its own clock shows the seconds, a term of the notice hardly. */
const CLOCK =
  /(?<=^|[|·•»”])[ \t]*(?:московское время|текущее время|время сервера|время на сервере|серверное время|поточний час|час сервера|київський час|server time|current time|local time|time now|当前时间|现在时间|系统时间|服务器时间|北京时间现在)[ \t]?[:：]?[ \t]?(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2}[./-]\d{1,2}[./-]\d{4})?[ \t,T]*\d{1,2}:\d{2}:\d{2}/gimu;

/** How long there is still time, which is less at each visit: the date itself stands elsewhere. On a line of its own or between separators. */
const LEFT =
  /(?<=^|[|·•;；>])[ \t]*(?:до (?:окончания|конца|завершения) (?:при[её]ма|подачи)(?: (?:заявок|предложений))?|(?<=^[ \t]*)(?-i:До окончания|До завершения)|осталось|до (?:завершення|закінчення) подання|залишилося|залишилось|time left|time remaining|closes in|closing in|剩余时间|距(?:离)?[\p{Script=Han}]{0,4}(?:截止|结束|开标)(?:时间)?(?:还有|还剩|仅剩|尚有)?)(?: (?:осталось|залишилося|залишилось))?[ \t]?[:：]?(?:[ \t]?(?:\d{1,4}[ \t]?(?:дн(?:ей|я|ь|і|ів)?|день|ч(?:ас(?:ов|а)?)?|год(?:ин[аи]?)?|мин(?:ут[аы]?)?|хв(?:илин[аи]?)?|сек(?:унд[аы]?)?|days?|hours?|hrs?|minutes?|mins?|seconds?|[dhms]|天|日|小时|时|分钟|分|秒)\.?,?|\d{1,3}:\d{2}(?::\d{2})?))+[ \t]*(?=$|[|·•;；])/gimu;

/** How many have offered, as the head of a posting counts them: `· 320 quotes`. In a sentence, a list or a table their number is a term of the purchase. */
const OFFERED = /(?<=[·•])[ \t]*\d[\d,]{0,8}[ \t]quotes?[ \t]*(?=$|[·•])/gimu;

/** How often it was read, as the row under a headline has it behind the day: a picture of an eye, and a number. */
const READ =
  /(?<=[·•][^\n·•\d]{0,8}(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,2} \p{L}{3,9}\.?,? (?:19|20)\d{2}(?: ?г\.| р\.)?|\p{L}{3,9} \d{1,2}, (?:19|20)\d{2})(?:,?[ \t]\d{1,2}:\d{2}(?::\d{2})?)?[ \t]*)[·•][ \t]*\d{1,7}[ \t]*(?=$|[·•])/gmu;

/** How often a file was fetched. */
const FETCHED = /(?:已下载|下载)[ \t]?\d{1,9}[ \t]?次(?=[ \t]*(?:$|[|·•;；,，。)】]))/gmu;

/** Numbers of visitors would make every visit a change. */
export function withoutCounters(body: string, words: readonly string[]): string {
  if (words.length === 0) return body;
  let pattern = counters.get(words);
  if (pattern === undefined) {
    // WorksViews: where nothing stands between two elements, a capital begins the word.
    const word = `(?:(?<![a-z])|(?<=(?-i:[a-z]))(?=(?-i:[A-Z])))(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
    // A word without a colon is a counter only where nothing but a separator follows its number.
    const number = String.raw`\d[\d,]{0,12}(?:[.,]\d)?(?:[ \t]?(?:тыс|тис|млн|k|m|万|w)(?!\p{L})\.?)?`;
    const end = String.raw`(?=[ \t]*(?:$|[|·•;；/\])）】]))`;
    // "306 просмотров", where nothing but separators stand on both sides.
    const before = String.raw`(?:(?<=^|[|·•;；/])|[ \t]|[ \t]?[\[(（【])[ \t]?${number}[ \t]?[次人]?[ \t]?${word}${end}[\])）】]?`;
    pattern = new RegExp(
      String.raw`${before}|[ \t]?[\[(（【]?${word}(?:[ \t]?[:：][ \t]?(?:${number}(?:[ \t]?次)?|\[${number}\])|[ \t]?[(（]${number}[)）]|[ \t]${number}${end})[\])）】]?`,
      'gimu',
    );
    counters.set(words, pattern);
  }
  const rest = [pattern, AGO, RECENT, RECENT_DAY, SHORT_AGO, CLOCK, LEFT, OFFERED, READ, FETCHED, RATES, WEATHER].reduce(
    (text, each) => text.replace(each, ''),
    body,
  );
  return (rest === body ? rest : rest.replace(/([·•])[ \t]*(?=\1)/g, '')).replace(/\n{2,}/g, '\n').replace(/^\n|\n$/g, '');
}
