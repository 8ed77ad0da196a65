/** Elements that a web page has and no list. */
const OF_PAGES = /<(?:html|head|body|form|script|style|iframe)[\s/>]/iu;
/** An element's tag or what stands between two: a comment, CDATA, an instruction. Attributes stand in quotes. */
const TAGS =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</gu;

/** Whether a text is one XML element whose tags close in order, with nothing that only a web page has: `<table>` is the root of lists too. Linear. */
export function isPlainXml(text: string): boolean {
  if (OF_PAGES.test(text)) return false;
  const open: string[] = [];
  let roots = 0;
  for (const [whole, close, name, , empty] of text.matchAll(TAGS)) {
    if (whole === '<') return false;
    if (name === undefined) continue;
    if (close === '/') {
      if (open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0) roots += 1;
    if (empty !== '/') open.push(name);
  }
  return roots === 1 && open.length === 0;
}
