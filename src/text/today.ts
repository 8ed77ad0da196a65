/** Longer lines say more than what day it is. UTF-16 units. */
const MAX_LINE = 80;

/**
 * A line of nothing but what day it is, the weather and rates of exchange. An amount, a temperature or what goods are for (*USD 12.5000*, *Rain, 8 °C*) may be a value of a notice where it stands
 * alone: it takes the day, or two of the others.
 */
export function isToday(line: string): boolean {
  return saysToday(line) && (DAY.test(line) || (RATE.test(line) && isWeather(line))) && !/[\p{L}\p{N}]/u.test(withoutToday(line));
}

const DAY = /今天是|(?<!\p{L})(?:сегодня|сьогодні|today)(?!\p{L})/iu;
const DEGREES = /\d ?(?:°|℃)/u;
const SKY =
  /雨|雪|晴|多云|阴|雾|霾|(?<!\p{L})(?:погода|weather|ясно|облачно|пасмурно|туман|дождь|снег|гроза|хмарно|похмуро|дощ|сніг|rain|snow|clear|sunny|cloudy|fog|overcast|showers)(?!\p{L})/iu;
/** Rates have four figures behind the point. */
const RATE = /(?<![\d.])\d{1,3}\.(?!(?:19|20)\d{2}(?!\d))\d{4}(?!\d)/;
const TODAY =
  /今天是?|现在是|星期[一二三四五六日天]|农历\p{Script=Han}{2,8}|\d{4}年\d{1,2}月\d{1,2}日|(?:雷?阵雨|[小中大暴]?雨夹?雪?|[小中大暴]雪|晴|多云|阴|雾|霾|转)|(?<!\p{L})(?:сегодня|сьогодні|today|погода|weather|курсы?|валют[аы]?|доллара?|евро|ясно|облачно|пасмурно|туман|дождь|снег|гроза|ветер|небольшой|хмарно|мінлива хмарність|похмуро|дощ|сніг|light|heavy|rain|snow|clear|sunny|cloudy|fog|overcast|showers|wind|mist|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)(?!\p{L})|美元|人民币|欧元|汇率|\b(?:USD|EUR|CNY|RUB|UAH|C|CB)\b|[+\-−–]?\d+(?:[.,:]\d+)*|[°℃%]/giu;

/** A short line with what day it is, the weather or a rate of exchange. */
export function saysToday(line: string): boolean {
  return line.length <= MAX_LINE && (DAY.test(line) || RATE.test(line) || isWeather(line));
}

function isWeather(line: string): boolean {
  return DEGREES.test(line) && SKY.test(line);
}

/** A line without what is another each day: dates and other numbers, the weather, rates of exchange. */
export function withoutToday(line: string): string {
  return line.replace(TODAY, ' ');
}
