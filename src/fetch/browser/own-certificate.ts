import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that one browser is told to accept for as long as it lives. */
export interface OwnCertificate {
  readonly key: string;
  readonly cert: string;
  /** Base64 of the SHA-256 of its public key: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  readonly spki: string;
}

/**
 * Makes a self-signed certificate (EC P-256) with which our proxy answers the browser in every host's name. The key never leaves this process,
 * and the browser knows it by its digest alone. Layout: RFC 5280 §4.1.
 */
export function makeOwnCertificate(): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from('Dualwatch filtering proxy')))));
  const day = 86_400_000;
  const tbs = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ECDSA_SHA256,
    name,
    sequence(utcTime(Date.now() - 30 * day), utcTime(Date.now() + 30 * day)),
    name,
    spki,
  );
  const der = sequence(tbs, ECDSA_SHA256, tagged(0x03, Buffer.from([0]), sign('sha256', tbs, privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function utcTime(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(digits.slice(2)));
}

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
