/** Concepts of the glossary that bodies are called by and that, beside a person's name in a text, are an office: Founder Jan Orvanik. */
const OFFICES: ReadonlySet<string> = new Set(['#chairman', '#directors', '#founders', '#owners', '#president', '#shareholders', '#deputy']);

/** Says a word of the glossary that a person stands beside it? */
export function isOffice({ key, kind }: { readonly key: string; readonly kind: string }): boolean {
  return kind === 'title' || OFFICES.has(key);
}
