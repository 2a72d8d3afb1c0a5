import canonicalize from 'canonicalize';

/** The canonical form of a value as JSON (RFC 8785): the same text for the same value, wherever it is written. */
export const canonical = (value: unknown): string => String(canonicalize(value));
