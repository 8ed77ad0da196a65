import { describe, expect, test } from 'vitest';
import tokens from './tokens.css?raw';

const SHEETS = import.meta.glob<string>('../**/*.css', { query: '?raw', import: 'default', eager: true });
/** Grounds that any text may stand on: the page, a pane, a row that is pointed at or chosen. */
const ANYWHERE = ['ground', 'pane', 'sunk', 'chosen'] as const;
/** Inks that stand on their own ground alone, or on the page: words of states, marks of the text. */
const ON_PAGE = ['ground', 'pane'] as const;
const EVERYWHERE_INKS = ['ink', 'soft', 'faint', 'accent'] as const;
const THEMES = { light: colours('light'), dark: colours('dark') } as const;

interface Pair {
  readonly ink: string;
  readonly ground: string;
  readonly where: string;
}

/** Every pair that a rule of any style sheet sets together, and every ink that one sets, on the grounds it may stand on. */
function pairs(): readonly Pair[] {
  const found = new Map<string, Pair>();
  const add = (pair: Pair): void => void found.set(`${pair.ink} on ${pair.ground}`, pair);
  for (const [file, sheet] of Object.entries(SHEETS))
    for (const [, selector = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const where = `${file} ${selector.trim()}`;
      const ink = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
      if (ink !== undefined && ground !== undefined) add({ ink, ground, where });
      if (ink !== undefined && ground === undefined && !ink.startsWith('on-') && ink !== 'ground')
        for (const under of (EVERYWHERE_INKS as readonly string[]).includes(ink) ? ANYWHERE : ON_PAGE) add({ ink, ground: under, where });
      if (ink === undefined && ground !== undefined && ground !== 'ink' && !/(?:line|accent|scrim|mark)\b/.test(ground))
        add({ ink: 'ink', ground, where });
    }
  return [...found.values()];
}

describe.each(Object.entries(THEMES))('%s', (_, theme) => {
  test('every ink on every ground that it stands on has a contrast of 4.5 or more', () => {
    const low = pairs().flatMap(({ ink, ground, where }) => {
      const ratio = contrast(colourOf(theme, ink), colourOf(theme, ground));
      return ratio >= 4.5 ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)} (${where})`];
    });
    expect(low).toEqual([]);
  });

  test('what frames a field, and the frame of what has the focus, stands out by 3 or more', () => {
    for (const line of ['line-strong', 'focus'])
      for (const ground of ON_PAGE) expect(contrast(colourOf(theme, line), colourOf(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});

test('pairs are found, and the measure is that of WCAG', () => {
  expect(pairs().length).toBeGreaterThan(25);
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a colour of the tokens has both themes in one place, and which of them holds is said by the scheme alone', () => {
  const outside = tokens.replaceAll(/light-dark\((?:[^()]|\([^()]*\))*\)/g, '');
  expect(outside).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i);
  expect([...tokens.matchAll(/^(:root\S*) \{[^}]*color-scheme: ([^;]+);/gm)].map(([, where, scheme]) => [where, scheme])).toEqual([
    [':root', 'light dark'],
    [":root[data-theme='light']", 'light'],
    [":root[data-theme='dark']", 'dark'],
  ]);
});

test('no style sheet beside the tokens has a colour of its own but for paper', () => {
  const own = Object.entries(SHEETS).flatMap(([file, sheet]) =>
    file.endsWith('tokens.css')
      ? []
      : [...withoutPrint(sheet).matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi)].map(([colour]) => `${file}: ${colour}`),
  );
  expect(own).toEqual([]);
});

/** Rules for the screen: what is printed stands on white, and so do the margins of a page. */
function withoutPrint(sheet: string): string {
  return sheet.replace(/@(?:media print|page) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
}

function colours(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const pairsOfTokens = tokens.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gi);
  return new Map([...pairsOfTokens].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]));
}

function colourOf(theme: ReadonlyMap<string, string>, name: string): string {
  const colour = theme.get(name);
  if (colour === undefined) throw new Error(`--${name} is no colour of the tokens`);
  return colour;
}

/** WCAG 2: (L1 + 0.05) / (L2 + 0.05) of relative luminances. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
