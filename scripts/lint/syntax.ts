/** The few shapes of the syntax tree that our rules look at: literals, names and member access, as ESTree names them. */
export interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: SyntaxNode | null;
  readonly callee?: SyntaxNode;
  readonly object?: SyntaxNode;
  readonly property?: SyntaxNode;
  readonly arguments?: readonly SyntaxNode[];
}

export interface RuleContext {
  /** Absolute path of the file being linted. */
  readonly filename: string;
  readonly report: (problem: { readonly node: SyntaxNode; readonly message: string }) => void;
}

export interface Rule {
  readonly create: (context: RuleContext) => Readonly<Record<string, (node: SyntaxNode) => void>>;
}

/** `a.b` for a member access by name, the plain name for an identifier, else undefined. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name;
  if (node?.type !== 'MemberExpression') return undefined;
  const object = nameOf(node.object);
  const property = node.property?.type === 'Identifier' ? node.property.name : node.property?.value;
  return object === undefined || typeof property !== 'string' ? undefined : `${object}.${property}`;
}
