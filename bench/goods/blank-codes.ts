/**
 * A notice without the codes of American supply, customs and export control: classes of supply (PSC, FSC, "16--"), stock numbers, NAICS, HS and ECCN
 * with the word that announces them. What is left is what a notice of another country would say.
 */
export function blankCodes(text: string): string {
  return PATTERNS.reduce((left, pattern) => left.replace(pattern, ' '), text);
}

const PATTERNS: readonly RegExp[] = [
  /\b(?:PSC|FSC|FSG|NAICS|HTS|HS(?: code)?|ECCN|CPV)[ :#]{0,3}[0-9A-Z][0-9A-Z.]{1,11}/g,
  /\bNSN[ :_#]{0,3}(?=\d)/g,
  /(?<![0-9])\d{4}-?\d{2}-?\d{3}-?\d{4}[A-Z]{0,2}(?![0-9])/g,
  /(?<![0-9])\d{4}-\d{9}(?![0-9])/g,
  /^(?:[0-9]{2}|[0-9]{4}|[A-Z][0-9A-Z]{0,3})--/g,
  /^\d{4} - /g,
];
