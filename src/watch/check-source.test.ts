import { expect, it } from 'vitest';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import { digestOfItems } from './check-source.ts';

const item = (n: number, html?: string | null) => ({
  url: `http://a.example/${n}`,
  title: `求购 ${n} "ё"`,
  publishedAt: n === 1 ? null : '2026-01-01T00:00:00Z',
  aliases: [],
  ...(html === undefined ? {} : { html }),
});

it.each([[[]], [[item(1)]], [[item(1, '<p>текст'), item(2, null), item(3)]]])(
  'what a list says has the digest of its whole JSON',
  (items) => {
    const whole = items.map(({ url, title, publishedAt, ...more }) => ({
      url,
      title,
      publishedAt,
      html: 'html' in more ? (more.html ?? null) : null,
    }));
    expect(digestOfItems(items)).toBe(sha256(canonicalJson(whole)));
  },
);
