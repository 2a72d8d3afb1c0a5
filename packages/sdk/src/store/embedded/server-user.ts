import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../store-error.js';

const run = promisify(execFile);

/** As whom PostgreSQL runs, where that is not who we are. */
export type ServerUser = { readonly uid: number; readonly gid: number };

const lookUp = async (name: string): Promise<ServerUser | undefined> => {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return undefined;
  }
};

/**
 * PostgreSQL refuses to run as root. Root, common in containers, therefore lends it a user that every system has; no user is made.
 * A cluster that is there already goes on with the user that owns it.
 *
 * @throws StoreError `start-failed` where root has nobody to lend
 */
export const serverUser = async (clusterFolder: string): Promise<ServerUser | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = process.platform === 'linux' ? ((await lookUp('postgres')) ?? (await lookUp('nobody'))) : undefined;
  if (user) return user;
  throw new StoreError(
    'start-failed',
    'PostgreSQL does not run as root, and there is no user to run it as. Start as an ordinary user, or set DATABASE_URL.',
  );
};

const READ_AND_ENTER = 0o5;

/** Whether this user may read and enter a folder, through every folder above it. */
export const mayRead = async (user: ServerUser, folder: string): Promise<boolean> => {
  const { uid, gid, mode } = await stat(folder);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  if (((mode >> shift) & READ_AND_ENTER) !== READ_AND_ENTER) return false;
  const above = dirname(folder);
  return above === folder || mayEnter(user, above);
};

const mayEnter = async (user: ServerUser, folder: string): Promise<boolean> => {
  const { uid, gid, mode } = await stat(folder);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  if (((mode >> shift) & 0o1) === 0) return false;
  const above = dirname(folder);
  return above === folder || mayEnter(user, above);
};
