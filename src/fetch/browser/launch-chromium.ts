import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { makeProfile } from './make-profile.ts';

export interface Launched {
  readonly browser: Browser;
  /** Ends it, with all it has written. */
  close(): Promise<void>;
}

/** Languages as the plain visit asks for them. */
const LANGUAGES = 'zh-CN,zh,ru,uk,en';
const START_MS = 30_000;
const CLOSE_MS = 5_000;

/**
 * Starts the system's Chromium with a profile that is made for it and goes with it, and for itself no way out at all: the page's context
 * is given one, our proxy. Loopback goes through it too, names are looked up by it alone, QUIC and WebRTC's own sockets are off. Its environment is
 * empty, so that it knows nothing of ours.
 */
export async function launchChromium(options: {
  readonly executable: string;
  readonly sandbox: boolean;
  /** Port on 127.0.0.1 that leads nowhere. */
  readonly deadEnd: number;
  readonly spki: string;
}): Promise<Launched> {
  const { chromium } = await import('playwright-core');
  const home = await makeProfile();
  const sweep = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const browser = await chromium.launch({
      executablePath: options.executable,
      headless: true,
      chromiumSandbox: options.sandbox,
      timeout: START_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ignoreDefaultArgs: ['--disable-popup-blocking', '--disable-ipc-flooding-protection', '--enable-unsafe-swiftshader'],
      args: [
        `--proxy-server=http://127.0.0.1:${options.deadEnd}`,
        '--proxy-bypass-list=<-loopback>',
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        `--ignore-certificate-errors-spki-list=${options.spki}`,
        '--disable-quic',
        '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
        '--webrtc-ip-handling-policy=disable_non_proxied_udp',
        '--block-new-web-contents',
        '--deny-permission-prompts',
        '--autoplay-policy=user-gesture-required',
        '--disable-domain-reliability',
        '--disable-client-side-phishing-detection',
        '--disable-notifications',
        '--no-pings',
        '--js-flags=--max-old-space-size=1024',
        `--accept-lang=${LANGUAGES}`,
      ],
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        TMPDIR: home,
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: home,
        LANG: 'C.UTF-8',
        TZ: 'UTC',
      },
    });
    return {
      browser,
      async close() {
        await Promise.race([browser.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
        await sweep().catch(() => undefined);
      },
    };
  } catch (error) {
    await sweep().catch(() => undefined);
    throw error;
  }
}
