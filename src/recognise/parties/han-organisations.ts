import { firstFrom } from './hit-search.ts';
import type { Organisation } from './organisations.ts';
import type { TradeHits } from './trade-hits.ts';

const LONGEST_BEFORE = 36;
/** Farthest that a further part of the same name may end from the part before: 公安局 黄山 分局. */
const NEXT_PART = 8;
const NAME_CHARACTER = /[\p{Script=Han}\p{Script=Latin}\d（）()·&.-]/u;
/** A dash between Han characters ends what stands before the name: 专项-学院. */
const DASH = /(?<=\p{Script=Han})-(?=\p{Script=Han})/gu;
const LEADING = /^(?:号[-－]|[\d（）()·&.-]|年度?|\d{1,4}年度?|第[一二三四五六七八九十\d]+[批次期]?|的|了|及|与|和|对|为)+/u;
const DIVISION = /[市县区省州第镇乡旗盟]/u;

/** Chinese names of organisations: back from an ending such as 有限公司 to where the name can begin. */
export function hanOrganisations(text: string, hits: TradeHits): readonly Organisation[] {
  const endings = hits.of('ending');
  const boundaries = hits.of('boundary');
  const deals = hits.of('deal');
  const found: Organisation[] = [];
  let boundary = 0;
  let deal = 0;
  let reach = 0;
  for (let at = 0; at < endings.length; at += 1) {
    const ending = endings[at];
    if (ending === undefined || ending.from < reach) continue;
    const least = Math.max(reach, ending.from - LONGEST_BEFORE);
    let from = ending.from;
    while (from > least && NAME_CHARACTER.test(text.charAt(from - 1))) from -= 1;
    // a name does not begin in the middle of a word of another script, nor where it was only cut off for its length
    const cut = from === ending.from - LONGEST_BEFORE && NAME_CHARACTER.test(text.charAt(from - 1));
    for (; (boundaries[boundary]?.to ?? Infinity) <= ending.from; boundary += 1);
    for (let back = boundary - 1; back >= 0; back -= 1) {
      const word = boundaries[back];
      if (word === undefined || word.to <= from) break;
      // a single character is a word of its own only at the beginning: 由 and 向 stand in names too
      if (word.from < from || (word.to - word.from === 1 && word.from > from + 8)) continue;
      from = word.to;
      break;
    }
    let { to } = ending;
    let next = at + 1;
    for (; next < endings.length; next += 1) {
      const further = endings[next];
      if (further === undefined || further.from - to > NEXT_PART) break;
      const gap = text.slice(to, further.from);
      for (; (deals[deal]?.to ?? Infinity) <= to; deal += 1);
      const dealt = (deals[deal]?.from ?? Infinity) < further.from;
      const parted = (boundaries[firstFrom(boundaries, to)]?.from ?? Infinity) < further.from;
      // 医院医院物流: the second begins what is bought
      const again = gap === '' && further.word === ending.word;
      if (dealt || parted || again || !/^[\p{Script=Han}（）()]*$/u.test(gap) || (gap.length > 4 && !DIVISION.test(gap))) break;
      to = further.to;
    }
    at = next - 1;
    let dash = 0;
    reach = to;
    for (const { index } of text.slice(from, ending.from).matchAll(DASH)) dash = from + index + 1;
    from = Math.max(from, dash);
    from += LEADING.exec(text.slice(from, to))?.[0].length ?? 0;
    if (text.slice(from, to).search(/[（(]/u) > 0 && /^[)）]/u.test(text.charAt(to)) && !/[)）]/u.test(text.slice(from, to))) to += 1;
    const half = (to - from) / 2;
    // a title that begins with the name of its publisher says it twice
    if (half > 4 && text.slice(from, from + half) === text.slice(from + half, to)) to = from + half;
    if (!cut && ending.from - from >= 2) found.push({ from, to });
  }
  return found;
}
