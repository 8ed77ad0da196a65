import { basename } from 'node:path';
import type { Rule } from './syntax.ts';

/** A file is one idea and is named for it: kebab-case, and no drawer for odds and ends. */
export const fileName: Rule = {
  create(context) {
    return {
      Program(node) {
        const stem = basename(context.filename).replace(/\.[a-z]+$/, '');
        if (/^(utils?|helpers?|common|misc|shared|stuff)(\.|$)/.test(stem)) {
          context.report({ node, message: `"${stem}" names no idea; name the file for what it does` });
        }
        if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|contract|config|worker|gen|d))?$/.test(stem)) {
          context.report({ node, message: `"${stem}" is not kebab-case` });
        }
      },
    };
  },
};
