import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMessageWeights } from './message-weights.ts';
import { loadSites, parseSite } from './sites.ts';

describe('site files', () => {
  it('load, with the general one apart', () => {
    const { sites, general } = loadSites();
    expect(sites.map(({ site }) => site)).toEqual(['ccgp', 'wechat']);
    expect(general.labels.published).toContain('发布时间');
  });

  it('know how messages read, and a wrong line is named', () => {
    expect(loadSites().messageWeights.get('delet')).toBeGreaterThan(1);
    const file = join(mkdtempSync(join(tmpdir(), 'dualwatch-message-weights-')), 'message-weights.tsv');
    writeFileSync(file, '# a line\n1.5\tdelet | ^ this\n');
    expect([...readMessageWeights(file)]).toEqual([
      ['delet', 1.5],
      ['^ this', 1.5],
    ]);
    for (const wrong of ['much\tdelet', '1.5', '\tdelet']) {
      writeFileSync(file, `1\tgood\n${wrong}\n`);
      expect(() => readMessageWeights(file)).toThrow('message-weights.tsv, line 2: expected a number and features');
    }
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
