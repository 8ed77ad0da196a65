import type { Command } from 'commander';
import { serve } from '../../server/serve.ts';
import { configOf } from '../../work/home.ts';
import type { Io } from '../io.ts';
import { terminalLine } from '../terminal-text.ts';

interface Options {
  readonly host?: string;
  readonly port?: string;
  readonly watch: boolean;
}

const LEVELS = ['info', 'warn', 'error', 'silent'] as const;

export function serveCommand(program: Command, io: Io): void {
  program
    .command('serve')
    .description('serve the HTTP API of this home and watch its sources, until stopped (Ctrl-C)')
    .option('--host <address>', 'address to listen at (default: 127.0.0.1, this machine alone)')
    .option('--port <n>', 'port to listen at (default: 8787; 0: any that is free)')
    .option('--no-watch', 'serve alone: another process watches, or nobody')
    .addHelpText(
      'after',
      '\nExample:\n  dualwatch serve --port 8787\n\nhttp://127.0.0.1:8787/api/docs describes the API; docs/api.md how to use it.\n',
    )
    .action(async (options: Options, command: Command) => {
      const { home } = command.optsWithGlobals<{ home?: string }>();
      const { paths, config } = configOf({
        env: io.env,
        overrides: { home, 'server.host': options.host, 'server.port': options.port },
      });
      await serve(paths, config, {
        host: config.server.host,
        port: config.server.port,
        watch: options.watch,
        signal: io.signal,
        note(level, message) {
          if (LEVELS.indexOf(level) >= LEVELS.indexOf(config.log.level)) io.note(`${level}: ${terminalLine(message)}`);
        },
        onListening: (address) => io.note(`Dualwatch serves ${paths.home} at ${address} (API: ${address}/api/docs). Ctrl-C stops.`),
      });
    });
}
