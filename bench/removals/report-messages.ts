import type { Behaviour, Later } from './behaviour.ts';
import { agrees, judgeBehaviour, type Judging, type Told } from './judge-behaviour.ts';

interface Judged {
  readonly of: Behaviour;
  readonly later: Later;
  readonly told: Told;
}

/** Prints, by language, how messages alone are judged, at sites that were never probed. Returns how many of what is no removal were taken for one. */
export function reportMessages(name: string, messages: readonly Behaviour[], judging: Judging, args: readonly string[]): number {
  const judged = messages.flatMap((of) => {
    const told = judgeBehaviour(judging, of, ['never']).get('never') ?? [];
    return of.later.flatMap((later, n) => (told[n] === undefined ? [] : [{ of, later, told: told[n] }]));
  });
  const langs = ['zh', 'ru', 'uk', 'en'];
  console.log(`\nmessages in place of a notice, ${name}: ${judged.length}`);
  let wrongly = 0;
  for (const lang of [...langs, 'others', 'all']) {
    const of = judged.filter((one) => lang === 'all' || (langs.includes(one.of.lang) ? one.of.lang : 'others') === lang);
    const removed = of.filter(({ later }) => later.truth === 'removed');
    const others = of.filter(({ later }) => later.truth !== 'removed');
    const taken = others.filter(isTakenForRemoval);
    if (lang === 'all') wrongly = taken.length;
    console.log(
      `  ${lang.padEnd(6)} removals found ${removed.filter(({ told }) => told.said === 'removed').length} of ${removed.length} (${removed.filter(isRight).length} by whom and why), other answers right ${others.filter(isRight).length} of ${others.length}, taken for a removal ${taken.length}`,
    );
  }
  if (args.includes('--errors'))
    for (const one of judged.filter((each) => !isRight(each)))
      console.log(
        `  ${one.of.id} is ${one.later.truth} ${one.later.kind ?? ''}, judged ${one.told.said} ${one.told.judgement.state === 'removed' ? one.told.judgement.kind : ''}: ${one.told.judgement.reason ?? ''} | ${one.of.what}`,
      );
  return wrongly;
}

function isRight({ told, later }: Judged): boolean {
  return agrees(told, later);
}

function isTakenForRemoval(one: Judged): boolean {
  return one.told.said === 'removed' && !isRight(one);
}
