/** Channels that can be set up here, with what each wants as its target. A file of the server is named on its command line alone. */
export const CHANNELS = {
  webhook: { word: 'channelWebhook', target: 'targetWebhook', type: 'url', secret: true },
  mail: { word: 'channelMail', target: 'targetMail', type: 'email', secret: false },
  ntfy: { word: 'channelNtfy', target: 'targetNtfy', type: 'url', secret: true },
  gotify: { word: 'channelGotify', target: 'targetGotify', type: 'url', secret: true },
  slack: { word: 'channelSlack', target: 'targetSlack', type: 'url', secret: false },
} as const;

export type Channel = keyof typeof CHANNELS;

/** What an alert's channel is called, also the one that is not set up here. */
export function channelWord(channel: Channel | 'file') {
  return channel === 'file' ? 'channelFile' : CHANNELS[channel].word;
}
