import { createHmac } from 'node:crypto';
import type { Channels, Message, Receipt } from './channel.ts';
import { postJson } from './post-json.ts';

/**
 * Value of the header X-Dualwatch-Signature: `t=<unix seconds>,v1=<hex>`, where v1 is HMAC-SHA256 of `t.body` under the secret of the rule. The receiver
 * computes it anew from the bytes it got, and takes no message whose time is long past.
 */
export function signature(body: string, secret: string, nowMs: number): string {
  const t = Math.floor(nowMs / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

export function sendWebhook(channels: Channels, { id, body, to, secret }: Message): Promise<Receipt> {
  const headers = {
    'X-Dualwatch-Delivery': id,
    ...(secret === null ? {} : { 'X-Dualwatch-Signature': signature(body, secret, channels.now()) }),
  };
  return postJson(channels, to, to.target, body, { headers });
}
