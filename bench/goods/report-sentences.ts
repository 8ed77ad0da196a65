import type { Scanner } from '../../src/recognise/scanner.ts';
import { judgeSentence, readRoleSentences, scoreOf } from './role-sentences.ts';
import type { JudgedSentence } from './role-sentences.ts';

/** Prints how the scanner does on the role sentences, by half, kind and language. With `errors`, the wrong ones of the half that may be read. */
export function reportSentences(scanner: Scanner, errors: boolean): void {
  const judged = readRoleSentences('all').map((sentence) => judgeSentence(sentence, scanner.scan(sentence.text)));
  process.stdout.write(`recipe ${scanner.recipe}, ${judged.length} sentences by a writer who had not seen the rules\n`);
  const isEven = ({ sentence }: JudgedSentence): boolean => Number(sentence.id.slice(1)) % 2 === 0;
  line('all', judged);
  line(
    'odd: for the score alone',
    judged.filter((one) => !isEven(one)),
  );
  line('even: may be read', judged.filter(isEven));
  for (const [lang, some] of Map.groupBy(judged, ({ sentence }) => sentence.lang)) line(lang, some);
  for (const [kind, some] of Map.groupBy(judged, ({ sentence }) => sentence.kind)) line(kind, some);
  if (!errors) return;
  for (const { sentence, got, isRight } of judged.filter(isEven)) {
    if (isRight) continue;
    const roles = scanner.scan(sentence.text).mentions.map(({ text, concept, role }) => `${text}:${concept ?? ''}:${role ?? ''}`);
    process.stdout.write(
      `${sentence.id} ${sentence.kind} wanted [${sentence.goods.join(' ')}] got [${got.join(' ')}] ‹${sentence.text}› ${roles.join(' | ')}\n`,
    );
  }
}

function line(name: string, judged: readonly JudgedSentence[]): void {
  const { sentences, right, alertsRight, mentions, countedRight, rolesRight } = scoreOf(judged);
  process.stdout.write(
    `${name.padEnd(26)} goods ${String(right).padStart(3)} of ${String(sentences).padStart(3)}  alert or none ${String(alertsRight).padStart(3)}` +
      `  mentions counted rightly ${String(countedRight).padStart(3)} of ${String(mentions).padStart(3)}  with the very role ${String(rolesRight).padStart(3)}\n`,
  );
}
