/** Something in the catalogue that does not hold. */
export interface CatalogueProblem {
  /** File, and term, code or sentence in it. */
  readonly where: string;
  readonly what: string;
  /** What mends it. */
  readonly todo: string;
}

/** The file of a concept, as messages name it. */
export function goodsFile(concept: string): string {
  return `goods/${concept}.yaml`;
}
