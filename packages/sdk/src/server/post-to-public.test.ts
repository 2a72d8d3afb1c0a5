import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { postToPublic } from './post-to-public.js';
import { isPublicAddress } from './public-address.js';

let connections = 0;
const got: string[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
  request.on('end', () => {
    got.push([request.method, request.url, request.headers['webhook-id'], body].join(' '));
    if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
    else if (request.url !== '/silent') response.writeHead(204).end();
  });
});
receiver.on('connection', () => void (connections += 1));
let port = 0;
before(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  port = (receiver.address() as AddressInfo).port;
});
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const delivery = (url: string) => ({ url, headers: { 'webhook-id': 'm-1' }, body: '{"a":"ä"}' });
const anywhere = postToPublic({ mayCall: () => true, timeoutMs: 500 });

test('a message arrives whole, a redirect is not followed, and silence ends', async () => {
  assert.equal(await anywhere(delivery(`http://127.0.0.1:${port}/msp`)), 204);
  assert.equal(await anywhere(delivery(`http://localhost:${port}/moved`)), 302);
  assert.deepEqual(got, ['POST /msp m-1 {"a":"ä"}', 'POST /moved m-1 {"a":"ä"}']);
  await assert.rejects(anywhere(delivery(`http://127.0.0.1:${port}/silent`)));
});

test('this machine, private networks and a cloud’s own services are never connected to, however they are written', async () => {
  const before = connections;
  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fc00::1]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    'localhost',
    'localhost.',
  ];
  const post = postToPublic({ timeoutMs: 500 });
  for (const host of hosts) await assert.rejects(post(delivery(`http://${host}:${port}/`)), host);
  assert.equal(connections, before);
  await anywhere(delivery(`http://127.1:${port}/`));
  assert.equal(connections, before + 1, 'a connection would have been counted');
});

test('a name that stands for a private address, also beside a public one or only the second time, is never connected to', async () => {
  const before = connections;
  const publicOne = { address: '93.184.216.34', family: 4 };
  const privateOne = { address: '127.0.0.1', family: 4 };
  for (const addresses of [[privateOne], [publicOne, privateOne], [privateOne, publicOne], []]) {
    const post = postToPublic({ timeoutMs: 500, resolve: async () => addresses });
    await assert.rejects(post(delivery(`http://rebound.example:${port}/`)));
  }
  let asked = 0;
  const rebinding = postToPublic({
    timeoutMs: 300,
    mayCall: (address) => address === '127.0.0.1',
    resolve: async () => {
      asked += 1;
      return [asked === 1 ? privateOne : publicOne];
    },
  });
  assert.equal(await rebinding(delivery(`http://rebound.example:${port}/`)), 204);
  assert.equal(asked, 1, 'the address that was looked at is the one that was called');
  assert.equal(connections, before + 1);
});

test('public addresses are public', () => {
  for (const address of ['93.184.216.34', '1.1.1.1', '223.255.255.254', '2606:4700:4700::1111', '2a00:1450::1'])
    assert.equal(isPublicAddress(address), true, address);
  for (const address of ['224.0.0.1', '255.255.255.255', '198.18.0.1', '2001:db8::1', '2001::1', 'ff02::1', '3fff::1'])
    assert.equal(isPublicAddress(address), false, address);
});
