import type { StoredEvent } from '../case/events.js';

/** SHA-256 of a text (as UTF-8), in lower-case hexadecimal. Given in: Node's one-shot hash, or a small library in browsers. */
export type Hash = (text: string) => string;

/** What a sealed event carries beside itself. Paths are dotted, within the event's data. */
export type Seal = {
  /** The hash of the entry before; empty for the first. */
  readonly previous: string;
  /** A salted hash of each free text: it stays when the text is erased. */
  readonly commitments: Readonly<Record<string, string>>;
  /** The salt of each free text: it goes when the text is erased. */
  readonly salts: Readonly<Record<string, string>>;
};

/** A stored event with its place in the chain of its case. */
export type SealedEvent = StoredEvent & { readonly hash: string; readonly seal: Seal };

/** The end of a chain, to be kept where whoever keeps the chain cannot change it: on the letter about closing, in another system. */
export type Anchor = { readonly caseId: string; readonly sequence: number; readonly hash: string };

/** What an erased text reads as. */
export const ERASED = '[erased]';
