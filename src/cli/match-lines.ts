import type { Explanation } from '../model/match.ts';
import type { ListedParty } from '../model/notice.ts';
import { decisionText, type JudgedMatch } from '../work/screening/judged-match.ts';
import type { Io } from './io.ts';
import { terminalLine } from './terminal-text.ts';

/** A listed party that a notice names, in one line. */
export function listedLine({ caption, list, listing, score, verdict, publisher }: ListedParty): string {
  const said = verdict === undefined ? '' : verdict === 'hit' ? ', confirmed' : `, ${verdict}`;
  return `${caption}  (${list}, ${listing}, ${score.toFixed(2)}${said})${publisher === true ? '  publishes it' : ''}`;
}

/** A match for people: score, party, list; with `explain`, how the names correspond. Its key comes last, since it is long. */
export async function writeMatch(match: JudgedMatch, explain: boolean, io: Io): Promise<void> {
  const { score, caption, matchedName, list, listing, decision, explanation, key, queriedName } = match;
  const as = matchedName === caption ? '' : `, listed as ${terminalLine(matchedName)}`;
  const by = queriedName === undefined ? '' : `, asked as ${terminalLine(queriedName)}`;
  await io.out(`  ${score.toFixed(2)}  ${terminalLine(caption)}${as}${by}  (${list}, ${listing})`);
  if (decision !== undefined) await io.out(`        ${terminalLine(decisionText(decision))}`);
  if (explain) await writeExplanation(explanation, io);
  await io.out(`        key ${key}`);
}

export async function writeExplanation(explanation: Explanation, io: Io): Promise<void> {
  if (explanation.text !== '') await io.out(`        ${terminalLine(explanation.text)}`);
  for (const fact of explanation.for) await io.out(`        + ${terminalLine(fact)}`);
  for (const fact of explanation.against) await io.out(`        – ${terminalLine(fact)}`);
}
