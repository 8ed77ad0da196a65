import type { Rule, SyntaxNode } from './syntax.ts';

/** Attributes that people read or hear. */
const READ: ReadonlySet<string> = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'hint', 'lead']);
const NAMES: ReadonlySet<string> = new Set(['Dualwatch']);

interface JsxNode extends SyntaxNode {
  readonly name?: never;
}

/** Every word of the desk goes through the translations: none stands in the markup itself. */
export const noBareText: Rule = {
  create(context) {
    const check = (node: SyntaxNode, text: unknown): void => {
      if (typeof text !== 'string' || !/\p{L}{2}/u.test(text) || NAMES.has(text.trim())) return;
      context.report({ node, message: `"${text.trim().slice(0, 40)}" is no word of the translations: put it into web/src/words` });
    };
    return {
      JSXText: (node) => check(node, node.value),
      JSXAttribute(node) {
        const { name, value } = node as unknown as { readonly name: { readonly name: unknown }; readonly value: JsxNode | null };
        if (typeof name.name === 'string' && READ.has(name.name) && value?.type === 'Literal') check(node, value.value);
      },
    };
  },
};
