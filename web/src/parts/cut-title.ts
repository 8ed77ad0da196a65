/** How wide a title may be that stands whole, and what stays of a wider one; a Han character is as wide as two letters. */
const MOST_WIDTH = 320;
const CUT_WIDTH = 240;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/;

/** The beginning of a title that is longer than people read as one, or the title itself; ends at no half of a character, and at a blank where one is near. */
export function cutTitle(title: string): string {
  let [width, cut] = [0, 0];
  let at = 0;
  for (const char of title) {
    width += WIDE.test(char) ? 2 : 1;
    at += char.length;
    if (width <= CUT_WIDTH) cut = at;
    if (width > MOST_WIDTH) {
      const kept = title.slice(0, cut);
      const blank = kept.search(/\s\S{0,20}$/);
      return (blank === -1 ? kept : kept.slice(0, blank)).trimEnd();
    }
  }
  return title;
}
