import type { Socket } from 'node:net';

/** Who listens to a socket while one exchange runs on it. */
export interface WireSink {
  sent(bytes: Buffer): void;
  received(bytes: Buffer): void;
  /** The other side closed in good order. */
  ended(): void;
}

const sinks = new WeakMap<Socket, { current: WireSink | undefined }>();

/**
 * Lets every byte of a socket be seen as it passes, above TLS and below HTTP: Node's parser drops chunk framing, trailers and header spacing.
 * To be called once, before the socket carries anything.
 */
export function tapSocket(socket: Socket): void {
  const state: { current: WireSink | undefined } = { current: undefined };
  sinks.set(socket, state);
  const { push, write } = socket;
  socket.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (chunk === null) state.current?.ended();
    else if (Buffer.isBuffer(chunk)) {
      // Bytes that nobody asked for would be taken for the next response: such a connection is not used again.
      if (state.current) state.current.received(chunk);
      else socket.destroy();
    }
    return push.call(socket, chunk, encoding);
  };
  socket.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    const encoding = typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8';
    state.current?.sent(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk));
    return Reflect.apply(write, socket, [chunk, ...rest]) as boolean;
  };
}

/** Sends what passes to `sink` from now on. */
export function listen(socket: Socket, sink: WireSink): void {
  const state = sinks.get(socket);
  if (!state) throw new TypeError('the socket was not tapped');
  state.current = sink;
}

/** Ends an exchange, if `sink` still listens. */
export function unlisten(socket: Socket, sink: WireSink): void {
  const state = sinks.get(socket);
  if (state?.current === sink) state.current = undefined;
}
