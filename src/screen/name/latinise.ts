import anyAscii from 'any-ascii';
import { latinOfCyrillic } from './cyrillic.ts';
import { spellScript } from './script-spellings.ts';

const ASCII_WORD = /^[a-z0-9]*$/;

/** Latin spelling of a folded word of any script: lower-case ASCII letters and digits. Cyrillic, Greek and Hebrew by our own schemes, others as `any-ascii` has them. */
export function latinise(word: string): string {
  if (ASCII_WORD.test(word)) return word;
  let out = '';
  let other = false;
  for (let at = 0; at < word.length; at += 1) {
    const spelling = latinOfCyrillic(word.charCodeAt(at));
    out += spelling ?? word.charAt(at);
    if (spelling === undefined && word.charCodeAt(at) > 0x7f) other = true;
  }
  return other
    ? anyAscii(spellScript(out))
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')
    : out;
}
