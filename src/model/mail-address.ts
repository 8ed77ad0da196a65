import { DualwatchError } from './errors.ts';

/**
 * The one spelling of a mail address that names an account: NFC, lower case, no spaces around it. Servers may tell `A@` from `a@`, people do not.
 * Throws `usage` for what is no address.
 */
export function normaliseMail(given: string): string {
  const mail = given.trim().normalize('NFC').toLowerCase();
  if (mail.length > 254 || !/^[^\s<>@,;:"\\()[\]\p{C}]{1,64}@[^\s<>@,;:"\\()[\]\p{C}]{1,189}$/u.test(mail))
    throw new DualwatchError('usage', 'that is no mail address; write one as in ann@example.org');
  return mail;
}
