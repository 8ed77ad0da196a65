import type { Behaviour, Later } from './behaviour.ts';
import { agrees, judgeBehaviour, type Judging, type Regime, type Told } from './judge-behaviour.ts';

const REGIMES: readonly Regime[] = ['before', 'when asked', 'never'];
const TRUTHS: readonly Later['truth'][] = ['present', 'changed', 'emptied', 'removed', 'blocked', 'unreachable'];

interface Judged {
  readonly of: Behaviour;
  readonly n: number;
  readonly later: Later;
  readonly told: Told;
}

/**
 * Prints how the answers of sites are judged, by when they were probed: counts, each half by itself where one is held out, and the confusion. `errors`: names those that are wrong, but none that
 * is held out. Returns how many of what is no removal were taken for one.
 */
export function reportSites(
  name: string,
  behaviours: readonly Behaviour[],
  judging: Judging,
  { errors, isHeldOut }: { readonly errors: boolean; readonly isHeldOut: (id: string) => boolean },
): number {
  console.log(`\n${name}: ${behaviours.length} sites, ${behaviours.reduce((sum, one) => sum + one.later.length, 0)} answers`);
  const toldOf = behaviours.map((of) => ({ of, told: judgeBehaviour(judging, of, REGIMES) }));
  let falseRemovals = 0;
  for (const regime of REGIMES) {
    const judged = toldOf.flatMap(({ of, told }) =>
      of.later.flatMap((later, n): readonly Judged[] => {
        const one = told.get(regime)?.[n];
        return one === undefined ? [] : [{ of, n, later, told: one }];
      }),
    );
    const [held, read] = [judged.filter(({ of }) => isHeldOut(of.id)), judged.filter(({ of }) => !isHeldOut(of.id))];
    if (errors) for (const one of read.filter((each) => !isRight(each))) console.log(`  ${regime}: ${inWords(one)}`);
    console.log(`\nprobed ${regime}: ${counts(judged)}`);
    if (held.length > 0) console.log(`  read: ${counts(read)}\n  held out: ${counts(held)}`);
    console.log(`  ${'truth \\ judged'.padEnd(14)}${TRUTHS.map((said) => said.padStart(12)).join('')}`);
    for (const truth of TRUTHS) {
      const of = judged.filter(({ later }) => later.truth === truth);
      const row = TRUTHS.map((said) => String(of.filter(({ told }) => told.said === said).length).padStart(12));
      console.log(`  ${truth.padEnd(14)}${row.join('')}`);
    }
    falseRemovals += judged.filter(isFalseRemoval).length;
  }
  return falseRemovals;
}

function counts(judged: readonly Judged[]): string {
  const removed = judged.filter(({ later }) => later.truth === 'removed');
  const others = judged.filter(({ later }) => later.truth !== 'removed');
  return (
    `removals found ${removed.filter(({ told }) => told.said === 'removed').length} of ${removed.length} (${removed.filter(isRight).length} judged as written or as its writer lets stand), ` +
    `other answers right ${others.filter(isRight).length} of ${others.length}, taken for a removal ${others.filter(isFalseRemoval).length}`
  );
}

function isRight({ told, later }: Judged): boolean {
  return agrees(told, later);
}

function isFalseRemoval(one: Judged): boolean {
  return one.later.truth !== 'removed' && one.told.said === 'removed' && !isRight(one);
}

function inWords({ of, n, later, told: { said, judgement } }: Judged): string {
  return `${of.id} #${n} is ${later.truth}${later.kind ? ` ${later.kind}` : ''}, judged ${said}: ${judgement.reason ?? ''} (${judgement.basis ?? ''})`;
}
