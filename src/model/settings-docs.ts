import type { Setting } from './settings.ts';
import { SETTING_KEYS, SETTINGS } from './settings.ts';

/** Text of `.env.example`: every variable with its default, commented out. */
export function envExample(): string {
  const blocks = SETTING_KEYS.map((key) => {
    const { description, allowed, env, fallback }: Setting<unknown> = SETTINGS[key];
    return `# ${description}\n# ${capitalised(allowed)}.\n# ${env}=${fallback}\n`;
  });
  return `# Settings of Dualwatch as environment variables; docs/configuration.md says where else they may stand.\n\n${blocks.join('\n')}`;
}

/** Text of docs/configuration.md. */
export function settingsPage(): string {
  const rows = SETTING_KEYS.map((key) => {
    const { description, allowed, env, fallback }: Setting<unknown> = SETTINGS[key];
    return `| \`${key}\` | \`${env}\` | ${fallback === '' ? 'empty' : `\`${fallback}\``} | ${description} ${capitalised(allowed)}. |`;
  });
  return `${HEAD}\n| key | variable | default | what it is for, and what is allowed |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

const HEAD = `# Configuration

This page is made from the table in src/model/settings.ts by \`npm run docs\`.

A setting is looked for in this order, and the first place that has it wins:

1. the command line, where a command has an option for it;
2. the environment (an empty variable counts as not set);
3. \`config.toml\` in the home;
4. the default.

A source may have its own rhythm, follow-up, pace and robots choice; what was said for the source comes before all of these.

\`config.toml\` nests the keys as TOML does:

\`\`\`toml
keep = "changes"

[fetch]
pace = "2s"
contact = "desk@example.org"

[follow]
confirmAfter = "30m"
\`\`\`

Durations are a number and one of \`ms s m h d\`; sizes a number and one of \`B KB MB GB\`, where 1 KB is 1,024 bytes. An unknown key is an error, not a comment.
`;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
