import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sha256 } from '../../model/digest.ts';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { childrenOf, explicitTag, expectTag, malformed, octetsOf, partsOf, readAsn1, TAG } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { bitsOf, countOf, hexOf, isTrue, oidOf, timeOf } from './asn1-values.ts';
import { nameText } from './distinguished-name.ts';
import { OID } from './oids.ts';
import { publicKeyOf, signatureHolds, signatureScheme } from './signature.ts';

export interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** What a path of certificates is judged by. RFC 5280 §4. */
export interface Certificate {
  readonly der: Uint8Array;
  /** SHA-256 of the DER. */
  readonly fingerprint: Digest;
  readonly serial: string;
  /** DER of the names, to be compared byte by byte. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The subject as a person reads it. */
  readonly name: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly keyInfo: Uint8Array;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly tbs: Uint8Array;
  readonly algorithm: Asn1;
  readonly signature: Uint8Array;
}

const MAX_CERTIFICATE_BYTES = 64_000;

/** Reads one X.509 certificate in DER. Throws `input-malformed`. */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > MAX_CERTIFICATE_BYTES) throw malformed(`a certificate is longer than ${MAX_CERTIFICATE_BYTES} bytes`);
  const [tbs, algorithm, signature] = partsOf(readAsn1(der), TAG.sequence, 'the certificate');
  const parts = [...partsOf(tbs, TAG.sequence, 'the certificate')];
  if (parts[0]?.tag === explicitTag(0)) parts.shift();
  const [serial, inner, issuer, validity, subject, keyInfo, ...rest] = parts;
  const [from, until] = partsOf(validity, TAG.sequence, 'the validity');
  const outer = expectTag(algorithm, TAG.sequence, 'the algorithm of the certificate');
  // RFC 5280 §4.1.1.2: the one outside is not signed.
  if (Buffer.compare(outer.raw, inner?.raw ?? new Uint8Array(0)) !== 0)
    throw malformed('a certificate names two algorithms for its signature');
  const subjectName = expectTag(subject, TAG.sequence, 'the subject');
  const extensions = rest.find(({ tag }) => tag === explicitTag(3));
  return {
    der,
    fingerprint: sha256(der),
    serial: hexOf(serial, 'the serial number'),
    issuer: expectTag(issuer, TAG.sequence, 'the issuer').raw,
    subject: subjectName.raw,
    name: nameText(subjectName),
    notBefore: timeOf(from, 'the start of the validity'),
    notAfter: timeOf(until, 'the end of the validity'),
    keyInfo: expectTag(keyInfo, TAG.sequence, 'the public key').raw,
    extensions: extensions === undefined ? new Map() : readExtensions(childrenOf(extensions)[0]),
    tbs: expectTag(tbs, TAG.sequence, 'the certificate').raw,
    algorithm: outer,
    signature: bitsOf(signature, 'the signature of the certificate'),
  };
}

/** Certificates of a PEM file, in its order, text around them left out. Throws `input-malformed`, with the number of the one that is broken. */
export function readPemCertificates(pem: string): readonly Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block, n) => {
    try {
      return readCertificate(new X509Certificate(block).raw);
    } catch (cause) {
      const why = cause instanceof DualwatchError ? cause.message : 'it cannot be read';
      throw new DualwatchError('input-malformed', `certificate ${n + 1} of the file does not hold: ${why}`, { cause });
    }
  });
}

/** Certificates as a PEM file. */
export function formatPem(certificates: readonly { readonly der: Uint8Array; readonly name: string }[]): string {
  const line = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
  return certificates
    .map(({ der, name }) => {
      const lines =
        Buffer.from(der)
          .toString('base64')
          .match(/.{1,64}/g) ?? [];
      return `# ${line(name)}\n-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
    })
    .join('');
}

/** Extensions by identifier. A second one of a kind is refused: two readers would see two certificates. */
export function readExtensions(list: Asn1 | undefined): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>();
  for (const item of partsOf(list, TAG.sequence, 'the extensions')) {
    const [id, ...rest] = partsOf(item, TAG.sequence, 'an extension');
    const oid = oidOf(id, 'an extension');
    if (extensions.has(oid)) throw malformed(`the extension ${oid} is there twice`);
    const [first] = rest;
    const critical = first?.tag === TAG.boolean;
    extensions.set(oid, { critical: critical && isTrue(first), value: octetsOf(critical ? rest[1] : first, 'an extension') });
  }
  return extensions;
}

/** Whether the holder of `issuer` signed this certificate. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  return signatureHolds(signatureScheme(certificate.algorithm), keyOf(issuer), certificate.tbs, certificate.signature);
}

export function keyOf(certificate: Certificate): KeyObject {
  return publicKeyOf(certificate.keyInfo);
}

/** Uses that an extended key usage allows; undefined where there is none, which allows all. */
export function extendedUses({ extensions }: Certificate): readonly string[] | undefined {
  const extension = extensions.get(OID.extKeyUsage);
  return extension && partsOf(readAsn1(extension.value), TAG.sequence, 'the extended key usage').map((use) => oidOf(use, 'a key usage'));
}

/** Bits of RFC 5280 §4.2.1.3. */
export const KEY_USE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, crlSign: 6 } as const;

/** Whether the key usage allows it; all is allowed where there is none. */
export function mayUseKeyFor({ extensions }: Certificate, bit: number): boolean {
  const extension = extensions.get(OID.keyUsage);
  if (extension === undefined) return true;
  const { content } = expectTag(readAsn1(extension.value), TAG.bitString, 'the key usage');
  return ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}

/** Whether it may sign certificates, and how many more may stand below it. */
export function authority({ extensions }: Certificate): { readonly isAuthority: boolean; readonly below: number } {
  const extension = extensions.get(OID.basicConstraints);
  if (extension === undefined) return { isAuthority: false, below: 0 };
  const [flag, length] = partsOf(readAsn1(extension.value), TAG.sequence, 'the basic constraints');
  const isAuthority = flag !== undefined && isTrue(flag);
  return { isAuthority, below: length === undefined ? Number.POSITIVE_INFINITY : countOf(length, TAG.integer, 'the length of the path') };
}
