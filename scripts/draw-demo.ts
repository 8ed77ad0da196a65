/** Draws docs/demo.svg from what `dualwatch demo` prints: node scripts/draw-demo.ts */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayWidth } from '../src/cli/table.ts';

const [CELL, LINE, MARGIN] = [8.4, 20, 24];
const COLOURS: Readonly<Record<string, string>> = {
  '●': 'present',
  '◐': 'blocked',
  '○': 'blocked',
  '✕': 'removed',
  '≡': 'present',
  '✓': 'proof',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'dualwatch-picture-'));
try {
  const printed = execFileSync(process.execPath, ['bin/dualwatch.js', '--home', home, 'demo'], { cwd: root, encoding: 'utf8' });
  const story = printed.split('\nLook at it yourself')[0]?.trimEnd().split('\n') ?? [];
  writeFileSync(join(root, 'docs/demo.svg'), draw(['$ npm run demo', '', ...story]));
} finally {
  rmSync(home, { recursive: true, force: true });
}

function draw(lines: readonly string[]): string {
  const columns = Math.max(...lines.map(displayWidth));
  const [width, height] = [Math.ceil(columns * CELL + 2 * MARGIN), lines.length * LINE + 2 * MARGIN];
  const texts = lines.map((line, n) => textOf(line, MARGIN + (n + 0.7) * LINE)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What the demo prints">
<style>
rect { fill: #ffffff; stroke: #d0d4da } text { font: 14px ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; fill: #1d2127; white-space: pre }
.when { font-weight: 700 } .present { fill: #1a6b3c } .blocked { fill: #8a5a00 } .removed { fill: #b3261e } .proof { fill: #1a6b3c }
@media (prefers-color-scheme: dark) { rect { fill: #14171c; stroke: #2c323b } text { fill: #e4e7ec } .present, .proof { fill: #6fcf97 } .blocked { fill: #f2b84b } .removed { fill: #ff8a80 } }
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${texts}
</svg>
`;
}

/** Mark and word of a record in the colour of the state, a date in bold; wide characters keep to their cells. */
function textOf(line: string, y: number): string {
  const record = /^( {2})(\S)( )(.{12})(.*)$/u.exec(line);
  const event = /^(\S.{13})(.*)$/u.exec(line);
  if (record && COLOURS[record[2] ?? ''])
    return run(`${record[2]} ${record[4]}`, 2, y, COLOURS[record[2] ?? '']) + run(record[5] ?? '', 16, y);
  if (event && /^(?:\d|Days|Then|June)/.test(line)) return run(event[1] ?? '', 0, y, 'when') + run(event[2] ?? '', 14, y);
  return run(line.trimStart(), displayWidth(line) - displayWidth(line.trimStart()), y);
}

function run(text: string, column: number, y: number, style?: string): string {
  if (text.trim() === '') return '';
  const escaped = text.trimEnd().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${(MARGIN + column * CELL).toFixed(1)}" y="${y.toFixed(1)}" textLength="${(displayWidth(text.trimEnd()) * CELL).toFixed(1)}" lengthAdjust="spacingAndGlyphs"${style === undefined ? '' : ` class="${style}"`}>${escaped}</text>`;
}
