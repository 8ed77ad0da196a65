import type { Command } from 'commander';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NameQuery } from '../../model/party.ts';
import { compareNames } from '../../screen/compare.ts';
import { readPairs } from '../../work/customers/read-pairs.ts';
import { openNameKnowledge } from '../../work/packaged/name-knowledge.ts';
import type { Io } from '../io.ts';
import { writeExplanation } from '../match-lines.ts';
import { IGNORED_WORDS } from '../receipt-lines.ts';
import { terminalLine } from '../terminal-text.ts';
import { countryOf, schemaOf } from './screen.ts';

interface Options {
  readonly schema?: string;
  readonly country?: string;
  readonly pairs?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

export function compareCommand(program: Command, io: Io): void {
  program
    .command('compare')
    .argument('[a]', 'a name')
    .argument('[b]', 'another')
    .description('compare two names: how likely they are of one party, and why; needs no list')
    .option('--schema <schema>', 'what both are, as in Person or Company')
    .option('--country <code>', 'country of the first, as in CN')
    .option(
      '--pairs <file>',
      'compare many: CSV with the columns name1, name2 and optional schema, country (or country1, country2); - is stdin',
    )
    .option('--explain', 'show how the names correspond')
    .option('--json', 'one object, {score,match,explanation}; with --pairs one a line, with its row')
    .addHelpText(
      'after',
      '\nExamples:\n  dualwatch compare "ООО Бета" "Beta LLC" --schema Company --explain\n  dualwatch compare --pairs pairs.csv --json\n',
    )
    .action(async (a: string | undefined, b: string | undefined, options: Options) => {
      if (options.pairs !== undefined) {
        if (a !== undefined) throw new DualwatchError('usage', 'give two names or --pairs, not both');
        await comparePairs(options.pairs, options, io);
        return;
      }
      if (a === undefined || b === undefined) throw new DualwatchError('usage', 'compare needs two names, or --pairs with a file');
      if (a.trim() === '' || b.trim() === '') throw new DualwatchError('usage', 'one of the two names is empty');
      const schema = options.schema === undefined ? {} : { schema: schemaOf(options.schema) };
      const country = options.country === undefined ? {} : { countries: [countryOf(options.country)] };
      const { score, match, explanation } = compareNames({ name: a, ...schema, ...country }, { name: b, ...schema }, openNameKnowledge());
      if (options.json) await io.out(JSON.stringify({ row: 1, score, match, explanation }));
      else {
        await io.out(`${score.toFixed(2)}  ${match ? 'match' : 'no match'}  ${terminalLine(a)} / ${terminalLine(b)}`);
        if (options.explain) await writeExplanation(explanation, io);
      }
    });
}

async function comparePairs(path: string, options: Options, io: Io): Promise<void> {
  const knowledge = openNameKnowledge();
  const schema = options.schema === undefined ? undefined : schemaOf(options.schema);
  const withSchema = (query: NameQuery): NameQuery => (query.schema === undefined && schema !== undefined ? { ...query, schema } : query);
  let [rows, unreadable] = [0, 0];
  for await (const pair of readPairs(path, loadCustomerColumns())) {
    io.signal.throwIfAborted();
    rows += 1;
    const { row, line } = pair;
    if ('why' in pair) {
      unreadable += 1;
      if (options.json) await io.out(JSON.stringify({ row, line, unreadable: pair.why }));
      io.note(`${path === '-' ? 'stdin' : path}, line ${line} was not compared: ${terminalLine(pair.why)}`);
      continue;
    }
    for (const { what, value } of pair.ignored)
      io.note(
        `${path === '-' ? 'stdin' : path}, line ${line}: ${IGNORED_WORDS[what]} not understood: "${terminalLine(value.slice(0, 60))}"; compared without it`,
      );
    const { score, match, explanation } = compareNames(withSchema(pair.a), withSchema(pair.b), knowledge);
    if (options.json) await io.out(JSON.stringify({ row, score, match, explanation }));
    else {
      await io.out(
        `${row}  ${score.toFixed(2)}  ${match ? 'match' : 'no match'}  ${terminalLine(pair.a.name)} / ${terminalLine(pair.b.name)}`,
      );
      if (options.explain) await writeExplanation(explanation, io);
    }
  }
  if (rows === 0) io.note(`${path === '-' ? 'stdin' : path} names its columns and has no pair`);
  if (unreadable > 0)
    throw new DualwatchError('input-malformed', `${unreadable} of ${rows} pairs could not be read; the rest was compared`);
}
