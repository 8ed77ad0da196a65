import { loadClaimWords, type ClaimWords } from '../../catalogue/claim-words.ts';
import type { Mention } from '../../model/mention.ts';
import type { Statement } from '../../model/statement.ts';
import { createStatementReader, type StatementReader } from '../../recognise/claims/read-statement.ts';
import { openScanner } from '../knowledge.ts';
import { openTradeFinder } from '../trade-finder.ts';

let words: ClaimWords | undefined;
let reader: StatementReader | undefined;

/** The words of claims in the catalogue of this process. Throws `catalogue-invalid`. */
export function claimWords(): ClaimWords {
  return (words ??= loadClaimWords());
}

/** What a text says; `mentions` where it was scanned before. Throws `catalogue-invalid`. */
export function statementOf(
  text: string,
  given: { readonly fields?: Readonly<Record<string, string>>; readonly mentions?: readonly Mention[] } = {},
): Statement {
  const mentions = given.mentions ?? openScanner().scan(text).mentions;
  const { parties } = openTradeFinder().find(
    text,
    given.fields ?? {},
    mentions.filter(({ kind }) => kind === 'good'),
  );
  return (reader ??= createStatementReader(claimWords())).read(text, { mentions, parties });
}
