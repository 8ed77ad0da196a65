import { isSpeech, stringsIn, tidied, unescaped } from './unseen-words.ts';

/** What a script says in a box, or writes into its page: the first words of a call by which that is done, also where they have a name first. Linear. */
export function boxesIn(script: string): readonly string[] {
  const called = [...script.matchAll(CALL)].flatMap(([, , first = '', , second = '']) => [first, second]);
  const written = [...script.matchAll(WRITTEN)].map(([, , text = '']) => text);
  const objects = [...script.matchAll(OBJECT)].flatMap(([, inside = '']) => stringsIn(inside).filter(isSpeech));
  const names = new Set([...script.matchAll(NAMED)].map(([, name = '']) => name));
  const named = [...script.matchAll(GIVEN)].flatMap(([, name = '', , text = '']) => (names.has(name) ? [text] : []));
  const told = [...called, ...written, ...objects, ...named].map((text) => tidied(unescaped(text)));
  return [...new Set(told.filter((text) => text !== ''))];
}

const CALL =
  /\b(?:alert|confirm|write|writeln|msg|toast|swal|fire|notify|tips|html|text|append)\(\s*(["'`])((?:\\.|(?!\1)[^\\]){1,200})\1(?:\s*,\s*(["'`])((?:\\.|(?!\3)[^\\]){1,200})\3)?/g;
const WRITTEN = /\.(?:innerHTML|innerText|textContent)\s*=\s*(["'`])((?:\\.|(?!\1)[^\\]){1,300})\1/g;
/** `Swal.fire({ title: …, text: … })`, `layer.open({ content: … })`. */
const OBJECT = /\b(?:fire|swal|open|alert|msg|confirm|modal|toast|notify)\(\s*\{([^{}]{1,400})/g;
const NAMED = /\b(?:alert|confirm|write|msg|toast|swal|notify|tips|html|text)\(\s*([A-Za-z_$][\w$]{0,30})\s*[,)]/g;
const GIVEN = /\b([A-Za-z_$][\w$]{0,30})\s*=\s*(["'`])((?:\\.|(?!\2)[^\\]){1,200})\2/g;
