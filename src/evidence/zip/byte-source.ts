import type { FileHandle } from 'node:fs/promises';
import { DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';

/** Bytes that can be read from any place, without having them in memory. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`. Throws `input-unreadable` where the source has become shorter. */
  read(offset: number, length: number): Promise<Buffer>;
}

/** An open file. Its size is taken once: what is appended later is not looked at. */
export async function fileSource(handle: FileHandle, path: string): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    async read(offset, length) {
      const target = Buffer.allocUnsafe(length);
      for (let filled = 0; filled < length;) {
        const { bytesRead } = await handle.read(target, filled, length - filled, offset + filled).catch((cause: unknown) => {
          throw new DualwatchError('input-unreadable', `${path} cannot be read: ${fileTrouble(cause)}`, { cause });
        });
        if (bytesRead === 0) throw new DualwatchError('input-unreadable', `${path} became shorter while it was read`);
        filled += bytesRead;
      }
      return target;
    },
  };
}

export function memorySource(bytes: Uint8Array): ByteSource {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: whole.length,
    async read(offset, length) {
      if (offset < 0 || offset + length > whole.length) throw new DualwatchError('input-unreadable', 'the bytes end too early');
      return whole.subarray(offset, offset + length);
    },
  };
}
