import type { Socket } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.js';

/** One request on its way: who waits for the answer, what they sent, and the ways to the server. */
export type OnItsWay = {
  readonly client: Socket;
  readonly request: Buffer;
  readonly chance: Chance;
  /** For so long the client waits for an answer. */
  readonly patienceMs: number;
  /** Delivers these bytes on a connection of its own, and gives back whatever is answered. */
  deliver(bytes: Buffer, write?: (socket: Socket, bytes: Buffer) => Promise<void>): Promise<Buffer>;
  /** Delivers some bytes, then cuts the connection. */
  deliverAndCut(bytes: Buffer): Promise<void>;
};

/** Byte after byte, each by itself, for as long as the other side is there. */
const drip = async (socket: Socket, bytes: Buffer, pauseMs = 0): Promise<void> => {
  socket.setNoDelay(true);
  for (const byte of bytes) {
    if (socket.destroyed) return;
    socket.write(Buffer.of(byte));
    await (pauseMs > 0 ? wait(pauseMs) : turn());
  }
};

const part = (bytes: Buffer, chance: Chance): Buffer => bytes.subarray(0, 1 + chance.below(bytes.length - 1));

const LOGIN = '<!doctype html><title>Log in to the Wi-Fi</title>';

/** What a network does to one request. Who answers nothing leaves the client waiting until its patience ends. */
export const networkFaults = {
  none: async ({ client, request, deliver }) => void client.end(await deliver(request)),

  'closed before delivery': async ({ client }) => void client.end(),
  'reset before delivery': async ({ client }) => void client.resetAndDestroy(),
  'half-open before delivery': async () => undefined,
  'cut within the request': async ({ client, request, chance, deliverAndCut }) => {
    await deliverAndCut(part(request, chance));
    client.resetAndDestroy();
  },
  'request byte after byte': async ({ client, request, deliver }) => void client.end(await deliver(request, drip)),

  'closed after delivery': async ({ client, request, deliver }) => {
    await deliver(request);
    client.end();
  },
  'reset after delivery': async ({ client, request, deliver }) => {
    await deliver(request);
    client.resetAndDestroy();
  },
  'half-open after delivery': async ({ request, deliver }) => void (await deliver(request)),
  'cut within the answer': async ({ client, request, chance, deliver }) =>
    void client.end(part(await deliver(request), chance)),
  'answer byte after byte': async ({ client, request, deliver }) => {
    await drip(client, await deliver(request));
    client.end();
  },
  'answer slower than anybody waits': async ({ client, request, deliver }) => {
    await drip(client, await deliver(request), 2);
    client.end();
  },

  'delivered twice at once': async ({ client, request, chance, deliver }) => {
    const answers = await Promise.all([deliver(request), deliver(request)]);
    client.end(chance.pick(answers));
  },
  'delivered again later': async ({ client, request, chance, patienceMs, deliver }) => {
    client.end(await deliver(request));
    await wait(chance.below(patienceMs * 2));
    await deliver(request);
  },
  // Past whatever was sent after it; often the client has given up by then, and sent it again.
  'overtaken by others': async ({ client, request, chance, patienceMs, deliver }) => {
    await wait(chance.below(patienceMs * 2));
    client.end(await deliver(request));
  },
  'answered by somebody else': async ({ client }) =>
    void client.end(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${LOGIN.length}\r\nConnection: close\r\n\r\n${LOGIN}`,
    ),
} satisfies Record<string, (on: OnItsWay) => Promise<void>>;

export type NetworkFault = keyof typeof networkFaults;
export const faultNames = Object.keys(networkFaults) as NetworkFault[];
