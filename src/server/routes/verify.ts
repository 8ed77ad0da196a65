import { z } from 'zod';
import { CHECKS } from '../../evidence/verify-package/verdict.ts';
import { readKeys } from '../../work/package-trust.ts';
import { DualwatchError } from '../../model/errors.ts';
import { route, type Route } from '../route.ts';
import { withUpload } from '../save-upload.ts';

const TAKES = ['application/wacz', 'application/zip', 'application/octet-stream'] as const;
const MOST_BYTES = 8 * 1024 ** 3;

export const verifyRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/verify',
    tag: 'Evidence packages',
    summary: 'Check an evidence package, of ours or of others: is it whole, by whom, before when',
    description: `Send the file as the body. Trust is given, never assumed: without \`key\` the answer proves wholeness, not origin. Checks: ${Object.keys(CHECKS).join(', ')}.`,
    access: 'analyst',
    changes: false,
    takes: TAKES,
    query: z.object({
      key: z
        .string()
        .max(4000)
        .optional()
        .describe('whom you trust: fingerprints of signing keys or public keys of logs, separated by commas'),
      require: z.string().max(1000).optional().describe('names of checks, with commas, that must pass'),
    }),
    answer: z.looseObject({
      ok: z.boolean(),
      checks: z.array(
        z.object({
          name: z.string(),
          status: z.enum(['pass', 'fail', 'absent', 'untrusted']),
          where: z.string().optional(),
          why: z.string().optional(),
        }),
      ),
    }),
    async handle({ query, served, request, signal }) {
      const given = (query.key ?? '').split(',').filter((key) => key.trim() !== '');
      // A path of the server is no key.
      if (given.some((key) => !/^(?:sha256:)?[0-9a-f:]{64,95}$|^[^+\s]+\+[0-9a-f]{8}\+\S+$/i.test(key.trim())))
        throw new DualwatchError('usage', 'query.key: write fingerprints (64 hexadecimal digits) or public keys of logs (name+hash+key)');
      const keys = await readKeys(given);
      return withUpload(request, { home: served.paths.home, most: MOST_BYTES, takes: TAKES, minFree: served.config.disk.minFree }, (file) =>
        served.acts.ask('verifyPackage', { file, keys, required: query.require }, signal),
      );
    },
  }),
];
