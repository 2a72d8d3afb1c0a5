import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { servedFiles } from './files.js';
import { assetHeaders, pageHeaders, privateHeaders } from './headers.js';
import { pageAt, readPage, withNotice } from './pages.js';
import { isForThisComputer, isFromOwnPage } from './same-origin.js';
import { type Tokens, tokenFor } from './tokens.js';

/** Where the SDK's handler is mounted. The pages say the same in `<msp-provider endpoint="/api/msp">`. */
export const API = '/api/msp';

export type PortalOptions = {
  /** The SDK's handler as a Node listener. */
  readonly api: RequestListener;
  readonly tokens: Tokens;
  /** Puts the sample cases there. Says false where they were there before. */
  readonly loadSamples: () => Promise<boolean>;
};

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, privateHeaders('text/plain; charset=utf-8')).end(text);
};

const showPage = async (response: ServerResponse, page: string, query = new URLSearchParams()): Promise<void> => {
  const isFirst = page === 'index.html';
  const html = await readPage(page);
  response
    .writeHead(page === 'not-found.html' ? 404 : 200, pageHeaders(isFirst))
    .end(isFirst ? withNotice(html, query.get('samples')) : html);
};

/** Answers every request to the portal: its pages, their files, tokens, and the SDK's interface. */
export const portal = ({ api, tokens, loadSamples }: PortalOptions): RequestListener => {
  const files = servedFiles();

  const post = async (path: string, query: URLSearchParams, response: ServerResponse): Promise<void> => {
    if (path === '/token') {
      const token = await tokenFor(tokens, query);
      return token === undefined ? say(response, 404, 'There is nobody of this name.') : say(response, 200, token);
    }
    if (path !== '/samples') return say(response, 405, 'This address takes no POST.');
    const isNew = await loadSamples();
    response.writeHead(303, { Location: `/?samples=${isNew ? 'loaded' : 'already'}` }).end();
  };

  const get = async (path: string, query: URLSearchParams, response: ServerResponse): Promise<void> => {
    const file = files.get(path);
    if (file) {
      response.writeHead(200, assetHeaders(file.contentType)).end(await readFile(file.path));
      return;
    }
    await showPage(response, pageAt(path) ?? 'not-found.html', query);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isForThisComputer(request)) return say(response, 421, 'This example answers this computer only.');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://portal.example');
    if (request.method === 'GET' || request.method === 'HEAD') return get(pathname, searchParams, response);
    if (request.method !== 'POST') return say(response, 405, 'This address takes GET and POST.');
    if (!isFromOwnPage(request)) return say(response, 403, 'Only pages of this portal can do this.');
    return post(pathname, searchParams, response);
  };

  return (request, response) => {
    if (request.url?.startsWith(`${API}/`)) {
      api(request, response);
      return;
    }
    answer(request, response).catch(() => {
      // What went wrong is not shown and not logged: it could repeat what somebody wrote.
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Something went wrong. Try again.');
    });
  };
};
