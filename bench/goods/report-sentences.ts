import type { Scanner } from '../../src/recognise/scanner.ts';
import { isHeldOutSentence, judgeSentence, readRoleSentences, scoreOf } from './role-sentences.ts';
import type { JudgedSentence, SentenceFile } from './role-sentences.ts';

/**
 * Prints how the scanner does on the sentences of a file, by half, kind and language; kinds of disguises by half. With `errors`, the wrong ones of the
 * half that may be read.
 */
export function reportSentences(scanner: Scanner, file: SentenceFile, errors: boolean): void {
  const judged = readRoleSentences('all', file).map((sentence) => judgeSentence(sentence, scanner.scan(sentence.text)));
  process.stdout.write(`recipe ${scanner.recipe}, ${judged.length} sentences by a writer who had not seen the rules\n`);
  const isOdd = ({ sentence }: JudgedSentence): boolean => isHeldOutSentence(sentence);
  const isEven = (one: JudgedSentence): boolean => !isOdd(one);
  line('all', judged);
  line('odd: for the score alone', judged.filter(isOdd));
  line('even: may be read', judged.filter(isEven));
  for (const [lang, some] of Map.groupBy(judged, ({ sentence }) => sentence.lang)) line(lang, some);
  for (const [kind, some] of Map.groupBy(judged, ({ sentence }) => sentence.kind)) {
    if (file === 'role-sentences') line(kind, some);
    else {
      line(`${kind} odd`, some.filter(isOdd));
      line(`${kind} even`, some.filter(isEven));
    }
  }
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
    `${name.padEnd(31)} goods ${String(right).padStart(3)} of ${String(sentences).padStart(3)}  alert or none ${String(alertsRight).padStart(3)}` +
      `  mentions counted rightly ${String(countedRight).padStart(3)} of ${String(mentions).padStart(3)}  with the very role ${String(rolesRight).padStart(3)}\n`,
  );
}
