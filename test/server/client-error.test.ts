import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';

let home: ServedHome;
beforeAll(async () => {
  home = await serveNewHome();
  await home.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => home.close());

test.each([
  ['bytes beyond ASCII in the address', 'GET /api/v1/search?q=радар HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, 'usage'],
  ['no HTTP at all', '\u0016\u0003\u0001 TLS\r\n\r\n', 400, 'usage'],
  ['endless headers', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 413, 'input-too-large'],
])('%s: a problem, and the end of the connection', async (_, sent, status, code) => {
  const { port } = home.app.server.address() as AddressInfo;
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => void (text += chunk));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status, code, detail: expect.any(String) });
});
