import type { Behaviour, Later, SiteAnswer } from './behaviour.ts';
import { TEXTS, type SiteTexts } from './site-texts.ts';
import { WALLS } from './wall-pages.ts';

/** How a made-up site answers for an address that never existed. */
const ABSENT = ['404', 'soft', 'bare', 'front', 'generic', 'list', 'search'] as const;
const LAYOUTS = ['modern', 'tables', 'plain'] as const;

/** Made-up sites in four languages, three layouts and seven ways to say that nothing is there, each with all that may be met at a notice's address. Deterministic. */
export function makeBehaviours(): readonly Behaviour[] {
  return TEXTS.flatMap((texts, t) =>
    ABSENT.map((absent, a) => behaviourOf(new MadeSite(texts, LAYOUTS[(t + a) % LAYOUTS.length] ?? 'plain', t * 31 + a), absent)),
  );
}

function behaviourOf(site: MadeSite, absent: (typeof ABSENT)[number]): Behaviour {
  const { texts } = site;
  const gone = site.absent(absent, 2);
  return {
    id: `${texts.lang}-${site.layout}-${absent}`,
    site: `${texts.lang}${site.seed}.example`,
    lang: texts.lang,
    what: `${site.layout} layout, says ${absent} for what never existed`,
    present: page(site.notice({ visit: 1 })),
    frontPage: { html: site.front(1) },
    list: { html: site.list(1) },
    absent: site.absent(absent, 1),
    later: [
      told('present', page(site.notice({ visit: 2 }))),
      told('present', page(site.notice({ visit: 3 }), 404)),
      told('changed', page(site.notice({ visit: 4, body: [...texts.body, texts.correction] }))),
      told('changed', page(site.notice({ visit: 5, body: [...texts.body.slice(0, 4), texts.correction, ...texts.body.slice(5)] }))),
      told('changed', page(site.notice({ visit: 5, body: [...texts.body.slice(0, 5), texts.partly] }))),
      told('emptied', page(site.notice({ visit: 6, body: [] }))),
      told('emptied', page(site.notice({ visit: 6, body: ['…'] }))),
      { ...told('removed', gone), kind: 'status' },
      { ...told('removed', site.absent('404', 3)), kind: 'status' },
      { ...told('removed', page(site.message('410', texts.removed.status), 410)), kind: 'status' },
      ...(['publisher', 'platform', 'expired', 'status'] as const).map((kind) => ({
        ...told('removed', page(site.message(site.title, texts.removed[kind]))),
        kind,
      })),
      { ...told('removed', page(site.message(texts.notFound.title, texts.removed.publisher))), kind: 'publisher' },
      { ...told('removed', { status: 302, html: '', location: '/' }), kind: 'status' },
      { ...told('removed', { status: 301, html: '', location: '/index.html' }), kind: 'status' },
      { ...told('removed', { status: 302, html: '', location: '/notices/2026/' }), kind: 'status' },
      ...WALLS.map((wall) => told('blocked', wall)),
      told('blocked', page(site.message(texts.login.title, texts.login.text))),
      told('blocked', { status: 302, html: site.message(texts.login.title, texts.login.text), location: '/login?back=%2Fnotices' }),
      told('blocked', { status: 302, html: site.front(3), location: '/?returnUrl=%2Fnotices%2F2026' }),
      told('blocked', page(site.message(texts.busy, texts.busy))),
      told('blocked', page(site.message(site.title, texts.withheld))),
      told('blocked', page(texts.busy, 429)),
      told('unreachable', page(site.message(texts.maintenance.title, texts.maintenance.text))),
      told('unreachable', page(site.message(texts.maintenance.title, texts.maintenance.text), 500)),
      told('unreachable', page(site.message(texts.maintenance.title, texts.maintenance.text), 503)),
      told('unreachable', page('', 200)),
      told('unreachable', page('', 502)),
      told('unreachable', page('<html><body></body></html>')),
      told('unreachable', page(cut(site.notice({ visit: 7 }), 0.55))),
      told('unreachable', page(cut(site.notice({ visit: 7 }), 0.2))),
      told(
        'unreachable',
        page(
          `<html><head><title>Wi-Fi</title></head><body><h1>Welcome</h1><p>Accept the terms of the network.</p></body></html>`,
          200,
          'http://wifi.invalid/portal',
        ),
      ),
      told(
        'unreachable',
        page(
          '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
        ),
      ),
    ],
  };
}

