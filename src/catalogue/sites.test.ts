import { describe, expect, it } from 'vitest';
import { loadSites, parseSite } from './sites.ts';

describe('site files', () => {
  it('load, with the general one apart', () => {
    const { sites, general } = loadSites();
    expect(sites.map(({ site }) => site)).toEqual(['ccgp', 'wechat']);
    expect(general.labels.published).toContain('发布时间');
  });

  it.each([
    ['site: x\nname: X\nhost: [a]', /Unrecognized key: "host"/],
    ['site: x\nname: X\nsigns: [{state: removed, reason: gone, text: [gone]}]', /a removal has a kind/],
    ['site: x\nname: X\nsigns: [{state: blocked, reason: captcha}]', /needs text, title, present, url, script, inline or header/],
    ['site: x\nname: X\nreaders: [{reader: a, when: [p], title: ["css:h1"], body: [{element: p}]}]', /begins with text:/],
    ['site: x\nname: X\nreaders: [{reader: a, when: [p], body: [{element: p, html: "var:x"}]}]', /one of element, html, text/],
    ['site: [', /not YAML/],
  ])('a wrong file is named with what is wrong: %#', (yaml, message) => {
    expect(() => parseSite(yaml, 'catalogue/sites/x.yaml')).toThrow(message);
    expect(() => parseSite(yaml, 'catalogue/sites/x.yaml')).toThrow(/^catalogue\/sites\/x\.yaml: /);
  });

  it('say when the general file is missing', () => {
    expect(() => loadSites(new URL('../../catalogue/goods/', import.meta.url).pathname)).toThrow(/goods/);
  });
});
