import { BlockList, isIP, isIPv4 } from 'node:net';

import type { PrivateAllowance } from './fetch-result.ts';

/** `private` addresses open to a source that was allowed its host; `never` ones open to nobody. */
export type AddressClass = 'public' | 'private' | 'never';

/**
 * Class of an IP address as text. IPv4 inside IPv6 (mapped, translated, NAT64) is judged by the IPv4 address.
 * Sources: IANA IPv4 and IPv6 special-purpose registries; the clouds' documented metadata addresses.
 */
export function classifyAddress(address: string): AddressClass {
  const zone = address.indexOf('%');
  const bare = zone === -1 ? address : address.slice(0, zone);
  if (isIPv4(bare)) return classifyIPv4(bare);
  if (isIP(bare) !== 6) return 'never';
  const groups = ipv6Groups(bare);
  const embedded = embeddedIPv4(groups);
  if (embedded !== undefined) return classifyIPv4(embedded);
  if (NEVER.check(bare, 'ipv6')) return 'never';
  return (groups[0] ?? 0) >> 13 === 1 && !SPECIAL.check(bare, 'ipv6') ? 'public' : 'private';
}

/** Whether `address` may be connected to for `host` and `port`. */
export function mayConnect(address: string, host: string, port: number, allowance: PrivateAllowance | undefined): boolean {
  if (isMetadataName(host)) return false;
  const kind = classifyAddress(address);
  return kind === 'public' || (kind === 'private' && isAllowed(host, port, allowance));
}

/** Whether host and port are those of the allowance. */
export function isAllowed(host: string, port: number, allowance: PrivateAllowance | undefined): boolean {
  return allowance !== undefined && allowance.port === port && bareHost(allowance.host) === bareHost(host);
}

/** A host as DNS and sockets take it: lower case, no brackets, no final dot. */
export function bareHost(host: string): string {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return (bare.endsWith('.') ? bare.slice(0, -1) : bare).toLowerCase();
}

/** Names under which clouds hand out credentials to whoever asks from inside. */
export function isMetadataName(host: string): boolean {
  return METADATA_NAMES.has(bareHost(host));
}

/** Names that lead into somebody's own network wherever they are looked up: where a proxy does that, nobody here sees the address. */
export function isPrivateName(host: string): boolean {
  const bare = bareHost(host);
  return isMetadataName(bare) || !bare.includes('.') || PRIVATE_SUFFIXES.some((suffix) => bare.endsWith(suffix));
}

/** RFC 6761 and 6762, RFC 8375, ICANN's `internal`, and what routers hand out. */
const PRIVATE_SUFFIXES = [
  '.localhost',
  '.local',
  '.internal',
  '.home.arpa',
  '.localdomain',
  '.lan',
  '.intranet',
  '.corp',
  '.home',
  '.private',
];

const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata.google.internal',
  'metadata.goog',
  'metadata',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata.tencentyun.com',
  'metadata.azure.internal',
]);

const NEVER = new BlockList();
// All of IPv4 link-local: AWS, Azure, Google, Oracle, Tencent, ECS and EKS each took their own address in it.
NEVER.addSubnet('169.254.0.0', 16, 'ipv4');
NEVER.addAddress('100.100.100.200', 'ipv4'); // Alibaba Cloud
NEVER.addAddress('168.63.129.16', 'ipv4'); // Azure's host agent
NEVER.addAddress('192.0.0.192', 'ipv4'); // Oracle Cloud
NEVER.addSubnet('fd00:ec2::', 32, 'ipv6'); // AWS
NEVER.addAddress('fd20:ce::254', 'ipv6'); // Google
NEVER.addAddress('fe80::a9fe:a9fe', 'ipv6'); // OpenStack
// Tunnels and translators that embed any IPv4 address, of which none is a source's own host.
NEVER.addSubnet('2002::', 16, 'ipv6'); // 6to4
NEVER.addSubnet('2001::', 32, 'ipv6'); // Teredo
NEVER.addSubnet('64:ff9b:1::', 48, 'ipv6'); // local NAT64

const SPECIAL = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv4');
// Within 2000::/3, the only range given out as global unicast; the rest is not public anyway.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv6');

function classifyIPv4(address: string): AddressClass {
  if (NEVER.check(address, 'ipv4')) return 'never';
  return SPECIAL.check(address, 'ipv4') ? 'private' : 'public';
}

/** The IPv4 address that a mapped, translated (RFC 2765) or NAT64 (RFC 6052, well-known prefix) address leads to. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const [a, b, c, d, e, f, g = 0, h = 0] = groups;
  const zeros = a === 0 && b === 0 && c === 0 && d === 0;
  const mapped = zeros && ((e === 0 && f === 0xffff) || (e === 0xffff && f === 0));
  const nat64 = a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0;
  if (!mapped && !nat64) return undefined;
  return `${g >> 8}.${g & 255}.${h >> 8}.${h & 255}`;
}

function ipv6Groups(address: string): readonly number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex = dotted
    ? address.slice(0, dotted.index) +
      [(Number(dotted[1]) << 8) | Number(dotted[2]), (Number(dotted[3]) << 8) | Number(dotted[4])].map((n) => n.toString(16)).join(':')
    : address;
  const [left = '', right] = hex.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const gap = right === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array.from({ length: gap }, () => '0'), ...tail].map((group) => Number.parseInt(group, 16));
}
