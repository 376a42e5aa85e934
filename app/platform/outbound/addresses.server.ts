import { BlockList, isIP } from 'node:net';

import { theConfig } from '../config.server.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Networks nobody on the internet stands in (IANA special-purpose registries). */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  special.addSubnet(network, prefix, 'ipv4');
}
// Tunnels, which may lead back to any IPv4 address, and documentation.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  special.addSubnet(network, prefix, 'ipv6');
}
/** All of IPv6 that is given out on the internet. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Whether the house may speak to this address; loopback only where the house itself is on loopback. */
export function mayReach(address: string, allowLoopback: boolean) {
  const family = isIP(address);
  if (family === 4) {
    if (allowLoopback && loopback.check(address, 'ipv4')) return true;
    return !special.check(address, 'ipv4');
  }
  if (family !== 6) return false;
  if (allowLoopback && loopback.check(address, 'ipv6')) return true;
  return global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

const plainHost = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1');

const isLoopback = (url: URL) => {
  const host = plainHost(url);
  const family = isIP(host);
  if (family === 0) return host === 'localhost';
  return loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
};

/** A house on loopback without TLS, as in tests and demonstrations, may speak to what stands beside it the same way. */
export const allowsLoopback = (origin: string) => {
  const url = new URL(origin);
  return url.protocol === 'http:' && isLoopback(url);
};

/** https and no credentials in it, or plain http to loopback where that is allowed; names are judged when resolved. */
export function mayAsk(url: URL, allowLoopback: boolean) {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'http:') return allowLoopback && isLoopback(url);
  if (url.protocol !== 'https:') return false;
  const host = plainHost(url);
  return isIP(host) === 0 || mayReach(host, allowLoopback);
}

/** Whether receivers of webhooks may stand on this machine: by a setting of its own, never by where the house stands. */
export const allowsLoopbackReceivers = () => theConfig().WEBHOOKS_TO_LOOPBACK;
