import type { Role } from '@msp/workflows';
import type { MspElement } from './element.js';
import type { Params } from './messages.js';

/** The text with this id for whoever reads. */
export type ReaderWords = (id: string, params?: Params) => string;

/** Texts for the person themselves, who is told about “you” where there is a text whose id ends in `.you`; for others, the plain ones. */
export const wordsFor =
  (host: MspElement<string>, role: Role | undefined): ReaderWords =>
  (id, params) => {
    const you = role === 'person' ? host.textOf(`${id}.you`, '', params) : '';
    return you === '' ? host.textOf(id, '', params) : you;
  };
