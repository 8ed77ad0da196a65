import { DualwatchError } from '../../model/errors.ts';

const LEAST = 12;
const MOST = 200;
const LEAST_DIFFERENT = 5;

/** Rows of keys and alphabets: a password that walks along one is among the first that anybody tries. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'йцукенгшщзхъ',
  'фывапролджэ',
];
const WORDS = [
  'password',
  'passwort',
  'пароль',
  'dualwatch',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'changeme',
  'secret',
  'login',
  '密码',
];

/**
 * Refuses a password that would be guessed early: shorter than 12 characters, few different ones, a repeated piece, a row of keys, or little beside the mail
 * address and such words. No rules on kinds of characters (NIST SP 800-63B). Throws `usage`.
 */
export function checkPassword(password: string, mail: string): void {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < LEAST) throw weak(`shorter than ${LEAST} characters; a few words are easy to keep in mind and hard to guess`);
  if (characters.length > MOST) throw weak(`longer than ${MOST} characters`);
  const folded = characters.join('').toLowerCase();
  if (new Set(folded).size < LEAST_DIFFERENT) throw weak(`made of fewer than ${LEAST_DIFFERENT} different characters`);
  if (repeats(folded)) throw weak('one piece written again and again');
  const [name = '', host = ''] = mail.split('@');
  const known = [...WORDS, ...[mail, name, ...name.split(/[^\p{L}\p{N}]+/u), ...host.split('.')].filter((one) => one.length >= 4)];
  let rest = known.toSorted((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, '\0'), folded);
  rest = withoutRows(rest)
    .replace(/[\0\p{P}\p{S}\s]+/gu, '')
    .replace(/(?:19|20)\d\d/gu, '');
  if ([...rest].length < LEAST_LEFT) throw weak('little more than rows of keys, well-known words or the mail address');
}

const LEAST_LEFT = 5;

function weak(why: string): DualwatchError {
  return new DualwatchError('usage', `the password is ${why}`);
}

function repeats(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const piece = text.slice(0, length);
    if (piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

/** Without runs of four and more along a row, either way. */
function withoutRows(text: string): string {
  const kept: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = Math.max(...ROWS.flatMap((row) => [runAt(text, at, row), runAt(text, at, [...row].toReversed().join(''))]));
    if (length >= 4) at += length;
    else {
      kept.push(text[at] ?? '');
      at += 1;
    }
  }
  return kept.join('');
}

function runAt(text: string, at: number, row: string): number {
  const start = row.indexOf(text[at] ?? '');
  if (start < 0) return 0;
  let length = 0;
  while (start + length < row.length && text[at + length] === row[start + length]) length += 1;
  return length;
}
