import { counted } from '../../model/counted.ts';
import type { PackageInfo } from './layout.ts';

/** `evidence/README.md`: what a package is and how to check it without our program. */
export function readmeOf(info: Omit<PackageInfo, 'leftOut' | 'format'> & { readonly leftOut: number }): string {
  return `# An evidence package

This file is a WACZ (web archive, version 1.1.1): a zip of ${counted(info.captures, 'capture', 'captures')} (what was sent and received, as it was), and of what proves when and by
which program each was made. The file was made on ${info.createdAt} by ${info.software}, about:

${info.notices.map(({ id, url }) => `- ${id}: ${plain(url)}`).join('\n')}

${leftOutLine(info.leftOut)}${info.masked ? 'In the texts that the program derived (readings, notices, pages), telephone numbers, mail addresses and names of private persons are bullets. What was received is never altered.\n' : 'The texts that the program derived hold names and contacts of private persons as published. Handle them accordingly.\n'}
It says what a server answered to one machine at certain times. It does not say who wrote the pages, nor that what they say is true.

## Look at it

Open the package in a viewer of web archives, for example ReplayWeb.page: it works offline and lists the pages under "Pages".

| where | what |
|---|---|
| archive/ | captures: what was sent and received, byte for byte (WARC 1.1). The name of a file is its SHA-256 |
| indexes/index.cdxj, pages/pages.jsonl | for viewers: where in archive/ each address stands |
| evidence/notices.jsonl | what is known of each notice |
| evidence/reading-*.txt | the text of each capture |
| evidence/entries.jsonl | entries of the evidence log, one a line: each visit, what it showed, what was captured |
| evidence/log-*.tlog-proof | proof that the log holds the entry of that number |
| evidence/checkpoint.txt, log-key.txt | the signed head of the log, and the public key to check it by |
| evidence/timestamp-*.tsr | time-stamps of outside authorities over a head of the log, where there are any |
| evidence/custody.jsonld | who or what made each part, when, from what (W3C PROV) |
| datapackage.json | SHA-256 of every file of the package |
| datapackage-digest.json | SHA-256 of datapackage.json, signed |

## Check it

With the program: \`dualwatch verify package.wacz\`. It needs no network. Without it, unpack the package into an empty folder, and there:

1. Files. Captures are named by their SHA-256; datapackage.json holds that of every file, and datapackage-digest.json that of datapackage.json:

       (cd archive && for f in *; do echo "\${f%%.*}  $f"; done | sha256sum -c)
       sed 's/},{/}\\n{/g' datapackage.json | sed -nE 's/.*"hash":"sha256:([0-9a-f]{64})".*"path":"([^"]+)".*/\\1  \\2/p' | sha256sum -c
       grep -c "sha256:$(sha256sum datapackage.json | cut -c1-64)" datapackage-digest.json

2. Signature (ECDSA P-384 over the text \`sha256:…\`). Ask the sender for the fingerprint of the key by another way than this package; it should be

       ${info.signer}

       field() { sed -E 's/.*"'$1'":"([^"]*)".*/\\1/' datapackage-digest.json; }
       field publicKey | base64 -d > key.der && sha256sum key.der
       field signature | base64 -d | od -An -v -tx1 | tr -d ' \\n' > signature.hex
       printf 'asn1=SEQUENCE:s\\n[s]\\nr=INTEGER:0x%s\\ns=INTEGER:0x%s\\n' $(cut -c1-96 signature.hex) $(cut -c97-192 signature.hex) > signature.cnf
       openssl asn1parse -genconf signature.cnf -noout -out signature.der
       printf 'sha256:%s' $(sha256sum datapackage.json | cut -c1-64) | openssl dgst -sha256 -verify key.der -keyform DER -signature signature.der

3. Log. checkpoint.txt is a signed note (c2sp.org/signed-note) of the log

       ${info.log.origin}

   with ${counted(info.log.size, 'entry', 'entries')}; log-key.txt is its key, which the sender should confirm too. Each proof has the form c2sp.org/tlog-proof@v1: any program for such logs
   checks it with the entry of the same number in entries.jsonl (the text of the field \`entry\`).

4. Time. Where there are time-stamps, the number in their name is the size of the head that they cover: that of checkpoint.txt, or of a checkpoint-*.txt beside it.

       openssl ts -verify -data evidence/checkpoint.txt -in evidence/timestamp-….tsr -CAfile <root of the authority> -untrusted evidence/timestamp-….chain.pem

   What a time-stamp covers existed before its time: the head, each entry of the log of a smaller number, each capture that such an entry names. It says nothing of later entries.

The package alone proves that nothing in it was altered since it was signed. Who signed it, and since when it exists, is proved only by keys, earlier heads of the log and
time-stamps that you have from elsewhere.
`;
}

function leftOutLine(leftOut: number): string {
  return leftOut === 0
    ? ''
    : `${counted(leftOut, 'capture is', 'captures are')} named in the log and not in this package; evidence/package.json says which and why.\n`;
}

/** An address as text of Markdown: one line, no markup. */
function plain(url: string): string {
  return `\`${url.replaceAll(/[`\s]/g, '')}\``;
}
