import { readFile, stat } from 'node:fs/promises';
import { sayLoudly } from './log.js';
import { type SettingsSource, fixedSettings } from './tenants/settings.js';

/**
 * Settings from a JSON file: `{ "larkshire": { … }, "other-council": { … } }`. Read again when the file changes. A change that does not fit
 * is said loudly, with the fields, and what was read before goes on.
 *
 * @throws {TypeError} where the file, as it is at the start, does not fit; and what the file system says
 */
export const fileSettings = async (
  file: string,
  { warn = sayLoudly }: { readonly warn?: (sentence: string) => void } = {},
): Promise<SettingsSource> => {
  const changedAt = async (): Promise<string> => {
    const { mtimeMs, size, ino } = await stat(file);
    return [mtimeMs, size, ino].join();
  };
  const read = async (): Promise<SettingsSource> => {
    const text = await readFile(file, 'utf8');
    let given: unknown;
    try {
      given = JSON.parse(text);
    } catch {
      throw new TypeError('[@msp/sdk] settings: the file is not JSON.');
    }
    return fixedSettings(given as Readonly<Record<string, unknown>>);
  };
  let seen = await changedAt();
  let current = await read();
  const refresh = async (): Promise<void> => {
    const now = await changedAt().catch(() => seen);
    if (now === seen) return;
    seen = now;
    try {
      current = await read();
    } catch (error) {
      warn(`The settings were changed, and do not fit: what was read before goes on. ${(error as Error).message}`);
    }
  };
  return {
    read: async (tenant) => {
      await refresh();
      return current.read(tenant);
    },
  };
};
