import { z } from 'zod';
import { findChromium } from '../../fetch/browser/find-chromium.ts';
import type { Store } from '../../store/port.ts';
import { VERSION } from '../../work/version.ts';
import { DEMO_SOURCE } from '../../work/demo/demo-state.ts';
import type { Served } from '../served.ts';
import { route, type Route } from '../route.ts';

const start = z
  .object({
    version: z.string(),
    login: z.enum(['none', 'password']).describe('`none`: whoever asks here owns the machine, and nobody logs in'),
    openid: z.string().nullable().describe('where to go to log in through the OpenID provider; null where there is none'),
    home: z
      .object({
        firstRun: z.boolean().describe('nothing is watched yet, and nothing kept'),
        demo: z.boolean().describe('the demo is being played here, or was'),
        replay: z
          .string()
          .nullable()
          .describe(
            'where packages are shown as the pages were: add `?export=<id>`, and `&url=…&ts=…` for one page; null where there is no viewer',
          ),
        browser: z.boolean().describe('pages can be captured with a browser'),
      })
      .nullable()
      .describe('null for whoever has to log in first'),
  })
  .meta({ id: 'Start' });

export const startRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/desk',
    tag: 'Desk',
    summary: 'What a client needs to know at its start: how to log in, and what there is here',
    access: 'public',
    answer: start,
    example: {},
    async handle({ actor, request, served: { config, store, viewer } }) {
      return {
        version: VERSION,
        login: actor.kind === 'local' ? ('none' as const) : ('password' as const),
        openid: config.oidc.issuer === '' ? null : '/api/v1/login/openid',
        home:
          actor.role === null
            ? null
            : {
                firstRun: await isEmpty(store),
                demo: (await store.findSource(DEMO_SOURCE)) !== undefined,
                replay: replayAt(viewer(), request.headers.host),
                browser: 'path' in findChromium(config.browser.chromium),
              },
      };
    },
  }),
];

async function isEmpty(store: Pick<Store, 'listSources' | 'listNotices'>): Promise<boolean> {
  for await (const _ of store.listNotices({ limit: 1 })) return false;
  return (await store.listSources()).length === 0;
}

function replayAt(viewer: ReturnType<Served['viewer']>, host: string | undefined): string | null {
  return viewer === undefined ? null : `${viewer.origin(host)}/view`;
}
