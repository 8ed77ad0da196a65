/**
 * Time of the whole analysis of a notice: scan, items, values, who trades, controls, red flags. `npm run bench -- analyse`. Notices of about 3 KB of UTF-8 are put together
 * from research data beside the checkout (titles and texts of real notices): ordinary ones name goods once at most, dense ones in every third line. CPU time on one core,
 * best of five rounds. Then one text repeated 1, 10 and 100 times, time for each character.
 */
import { openAnalyser } from '../src/work/analyser.ts';
import { openScanner } from '../src/work/knowledge.ts';
import { cpuSecondsOf } from './names/cpu-clock.ts';
import { developmentNotices, type Notice } from './names/development-notices.ts';
import { seededRandom } from './names/random.ts';

const NOTICES = 200;
const BYTES = 3000;
const ROUNDS = 5;

/** Measures and prints. Without the data it says so. */
export async function run(): Promise<void> {
  const notices = developmentNotices();
  if (notices === undefined) {
    console.log('no development notices beside the checkout');
    return;
  }
  const [scanner, analyser] = [openScanner(), openAnalyser()];
  const context = { fields: {}, publishedAt: '2026-01-15', state: null, versions: null, copies: null, listed: null };
  const analyse = (text: string) => analyser.analyse(text, scanner.scan(text), context, '2026-01-15');
  const hasGoods = (notice: Notice): boolean => scanner.scan(notice.text).goods.length > 0;
  for (const lang of ['zh', 'ru', 'en', 'uk']) {
    const own = notices.filter((notice) => notice.lang === lang);
    const [goods, plain] = [own.filter(hasGoods), own.filter((notice) => !hasGoods(notice))];
    for (const [kind, each] of [
      ['ordinary', Infinity],
      ['dense', 3],
    ] as const) {
      const texts = compose(goods, plain, each);
      // the last line that is put to a text takes it beyond 3 KB: the time is for 3,000 bytes of what was read
      const scale = (1000 * BYTES) / texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      const milliseconds = best(() => texts.forEach(analyse)) * scale;
      const scanned = best(() => texts.forEach((text) => scanner.scan(text))) * scale;
      console.log(`${lang} ${kind}: ${milliseconds.toFixed(2)} ms a notice of 3 KB (scan alone ${scanned.toFixed(2)} ms)`);
    }
  }
  const [text = ''] = compose(notices.filter(hasGoods), notices, 3);
  for (const times of [1, 10, 100]) {
    const long = text.repeat(times);
    console.log(`dense text × ${times}: ${((best(() => void analyse(long)) / long.length) * 1e9).toFixed(0)} ns a character`);
  }
}

/** Texts that begin with a notice that names goods; of the rest every `each`-th line does. */
function compose(goods: readonly Notice[], plain: readonly Notice[], each: number): readonly string[] {
  const random = seededRandom(11);
  const one = (of: readonly Notice[]): string => random.pick(of).text;
  return Array.from({ length: NOTICES }, () => {
    let text = one(goods);
    for (let line = 1; Buffer.byteLength(text) < BYTES; line += 1) text += `\n${one(line % each === 0 ? goods : plain)}`;
    return text;
  });
}

function best(act: () => void): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => cpuSecondsOf(act)));
}
