import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpensslAuthority } from './openssl-authority.ts';
import type { AuthorityOptions } from './openssl-authority.ts';

export interface AuthorityServer {
  readonly url: string;
  readonly authority: OpensslAuthority;
  /** What was asked, as `POST /tsr`. */
  readonly requests: readonly string[];
  /** Changes what is answered to a request for a stamp; undefined: the authority's own answer. */
  answer: ((request: Buffer) => Buffer | number) | undefined;
  close(): Promise<void>;
}

/** A time-stamping authority on loopback, made and run with openssl: stamps, revocation list, OCSP answers, and its issuer's certificate for download. */
export async function serveAuthority(
  folder: string,
  options: AuthorityOptions & { readonly names?: 'ocsp' | 'crl' | 'both' } = {},
): Promise<AuthorityServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      const body = Buffer.concat(parts);
      const answer = answerTo(request.url ?? '', body);
      if (typeof answer === 'number') response.writeHead(answer, answer < 400 ? { Location: 'https://elsewhere.example/' } : {}).end();
      else response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const access = [
    `caIssuers;URI:${base}/issuer`,
    ...(options.names === 'ocsp' || options.names === 'both' ? [`OCSP;URI:${base}/ocsp`] : []),
  ].join(',');
  const points = options.names === 'crl' || options.names === 'both' ? `crlDistributionPoints = URI:${base}/crl` : '';
  const above = points.replace('/crl', '/crl-of-root');
  const authority = new OpensslAuthority(folder, {
    ...options,
    extensions: `authorityInfoAccess = ${access}\n${points}`,
    extensionsAbove: above,
  });
  const running: AuthorityServer = {
    url: `${base}/tsr`,
    authority,
    requests,
    answer: undefined,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return running;

  function answerTo(path: string, body: Buffer): Buffer | number {
    if (path === '/tsr') return running.answer?.(body) ?? authority.stamp(body);
    if (path === '/ocsp') return authority.ocsp(body);
    if (path === '/crl') return authority.crl();
    if (path === '/crl-of-root') return authority.crlOf('root');
    return path === '/issuer' ? Buffer.from(authority.pem(options.intermediate === true ? 'sub' : 'root')) : 404;
  }
}
