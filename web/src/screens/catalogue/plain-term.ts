import type { Term } from '../../api/routes.gen.ts';

/** A term as people write it, without the bars that end the parts all its forms share. */
export function plainTerm({ text }: Pick<Term, 'text'>): string {
  return text.replaceAll('|', '');
}
