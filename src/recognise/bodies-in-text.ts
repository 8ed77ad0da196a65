import type { Said } from '../model/statement.ts';

/** A body in running text ends with such a word in Chinese. */
const HAN = new RegExp(
  '\\p{Script=Han}{2,28}?(?:协会|促进会|商会|联合会|学会|总会|公司|集团|研究院|研究所|商务厅|商务局|委员会|管理局|中心|大学)',
  'gu',
);
/** Elsewhere such a word stands in its name; small letters or capitals. */
const BODY =
  /^(?:association|department|bureau|ministry|chamber|council|company|corporation|group|institute|federation|committee|agency|cent(?:er|re)|university|co|ltd|llc|inc|ассоциаци|департамент|министерств|палат|совет|компани|корпораци|групп|институт|федераци|комитет|агентств|центр|союз|ооо|зао|пао|асоціаці|міністерств|рад|компані|корпораці|інститут|федераці|комітет)\p{L}{0,4}$/iu;
/** Small words that go on with a name, and what such bodies are about. */
const GOES_ON =
  /^(?:(?:of|for|with|and|on|по|и|с|со|та|з|із|для)|(?:city|provincial|province|municipal|regional|national|international|foreign|economic|commercial|promotion|trade|commerce|cooperation|development|science|technology|industr|городск|област|региональн|национальн|международн|внешн|экономическ|торговл|торгов|сотрудничеств|развит|содейств|поддержк|міськ|обласн|міжнародн|торгівл|розвит|сприян)\p{L}{0,6})$/iu;
const ARTICLE = /^the$/iu;
const LONGEST = 18;

/** Names of bodies that a text may mention, each as it stands there: candidates, to be compared with names that are known. At most `most`. */
export function bodiesInText(text: string, most: number): readonly Said[] {
  const found: Said[] = [];
  for (const match of text.matchAll(HAN)) {
    if (found.length >= most) return found;
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  let run: Said[] = [];
  const close = (): void => {
    const last = run.findLastIndex(({ text: word }) => isName(word) || !/^(?:of|for|with|and|on|по|и|с|со|та|з|із|для|the)$/iu.test(word));
    const [first, end] = [run[0], run[last]];
    if (first !== undefined && end !== undefined && last >= 1 && run.slice(0, last + 1).some(({ text: word }) => BODY.test(word)))
      found.push({ start: first.start, end: end.end, text: text.slice(first.start, end.end) });
    run = [];
  };
  let before = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}&'’-]*/gu)) {
    if (found.length >= most) return found;
    // Names are parted by blanks alone: any other sign ends them.
    const joined = run.length > 0 && run.length < LONGEST && /^(?: |\. ?(?=\p{Lu}\.))$/u.test(text.slice(before, index));
    const previous = run.at(-1)?.text ?? '';
    const goes = isName(word) || BODY.test(word) || GOES_ON.test(word) || (ARTICLE.test(word) && GOES_ON.test(previous));
    if (!joined || !goes) close();
    if (run.length > 0 || isName(word)) run.push({ start: index, end: index + word.length, text: word });
    before = index + word.length;
  }
  close();
  return found.slice(0, most);
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !ARTICLE.test(word);
}
