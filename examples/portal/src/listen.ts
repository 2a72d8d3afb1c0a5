import { once } from 'node:events';
import type { Server } from 'node:http';
import { Trouble } from './trouble.js';

/**
 * Listens on this computer only: the example has no sign-in.
 *
 * @throws {Trouble} where the port is taken
 */
export const listenOn = async (server: Server, port: number): Promise<void> => {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const other = `PORT=${port < 65535 ? port + 1 : 8080} npm start`;
    if (code === 'EADDRINUSE') {
      throw new Trouble(
        `Port ${port} is busy. If that is an earlier start of this, open http://127.0.0.1:${port}. To use another port: ${other}`,
      );
    }
    if (code === 'EACCES') throw new Trouble(`You may not use port ${port}. Use one above 1023: PORT=8080 npm start`);
    throw error;
  }
};
