import { appendAlert } from './alert-file.ts';
import type { Channels, Message, Receipt } from './channel.ts';
import { sendGotify, sendNtfy, sendSlack } from './chat.ts';
import { mailAlert } from './mail.ts';
import { sendWebhook } from './webhook.ts';

/** Sends one alert by the channel of its rule. What goes wrong at the receiver is in the answer. */
export async function sendAlert(channels: Channels, message: Message): Promise<Receipt> {
  switch (message.to.channel) {
    case 'webhook':
      return sendWebhook(channels, message);
    case 'mail':
      return mailAlert(channels, message);
    case 'ntfy':
      return sendNtfy(channels, message);
    case 'gotify':
      return sendGotify(channels, message);
    case 'slack':
      return sendSlack(channels, message);
    case 'file':
      return appendAlert(message);
  }
}
