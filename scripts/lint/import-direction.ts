import { dirname, resolve } from 'node:path';
import { importRefusal } from './layers.ts';
import type { Rule, RuleContext, SyntaxNode } from './syntax.ts';
import { nameOf } from './syntax.ts';

/**
 * Proves the direction of imports. Looks at every way by which one file can reach another: import and export, `import()` of values
 * and of types, and `new URL('…', import.meta.url)` for workers. Paths are resolved, so that no spelling of `../` gets round it.
 */
export const importDirection: Rule = {
  create(context) {
    const inWeb = WEB.exec(context.filename)?.[1];
    const from = placeInSrc(context.filename);
    if (inWeb === undefined && from === undefined) return {};
    const checkSource = (node: SyntaxNode): void => {
      if (node.source && inWeb !== undefined) checkInWeb(context, inWeb, node, node.source);
      else if (node.source && from !== undefined) check(context, from, node, node.source);
    };
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      TSImportType: checkSource,
      NewExpression(node) {
        const [target, base] = node.arguments ?? [];
        if (from !== undefined && nameOf(node.callee) === 'URL' && base?.type === 'MemberExpression' && typeof target?.value === 'string')
          check(context, from, node, target);
      },
    };
  },
};

/** The web app stands beside src/: it knows the server through its OpenAPI document alone. */
const WEB = /^(.*[\\/]web[\\/]src)[\\/]/;

/** Folders of the web app, in the order of their imports: each knows those before it. */
const WEB_ORDER = ['look', 'words', 'api', 'acts', 'parts', 'screens', 'shell', 'router.tsx', 'main.tsx'];

function checkInWeb(context: RuleContext, root: string, node: SyntaxNode, target: SyntaxNode): void {
  if (typeof target.value !== 'string' || !target.value.startsWith('.')) return;
  const path = resolve(dirname(context.filename), target.value);
  if (!path.startsWith(root)) {
    context.report({ node, message: 'web/ imports nothing from outside of web/src: what it needs comes through the API' });
    return;
  }
  const placeOf = (file: string): number => WEB_ORDER.indexOf(file.slice(root.length + 1).split(/[\\/]/)[0] ?? '');
  if (placeOf(path) > placeOf(context.filename))
    context.report({ node, message: `web/src imports in this order alone: ${WEB_ORDER.join(', ')}` });
}

interface Place {
  /** Path of the folder that holds `src/`. */
  readonly root: string;
  /** First folder under src/, or the bare name of a file that stands in src/ itself. */
  readonly folder: string;
}

function check(context: RuleContext, from: Place, node: SyntaxNode, target: SyntaxNode): void {
  if (typeof target.value !== 'string') {
    context.report({ node, message: 'write the address of an import as a plain string, so that its direction can be proved' });
    return;
  }
  if (target.value === 'dualwatch' || target.value.startsWith('dualwatch/')) {
    context.report({ node, message: 'inside the package, import the file itself and not the package by its name' });
    return;
  }
  if (!target.value.startsWith('.')) return;
  const path = resolve(dirname(context.filename), target.value);
  const to = placeInSrc(path);
  if (to?.root === from.root) {
    const refusal = importRefusal(from.folder, to.folder);
    if (refusal !== undefined) context.report({ node, message: refusal });
    return;
  }
  const isCode = node.type !== 'NewExpression';
  if (isCode && !isTest(context.filename)) {
    context.report({
      node,
      message: 'src/ is what is shipped: it imports nothing from test/, bench/, scripts/ or any other folder outside of it',
    });
  }
}

function placeInSrc(path: string): Place | undefined {
  if (WEB.test(path)) return undefined;
  const match = /^(.*?)[\\/]src[\\/]([^\\/]+)/.exec(path);
  const [, root, first] = match ?? [];
  return root === undefined || first === undefined ? undefined : { root, folder: first.replace(/\.ts$/, '') };
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}
