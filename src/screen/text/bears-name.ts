/** What stands beside the name of a body within quotes of its own: characters of the quotes, and of small additions, before and behind it. */
export interface QuotesAround {
  readonly before: number;
  readonly after: number;
}

/**
 * Quotes around a name on its line. `other`: with further words of a name («Технопарк МФТИ»); undefined where no quotes are, or what stands in them is a whole
 * sentence.
 */
export function quotesAround(before: string, after: string): QuotesAround | 'other' | undefined {
  const opened = openedIn(before);
  if (opened === undefined) return undefined;
  const inner = before.slice(opened + 1);
  const [whole = '', further = ''] = CLOSED.exec(after) ?? [];
  if (whole === '') return inner.trim() === '' ? { before: before.length - opened, after: 0 } : undefined;
  if (inner.trim() === '' && ADDITION.test(further)) return { before: before.length - opened, after: whole.length };
  return inner.length + further.length > LONGEST_QUOTED || PREPOSITION.test(inner) ? undefined : 'other';
}

/** Where the quotes open that are not closed before the end. */
function openedIn(before: string): number | undefined {
  const at = Math.max(before.lastIndexOf('«'), before.lastIndexOf('“'), before.lastIndexOf('„'));
  if (at >= 0 && !/[»”]/u.test(before.slice(at))) return at;
  const straight = before.split('"').length - 1;
  return straight % 2 === 1 ? before.lastIndexOf('"') : undefined;
}

const CLOSED = /^([^«»“”„"]*)[»”“"]/u;
const ADDITION = /^\s*(?:\(НИУ\))?\s*$/u;
const LONGEST_QUOTED = 60;
const PREPOSITION =
  /(?:^|[\s"])(?:в|во|из|на|для|от|с|со|к|ко|по|о|об|у|при|и|з|до|від|із|та|й|між|between|at|of|from|for|and|with|in)\s+$/iu;

/** Do words before a name make another body or a place of it: клуб МФТИ, ул. МАИ? */
export function bearsNameBefore(before: string, name: string): boolean {
  if (/(?:[\p{L}\d][-–‑]|[@_])$/u.test(before) || HEADS.test(before)) return true;
  return LATIN.test(name) && (/[/\\.]$/u.test(before) || LATIN_BEFORE.test(before));
}

/** The same of words behind it: МФТИ-Сервис, МФТИ Инжиниринг. */
export function bearsNameBehind(after: string, name: string): boolean {
  if (/^(?:[-–‑](?:\p{L}|\d)|[@_]|\d)/u.test(after) || TAILS.test(after)) return true;
  return LATIN.test(name) && (/^(?:[/\\]|\.\p{L})/u.test(after) || LATIN_BEHIND.test(after));
}

/** Do words behind an acronym that several bodies bear make one of them that teaches something else: МГУ путей сообщения, БГУ культуры? */
export function isOfSubject(after: string): boolean {
  return SUBJECTS.test(after);
}

const SUBJECTS =
  /^[»"”]?\s+(?:путей\s|пищевых|харчових|печати|друк|леса(?!\p{L})|лесного|культур|искусств|мистецтв|физической|фізичн|дизайна|технологий|технологій|управлени|управлінн|экономи|економі|информатики|інформатики|приборостроени|природообустройств|геодези|транспорт|прикладной|инженерн|педагогич|медицинск|медичн|аграрн)/iu;
const HEADS = new RegExp(
  `(?<![\\p{L}])(?:${[
    '(?:клуб|лице(?=[йяюе])|ліце|гимнази|гімназі|школ|издательств|видавництв|профком|профсоюз|профспілк|студсовет|ассоциаци|асоціаці|поликлиник|поліклінік|больниц|лікарн|стадион|стадіон|столов|їдальн|кафе(?!др)|магазин|гостиниц|готел|санатор|театр|хор(?![оиу])|музе|команд(?!и[рв])|общежити|гуртожит|остановк|зупинк|станци|станці|площад(?!к)|проспект|улиц|вулиц|пансионат|бассейн|басейн|кинотеатр|кооператив|товариществ|товариств|микрорайон|мікрорайон|газет|журнал|вестник|вісник|фонд|хозяйств)\\p{L}{0,5}',
    'метро|ул\\.?|вул\\.?|пр-т|пл\\.?|ж/д|платформ[аеы]|м\\.|детск\\p{L}+ сад\\p{L}*|(?:дворец|дворц|дом|будинок|будинк)\\p{L}* культур\\p{L}|издательск\\p{L}+ дом\\p{L}*|управляющ\\p{L}+ компани\\p{L}+|обществ\\p{L}+ «знание»|ЖК|ТЦ|ТРЦ|БЦ|ДК|СК|СНТ|целевого капитала|выпускник\\p{L}*|випускник\\p{L}*|друзей|ветеран\\p{L}*',
  ].join('|')})(?:\\s+при)?\\s*[«"“„]?\\s*$`,
  'iu',
);
const TAILS =
  /^[»"”]?\s+[«"“„]?(?:Сервис|Сервіс|Инжиниринг|Інжиніринг|Инвест|Холдинг|Групп|Груп|Девелопмент|Медиа|Медіа|Арена|Строй|Трейд|Клуб|Плюс)(?!\p{L})/u;
const LATIN = /^\p{Script=Latin}/u;
/** A capitalised word right before or behind an acronym in Latin letters may be of the same name: Jiangsu NUAA, AVIC Jonhon, CETC 38. */
const LATIN_BEFORE = /(?<![.:;!?]\s{1,4})(?<!^\s*)(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}]{3,}\s$/u;
const LATIN_BEHIND = /^\s(?:\p{Lu}\p{Ll}+|\d)/u;
