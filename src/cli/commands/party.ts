import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import type { KeptListing } from '../../store/screening-port.ts';
import { rowsOfListings } from '../../work/screening/rows-of-listing.ts';
import { linkParties, shownParty } from '../../work/screening/party-acts.ts';
import type { Io } from '../io.ts';
import { NEWS_HELP, renewScreening } from '../renew-screening.ts';
import { withScreening } from '../screening-session.ts';
import { terminalLine } from '../terminal-text.ts';

interface LinkOptions {
  readonly why?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export function partyCommand(program: Command, io: Io): void {
  const party = program.command('party').description('a listed party: show it, or say which listings are one');
  show(party, io);
  link(party, io, 'link', 'say that two listings are one party');
  link(party, io, 'unlink', 'say that two listings are not one party');
}

function show(party: Command, io: Io): void {
  party
    .command('show')
    .argument('<id>', 'id of a party or of any of its listings')
    .description('a party with all its listings: list, version, line, names and facts, and why they belong together')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch party show ofac-sdn:36\n')
    .action(async (id: string, options: { readonly json?: boolean }, command: Command) => {
      await withScreening(command, io, { create: false, writes: false }, async ({ store, home }) => {
        const found = await shownParty(store, id);
        const { former = [] } = found;
        const rowsOf = rowsOfListings({ store, home });
        if (options.json) {
          const listings = await Promise.all(found.listings.map(async (one) => ({ ...one, rows: await rowsOf(one) })));
          await io.out(JSON.stringify({ ...found, listings }));
          return;
        }
        const [first] = [...found.listings, ...former];
        await io.out(`${terminalLine(first?.entity.caption ?? found.id)}  (${found.id})`);
        for (const one of [...found.listings, ...former]) {
          const { id: listing, entity } = one;
          const why = found.members.find((member) => member.listing === listing)?.why;
          await io.out(`  ${listing}  ${entity.schema}, ${await placeOf(one, store)}${why === undefined ? '' : ` – ${terminalLine(why)}`}`);
          for (const { file, line, names } of await rowsOf(one))
            await io.out(`      ${terminalLine(file)}, line ${line}${names.length === 0 ? '' : `: ${names.map(terminalLine).join('; ')}`}`);
          for (const [property, values] of Object.entries(entity.properties))
            await io.out(`      ${property}: ${values.map(terminalLine).join('; ')}`);
        }
        for (const { link: said, one, other, why, by, at } of found.links)
          await io.out(`  ${said}ed ${one} and ${other} by ${terminalLine(by)} on ${at.slice(0, 10)}: ${terminalLine(why)}`);
      });
    });
}

/** Where a listing stands: its line is that of the version that brought it as it is. */
async function placeOf({ list, line, sinceVersion, untilVersion, hash }: KeptListing, store: Store): Promise<string> {
  const version = (await store.listVersions(list)).find((one) => one.version === sinceVersion);
  const files = version === undefined ? '' : ` (${version.files.join(', ')})`;
  const since = untilVersion === null ? 'unchanged since' : `gone or changed in version ${untilVersion}`;
  return `line ${line} of version ${sinceVersion} of ${list}${files}, ${since}, hash ${hash.slice(0, 12)}`;
}

function link(party: Command, io: Io, act: 'link' | 'unlink', description: string): void {
  party
    .command(act)
    .argument('<id>', 'id of a listing')
    .argument('<other>', 'id of another')
    .description(description)
    .requiredOption('--why <text>', 'what shows it; kept in the log')
    .option('--by <name>', 'who says so (default: the user of this machine)')
    .option('--json', `one object, ${NEWS_HELP}`)
    .addHelpText(
      'after',
      `\nExample:\n  dualwatch party ${act} ofac-sdn:36 eu-fsf:13 --why "${act === 'link' ? 'same' : 'other'} registration number" --by "A. Analyst"\n`,
    )
    .action(async (id: string, other: string, options: LinkOptions, command: Command) => {
      const why = options.why?.trim() ?? '';
      if (why === '') throw new DualwatchError('usage', '--why is empty');
      await withScreening(command, io, { create: false, writes: true }, async (session) => {
        const said = await linkParties(session, { link: act, id, other, why, by: options.by ?? userInfo().username });
        await renewScreening(session, options, io);
        await io.out(options.json ? JSON.stringify(said) : `${act === 'link' ? 'Linked' : 'Unlinked'} ${said.one} and ${said.other}`);
      });
    });
}
