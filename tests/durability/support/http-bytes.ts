import type { Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';

/** One request as it came over the wire. */
export type RequestBytes = { readonly bytes: Buffer; header(name: string): string | undefined };

const headerOf = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}: *([^\\r\\n]*)`, 'im').exec(head)?.[1];

/** Each request gets a connection of its own, so that the fault of one is nobody else's. */
const onlyOne = (head: string): string =>
  `${head.replace(/^connection:[^\r\n]*\r\n/gim, '').replace(/\r\n$/, '')}\r\nConnection: close\r\n\r\n`;

/** Reads one request to its last byte; undefined where the connection ends before. */
export const readRequest = (socket: Socket): Promise<RequestBytes | undefined> =>
  new Promise((resolve) => {
    let sofar = Buffer.alloc(0);
    const end = (request: RequestBytes | undefined): void => {
      socket.off('data', read).off('close', over);
      socket.resume();
      resolve(request);
    };
    const over = (): void => end(undefined);
    const read = (data: Buffer): void => {
      sofar = Buffer.concat([sofar, data]);
      const length = sofar.indexOf(END_OF_HEAD);
      if (length < 0) return;
      const head = sofar.subarray(0, length + 2).toString('latin1');
      const body = sofar.subarray(length + END_OF_HEAD.length);
      if (body.length < Number(headerOf(head, 'content-length') ?? 0)) return;
      end({
        bytes: Buffer.concat([Buffer.from(onlyOne(head), 'latin1'), body]),
        header: (name) => headerOf(head, name),
      });
    };
    socket.on('data', read).once('close', over);
  });
