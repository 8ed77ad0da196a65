import { PURE_FOLDERS } from './layers.ts';
import type { Rule } from './syntax.ts';
import { nameOf } from './syntax.ts';

/** Node's modules that compute and touch nothing outside the process. */
const PURE_BUILTINS: ReadonlySet<string> = new Set([
  'node:buffer',
  'node:crypto',
  'node:path/posix',
  'node:punycode',
  'node:string_decoder',
  'node:url',
  'node:util',
]);

const IMPURE_CALLS: ReadonlySet<string> = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.hrtime',
  'process.hrtime.bigint',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'randomBytes',
  'randomUUID',
  'randomInt',
  'fetch',
  'setTimeout',
  'setInterval',
]);

/** Proves that the analysis is pure: (text, catalogue, index) → result. What it needs from outside is handed to it as a value. */
export const pureCore: Rule = {
  create(context) {
    const folder = /[\\/]src[\\/]([^\\/]+)[\\/]/.exec(context.filename)?.[1];
    if (folder === undefined || !PURE_FOLDERS.has(folder) || context.filename.endsWith('.test.ts')) return {};
    const advice = `src/${folder} is pure (no I/O, no clock, no randomness): take the value as an argument`;
    return {
      ImportDeclaration(node) {
        const module = node.source?.value;
        if (typeof module === 'string' && module.startsWith('node:') && !PURE_BUILTINS.has(module))
          context.report({ node, message: `${module}: ${advice}` });
      },
      CallExpression(node) {
        const name = nameOf(node.callee);
        if (name !== undefined && IMPURE_CALLS.has(name)) context.report({ node, message: `${name}(): ${advice}` });
      },
      NewExpression(node) {
        if (nameOf(node.callee) === 'Date' && node.arguments?.length === 0) context.report({ node, message: `new Date(): ${advice}` });
      },
      MemberExpression(node) {
        if (nameOf(node) === 'process.env') context.report({ node, message: `process.env: ${advice}` });
      },
    };
  },
};
