import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `openssl` makes a real time-stamping authority. Without it these tests are skipped by name, but never in CI. */
export const hasOpenssl = process.env['CI'] === 'true' || spawnSync('openssl', ['version']).status === 0;

export interface AuthorityOptions {
  readonly key?: 'rsa' | 'ec' | 'ed25519';
  /** Certificates are signed with RSASSA-PSS in place of PKCS #1. */
  readonly pss?: boolean;
  /** A certificate between the root and the authority's own. */
  readonly intermediate?: boolean;
  /** `extendedKeyUsage` of the authority's certificate. */
  readonly purpose?: string;
  readonly essHash?: 'sha1' | 'sha256';
  readonly signerDigest?: string;
  /** Days from now between which the authority's certificate is valid. */
  readonly days?: readonly [from: number, until: number];
  /** Further extensions of the authority's certificate: where lists and answers are. */
  readonly extensions?: string;
  /** The same of the intermediate certificate. */
  readonly extensionsAbove?: string;
}

/** A certificate authority and a time-stamping authority below it, in a folder, made and run with openssl alone. */
export class OpensslAuthority {
  readonly #folder: string;
  readonly #issuer: string;
  readonly #config: string;
  readonly #padding: readonly string[];

  constructor(folder: string, options: AuthorityOptions = {}) {
    mkdirSync(join(folder, 'new'), { recursive: true });
    this.#folder = folder;
    this.#issuer = options.intermediate === true ? 'sub' : 'root';
    this.#config = join(folder, 'openssl.cnf');
    this.#padding = options.pss === true ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'] : [];
    writeFileSync(this.#config, configuration(folder, options));
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'index.txt.attr'), 'unique_subject = no\n');
    for (const name of ['serial', 'ca-serial', 'crl-serial']) writeFileSync(join(folder, name), '1001\n');
    const key = options.key ?? 'ec';
    this.#makeKey('root', key);
    this.#run(
      'req',
      '-x509',
      '-key',
      this.path('root.key'),
      '-subj',
      '/O=Tests/CN=Test root',
      '-extensions',
      'ca_cert',
      '-days',
      '3650',
      '-out',
      this.path('root.crt'),
    );
    if (options.intermediate === true) this.issue('sub', 'Test intermediate', 'root', 'sub_cert', [-10, 3650], key);
    this.issue('tsa', 'Test TSA', this.#issuer, 'tsa_cert', options.days ?? [-10, 365], key);
    writeFileSync(
      this.path('chain.crt'),
      [...new Set([this.#issuer, 'root'])].map((name) => readFileSync(this.path(`${name}.crt`), 'utf8')).join(''),
    );
  }

  /** PEM of the root. */
  get root(): string {
    return this.pem('root');
  }

  pem(name: string): string {
    return readFileSync(this.path(`${name}.crt`), 'utf8').replace(/^[^]*?(?=-----BEGIN)/, '');
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  /** Makes a key and a certificate by `issuer`. */
  issue(
    name: string,
    subject: string,
    issuer: string,
    extensions: string,
    [from, until]: readonly [number, number],
    key: 'rsa' | 'ec' | 'ed25519' = 'ec',
  ): void {
    this.#makeKey(name, key);
    this.#run('req', '-new', '-key', this.path(`${name}.key`), '-subj', `/O=Tests/CN=${subject}`, '-out', this.path(`${name}.csr`));
    // prettier-ignore
    this.#run('ca', '-batch', '-notext', '-name', 'ca', '-cert', this.path(`${issuer}.crt`), '-keyfile', this.path(`${issuer}.key`),
      ...this.#padding, '-extensions', extensions, '-startdate', day(from), '-enddate', day(until), '-in', this.path(`${name}.csr`), '-out', this.path(`${name}.crt`));
  }

  /** The answer to a request, as the authority's server would send it. */
  stamp(request: Uint8Array): Buffer {
    writeFileSync(this.path('query.tsq'), request);
    this.#run('ts', '-reply', '-section', 'tsa_config', '-queryfile', this.path('query.tsq'), '-out', this.path('reply.tsr'));
    return readFileSync(this.path('reply.tsr'));
  }

  /** The same with the authority's own certificate alone. */
  stampBare(request: Uint8Array): Buffer {
    writeFileSync(this.path('query.tsq'), request);
    const own = this.path('bare.cnf');
    writeFileSync(own, readFileSync(this.#config, 'utf8').replace(/^certs = .*$/m, ''));
    execFileSync(
      'openssl',
      ['ts', '-reply', '-config', own, '-section', 'tsa_config', '-queryfile', this.path('query.tsq'), '-out', this.path('reply.tsr')],
      {
        stdio: 'pipe',
        env: environment(),
      },
    );
    return readFileSync(this.path('reply.tsr'));
  }

  /** A token over content from elsewhere, signed with the authority's key by CMS alone: `ts` refuses certificates for other purposes, `cms` does not. */
  sign(content: Uint8Array): Buffer {
    writeFileSync(this.path('content'), content);
    // prettier-ignore
    this.#run('cms', '-sign', '-binary', '-nodetach', '-cades', '-nosmimecap', '-md', 'sha256', '-econtent_type', '1.2.840.113549.1.9.16.1.4',
      '-signer', this.path('tsa.crt'), '-inkey', this.path('tsa.key'), '-in', this.path('content'), '-outform', 'DER', '-out', this.path('token'));
    return readFileSync(this.path('token'));
  }

  /** A request by openssl, over SHA-256 unless `options` say otherwise. */
  query(data: Uint8Array, ...options: readonly string[]): Buffer {
    writeFileSync(this.path('data'), data);
    const digest = options.some((option) => option.startsWith('-sha')) ? [] : ['-sha256'];
    this.#run('ts', '-query', '-data', this.path('data'), ...digest, ...options, '-out', this.path('query.tsq'));
    return readFileSync(this.path('query.tsq'));
  }

  /** Whether `openssl ts -verify` accepts. */
  verifies(response: Uint8Array, data: Uint8Array, at?: Date): boolean {
    writeFileSync(this.path('verify.tsr'), response);
    writeFileSync(this.path('verify.data'), data);
    // prettier-ignore
    const { status } = spawnSync('openssl', ['ts', '-verify', '-in', this.path('verify.tsr'), '-data', this.path('verify.data'), '-CAfile', this.path('root.crt'),
      '-untrusted', this.path('chain.crt'), ...(at === undefined ? [] : ['-attime', String(Math.floor(at.getTime() / 1000))])], { env: environment() });
    return status === 0;
  }

  revoke(name: string, reason?: string, issuer: string = this.#issuer): void {
    // prettier-ignore
    this.#run('ca', '-name', 'ca', '-cert', this.path(`${issuer}.crt`), '-keyfile', this.path(`${issuer}.key`), '-revoke', this.path(`${name}.crt`),
      ...(reason === undefined ? [] : ['-crl_reason', reason]));
  }

  /** DER of the revocation list of the authority's issuer. */
  crl(...options: readonly string[]): Buffer {
    return this.crlOf(this.#issuer, ...options);
  }

  crlOf(issuer: string, ...options: readonly string[]): Buffer {
    const [pem, der] = [this.path('list.pem'), this.path('list.crl')];
    // prettier-ignore
    this.#run('ca', '-name', 'ca', '-gencrl', '-cert', this.path(`${issuer}.crt`), '-keyfile', this.path(`${issuer}.key`), '-crldays', '7', ...options, '-out', pem);
    this.#run('crl', '-in', pem, '-outform', 'DER', '-out', der);
    return readFileSync(der);
  }

  /** A responder's answer, signed by `signer` (the issuer itself, or a certificate that it made for that). */
  ocsp(request: Uint8Array, signer: string = this.#issuer): Buffer {
    writeFileSync(this.path('ocsp.req'), request);
    // prettier-ignore
    this.#run('ocsp', '-index', this.path('index.txt'), '-CA', this.path(`${this.#issuer}.crt`), '-rsigner', this.path(`${signer}.crt`), '-rkey', this.path(`${signer}.key`),
      '-reqin', this.path('ocsp.req'), '-respout', this.path('ocsp.resp'), '-ndays', '1');
    return readFileSync(this.path('ocsp.resp'));
  }

  #makeKey(name: string, kind: 'rsa' | 'ec' | 'ed25519'): void {
    const options = {
      rsa: ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
      ec: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ed25519: ['ED25519'],
    };
    this.#run('genpkey', '-algorithm', ...options[kind], '-out', this.path(`${name}.key`));
  }

  #run(command: string, ...args: readonly string[]): void {
    const config = ['req', 'ca'].includes(command) || args.includes('-reply') ? ['-config', this.#config] : [];
    execFileSync('openssl', [command, ...config, ...args], { stdio: 'pipe', env: environment() });
  }
}

/** Without the certificates that the system trusts: openssl adds them to those it is given. */
function environment(): NodeJS.ProcessEnv {
  const { SSL_CERT_FILE: _file, SSL_CERT_DIR: _folder, ...rest } = process.env;
  return rest;
}

/** YYYYMMDDHHMMSSZ, some days from now. */
function day(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}

function configuration(
  folder: string,
  {
    purpose = 'critical, timeStamping',
    essHash = 'sha256',
    signerDigest = 'sha256',
    extensions = '',
    extensionsAbove = '',
  }: AuthorityOptions,
): string {
  return `
[req]
distinguished_name = name
prompt = no
[name]
[ca]
database = ${folder}/index.txt
new_certs_dir = ${folder}/new
serial = ${folder}/ca-serial
crlnumber = ${folder}/crl-serial
default_md = sha256
policy = any
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[ca_cert]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[sub_cert]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
${extensionsAbove}
[tsa_cert]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
subjectKeyIdentifier = hash
${purpose === '' ? '' : `extendedKeyUsage = ${purpose}`}
${extensions}
[ocsp_cert]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = OCSPSigning
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.crt
signer_key = ${folder}/tsa.key
certs = ${folder}/chain.crt
signer_digest = ${signerDigest}
default_policy = 1.3.6.1.4.1.99999.1
digests = sha1, sha256, sha384, sha512
accuracy = secs:1, millisecs:500
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = ${essHash}
`;
}
