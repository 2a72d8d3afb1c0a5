import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { type Chance, chanceFor } from './chance.js';
import { type RequestBytes, readRequest } from './http-bytes.js';
import { type NetworkFault, type OnItsWay, networkFaults } from './network-faults.js';

/** What happens to one attempt to send one submission. */
export type Plan = (key: string, attempt: number, chance: Chance) => NetworkFault;

type Options = { readonly upstream: number; readonly name: string; readonly patienceMs: number; readonly plan: Plan };

/**
 * A bad network between a client and a server. What it does to an attempt follows from the key of the submission and the number of
 * the attempt alone, whatever else is on its way at the time.
 */
export class ChaosProxy {
  /** How often each fault was met. */
  readonly met = new Map<NetworkFault, number>();
  readonly #options: Options;
  readonly #attempts = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(options: Options) {
    this.#options = options;
    this.#server = createServer((client) => {
      this.#keep(client);
      void this.#wait(client);
    });
  }

  static async start(options: Options): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Waits for what is still on its way, such as a request that is delivered late. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async close(): Promise<void> {
    await this.settled();
    for (const socket of this.#sockets) socket.destroy();
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  /** A connection on which nothing is sent is nobody's request: clients open one to have it ready. */
  async #wait(client: Socket): Promise<void> {
    const request = await readRequest(client);
    if (!request) return;
    const work = this.#pass(client, request).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #pass(client: Socket, request: RequestBytes): Promise<void> {
    const key = request.header('idempotency-key') ?? '';
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    const { name, patienceMs, plan } = this.#options;
    const chance = chanceFor(name, key, attempt);
    const fault = plan(key, attempt, chance);
    this.met.set(fault, (this.met.get(fault) ?? 0) + 1);
    const on: OnItsWay = {
      ...{ client, request: request.bytes, chance, patienceMs },
      deliver: (bytes, write) => this.#deliver(bytes, write),
      deliverAndCut: async (bytes) => {
        const socket = await this.#upstream();
        socket.write(bytes, () => socket.destroy());
        await once(socket, 'close');
      },
    };
    await networkFaults[fault](on);
  }

  async #deliver(bytes: Buffer, write?: (socket: Socket, bytes: Buffer) => Promise<void>): Promise<Buffer> {
    const socket = await this.#upstream();
    const answer: Buffer[] = [];
    socket.on('data', (data: Buffer) => answer.push(data));
    const closed = once(socket, 'close');
    if (write) await write(socket, bytes);
    else socket.write(bytes);
    await closed;
    return Buffer.concat(answer);
  }

  async #upstream(): Promise<Socket> {
    const socket = connect(this.#options.upstream, '127.0.0.1');
    this.#keep(socket);
    await once(socket, 'connect');
    return socket;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // What breaks here is the other side's to notice.
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
  }
}