/** A made-up site in the language, or in English, for messages that somebody else wrote. `n`: another site for each. */
export function messageSite(
  lang: string,
  n: number,
): {
  /** The page of the site's notice, `over` its text what is given. */
  page(over: readonly string[], visit: number): string;
  /** The site's frame around a message; `title` of the page, '' where it is the site's name. */
  message(title: string, lines: readonly string[], visit: number): string;
} {
  const texts = TEXTS.find((one) => lang.startsWith(one.lang)) ?? TEXTS.find((one) => one.lang === 'en');
  if (texts === undefined) throw new Error('no texts');
  const site = new MadeSite(texts, LAYOUTS[n % LAYOUTS.length] ?? 'plain', n);
  const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return {
    page: (over, visit) => site.notice({ visit, body: [...over.map(escapeHtml), ...texts.body] }),
    message: (title, lines, visit) =>
      site.frame(escapeHtml(title === '' ? texts.name : title), visit, `<div class="message">${paragraphs(lines)}</div>`),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function told(truth: Later['truth'], answer: SiteAnswer): Later {
  return { ...answer, truth };
}

function page(html: string, status = 200, location?: string): SiteAnswer {
  return location === undefined ? { status, html } : { status: 302, html, location };
}

function cut(html: string, part: number): string {
  return html.slice(0, Math.floor(html.length * part));
}

class MadeSite {
  readonly texts: SiteTexts;
  readonly layout: (typeof LAYOUTS)[number];
  readonly seed: number;
  readonly title: string;

  constructor(texts: SiteTexts, layout: (typeof LAYOUTS)[number], seed: number) {
    this.texts = texts;
    this.layout = layout;
    this.seed = seed;
    this.title = texts.titles[seed % texts.titles.length] ?? '';
  }

  notice({ visit, body = this.texts.body }: { readonly visit: number; readonly body?: readonly string[] }): string {
    const meta = `2026-03-0${(this.seed % 8) + 1} 10:1${this.seed % 10} ${this.texts.views}: ${1000 + visit * 37}`;
    return this.frame(
      this.title,
      visit,
      `<h1>${this.title}</h1><div class="meta">${meta}</div><div class="content">${body.map((text) => `<p>${text}</p>`).join('')}</div>`,
    );
  }

  message(title: string, text: string, visit = 8): string {
    const heading = title === this.title ? `<h1>${title}</h1>` : '';
    return this.frame(title, visit, `${heading}<div class="message"><p>${text}</p></div>`);
  }

  front(visit: number): string {
    return this.frame(this.texts.name, visit, `<div class="home"><h2>${this.texts.nav[1] ?? ''}</h2>${this.rows(visit)}</div>`);
  }

  list(visit: number): string {
    return this.frame(this.texts.nav[1] ?? '', visit, `<ul class="list">${this.rows(visit)}${this.rows(visit + 1)}</ul>`);
  }

  absent(kind: (typeof ABSENT)[number], visit: number): SiteAnswer {
    const { notFound, generic } = this.texts;
    const request = `${(this.seed * 7919 + visit * 104729).toString(16)}f3a`;
    switch (kind) {
      case '404':
        return page(
          `<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>`,
          404,
        );
      case 'soft':
        return page(this.message(notFound.title, `${notFound.text} (${request})`, visit));
      case 'bare':
        return page(
          `<!DOCTYPE html><html><head><title>${notFound.title}</title></head><body><div class="tip"><p>${notFound.text}</p><p>${request}</p></div></body></html>`,
        );
      case 'front':
        return { status: 302, html: this.front(visit), location: '/' };
      case 'list':
        return { status: 302, html: this.list(visit), location: '/notices/' };
      case 'generic':
        return page(this.message(this.texts.name, generic, visit));
      case 'search':
        return { status: 302, html: this.message(notFound.title, `${notFound.text} ${visit}`, visit), location: '/search.html' };
    }
  }

  rows(visit: number): string {
    return this.texts.titles
      .map((title, n) => `<li><a href="/notices/2026/${1000 + n + visit}.html">${title}</a> <span>2026-0${n + 1}-1${visit % 9}</span></li>`)
      .join('');
  }

  frame(title: string, visit: number, main: string): string {
    const { texts, layout } = this;
    const nav = texts.nav.map((name, n) => `<a href="/c${n}/">${name}</a>`);
    const news = texts.news.map((_, n) => texts.news[(n + visit) % texts.news.length] ?? '').slice(0, 4);
    const nonce = ((visit * 2654435761) >>> 0).toString(16);
    const head = `<!DOCTYPE html><html lang="${texts.lang}"><head><meta charset="utf-8"><title>${title} - ${texts.name}</title><script nonce="${nonce}">var t="${nonce}";</script></head>`;
    if (layout === 'tables')
      return `${head}<body><table width="980"><tr><td>${nav.join(' | ')}</td></tr><tr><td valign="top">${news.map((one) => `<a href="/n/">${one}</a><br>`).join('')}</td><td>${main}</td></tr><tr><td>${texts.footer}</td></tr></table></body></html>`;
    if (layout === 'plain')
      return `${head}<body><div id="top">${nav.join(' ')}</div>${main}<div id="bottom">${texts.footer}</div></body></html>`;
    return `${head}<body><header><nav><ul>${nav.map((one) => `<li>${one}</li>`).join('')}</ul></nav></header><main class="wrap"><article>${main}</article><aside><h3>${texts.nav[6] ?? ''}</h3><ul>${news.map((one) => `<li><a href="/n/${visit}">${one}</a></li>`).join('')}</ul></aside></main><footer><p>${texts.footer}</p><p>id ${nonce}</p></footer></body></html>`;
  }
}
