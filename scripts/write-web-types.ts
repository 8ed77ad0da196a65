import { writeFileSync } from 'node:fs';
import { webTypes } from './web-types.ts';

/** Writes the types of the web app's requests and answers; test/web-types.test.ts holds them equal to the routes. */
writeFileSync(new URL('../web/src/api/routes.gen.ts', import.meta.url), webTypes());
