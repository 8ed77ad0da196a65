import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DualwatchError } from '../model/errors.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { LogKey } from './log-key.ts';
import { leafHash } from './merkle.ts';
import { openNote, parseVerifierKey, signNote } from './note.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';

/** The key of the example in the documentation of golang.org/x/mod/sumdb/note, and the note that it signs there. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_NOTE =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const key = new LogKey('example.org/log', Buffer.alloc(32, 7));
const other = new LogKey('example.org/log', Buffer.alloc(32, 8));

describe('signed notes', () => {
  test('a note signed by Go opens under its key', () => {
    expect(openNote(PETER_NOTE, parseVerifierKey(PETER))).toMatch(/^If you think cryptography is the answer/);
    expect(() => openNote(PETER_NOTE.replace('answer', 'Answer'), parseVerifierKey(PETER))).toThrow(/does not fit the text/);
  });

  test('round trip; equal texts give equal bytes', () => {
    const note = signNote('one\n\ntwo\n', key);
    expect(signNote('one\n\ntwo\n', key)).toBe(note);
    expect(openNote(note, parseVerifierKey(key.vkey))).toBe('one\n\ntwo\n');
    expect(() => openNote(note, other.verifier)).toThrow(/is not signed by example.org\/log/);
  });

  test('signatures of others are passed over, a forged second one of ours refuses the note', () => {
    const note = signNote('text\n', key);
    const witness = signNote('text\n', new LogKey('witness.example', Buffer.alloc(32, 9))).split('\n\n')[1] ?? '';
    expect(openNote(note + witness, key.verifier)).toBe('text\n');
    const forged = `— ${key.name} ${Buffer.concat([Buffer.from(key.keyId, 'hex'), Buffer.alloc(64)]).toString('base64')}\n`;
    expect(() => openNote(note + forged, key.verifier)).toThrow(/does not fit/);
  });

  test('no edit of one character opens to another text', () => {
    const note = signNote('example.org/log\n12\nroot\n', key);
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.string({ unit: 'grapheme', maxLength: 2 }), (at, put) => {
        const edited = note.slice(0, at) + put + note.slice(at + 1);
        if (edited === note) return;
        expect(() => openNote(edited, key.verifier)).toThrow(DualwatchError);
      }),
    );
  });

  test.each([
    '',
    '\n\n',
    'text\n',
    'text\n\n',
    'text\n\n— a b\n',
    'te\u0000xt\n\n— a AAAAAAA=\n',
    `x\n\n${'— a AAAAAAA=\n'.repeat(200)}`,
    'x'.repeat(1_000_001),
  ])('hostile note %#', (note) => {
    expect(() => openNote(note, key.verifier)).toThrow(DualwatchError);
  });

  test.each(['', 'a+b+c', PETER.replace('c74f20a3', 'c74f20a4'), PETER.slice(0, -4), `a b${PETER}`])(
    'a public key that does not hold is refused: %s',
    (vkey) => {
      expect(() => parseVerifierKey(vkey)).toThrow(/no public key/);
    },
  );
});

describe('checkpoints', () => {
  test('say origin, size and root', () => {
    const checkpoint = signCheckpoint({ size: 12, root: leafHash(Buffer.of(1)) }, key);
    expect(checkpoint.text).toMatch(/^example\.org\/log\n12\n[A-Za-z0-9+/]{43}=\n\n— example\.org\/log [A-Za-z0-9+/=]+\n$/);
    expect(openCheckpoint(checkpoint.text, key.verifier)).toEqual({ ...checkpoint, root: Buffer.from(checkpoint.root) });
  });

  test.each([
    'example.org/log\n012\nROOT\n',
    'example.org/log\n-1\nROOT\n',
    'example.org/log\n99999999999999999\nROOT\n',
    'example.org/log\n1\nAAAA\n',
    'other\n1\nROOT\n',
    'example.org/log\n1\n',
    'example.org/log\n1\nROOT\n\n',
  ])('signed nonsense is refused: %j', (body) => {
    const text = signNote(body.replace('ROOT', leafHash(Buffer.of(1)).toString('base64')), key);
    expect(() => openCheckpoint(text, key.verifier)).toThrow(/checkpoint does not hold|not a signed note/);
  });
});

describe('tlog-proof', () => {
  const entry = Buffer.from('entry');
  const checkpoint = signCheckpoint({ size: 1, root: leafHash(entry) }, key).text;

  test('is the format of c2sp.org/tlog-proof@v1', () => {
    const proof = { index: 5, hashes: [leafHash(Buffer.of(1)), leafHash(Buffer.of(2))], checkpoint, extra: Buffer.from('more') };
    const text = formatTlogProof(proof);
    expect(text.split('\n').slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra bW9yZQ==', 'index 5']);
    expect(parseTlogProof(text)).toEqual(proof);
    expect(formatTlogProof({ index: 0, hashes: [], checkpoint })).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`);
  });

  test('verifies the one entry and no other', () => {
    const text = formatTlogProof({ index: 0, hashes: [], checkpoint });
    expect(verifyTlogProof(text, entry, key.verifier).index).toBe(0);
    expect(() => verifyTlogProof(text, Buffer.from('other'), key.verifier)).toThrow(/is not in the signed log/);
    expect(() => verifyTlogProof(text, entry, other.verifier)).toThrow(/not signed by/);
  });

  test.each([
    ['x\nindex 0\n\n', /line 1/],
    ['c2sp.org/tlog-proof@v1\nextra ?\nindex 0\n\n', /line 2/],
    ['c2sp.org/tlog-proof@v1\nindex 00\n\n', /line 2/],
    ['c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n', /line 3/],
    [`c2sp.org/tlog-proof@v1\nindex 0\n${'AAAA\n'.repeat(100)}\n`, /more than 64/],
    ['c2sp.org/tlog-proof@v1\nindex 0', /line 1/],
  ])('a broken file is refused, the line named: %j', (text, message) => {
    expect(() => parseTlogProof(text)).toThrow(message);
  });
});
