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
export const readBody = async (
  request: Request,
  limit: number,
  type = 'application/json',
): Promise<Uint8Array<ArrayBuffer>> => {
  const encoding = request.headers.get('content-encoding');
  if (mediaType(request) !== type || (encoding !== null && encoding !== 'identity')) {
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

/**
 * The fields of a form that a browser sent without scripts.
 *
 * @throws {Refusal} as `readBody`, and `invalid-request` where they are no text
 */
export const readForm = async (request: Request, limit: number): Promise<URLSearchParams> => {
  const bytes = await readBody(request, limit, 'application/x-www-form-urlencoded');
  const given = new URLSearchParams(new TextDecoder().decode(bytes));
  const isText = [...given].flat().every((text) => !text.includes('\u0000'));
  if (isText) return given;
  throw new Refusal('invalid-request', { issues: [{ path: '', message: 'has a character that cannot be stored' }] });
};
