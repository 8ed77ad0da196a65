import { isIP } from 'node:net';
import { z } from 'zod';
import { formatByteSize, parseByteSize } from './byte-size.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { isLoopback } from './is-loopback.ts';

/** One thing that a user may set: where, to what, and what it is for. */
export interface Setting<Value> {
  readonly env: string;
  /** As a user would write it; empty where nothing is set. */
  readonly fallback: string;
  readonly description: string;
  /** In words, for messages and docs. */
  readonly allowed: string;
  readonly schema: z.ZodType<Value>;
  /** True for what `config show` must not print. */
  readonly secret?: true;
  /** Why it cannot stand in config.toml, and what to do. */
  readonly notInFile?: string;
}

/**
 * Every setting, by its key in config.toml. Durations become milliseconds, sizes bytes.
 * `.env.example`, docs/configuration.md and `dualwatch config show` are made of this table and of nothing else.
 */
export const SETTINGS = {
  home: {
    ...text('DUALWATCH_HOME', './dualwatch-data', 'The folder that holds everything: database, captures, log, key.'),
    notInFile: 'since this file lies in it; use --home or DUALWATCH_HOME',
  },
  cache: {
    env: 'DUALWATCH_CACHE',
    fallback: '',
    description:
      "The folder for what every start would make anew: compiled code and the compiled catalogue. No evidence is in it; it may be deleted at any time. Empty: the user's own folder for such things, such as ~/.cache/dualwatch.",
    allowed: 'a path, or off for none',
    schema: z.string(),
    notInFile: 'since it is asked for before this file is read; use DUALWATCH_CACHE',
  },
  'source.every': duration(
    'DUALWATCH_SOURCE_EVERY',
    '15m',
    '1s',
    '365d',
    'Time between two checks of a source that asks for nothing else.',
  ),
  'follow.default': duration(
    'DUALWATCH_FOLLOW_DEFAULT',
    '6h',
    '1s',
    '365d',
    'Time between two visits of a young notice; thins out with age.',
  ),
  'follow.confirmAfter': duration(
    'DUALWATCH_FOLLOW_CONFIRM_AFTER',
    '10m',
    '1ms',
    '30d',
    'Time between the two sightings that make a removal.',
  ),
  keep: choice('DUALWATCH_KEEP', 'changes', ['changes', 'all'], 'Which full bytes are kept; see ARCHITECTURE.md, "What is kept".'),
  'fetch.pace': duration(
    'DUALWATCH_FETCH_PACE',
    '1s',
    '1ms',
    '1d',
    'Time between two starts at one host, ± 30 %; shared by all processes of a home.',
  ),
  'fetch.connectTimeout': duration('DUALWATCH_FETCH_CONNECT_TIMEOUT', '15s', '1ms', '10m', 'Time to reach a host, TLS included.'),
  'fetch.timeout': duration('DUALWATCH_FETCH_TIMEOUT', '60s', '1ms', '1h', 'Time for one exchange, from its start to the last byte.'),
  'fetch.maxHeaders': size('DUALWATCH_FETCH_MAX_HEADERS', '32KB', '1KB', '1MB', 'Largest head of a response.'),
  'fetch.maxBody': size('DUALWATCH_FETCH_MAX_BODY', '64MB', '1KB', '1GB', 'Largest body as received.'),
  'fetch.maxDecompressed': size('DUALWATCH_FETCH_MAX_DECOMPRESSED', '128MB', '1KB', '1GB', 'Largest body once decompressed.'),
  'fetch.contact': contact('DUALWATCH_FETCH_CONTACT', 'Mail address or URL for whoever runs a visited site; sent in the User-Agent.'),
  'images.keep': choice('DUALWATCH_IMAGES_KEEP', 'yes', ['yes', 'no'], 'Whether the pictures of a notice are kept too.'),
  'images.most': integer('DUALWATCH_IMAGES_MOST', 40, 1, 1000, 'Pictures kept of one visit.'),
  'images.maxBody': size('DUALWATCH_IMAGES_MAX_BODY', '8MB', '1KB', '1GB', 'Largest picture.'),
  'images.maxTotal': size('DUALWATCH_IMAGES_MAX_TOTAL', '32MB', '1KB', '1GB', 'All pictures of one visit together.'),
  'browser.chromium': {
    env: 'DUALWATCH_CHROMIUM',
    fallback: '',
    description: 'The Chromium that browser captures start; empty: the one that the system has.',
    allowed: 'a path',
    schema: z.string(),
  },
  'browser.noSandbox': choice(
    'DUALWATCH_CHROMIUM_NO_SANDBOX',
    '0',
    ['0', '1'],
    'With 1 Chromium may start without its sandbox, as root must; recorded in each capture.',
  ),
  'browser.timeout': duration('DUALWATCH_BROWSER_TIMEOUT', '60s', '5s', '10m', 'Time for one visit of the browser.'),
  'browser.maxBody': size('DUALWATCH_BROWSER_MAX_BODY', '32MB', '1KB', '256MB', 'Largest body that the browser is given.'),
  'browser.maxTotal': size('DUALWATCH_BROWSER_MAX_TOTAL', '96MB', '1KB', '256MB', 'All bodies of one visit of the browser together.'),
  'watch.concurrency': integer('DUALWATCH_WATCH_CONCURRENCY', 64, 1, 1024, 'Visits under way at once, each at another host.'),
  'disk.minFree': size(
    'DUALWATCH_DISK_MIN_FREE',
    '512MB',
    '0B',
    '1024GB',
    'Visits stop while the disk of the home has less than this free.',
  ),
  'mail.server': {
    ...mailServer(
      'DUALWATCH_MAIL_SERVER',
      'Server that takes the mail of alerts: smtp://user:password@host:587, or smtps:// for TLS from the start.',
    ),
    secret: true,
  },
  'mail.from': mailAddress('DUALWATCH_MAIL_FROM', 'Sender of the mail of alerts.'),
  'anchors.every': duration(
    'DUALWATCH_ANCHORS_EVERY',
    '24h',
    '1m',
    '365d',
    'Time between two time-stamps of one authority over the log, if the log has grown; see `dualwatch anchors`.',
  ),
  'server.host': {
    env: 'DUALWATCH_HOST',
    fallback: '127.0.0.1',
    description: 'Address that `dualwatch serve` listens at. Beyond this machine it refuses to until an administrator exists.',
    allowed: 'an IP address or localhost',
    schema: z.string().refine((value) => value === 'localhost' || isIP(value) !== 0),
  },
  'server.port': integer('DUALWATCH_PORT', 8787, 0, 65_535, 'Port that `dualwatch serve` listens at; 0: any that is free.'),
  'server.publicUrl': {
    env: 'DUALWATCH_PUBLIC_URL',
    fallback: '',
    description:
      'Address under which people reach the server, where a proxy stands before it or it has a name; with https, cookies are Secure.',
    allowed: 'an address that begins with http:// or https://, without a path',
    schema: z.string().refine((value) => value === '' || (/^https?:\/\/[^/?#@]+\/?$/i.test(value) && URL.canParse(value))),
  },
  'server.proxies': {
    env: 'DUALWATCH_SERVER_PROXIES',
    fallback: '',
    description:
      'Proxies beside those of this machine whose `X-Forwarded-For` is believed; counted only with `server.publicUrl`. Failed logins are counted by the address that it names.',
    allowed: 'IP addresses or networks as 10.0.0.0/8, separated by commas',
    schema: z
      .string()
      .transform((value) => value.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
      .refine((networks) => networks.every(isNetwork)),
  },
  'server.sessionIdle': duration(
    'DUALWATCH_SERVER_SESSION_IDLE',
    '12h',
    '1m',
    '90d',
    'Somebody who does nothing for so long is logged out.',
  ),
  'server.sessionMost': duration('DUALWATCH_SERVER_SESSION_MOST', '7d', '1m', '365d', 'Everybody logs in anew after so long.'),
  'server.corsOrigins': {
    env: 'DUALWATCH_CORS_ORIGINS',
    fallback: '',
    description: 'Origins whose pages may read the API with a key, separated by commas; they change nothing.',
    allowed: 'origins as https://host:port, separated by commas',
    schema: z
      .string()
      .transform((value) => value.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
      .refine((origins) => origins.every((one) => URL.canParse(one) && new URL(one).origin === one)),
  },
  'server.readers': integer(
    'DUALWATCH_SERVER_READERS',
    2,
    1,
    16,
    'Threads of the server for what takes long: queries, exports, bytes of captures.',
  ),
  'viewer.replaywebpage': {
    env: 'DUALWATCH_VIEWER_REPLAYWEBPAGE',
    fallback: '',
    description:
      'Folder of an unpacked ReplayWeb.page, with which the server shows packages as the pages were; empty: none. docs/viewer.md.',
    allowed: 'a path',
    schema: z.string(),
  },
  'viewer.port': integer(
    'DUALWATCH_VIEWER_PORT',
    0,
    0,
    65_535,
    'Port of that viewer, which has an origin of its own; 0: any that is free.',
  ),
  'viewer.publicUrl': {
    env: 'DUALWATCH_VIEWER_PUBLIC_URL',
    fallback: '',
    description:
      'Address under which people reach the viewer where `server.publicUrl` is set: another host or port than that of the server.',
    allowed: 'an address that begins with http:// or https://, without a path',
    schema: z.string().refine((value) => value === '' || (/^https?:/.test(value) && URL.parse(value)?.origin === value.replace(/\/$/, ''))),
  },
  'oidc.issuer': {
    env: 'DUALWATCH_OIDC_ISSUER',
    fallback: '',
    description: 'OpenID provider through which people may log in to the server; empty: none. docs/accounts.md.',
    allowed: 'an address that begins with https://, or with http:// on this machine',
    schema: z.string().refine((value) => value === '' || isIssuer(value)),
  },
  'oidc.clientId': free('DUALWATCH_OIDC_CLIENT_ID', '', 'Name under which the provider knows the server.'),
  'oidc.secretFile': free('DUALWATCH_OIDC_SECRET_FILE', '', 'File with the secret of that client; empty for a public client.'),
  'oidc.scope': free('DUALWATCH_OIDC_SCOPE', 'openid email profile', 'Scopes asked for, with `openid` and `email` among them.'),
  'oidc.roleClaim': free(
    'DUALWATCH_OIDC_ROLE_CLAIM',
    '',
    'Claim of the ID token that says who has which role, as in `groups`; empty: accounts are added with `users add --openid`.',
  ),
  'oidc.admins': free('DUALWATCH_OIDC_ADMINS', '', 'Values of that claim that make an administrator, separated by commas.'),
  'oidc.analysts': free('DUALWATCH_OIDC_ANALYSTS', '', 'Values that make an analyst.'),
  'oidc.viewers': free('DUALWATCH_OIDC_VIEWERS', '', 'Values that make a viewer.'),
  'oidc.allowPrivate': choice('DUALWATCH_OIDC_ALLOW_PRIVATE', '0', ['0', '1'], 'With 1 the provider may stand in a private network.'),
  'log.origin': origin(
    'DUALWATCH_LOG_ORIGIN',
    'Name of the evidence log in its checkpoints, fixed when the home is made; empty: dualwatch/ and random letters.',
  ),
  'log.level': choice('DUALWATCH_LOG_LEVEL', 'info', ['info', 'warn', 'error', 'silent'], 'Least severe message written to stderr.'),
  'log.requests': choice('DUALWATCH_LOG_REQUESTS', 'no', ['yes', 'no'], 'Whether `serve` writes a line for each request, at level info.'),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingKey = keyof typeof SETTINGS;

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

function duration(env: string, fallback: string, min: string, max: string, description: string): Setting<number> {
  const allowed = `a duration from ${min} to ${max}, as in 90s, 15m, 6h or 2d`;
  return { env, fallback, description, allowed, schema: measured(parseDuration, min, max, formatDuration) };
}

function size(env: string, fallback: string, min: string, max: string, description: string): Setting<number> {
  const allowed = `a size from ${min} to ${max}, as in 32KB, 64MB or 1.5GB`;
  return { env, fallback, description, allowed, schema: measured(parseByteSize, min, max, formatByteSize) };
}

function integer(env: string, fallback: number, min: number, max: number, description: string): Setting<number> {
  const wholeNumber = z.union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]);
  const schema = wholeNumber.refine((value) => Number.isInteger(value) && value >= min && value <= max);
  return { env, fallback: String(fallback), description, allowed: `a whole number from ${min} to ${max}`, schema };
}

function choice<const Value extends string>(
  env: string,
  fallback: NoInfer<Value>,
  values: readonly Value[],
  description: string,
): Setting<Value> {
  return { env, fallback, description, allowed: values.join(', '), schema: z.enum(values) };
}

function text(env: string, fallback: string, description: string): Setting<string> {
  return { env, fallback, description, allowed: 'a path', schema: z.string().min(1) };
}

function free(env: string, fallback: string, description: string): Setting<string> {
  return { env, fallback, description, allowed: 'one line of text', schema: z.string().regex(/^[^\p{Cc}]{0,1000}$/u) };
}

function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** It stands in a header, inside the comment of a User-Agent: RFC 9110 §5.6.5. */
function contact(env: string, description: string): Setting<string> {
  const allowed = 'a mail address or a URL in plain ASCII, without brackets, at most 200 characters';
  return { env, fallback: '', description, allowed, schema: z.string().regex(/^[\x20-\x27\x2a-\x7e]{0,200}$/) };
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

function mailServer(env: string, description: string): Setting<string> {
  const allowed = 'an address that begins with smtp:// or smtps://, user and password percent-encoded';
  const schema = z.string().refine((value) => value === '' || isMailServer(value));
  return { env, fallback: '', description, allowed, schema };
}

function isMailServer(value: string): boolean {
  const url = /^smtps?:\/\/[^/?#]+\/?$/i.test(value) ? URL.parse(value) : null;
  return url !== null && isEncoded(url.username) && isEncoded(url.password);
}

/** Whether what stands in an address can be decoded: a per cent sign alone cannot. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function mailAddress(env: string, description: string): Setting<string> {
  const allowed = 'a mail address, alone or as Name <address>';
  return { env, fallback: '', description, allowed, schema: z.string().regex(/^$|^(?:[^<>\r\n]{0,100}<)?[^\s<>@]+@[^\s<>@]+>?$/) };
}

/** A signed note's key name: no white space, no plus sign (c2sp.org/signed-note). */
function origin(env: string, description: string): Setting<string> {
  const allowed = 'letters, digits and . / - _ without white space, at most 100 characters';
  return { env, fallback: '', description, allowed, schema: z.string().regex(/^[\w./-]{0,100}$/) };
}

function measured(parse: (written: string) => number, min: string, max: string, format: (value: number) => string): z.ZodType<number> {
  const [least, most] = [parse(min), parse(max)];
  return z.string().transform((written, context) => {
    try {
      const value = parse(written);
      if (value >= least && value <= most) return value;
      context.addIssue(`${format(value)} is out of range`);
    } catch {
      context.addIssue('cannot be read');
    }
    return z.NEVER;
  });
}
