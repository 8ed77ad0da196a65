import { expect, test } from 'vitest';
import { HASH_COST, hashPassword, verifyPassword } from './hash-password.ts';

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 };

test('a hash is a PHC string of argon2id with the parameters of OWASP, and another each time', async () => {
  const [one, two] = [await hashPassword('correct horse battery'), await hashPassword('correct horse battery')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(two).not.toBe(one);
  expect(await verifyPassword('correct horse battery', one)).toEqual({ holds: true, weak: false });
  expect(await verifyPassword('correct horse batterz', one)).toEqual({ holds: false, weak: false });
});

test('a hash that the reference program of argon2 made is verified', async () => {
  // echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1: from the README of the reference implementation's test vectors.
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword('password', reference)).toEqual({ holds: true, weak: false });
});

test('a hash under weaker parameters holds, and says that it is weak', async () => {
  expect(await verifyPassword('x', await hashPassword('x', CHEAP))).toEqual({ holds: true, weak: true });
});

test('the same text in another normal form is the same password', async () => {
  expect((await verifyPassword('caf\u00e9', await hashPassword('cafe\u0301', CHEAP))).holds).toBe(true);
});

test('an account that does not exist takes as long as one that does', async () => {
  const phc = await hashPassword('correct horse battery');
  const cpuOf = async (stored: string | null) => {
    const before = process.cpuUsage();
    for (let n = 0; n < 5; n += 1) await verifyPassword('a guess that is wrong', stored);
    return process.cpuUsage(before).user;
  };
  await cpuOf(phc);
  let [known, unknown] = [0, 0];
  for (let n = 0; n < 3; n += 1) {
    known += await cpuOf(phc);
    unknown += await cpuOf(null);
  }
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
  expect(HASH_COST.memoryKiB).toBeGreaterThanOrEqual(19_456);
}, 30_000);

test.each([
  '',
  '$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  '$2b$10$abc',
  '$argon2id$v=19$m=8,t=1,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
])('what somebody put in place of a hash is refused: %s', async (phc) => {
  await expect(verifyPassword('x', phc)).rejects.toMatchObject({ code: 'store-damaged' });
});

test('more logins at once than can wait are turned away, the others come to their turn', async () => {
  const many = await Promise.allSettled(Array.from({ length: 120 }, () => hashPassword('x', CHEAP)));
  const held = many.filter(({ status }) => status === 'fulfilled');
  expect(held.length).toBe(102);
  expect(many.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'too-many-requests' } });
  expect(await hashPassword('x', CHEAP)).toContain('argon2id');
});
