import type { Page } from '../e2e/case-pages.ts';

/** Marks by which a test knows that a text is on the page as text. */
export const SCRIPT_TITLE = '<script>window.ran = "title"</script> drone jammers';
export const MIXED = 'jammer \u202Eknat\u202C end \u2066isolate\u2069 zero\u200Bwidth';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Notices whose publisher wishes harm to whoever reads them. `elsewhere` is an address that nothing may ask for. */
export function hostilePages(elsewhere: string): Readonly<Record<'markup' | 'bidi' | 'marks' | 'line' | 'lines', Page>> {
  const page = (title: string, paragraphs: readonly string[]): Page => ({
    publisher: escaped(`"><img src="${elsewhere}/publisher" onerror="window.ran='publisher'">`),
    title: escaped(title),
    at: '2026-11-20T09:00:00+08:00',
    lang: 'en',
    paragraphs,
  });
  const jammers = 'The buyer seeks drone jammers and drone detectors, delivery to Almaty.';
  return {
    markup: page(SCRIPT_TITLE, [
      jammers,
      escaped(`<img src="${elsewhere}/image" onerror="window.ran='image'"><iframe src="${elsewhere}/frame"></iframe>`),
      escaped(`<svg onload="window.ran='svg'"></svg>"><script>window.ran='text'</script>{{constructor.constructor('window.ran=1')()}}`),
      // As markup of the page too: the reader leaves it out, the page of the desk must not bring it back.
      `<a href="javascript:window.ran='link'">javascript link</a> <a href="${elsewhere}/link" ping="${elsewhere}/ping">a link</a> <img src="${elsewhere}/shown">`,
      escaped("javascript:window.ran='plain' data:text/html,<script>window.ran='data'</script>"),
      '&amp;lt;b&amp;gt; &amp;amp; &#x202e;reversed&#x202c; &#0; &#xD800; &nosuchentity;',
    ]),
    bidi: page(`Tender ${MIXED}`, [
      jammers,
      MIXED,
      'Buyer: \u202E.oC gnidarT\u202C Trading Co., اسم الشركة: شركة التقنية, חברת אלקטרוניקה בע"מ',
      `\u2067${'\u2067'.repeat(300)}nested isolates${'\u2069'.repeat(300)}`,
      'bell\u0007 escape\u001B[31m backspace\u0008 line\u2028separator\uFEFF',
    ]),
    marks: page(`Z${'\u0335\u0316\u0301'.repeat(60)} drone jammers`, [
      jammers,
      `T${'\u0489\u034F\u0300'.repeat(700)}ender for radars`,
      '😀👨‍👩‍👧‍👦\u{E0001}\u{1F3F4}\u{E0067}\u{E0062}',
    ]),
    line: page('One line of five million characters', [
      `${jammers} ${'Lorem ipsum dolor drone jammer sit amet consectetur radar adipiscing elit. '.repeat(66_700)}`,
    ]),
    lines: page('Forty thousand lines', [
      jammers,
      ...Array.from({ length: 40_000 }, (_, n) => `Item ${n}: ${n % 4 === 0 ? 'drone jammer' : 'office chair'}, 1 pc.`),
    ]),
  };
}
