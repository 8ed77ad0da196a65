/** A verified find, in folded units (`start`, `end`) and UTF-16 offsets of the original (`from`, `to`). */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}
