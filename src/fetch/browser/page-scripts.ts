/**
 * What is evaluated inside a page, in a world of its own: it sees the page's document and none of the page's own changes to the language. Text, since it
 * runs in the browser and not here.
 */

/** Height of the page in CSS pixels. */
export const PAGE_HEIGHT = `Math.max(document.documentElement?.scrollHeight ?? 0, document.body?.scrollHeight ?? 0)`;

/** As which kind of file the browser takes the page. */
export const CONTENT_TYPE = `document.contentType`;

export function scrollTo(y: number): string {
  return `(window.scrollTo(0, ${y}), ${PAGE_HEIGHT})`;
}

/** The document as the browser holds it, and its length before it was cut at `most` UTF-16 units. */
export function documentText(most: number): string {
  return `(() => {
    const kind = document.doctype ? new XMLSerializer().serializeToString(document.doctype) + '\\n' : '';
    const text = kind + (document.documentElement?.outerHTML ?? '');
    return { text: text.slice(0, ${most}), length: text.length };
  })()`;
}

/**
 * Shows what keeps most of the page's text unseen: WeChat's body (\`#js_content\`) and whole pages are veiled until scripts have run. Gives the
 * elements that were changed. Consent layers and whatever else stands over the text are left.
 */
export const SHOW_VEILED = `(() => {
  const lengthOf = (element) => (element.textContent ?? '').trim().length;
  const all = document.body ? lengthOf(document.body) : 0;
  const fixed = [document.documentElement, document.body, document.getElementById('js_content')];
  const styled = [...document.querySelectorAll('[style*="visibility"], [style*="opacity"]')].slice(0, 2000);
  const shown = [];
  for (const element of new Set([...fixed, ...styled.filter((one) => lengthOf(one) >= 100 && lengthOf(one) * 2 >= all)])) {
    if (!element) continue;
    const style = getComputedStyle(element);
    if (style.display === 'none' || (style.visibility !== 'hidden' && Number(style.opacity) >= 0.05)) continue;
    element.style.setProperty('visibility', 'visible', 'important');
    element.style.setProperty('opacity', '1', 'important');
    shown.push(element.tagName.toLowerCase() + (element.id ? '#' + element.id.slice(0, 60) : ''));
  }
  return shown;
})()`;

/**
 * Whether the page has Chinese characters that this machine draws as boxes: two that no font has look the same. Its own canvas, which the page does not see.
 */
export const HAN_IS_BOXES = `(() => {
  if (!/\\p{Script=Han}/u.test(document.body?.textContent ?? '')) return false;
  const drawn = (character) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 32;
    const context = canvas.getContext('2d');
    context.font = '24px sans-serif';
    context.fillText(character, 2, 26);
    return context.getImageData(0, 0, 32, 32).data.join();
  };
  return drawn('\u6c42') === drawn('\u8d2d');
})()`;
