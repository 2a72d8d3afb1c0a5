import type { routes } from '../../contract.js';
import { openApiDocument } from '../../contract/openapi.js';
import type { Answer, Call } from '../call.js';

const documents = new Map<string, object>();

/** The interface, described by its own contract. Made once for each place where a handler is mounted. */
export const openApi = async ({ deps: { basePath } }: Call<typeof routes.openApi>): Promise<Answer> => {
  const body = documents.get(basePath) ?? openApiDocument(basePath);
  documents.set(basePath, body);
  return { body };
};
