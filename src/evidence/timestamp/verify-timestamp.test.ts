import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OpensslAuthority, hasOpenssl } from '../testing/openssl-authority.ts';
import type { AuthorityOptions } from '../testing/openssl-authority.ts';
import { explicitTag, TAG } from './asn1.ts';
import { der, derInteger, derOid } from './asn1-writer.ts';
import { readPemCertificates } from './certificate.ts';
import { findChain } from './chain.ts';
import { makeOcspRequest } from './ocsp.ts';
import { OID } from './oids.ts';
import { makeTimestampRequest } from './request.ts';
import { readTimestampResponse } from './response.ts';
import { verifyTimestamp } from './verify-timestamp.ts';
import type { TimestampVerdict } from './verify-timestamp.ts';

const DATA = Buffer.from('dualwatch.test/log\n3\n1pmbxNyLPQ8yfUsIUsC0Gj6yOJSLFV3Dw9nE6Lm7cCM=\n');
const ENGLISH = { rsa: 'an RSA authority', ec: 'an EC authority' } as const;

describe.skipIf(!hasOpenssl)('time-stamps of a real authority [needs openssl]', () => {
  let folder: string;
  let made = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dualwatch-tsa-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const authority = (options: AuthorityOptions = {}): OpensslAuthority => new OpensslAuthority(join(folder, String((made += 1))), options);
  const judge = (tsa: OpensslAuthority, response: Uint8Array, more: object = {}): TimestampVerdict =>
    verifyTimestamp({ response, data: DATA, roots: readPemCertificates(tsa.root), ...more });
  const stamp = (tsa: OpensslAuthority): Buffer => tsa.stamp(makeTimestampRequest(DATA, randomBytes(8)));

  for (const key of ['rsa', 'ec'] as const)
    for (const intermediate of [false, true])
      test(`${ENGLISH[key]}${intermediate ? ' below an intermediate one' : ''} passes with its root, here as with openssl, and is untrusted without`, () => {
        const tsa = authority({ key, intermediate });
        const nonce = randomBytes(8);
        const response = tsa.stamp(makeTimestampRequest(DATA, nonce));
        expect(tsa.verifies(response, DATA)).toBe(true);
        const verdict = judge(tsa, response, { nonce });
        expect(verdict).toMatchObject({
          status: 'pass',
          authority: 'Test TSA (Tests)',
          accuracyMs: 1500,
          serial: '1002',
          policy: '1.3.6.1.4.1.99999.1',
          fingerprint: readPemCertificates(tsa.pem('tsa'))[0]?.fingerprint,
          root: readPemCertificates(tsa.root)[0]?.fingerprint,
          revocation: 'absent',
        });
        expect(Math.abs(Date.now() - Date.parse(verdict.status === 'pass' ? verdict.at : ''))).toBeLessThan(60_000);
        expect(judge(tsa, response, { roots: [] })).toMatchObject({
          status: 'untrusted',
          why: 'no trusted authority was given',
          root: null,
        });
        const other = authority({ key });
        expect(judge(other, response)).toMatchObject({ status: 'untrusted', why: expect.stringContaining('no path leads') });
        expect(other.verifies(response, DATA)).toBe(false);
      });

  test('every other byte, hash, nonce and every flipped bit of what is signed is refused, by openssl too', () => {
    const tsa = authority();
    const response = stamp(tsa);
    const altered = Buffer.from(DATA);
    altered[0] = (altered[0] ?? 0) ^ 1;
    expect(verifyTimestamp({ response, data: altered, roots: readPemCertificates(tsa.root) })).toEqual({
      status: 'fail',
      why: 'the stamp is of other data',
    });
    expect(tsa.verifies(response, altered)).toBe(false);
    expect(judge(tsa, response, { nonce: randomBytes(8) })).toMatchObject({ status: 'fail', why: expect.stringContaining('nonce') });
    // The root comes along in the answer, where nobody signs it and nobody needs it.
    const root = readPemCertificates(tsa.root)[0]?.der ?? new Uint8Array(0);
    const beside = response.indexOf(root);
    const seals: string[] = [];
    for (let byte = 0; byte < response.length; byte += byte === beside - 1 ? root.length + 1 : 1) {
      const edited = Buffer.from(response);
      edited[byte] = (edited[byte] ?? 0) ^ (1 << (byte % 8));
      const verdict = judge(tsa, edited);
      if (verdict.status === 'pass' && !tsa.verifies(edited, DATA)) seals.push(`byte ${byte} of ${response.length}`);
    }
    expect(seals).toEqual([]);
  });

  test('the other hashes of the day are read, SHA-1 is refused', () => {
    const tsa = authority({ signerDigest: 'sha512' });
    for (const digest of ['-sha384', '-sha512'])
      expect(judge(tsa, tsa.stamp(tsa.query(DATA, digest, '-cert')))).toMatchObject({ status: 'pass' });
    expect(judge(tsa, tsa.stamp(tsa.query(DATA, '-sha1', '-cert')))).toEqual({
      status: 'fail',
      why: 'the data are stamped by their SHA-1, which can be forged',
    });
    const weak = authority({ signerDigest: 'sha1', key: 'rsa' });
    expect(judge(weak, stamp(weak))).toMatchObject({ status: 'fail', why: expect.stringContaining('SHA-1') });
  });

  test('certificates signed with RSASSA-PSS, and by Ed25519 keys, are read', () => {
    const tsa = authority({ key: 'rsa', pss: true, intermediate: true });
    const response = stamp(tsa);
    expect(tsa.verifies(response, DATA)).toBe(true);
    expect(judge(tsa, response)).toMatchObject({ status: 'pass' });
    const edwards = authority({ key: 'ed25519' });
    const [leaf, root] = [readPemCertificates(edwards.pem('tsa'))[0], readPemCertificates(edwards.root)[0]];
    if (leaf === undefined || root === undefined) throw new Error('two certificates');
    expect(findChain(leaf, [], [root], Date.now())).toEqual({ path: [leaf, root] });
    const other = readPemCertificates(authority({ key: 'ed25519' }).root);
    expect(findChain(leaf, [], other, Date.now())).toMatchObject({ why: expect.stringContaining('no path leads') });
  });

  test('a signed certificate id of version 1 is taken, and a certificate that is not at hand is asked for', () => {
    const old = authority({ essHash: 'sha1' });
    expect(judge(old, stamp(old))).toMatchObject({ status: 'pass' });
    const bare = old.stamp(old.query(DATA));
    expect(judge(old, bare)).toMatchObject({ status: 'fail', why: expect.stringContaining('neither came along nor was given') });
    expect(judge(old, bare, { chain: readPemCertificates(old.pem('tsa')) })).toMatchObject({ status: 'pass' });
  });

  test('a certificate for another purpose, or for more than one, may not stamp', () => {
    const right = authority();
    const answer = readTimestampResponse(stamp(right));
    if (!answer.granted) throw new Error(answer.why);
    expect(judge(right, right.sign(answer.token.content))).toMatchObject({ status: 'pass' });
    for (const purpose of ['serverAuth', 'timeStamping', 'critical, timeStamping, codeSigning', '']) {
      const other = authority({ purpose });
      expect(judge(other, other.sign(answer.token.content))).toMatchObject({
        status: 'fail',
        why: expect.stringContaining('time-stamping alone'),
      });
    }
  });

  test('an authority that had expired, or was not valid yet, is refused', () => {
    for (const days of [
      [-20, -10],
      [10, 20],
    ] as const) {
      const tsa = authority({ days });
      const response = stamp(tsa);
      expect(judge(tsa, response)).toMatchObject({
        status: 'fail',
        why: expect.stringContaining('was not valid at the time of the stamp'),
      });
      expect(tsa.verifies(response, DATA)).toBe(false);
    }
  });

  test('a refusal says what the authority wrote', () => {
    const tsa = authority();
    const refused = tsa.stamp(tsa.query(DATA, '-tspolicy', '1.2.3.4', '-cert'));
    expect(judge(tsa, refused)).toMatchObject({
      status: 'fail',
      why: expect.stringMatching(/^the authority refused: rejected; .*policy/i),
    });
  });

  test('revocation is judged from the list or the answer of the time', () => {
    const tsa = authority({ intermediate: true });
    const response = stamp(tsa);
    const [leaf, issuer] = [readPemCertificates(tsa.pem('tsa'))[0], readPemCertificates(tsa.pem('sub'))[0]];
    if (leaf === undefined || issuer === undefined) throw new Error('two certificates');
    tsa.issue('responder', 'Test responder', 'sub', 'ocsp_cert', [-1, 10]);
    const request = makeOcspRequest(leaf, issuer);
    const before = {
      crl: tsa.crl(),
      ocsp: tsa.ocsp(request),
      delegated: tsa.ocsp(request, 'responder'),
      stale: tsa.crl('-crl_lastupdate', '20200101000000Z', '-crl_nextupdate', '20200108000000Z'),
    };
    for (const kept of [{ crl: before.crl }, { ocsp: before.ocsp }, { ocsp: before.delegated }])
      expect(judge(tsa, response, kept)).toMatchObject({ status: 'pass', revocation: 'good' });
    expect(judge(tsa, response, { crl: before.stale })).toMatchObject({ status: 'pass', revocation: 'absent' });
    const edited = Buffer.from(before.crl);
    edited[edited.length - 10] = (edited[edited.length - 10] ?? 0) ^ 1;
    expect(judge(tsa, response, { crl: edited })).toMatchObject({ status: 'pass', revocation: 'absent' });
    const stranger = authority();
    expect(judge(tsa, response, { crl: stranger.crl() })).toMatchObject({ revocation: 'absent' });
    expect(judge(tsa, response, { ocsp: stranger.ocsp(makeOcspRequest(leaf, issuer)) })).toMatchObject({ revocation: 'absent' });
    tsa.revoke('tsa', 'keyCompromise');
    for (const kept of [{ crl: tsa.crl() }, { ocsp: tsa.ocsp(request) }])
      expect(judge(tsa, response, kept)).toMatchObject({
        status: 'fail',
        why: expect.stringContaining('was revoked'),
        facts: { revocation: 'revoked' },
      });
  });

  test('a chain that an authority without the right signed is no path', () => {
    const tsa = authority();
    // The authority's own certificate signs another: it is no CA.
    tsa.issue('forged', 'Test TSA', 'tsa', 'tsa_cert', [-1, 10]);
    const forged = readPemCertificates(tsa.pem('forged'));
    const response = stamp(tsa);
    expect(judge(tsa, response, { chain: forged })).toMatchObject({ status: 'pass' });
    expect(verifyTimestamp({ response, data: DATA, roots: forged })).toMatchObject({ status: 'untrusted' });
  });

  test('cut short anywhere, it is refused', () => {
    const tsa = authority();
    const response = stamp(tsa);
    for (let length = 0; length < response.length; length += 7) expect(judge(tsa, response.subarray(0, length)).status).toBe('fail');
    expect(judge(tsa, Buffer.concat([response, Buffer.of(0)])).status).toBe('fail');
  });
});

