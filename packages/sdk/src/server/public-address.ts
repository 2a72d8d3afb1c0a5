import { BlockList, isIPv6 } from 'node:net';

// Of IPv4 everything but what is set aside for something else (the special-purpose registry of IANA, RFC 6890).
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
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
  ['224.0.0.0', 3],
];

// Of IPv6 only the global range, and of it nothing that stands for an IPv4 address or is an example.
const PUBLIC_6: readonly (readonly [string, number])[] = [['2000::', 3]];
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, family);
  return list;
};

const notPublic4 = listOf(NOT_PUBLIC_4, 'ipv4');
const public6 = listOf(PUBLIC_6, 'ipv6');
const notPublic6 = listOf(NOT_PUBLIC_6, 'ipv6');

/** Whether an IP address is one of the public internet: not of this machine, this house, this cloud's own services, or nobody's. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
    : !notPublic4.check(address, 'ipv4');
