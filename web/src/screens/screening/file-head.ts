const HEAD_BYTES = 256 * 1024;

/** The first bytes of a file as its columns are read from them; of a gzip file decompressed. Never more than is needed is read. */
export async function fileHead(file: Blob): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return file.slice(0, HEAD_BYTES, 'application/octet-stream');
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: BlobPart[] = [];
  let bytes = 0;
  while (bytes < HEAD_BYTES) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
  }
  await reader.cancel();
  return new Blob(chunks, { type: 'application/octet-stream' }).slice(0, HEAD_BYTES, 'application/octet-stream');
}