describe('answers that are none', () => {
  test('noise is refused with a reason, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('', '3080', '308080', '30820400', '3003020100'), (noise, start) => {
        const verdict = verifyTimestamp({ response: Buffer.concat([Buffer.from(start, 'hex'), noise]), data: DATA });
        expect(verdict).toMatchObject({ status: 'fail', why: expect.stringMatching(/./) });
      }),
    );
  });

  test('nesting without end, and more bytes than an answer has, are refused at once', () => {
    const start = performance.now();
    expect(verifyTimestamp({ response: Buffer.from('3080'.repeat(400_000), 'hex'), data: DATA }).status).toBe('fail');
    expect(verifyTimestamp({ response: Buffer.alloc(3_000_000, 0x30), data: DATA }).status).toBe('fail');
    expect(verifyTimestamp({ response: contentInPieces(100_000), data: DATA })).toMatchObject({
      status: 'fail',
      why: expect.stringContaining('nested more than'),
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

/** A token whose content is an OCTET STRING of one piece, which is one of one piece … (X.690 §8.7.3). */
function contentInPieces(depth: number): Uint8Array {
  const header = Buffer.of(0x24, 0x83, 0, 0, 0);
  const content = Buffer.alloc(depth * header.length);
  for (let at = 0; at < content.length; at += header.length) {
    header.writeUIntBE(content.length - at - header.length, 2, 3);
    header.copy(content, at);
  }
  const wrapped = der(TAG.sequence, derOid(OID.tstInfo), der(explicitTag(0), content));
  const signed = der(TAG.sequence, derInteger(Buffer.of(3)), der(TAG.set), wrapped);
  return der(TAG.sequence, derOid(OID.signedData), der(explicitTag(0), signed));
}
