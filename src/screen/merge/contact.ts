/** `"Jay Jones" <jjones@mail.com>` → `jjones@mail.com`; undefined where it is no address. */
export function readEmail(text: string): string | undefined {
  return /[^\s<>"@,;]+@[^\s<>"@,;]+\.[^\s<>"@,;]+/u.exec(text)?.[0].toLowerCase();
}

/** A mailbox of an office, not of a person. */
export function isRoleMailbox(email: string): boolean {
  return /^(?:info|office|contact|contacts|mail|admin|sales|support|post|secretary|reception|hello|press|hr)@/.test(email);
}

/** Digits of a telephone number without zeros before them; undefined where there are fewer than seven. */
export function readPhone(text: string): string | undefined {
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 7 && digits.length <= 15 ? digits : undefined;
}

/** Last digits, which are the same with and without codes of country and town. */
export function phoneKey(phone: string): string {
  return phone.slice(-7);
}

/** One number, codes of country and town perhaps left out. A zero for dialling inside the country may stand between. */
export function samePhone(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.endsWith(short);
}
