import type { Alert } from '../model/alert.ts';
import { alertText } from './alert-text.ts';
import type { Channels, Message, Receipt } from './channel.ts';
import { postJson } from './post-json.ts';

/** ntfy takes at most 4,096 bytes of message: https://docs.ntfy.sh/publish/ */
const NTFY_BYTES = 3800;

/** Publishes to a topic: `https://ntfy.sh/<topic>`. JSON goes to the root of the server and names the topic; the secret is an access token. */
export function sendNtfy(channels: Channels, { body, to, secret }: Message): Promise<Receipt> {
  const { notice, title, lines, urgency } = words(body);
  const url = new URL(to.target);
  const topic = url.pathname.replace(/^.*\//, '');
  const root = new URL(url.pathname.replace(/[^/]*$/, ''), url.origin);
  const message = JSON.stringify({
    topic,
    title,
    message: cutBytes(lines.join('\n'), NTFY_BYTES),
    click: notice.url,
    priority: urgency >= 90 ? 5 : urgency >= 70 ? 4 : 3,
  });
  return postJson(channels, to, root.href, message, secret === null ? {} : { credentials: { Authorization: `Bearer ${secret}` } });
}

/** Sends to an application of a Gotify server: `https://gotify.example`; the secret is the application's token. https://gotify.net/docs/pushmsg */
export function sendGotify(channels: Channels, { body, to, secret }: Message): Promise<Receipt> {
  const { notice, title, lines, urgency } = words(body);
  const url = new URL(to.target);
  url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/message$/, '')}/message`;
  const message = JSON.stringify({
    title,
    message: lines.join('\n'),
    priority: Math.round(urgency / 10),
    extras: { 'client::notification': { click: { url: notice.url } } },
  });
  return postJson(channels, to, url.href, message, secret === null ? {} : { credentials: { 'X-Gotify-Key': secret } });
}

/** A message with one field `text`, as Slack's incoming webhooks take it, and many others do. */
export function sendSlack(channels: Channels, { body, to }: Message): Promise<Receipt> {
  const { title, lines } = words(body);
  const message = JSON.stringify({ text: [`*${slackText(title)}*`, ...lines.map(slackText)].join('\n') });
  return postJson(channels, to, to.target, message);
}

function words(body: string) {
  const alert = JSON.parse(body) as Alert;
  return { notice: alert.notice, ...alertText(alert) };
}

/** `<!channel>` in a title of a notice calls nobody. */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function cutBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  return bytes.length <= most
    ? text
    : `${bytes
        .subarray(0, most)
        .toString('utf8')
        .replace(/\ufffd+$/, '')}…`;
}
