import { writeFileSync } from 'node:fs';
import { envExample, settingsPage } from '../src/model/settings-docs.ts';

/** Writes the two files that are made of the table of settings; test/settings-docs.test.ts holds them equal to it. */
writeFileSync(new URL('../.env.example', import.meta.url), envExample());
writeFileSync(new URL('../docs/configuration.md', import.meta.url), settingsPage());
