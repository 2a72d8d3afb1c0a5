/** A short name for something new in a case: an outcome, an offer, a part of an enquiry. It says nothing about anybody. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
