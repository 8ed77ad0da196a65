/**
 * What a text itself says that an acronym stands for: the words before its first pair of brackets (установки воздушного запуска (УВЗ), далее – ДКС), or in brackets behind it
 * (КФУ (коэффициент формы участка)), the first letters of which spell it, up to three words between them; undefined where it says nothing.
 */
export function saidOf(acronym: string, text: string): string | undefined {
  if (!ACRONYM.test(acronym)) return undefined;
  for (let at = text.indexOf(acronym), n = 0; at >= 0 && n < MOST_LOOKED_AT; at = text.indexOf(acronym, at + acronym.length), n += 1) {
    const said = saidBefore(acronym, text, at) ?? saidBehind(acronym, text.slice(at + acronym.length, at + acronym.length + FAR));
    if (said !== undefined) return said;
  }
  return undefined;
}

function saidBefore(acronym: string, text: string, at: number): string | undefined {
  if (!CLOSED.test(text.slice(at + acronym.length, at + acronym.length + 3))) return undefined;
  const before = text.slice(Math.max(0, at - FAR), at);
  const opened = OPENED.exec(before);
  return opened === null ? undefined : spelledBy(acronym.toLowerCase(), before.slice(0, opened.index));
}

function saidBehind(acronym: string, behind: string): string | undefined {
  const inside = IN_BRACKETS.exec(behind)?.[1];
  return inside === undefined ? undefined : spelledBy(acronym.toLowerCase(), inside);
}

/** The last words of which the first letters spell an acronym. */
function spelledBy(letters: string, before: string): string | undefined {
  const words = [...before.matchAll(/\p{L}+/gu)];
  for (let first = words.length - letters.length; first >= 0; first -= 1) {
    let spelled = 0;
    for (const [word] of words.slice(first, first + letters.length + MOST_BETWEEN))
      if (word.toLowerCase().startsWith(letters.charAt(spelled)) && spelled < letters.length) spelled += 1;
    if (spelled === letters.length && words[first]![0].toLowerCase().startsWith(letters.charAt(0)))
      return before.slice(words[first]!.index);
  }
  return undefined;
}

const ACRONYM = /^\p{Lu}{2,7}$/u;
/** Places of an acronym that are looked at. */
const MOST_LOOKED_AT = 1_000;
const FAR = 160;
const MOST_BETWEEN = 3;
const OPENED = /\s*\((?:(?:далее|надалі|далі|hereinafter)[\s,:–—-]*)?(?:по тексту[\s:–—-]*)?[«"“„]?$/iu;
const IN_BRACKETS = /^[»”“"]?\s?\(([^()]+)\)/u;
const CLOSED = /^[»”“"]?[,)]/u;
