import { X509Certificate, verify } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { sha256 } from '../../model/digest.ts';
import { MEMBERS } from '../package/layout.ts';
import { strictBase64 } from '../strict-base64.ts';
import type { Findings } from './findings.ts';
import { stringOf } from './manifest.ts';

/** What a domain-signed package says of its signer, once the signature holds. */
export interface DomainSignature {
  readonly domain: string;
  /** SHA-256 of the signing key. */
  readonly signer: string;
  /** What a time-stamp of such a package is over: the text of the signature. */
  readonly stamped: Buffer;
  readonly chain: readonly X509Certificate[];
}

const MAX_CERTIFICATES = 16;

/**
 * Signature and certificates of a package that a domain signed: the signature is of the domain's key, each certificate is issued by the next, the last leads to an
 * authority that Node ships as public. Validity is judged at `at`, the time of signing. https://specs.webrecorder.net/wacz-auth/0.1.0/#domain-identity-signature-and-timestamps
 */
export function checkDomainSignature(
  signed: { readonly [key: string]: unknown },
  at: Date | undefined,
  findings: Findings,
): DomainSignature | undefined {
  const fail = (name: 'signature' | 'domain', why: string): void => findings.fail(name, MEMBERS.digest, why);
  const domain = stringOf(signed['domain']) ?? '';
  const text = stringOf(signed['signature']) ?? '';
  const signature = strictBase64(text);
  const chain = readCertificates(stringOf(signed['domainCert']) ?? '');
  const leaf = chain?.[0];
  if (chain === undefined || leaf === undefined) {
    fail('signature', 'its domainCert is no chain of certificates');
    return undefined;
  }
  if (signature === undefined || !signatureHolds(leaf, Buffer.from(stringOf(signed['hash']) ?? ''), signature)) {
    fail('signature', `the signature is not of the key in the certificate of ${domain.slice(0, 100)}`);
    return undefined;
  }
  const altered = chainFault(chain, domain);
  if (altered !== undefined) {
    fail('signature', altered);
    return undefined;
  }
  if (!findings.failed('signature')) findings.note('signature', 'pass');
  const wrong = authorityFault(chain, at);
  if (wrong !== undefined) fail('domain', wrong);
  else findings.note('domain', 'pass', `${domain}, by the public authorities that Node ships`);
  return { domain, signer: fingerprintOf(leaf), stamped: Buffer.from(text), chain };
}

/** Certificates in PEM, and nothing else. */
export function readCertificates(pem: string): readonly X509Certificate[] | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
  const rest = pem.replaceAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g, '').trim();
  if (rest !== '' || blocks.length === 0 || blocks.length > MAX_CERTIFICATES) return undefined;
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return undefined;
  }
}

/** What does not fit inside: certificates of somebody else, or altered ones. */
function chainFault(chain: readonly X509Certificate[], domain: string): string | undefined {
  const [leaf] = chain;
  if (leaf?.checkHost(domain, { subject: 'never' }) === undefined) return `the certificate is not for ${domain.slice(0, 100)}`;
  for (const [n, certificate] of chain.entries()) {
    const name = nameOf(certificate);
    const issuer = chain[n + 1];
    if (n > 0 && !certificate.ca) return `${name} may not issue certificates`;
    if (issuer !== undefined && !isIssuedBy(certificate, issuer))
      return `${name} is not issued by ${nameOf(issuer)}, which stands behind it`;
  }
  return undefined;
}

/** Why nobody need believe that it was the domain: the certificates fit, but nobody public stands behind them, or not at that time. */
function authorityFault(chain: readonly X509Certificate[], at: Date | undefined): string | undefined {
  const stale = at === undefined ? undefined : chain.find(({ validFromDate, validToDate }) => at < validFromDate || at > validToDate);
  if (stale !== undefined) return `the certificate of ${nameOf(stale)} was not valid when it signed`;
  const last = chain.at(-1);
  const anchored = publicRoots().some((root) =>
    chain.some((one) => one.fingerprint256 === root.fingerprint256 || isIssuedBy(one, root) || sameKey(one, root)),
  );
  return anchored
    ? undefined
    : `the certificates lead to ${last === undefined ? 'nobody' : nameOf(last)} and ${last?.issuer.replaceAll('\n', ', ').slice(0, 200)}, which are no public authority`;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** A root that another one cross-signed. */
function sameKey(one: X509Certificate, root: X509Certificate): boolean {
  return one.subject === root.subject && one.publicKey.equals(root.publicKey);
}

let roots: readonly X509Certificate[] | undefined;

function publicRoots(): readonly X509Certificate[] {
  roots ??= rootCertificates.map((pem) => new X509Certificate(pem));
  return roots;
}

function signatureHolds(leaf: X509Certificate, text: Buffer, signature: Buffer): boolean {
  try {
    return verify('sha256', text, leaf.publicKey, signature);
  } catch {
    return false;
  }
}

function nameOf(certificate: X509Certificate): string {
  return (/^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', ')).slice(0, 200);
}

function fingerprintOf(certificate: X509Certificate): string {
  return sha256(certificate.publicKey.export({ format: 'der', type: 'spki' }));
}
