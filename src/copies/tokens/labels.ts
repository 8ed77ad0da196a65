import type { FieldKind } from '../../catalogue/copy-fields.ts';
import { isHan, type PhraseFinder } from './phrases.ts';

/** A word that says what stands behind it; `bare`: also without a colon. */
export interface Label {
  readonly field: FieldKind;
  readonly bare: boolean;
}

/** A label where it was found: what stands behind it begins at `after`. */
export interface FoundLabel {
  readonly field: FieldKind;
  readonly end: number;
  readonly after: number;
  /** What stands in brackets before the colon: (万元), (тыс. руб.). */
  readonly remark?: string;
}

/** Signs that stand for the colon of a label at the beginning of a line. */
const DASH = /^ [-–—] (?=\S)/;

/** A label at a place: followed by a colon, or, where it may stand bare, by a digit. */
export function labelHere(text: string, at: number, finder: PhraseFinder<Label>): FoundLabel | undefined {
  const found = finder.at(text, at);
  if (found === undefined) return undefined;
  let { end } = found;
  let remark = '';
  if (found.value.bare && text.charCodeAt(end) === 0x2e) end += 1;
  while (text.charCodeAt(end) === 0x20) end += 1;
  if (text.charCodeAt(end) === 0x28) {
    const close = text.indexOf(')', end);
    if (close !== -1 && close - end < 30 && text.charAt(close + 1).match(/[:：]/)) {
      remark = text.slice(end, close);
      end = close + 1;
    }
  }
  if (text.startsWith('.:', end)) end += 1;
  if (text.slice(0, at).trim() === '' && DASH.test(text.slice(found.end, found.end + 4)))
    return { field: found.value.field, end: found.end, after: found.end + 3 };
  if (text.charAt(end) === ':') return { field: found.value.field, end: found.end, after: end + 1, remark };
  if (found.value.bare && (/[\d(+]/.test(text.charAt(end)) || text.startsWith('n/a', end) || text.startsWith('—', end)) && end > found.end)
    return { field: found.value.field, end: found.end, after: end };
  if (
    found.value.field === 'number' &&
    /^[a-z]{0,8}[a-z0-9/-]*\d{2}/.test(text.slice(end, end + 24)) &&
    (end > found.end || isHan(text.charCodeAt(at)))
  )
    return { field: 'number', end: found.end, after: end };
  return undefined;
}
