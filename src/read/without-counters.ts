const counters = new WeakMap<readonly string[], RegExp>();

/** How long ago something was posted, between separators: "2 weeks ago". In a sentence it is part of the text. */
const AGO =
  /(?<=^|[|·•;；>])[ \t]*(?:(?:posted|updated|published|added|listed|опубликовано|обновлено|размещено|добавлено|опубліковано|оновлено|додано|发表于|发布于|更新于|发布|更新)[ \t]+)?\d{1,3}[ \t]?(?:(?:second|minute|min|hour|day|week|month|year)s?[ \t]+ago|(?:секунд|минут|мин|час|дн|день|недел|месяц|год|лет)\p{L}{0,3}\.?[ \t]+назад|(?:секунд|хвилин|хв|годин|год|дн|день|тижн|місяц|рок)\p{L}{0,3}\.?[ \t]+тому|(?:秒|分钟|小时|天|周|个月|年)前)[ \t]*(?=$|[|·•;；])/gimu;

/** Numbers of visitors would make every visit a change. */
export function withoutCounters(body: string, words: readonly string[]): string {
  if (words.length === 0) return body;
  let pattern = counters.get(words);
  if (pattern === undefined) {
    const word = `(?<![a-z])(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
    // A word without a colon is a counter only where nothing but a separator follows its number.
    const number = String.raw`\d[\d,]{0,12}(?:[.,]\d)?(?:[ \t]?(?:тыс|тис|млн|k|m|万|w)(?!\p{L})\.?)?`;
    const end = String.raw`(?=[ \t]*(?:$|[|·•;；/\])）】]))`;
    // "306 просмотров", where nothing but separators stand on both sides.
    const before = String.raw`(?:(?<=^|[|·•;；/])|[ \t]|[ \t]?[\[(（【])[ \t]?${number}[ \t]?[次人]?[ \t]?${word}${end}[\])）】]?`;
    pattern = new RegExp(
      String.raw`${before}|[ \t]?[\[(（【]?${word}(?:[ \t]?[:：][ \t]?${number}(?:[ \t]?次)?|[ \t]?[(（]${number}[)）]|[ \t]${number}${end})[\])）】]?`,
      'gimu',
    );
    counters.set(words, pattern);
  }
  return body
    .replace(pattern, '')
    .replace(AGO, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '');
}
