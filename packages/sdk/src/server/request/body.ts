import { Refusal } from '../problem.js';

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const tooLarge = (limit: number): Refusal =>
  new Refusal('body-too-large', { detail: `At most ${limit} bytes are taken.` });

/**
 * The body's bytes, counted while they arrive: what is too long is left unread, whatever its headers said about its length.
 *
 * @throws {Refusal} `unsupported-media-type`, `body-too-large`
 */
export const readBody = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
  const encoding = request.headers.get('content-encoding');
  if (mediaType(request) !== 'application/json' || (encoding !== null && encoding !== 'identity')) {
    throw new Refusal('unsupported-media-type');
  }
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > limit) {
      // Not cancelled: Node would cut the connection, and the sender would never read why.
      reader?.releaseLock();
      throw tooLarge(limit);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};
