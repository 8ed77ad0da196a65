import type { Command } from 'commander';
import { packagedCatalogue } from '../../work/packaged/catalogue.ts';
import { ALERT_CHANNELS, type AlertHealth, type AlertRule } from '../../model/alert.ts';
import { DualwatchError } from '../../model/errors.ts';
import { NOTICE_FIELDS } from '../../model/notice-query.ts';
import { foreseenTrouble } from '../../work/alerts/foreseen-trouble.ts';
import { newRule } from '../../work/alerts/new-rule.ts';
import { withChannels } from '../../work/alerts/open-channels.ts';
import { ruleNamed, shownRule, shownTarget } from '../../work/alerts/shown-rule.ts';
import { testRule } from '../../work/alerts/test-rule.ts';
import type { Io } from '../io.ts';
import { readSecret } from '../read-secret.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

interface AddOptions {
  readonly when: string;
  readonly name?: string;
  readonly secretFile?: string;
  readonly allowPrivate?: boolean;
  readonly json?: boolean;
}

interface Json {
  readonly json?: boolean;
}

export function alertsCommand(program: Command, io: Io): void {
  const alerts = program.command('alerts').description('who is told of what: add, list, test, remove');
  add(alerts, io);
  list(alerts, io);
  test(alerts, io);
  remove(alerts, io);
}

function add(alerts: Command, io: Io): void {
  alerts
    .command('add')
    .argument('<channel>', ALERT_CHANNELS.join(', '))
    .argument('<target>', 'web address, mail address or file')
    .description('tell a receiver whenever a notice that a predicate holds for is first seen, changes or is copied')
    .requiredOption('--when <predicate>', 'as in notices --query: removed or priority>=70; goods:radar and destination:RU')
    .option('--name <name>', 'name for people')
    .option('--secret-file <file>', 'key of the signature of a webhook, or token of ntfy and Gotify (default: a webhook gets one made)')
    .option('--allow-private', 'the address is in a private network: opens its own host and port, nothing else')
    .option('--json', 'one object, with the secret that was made')
    .addHelpText(
      'after',
      `\nFields of a predicate: ${NOTICE_FIELDS.map(({ name }) => name).join(', ')}. docs/alerts.md says what a receiver gets.\nExamples:\n  dualwatch alerts add webhook https://hooks.example.org/dualwatch --when "removed or priority>=70"\n  dualwatch alerts add ntfy https://ntfy.sh/my-topic --when "goods:counter_uav_jam"\n  dualwatch alerts add file alerts.jsonl --when "priority>=0"\n`,
    )
    .action(async (channel: string, target: string, options: AddOptions, command: Command) => {
      const secret = options.secretFile === undefined ? undefined : await readSecret(options.secretFile);
      const goods = [...packagedCatalogue().concepts.keys()];
      const wanted = { channel, target, when: options.when, name: options.name, allowPrivate: options.allowPrivate === true, secret };
      const { rule, secret: kept, made } = newRule(wanted, goods, Date.now());
      await withHome(command, io, { create: true }, async ({ home, config }) => {
        await home.store.alerts.addAlertRule(rule, kept);
        const trouble = await foreseenTrouble(rule, config);
        if (trouble !== undefined) io.note(trouble);
        if (options.json) {
          await io.out(JSON.stringify({ ...shownRule(rule), ...(made ? { secret: kept } : {}) }));
          return;
        }
        await io.out(`Rule ${rule.name}: ${rule.channel} to ${terminalLine(shownTarget(rule))} when ${terminalLine(rule.when)}`);
        if (made) {
          await io.out(`secret ${kept}`);
          io.note('The secret signs what is sent; it is shown this once. Try the rule with "dualwatch alerts test <name>".');
        }
      });
    });
}

function list(alerts: Command, io: Io): void {
  alerts
    .command('list')
    .description('rules, what was sent, what waits, what failed')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch alerts list\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const rules = await home.store.alerts.alertRules();
        if (options.json) for (const rule of rules) await io.out(JSON.stringify({ ...rule, ...shownRule(rule) }));
        else if (rules.length === 0) io.note('No rule. "dualwatch alerts add <channel> <target> --when <predicate>" adds one.');
        else await io.out(tableOf(rules, io.width));
      });
    });
}

function test(alerts: Command, io: Io): void {
  alerts
    .command('test')
    .argument('<id|name>')
    .description('send one alert now that says that it is a test')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch alerts test desk\n')
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home, config }) => {
        const found = await ruleNamed(home.store.alerts, wanted);
        const receipt = await withChannels(config, (channels) => testRule(home.store, found, channels));
        if (!receipt.ok) throw new DualwatchError('fetch-failed', `The test was not taken: ${receipt.error}`);
        await io.out(
          options.json ? JSON.stringify({ ...shownRule(found.rule), taken: true }) : `Taken by ${terminalLine(shownTarget(found.rule))}`,
        );
      });
    });
}

function remove(alerts: Command, io: Io): void {
  alerts
    .command('remove')
    .argument('<id|name>')
    .description('tell it no more; what waits to be sent goes too')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch alerts remove desk\n')
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const { rule } = await ruleNamed(home.store.alerts, wanted);
        await home.store.alerts.removeAlertRule(rule.id);
        await io.out(
          options.json ? JSON.stringify({ id: rule.id, name: rule.name, done: 'remove' }) : `Removed ${terminalLine(rule.name)}`,
        );
      });
    });
}

function tableOf(rules: readonly (AlertRule & AlertHealth)[], width: number): string {
  const columns = [
    { head: 'name', shrink: true },
    { head: 'channel' },
    { head: 'to', shrink: true },
    { head: 'when', shrink: true },
    { head: 'sent', align: 'right' as const },
    { head: 'waits', align: 'right' as const },
    { head: 'failed', align: 'right' as const },
    { head: 'latest trouble', shrink: true },
  ];
  const rows = rules.map((rule) => [
    rule.name,
    rule.channel,
    shownTarget(rule),
    rule.when,
    String(rule.sent),
    String(rule.waiting),
    String(rule.failed),
    rule.lastError ?? '–',
  ]);
  return formatTable(columns, rows, width);
}
