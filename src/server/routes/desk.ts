import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { builtDesk } from '../desk/built-files.ts';
import { sendDesk } from '../desk/send-desk.ts';
import { route, type Route } from '../route.ts';

/** Addresses of the desk's own screens; what they show is decided in the browser. */
const SCREENS = [
  '/',
  '/inbox',
  '/notices/:id',
  '/search',
  '/cases',
  '/cases/:id',
  '/screening',
  '/sources',
  '/lists',
  '/catalogue',
  '/publishers',
  '/settings',
] as const;

/** The desk: one page under the addresses of all its screens, and the files that it loads. */
export const deskRoutes: readonly Route[] = [
  ...SCREENS.map((path) =>
    route({
      method: 'GET',
      path,
      tag: 'Desk',
      summary: path === '/' ? 'The desk, or where it is not built this documentation' : 'A screen of the desk',
      access: 'public',
      documented: false,
      otherQuery: 'passed over',
      ...(path.includes(':id') ? { params: z.object({ id: z.string().max(2000) }) } : {}),
      answer: { produces: 'text/html; charset=utf-8' },
      handle: ({ request, reply, served }) => sendDesk(request, reply, served) ?? reply.redirect('/api/docs', 303),
    }),
  ),
  route({
    method: 'GET',
    path: '/assets/:file',
    tag: 'Desk',
    summary: 'A file that the desk loads',
    access: 'public',
    documented: false,
    otherQuery: 'passed over',
    uncounted: true,
    params: z.object({ file: z.string().max(200) }),
    answer: { produces: 'application/octet-stream' },
    handle({ params, request, reply }) {
      const file = builtDesk()?.files.get(params.file);
      if (file === undefined) throw new DualwatchError('not-found', 'the desk has no such file; load its page anew');
      // Names of built files carry their digest; the few that do not are asked about again.
      const named = /-[\w-]{8}\.\w+$/.test(params.file);
      void reply.headers({ 'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache', vary: 'accept-encoding' });
      const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      if (file.br !== undefined && takesBrotli) void reply.header('content-encoding', 'br');
      void reply.type(file.type);
      return file.br !== undefined && takesBrotli ? file.br : file.plain;
    },
  }),
];
