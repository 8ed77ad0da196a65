/** A number as a text writes it, before its unit is known. */
export interface ReadNumber {
  readonly end: number;
  readonly value: number;
  /** Its value where the comma is a decimal sign: `1,500` is 1500 or 1.5. Equal to `value` where there is no doubt. */
  readonly withDecimalComma: number;
  readonly written: 'digits' | 'han' | 'words';
  /** A whole number without sign, exponent or multiplier. */
  readonly plain: boolean;
}
