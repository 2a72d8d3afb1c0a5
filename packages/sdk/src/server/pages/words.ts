import { type TextOf, concernFormMessages, formMessages, newsMessages } from '@msp/workflows/questions';
import type { TenantSettings } from '../../contract.js';

const own = { ...concernFormMessages, ...formMessages, ...newsMessages };

export type MessageId = keyof typeof own;

/** The words of a page: the organisation's own by message id, and ours where it has none. */
export type PageWords = {
  readonly textOf: TextOf;
  readonly t: (id: MessageId, params?: Readonly<Record<string, string | number>>) => string;
};

export const pageWords = ({ words = {} }: TenantSettings): PageWords => {
  const textOf: TextOf = (id, fallback) => (Object.hasOwn(words, id) ? (words[id]?.en ?? fallback) : fallback);
  return {
    textOf,
    t: (id, params = {}) =>
      textOf(id, own[id]).replaceAll(/\{(\w{1,40})\}/g, (whole, name: string) => String(params[name] ?? whole)),
  };
};
