import { createServer } from 'node:http';
import { createServer as createSmtpServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly at: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Takes what is posted, and answers as it is told. */
export interface Receiver {
  readonly url: string;
  readonly got: Received[];
  answer: { status: number; headers?: Readonly<Record<string, string>> };
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const got: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push({ at: Date.now(), path: request.url ?? '', headers: request.headers, body });
      response.writeHead(receiver.answer.status, receiver.answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    answer: { status: 204 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

/** A mail server that takes every mail (RFC 5321, as much as one client needs). */
export async function openMailServer(): Promise<{ readonly url: string; readonly mails: string[]; close(): void }> {
  const mails: string[] = [];
  const server = createSmtpServer((socket) => {
    let data: string | undefined;
    let rest = '';
    socket.write('220 test ESMTP\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== undefined) {
          if (line !== '.') data += `${line.replace(/^\.\./, '.')}\r\n`;
          else {
            mails.push(data);
            data = undefined;
            socket.write('250 taken\r\n');
          }
        } else if (/^(?:ehlo|helo)/i.test(line)) socket.write('250 test\r\n');
        else if (/^data/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails, close: () => void server.close() };
}
