import type { FieldKind } from '../../catalogue/copy-fields.ts';
import { isHan, type PhraseFinder } from './phrases.ts';

/** A word that says what stands behind it; `bare`: also without a colon. */
export interface Label {
  readonly field: FieldKind;
  readonly bare: boolean;
}

/** A label at a place: followed by a colon, or, where it may stand bare, by a digit. */
export function labelHere(
  text: string,
  at: number,
  finder: PhraseFinder<Label>,
): { readonly field: FieldKind; readonly end: number; readonly after: number } | undefined {
  const found = finder.at(text, at);
  if (found === undefined) return undefined;
  let { end } = found;
  if (found.value.bare && text.charCodeAt(end) === 0x2e) end += 1;
  while (text.charCodeAt(end) === 0x20) end += 1;
  if (text.charCodeAt(end) === 0x28) {
    const close = text.indexOf(')', end);
    if (close !== -1 && close - end < 30 && text.charAt(close + 1).match(/[:：]/)) end = close + 1;
  }
  if (text.startsWith('.:', end)) end += 1;
  if (text.charAt(end) === ':') return { field: found.value.field, end: found.end, after: end + 1 };
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
