import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface TestCertificate {
  readonly cert: string;
  readonly der: Buffer;
  readonly key: string;
  readonly subject: string;
}

/** An X.509 certificate for tests, made on the spot (EC P-256, valid for two days): self-signed without `issuer`. Layout: RFC 5280 §4.1. */
export function makeCertificate(options: {
  readonly subject: string;
  readonly names?: readonly string[];
  readonly issuer?: TestCertificate;
  readonly validFrom?: Date;
}): TestCertificate {
  const { subject, issuer } = options;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const from = options.validFrom ?? new Date(Date.now() - 86_400_000);
  const tbs = sequence(
    tagged(0xa0, integer(2)),
    integer(0x01000000 + Math.floor(Math.random() * 0x7e000000)),
    ECDSA_SHA256,
    name(issuer?.subject ?? subject),
    sequence(utcTime(from), utcTime(new Date(from.getTime() + 2 * 86_400_000))),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(options.names))),
  );
  const signer: KeyObject = issuer ? createPrivateKey(issuer.key) : privateKey;
  const der = sequence(tbs, ECDSA_SHA256, tagged(0x03, Buffer.from([0]), sign('sha256', tbs, signer)));
  const cert = `-----BEGIN CERTIFICATE-----\n${der
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { cert, der, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), subject };
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from(value.toString(16).padStart(value < 128 ? 2 : 8, '0'), 'hex'));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function name(common: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(common)))));
}

function utcTime(date: Date): Buffer {
  return tagged(
    0x17,
    Buffer.from(
      `${date
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );
}

/** With names: a server's certificate for them. Without: an authority. */
function extensions(names: readonly string[] | undefined): readonly Buffer[] {
  if (!names) return [sequence(oid('551d13'), tagged(0x01, Buffer.from([255])), tagged(0x04, sequence(tagged(0x01, Buffer.from([255])))))];
  const alternatives = names.map((entry) =>
    isIPv4(entry) ? tagged(0x87, Buffer.from(entry.split('.').map(Number))) : tagged(0x82, Buffer.from(entry)),
  );
  return [sequence(oid('551d11'), tagged(0x04, sequence(...alternatives)))];
}

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
