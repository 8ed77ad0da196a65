/** The address of a link out of the app, where it leads to the web: anything else of a notice is shown as text alone. */
export function webAddress(url: string): string | undefined {
  try {
    const { protocol, href, username, password } = new URL(url);
    return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what somebody wrote is the whole address of something on the web. */
export function isWebAddress(written: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(written.trim());
}
