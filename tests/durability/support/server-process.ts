import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PlantedFault } from './faults.js';
import type { Moment } from './planned-pool.js';
import { type PublicKey, publicKey } from './tokens.js';

const CHILD = fileURLToPath(new URL('./server.child.js', import.meta.url));
const PATIENCE_MS = 60_000;
const MOST_FALLS = 20;

export type ServerSettings = {
  readonly connectionString: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly publicKey: PublicKey;
  /** The store opens its pool itself, as on a council's server; then nothing can be planned beside a COMMIT. */
  readonly ownPool: boolean;
  readonly fault: PlantedFault | undefined;
};

export type ToServer =
  | { readonly do: 'start'; readonly settings: ServerSettings }
  | { readonly do: 'hold'; readonly at: Moment }
  | { readonly do: 'go-on' };

export type FromServer =
  | { readonly is: 'listening'; readonly port: number }
  | { readonly is: 'held' }
  | { readonly is: 'unforeseen'; readonly code: string };

type Options = Pick<ServerSettings, 'connectionString' | 'ownPool' | 'fault'>;

/** The server as a process of its own, which can be killed, and started again under the same address. */
export class ServerProcess {
  readonly #options: Options;
  #child: ChildProcess | undefined;
  #port = 0;
  /** Errors that the server itself calls unforeseen: each is a fault of the product. */
  readonly unforeseen: string[] = [];
  #falls = 0;
  #startingAgain: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** So often it ended without being killed. As whoever runs servers lets them be, it was started again each time. */
  get falls(): number {
    return this.#falls;
  }

  async start(): Promise<void> {
    const child = fork(CHILD, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#child = child;
    child.once('exit', (_code, signal) => {
      if (signal === 'SIGKILL') return;
      this.#falls += 1;
      if (this.#falls > MOST_FALLS) return;
      this.#startingAgain = this.start();
      this.#startingAgain.catch(() => undefined);
    });
    child.on('message', (message) => {
      const said = message as FromServer;
      if (said.is === 'unforeseen') this.unforeseen.push(said.code);
    });
    const listening = this.#says('listening');
    this.#tell({ do: 'start', settings: { ...this.#options, port: this.#port, publicKey } });
    this.#port = (await listening).port;
  }

  /** Resolves when a COMMIT has come to this moment, and is held there. */
  async holdsAt(moment: Moment): Promise<void> {
    const held = this.#says('held');
    this.#tell({ do: 'hold', at: moment });
    await held;
  }

  goOn(): void {
    this.#tell({ do: 'go-on' });
  }

  /** The hard way: no chance to tidy up, and none to answer. False where it had ended already. */
  async kill(): Promise<boolean> {
    await this.#startingAgain.catch(() => undefined);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    return child.signalCode === 'SIGKILL';
  }

  #tell(message: ToServer): void {
    if (this.#child?.connected) this.#child.send(message);
  }

  #says<Is extends FromServer['is']>(is: Is): Promise<Extract<FromServer, { is: Is }>> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const look = (message: unknown): void => {
        const said = message as FromServer;
        if (said.is === is) end(() => resolve(said as Extract<FromServer, { is: Is }>));
      };
      const over = (): void => end(() => reject(new Error(`The server ended before it said “${is}”.`)));
      const late = (): void => end(() => reject(new Error(`The server never said “${is}”.`)));
      const timer = setTimeout(late, PATIENCE_MS);
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        child?.off('message', look).off('exit', over);
        settle();
      };
      child?.on('message', look).once('exit', over);
    });
  }
}
