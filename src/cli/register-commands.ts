import type { Command } from 'commander';
import type { Io } from './io.ts';

type Register = (program: Command, io: Io) => void;

/** In the order of the help. Each is loaded when it is asked for: what one command needs, the others need not wait for. */
const COMMANDS: ReadonlyMap<string, () => Promise<Register>> = new Map(
  Object.entries({
    demo: async () => (await import('./commands/demo.ts')).demoCommand,
    source: async () => (await import('./commands/source.ts')).sourceCommand,
    watch: async () => (await import('./commands/watch.ts')).watchCommand,
    serve: async () => (await import('./commands/serve.ts')).serveCommand,
    notices: async () => (await import('./commands/notices.ts')).noticesCommand,
    show: async () => (await import('./commands/show.ts')).showCommand,
    triage: async () => (await import('./commands/triage.ts')).triageCommand,
    searches: async () => (await import('./commands/searches.ts')).searchesCommand,
    case: async () => (await import('./commands/case.ts')).caseCommand,
    claim: async () => (await import('./commands/claim.ts')).claimCommand,
    capture: async () => (await import('./commands/capture.ts')).captureCommand,
    read: async () => (await import('./commands/read.ts')).readCommand,
    scan: async () => (await import('./commands/scan.ts')).scanCommand,
    catalogue: async () => (await import('./commands/catalogue.ts')).catalogueCommand,
    codes: async () => (await import('./commands/codes.ts')).codesCommand,
    lists: async () => (await import('./commands/lists.ts')).listsCommand,
    screen: async () => (await import('./commands/screen.ts')).screenCommand,
    copies: async () => (await import('./commands/copies.ts')).copiesCommand,
    diff: async () => (await import('./commands/diff.ts')).diffCommand,
    compare: async () => (await import('./commands/compare.ts')).compareCommand,
    decide: async () => (await import('./commands/decide.ts')).decideCommand,
    rescreen: async () => (await import('./commands/rescreen.ts')).rescreenCommand,
    party: async () => (await import('./commands/party.ts')).partyCommand,
    sets: async () => (await import('./commands/sets.ts')).setsCommand,
    receipts: async () => (await import('./commands/receipts.ts')).receiptsCommand,
    publishers: async () => (await import('./commands/publishers.ts')).publishersCommand,
    alerts: async () => (await import('./commands/alerts.ts')).alertsCommand,
    export: async () => (await import('./commands/export.ts')).exportCommand,
    log: async () => (await import('./commands/log.ts')).logCommand,
    verify: async () => (await import('./commands/verify.ts')).verifyCommand,
    anchors: async () => (await import('./commands/anchors.ts')).anchorsCommand,
    forget: async () => (await import('./commands/forget.ts')).forgetCommand,
    users: async () => (await import('./commands/users.ts')).usersCommand,
    keys: async () => (await import('./commands/keys.ts')).keysCommand,
    audit: async () => (await import('./commands/audit.ts')).auditCommand,
    backup: async () => (await import('./commands/backup.ts')).backupCommand,
    config: async () => (await import('./commands/config.ts')).configCommand,
  }),
);

/** Registers the command that the command line names, or all of them where it names none (help, a misspelt name). */
export async function registerCommands(argv: readonly string[], program: Command, io: Io): Promise<void> {
  const named = COMMANDS.get(commandOf(argv) ?? '');
  for (const load of named === undefined ? COMMANDS.values() : [named]) (await load())(program, io);
}

/** The first word that is no option, nor the value of `--home`. */
function commandOf(argv: readonly string[]): string | undefined {
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--home') at += 1;
    else if (!word.startsWith('-')) return word;
  }
  return undefined;
}
