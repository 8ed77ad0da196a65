import { createTransport } from 'nodemailer';
import type { Alert } from '../model/alert.ts';
import { isLoopback } from '../model/is-loopback.ts';
import { alertText } from './alert-text.ts';
import type { Channels, Message, Receipt } from './channel.ts';

/** The server that takes mail for delivery, set by whoever runs this home. */
export interface MailServer {
  /** `smtp://user:password@host:587` (STARTTLS, without which no password is sent beyond this machine) or `smtps://…`. */
  readonly url: string;
  readonly from: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Left part of the Message-ID: the same for the same mail sent again. */
  readonly id: string;
  readonly attachment?: { readonly name: string; readonly text: string };
}

const TIMEOUT_MS = 20_000;

/** Hands one mail to the server. Resolves to what went wrong, or undefined; the message never holds the password. */
export async function sendMail(server: MailServer, mail: Mail): Promise<string | undefined> {
  const url = new URL(server.url);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    // A password goes nowhere in the clear but to a server on this machine.
    requireTLS: url.username !== '' && !isLoopback(url.hostname),
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: server.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${server.from.replace(/^.*@/, '').replace(/[^\w.-].*$/, '') || 'dualwatch.invalid'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      // Base 64: mail servers mend line ends of text, and what is signed must stay as it is.
      ...(mail.attachment === undefined
        ? {}
        : {
            attachments: [
              {
                filename: mail.attachment.name,
                content: Buffer.from(mail.attachment.text),
                contentType: 'application/octet-stream',
                contentTransferEncoding: 'base64' as const,
              },
            ],
          }),
    });
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return `the mail server ${url.hostname} did not take it: ${withoutPassword(said, url)}`;
  } finally {
    transport.close();
  }
}

export async function mailAlert({ mail }: Channels, { id, body, to }: Message): Promise<Receipt> {
  if (mail === null) return { ok: false, error: 'no mail server is set: mail.server and mail.from say which (docs/configuration.md)' };
  const { title, lines } = alertText(JSON.parse(body) as Alert);
  const error = await sendMail(mail, { to: to.target, subject: title, text: `${lines.join('\n')}\n`, id });
  return error === undefined ? { ok: true } : { ok: false, error };
}

function withoutPassword(text: string, url: URL): string {
  const secrets = [url.password, decodeURIComponent(url.password)].filter((secret) => secret !== '');
  return secrets.reduce((said, secret) => said.replaceAll(secret, '•••'), text);
}
