/** Signs of a keyboard by their place, without and with shift: where a Cyrillic layout has letters or other signs on them. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = { Slash: ['/', '?'], BracketLeft: ['[', '{'], BracketRight: [']', '}'] };

/**
 * The key that is meant, as the lists of keys call it. A letter of another script, or one that an input method has taken, is the Latin letter in its place: whoever types in Russian, Ukrainian or
 * Chinese need not change the layout to judge a notice.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key.length === 1 && /[\u0000-\u024F]/.test(key) && !isOtherSign(key, code)) return key;
  if (key.length > 1 && key !== 'Process' && key !== 'Unidentified') return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  return digit ?? SIGNS[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** Under a Cyrillic layout the key of the slash gives a full stop, and a comma with shift. */
function isOtherSign(key: string, code: string): boolean {
  return code === 'Slash' && (key === '.' || key === ',');
}
