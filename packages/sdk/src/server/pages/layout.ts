import { exitButton } from '@msp/workflows/questions';
import { html, raw } from 'hono/html';
import type { ProblemCode, TenantSettings } from '../../contract.js';
import type { Piece } from './fields.js';
import type { PageWords } from './words.js';

const NEUTRAL = 'https://www.bbc.co.uk/weather';

export type PageView = {
  readonly settings: TenantSettings;
  readonly words: PageWords;
  /** Where the pages of this organisation are: the one address that there is. */
  readonly address: string;
  /** The names of files that the host gave: a script makes the page better, and is not needed. */
  readonly assets: readonly string[];
};

const phoneOf = ({ contacts }: TenantSettings): string | undefined => contacts?.find(({ phone }) => phone)?.phone;

const tel = (phone: string): Piece => html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`;

/** A text in which a number, marked by a NUL, can be called by pressing it. */
export const called = (text: string, phone: string): Piece => {
  const [before = '', after = ''] = text.split('\u0000');
  return html`${before}${tel(phone)}${after}`;
};

/** On every page: somebody to talk to. */
const talk = ({ settings, words: { t } }: PageView): Piece => {
  const phone = phoneOf(settings);
  return html`<aside class="talk" aria-label="${t('concern.talk')}">
    <p>
      <strong>${t('concern.talk')}</strong>
      ${phone === undefined ? t('concern.talk.no-phone') : called(t('concern.talk.call', { phone: '\u0000' }), phone)}
    </p>
    <p>${t('concern.talk.999')}</p>
  </aside>`;
};

/** Whom to call if something changes. */
export const callMore = ({ settings, words: { t } }: PageView): string => {
  const phone = phoneOf(settings);
  return phone === undefined ? t('concern.receipt.more-no-phone') : t('concern.receipt.more', { phone });
};

/** A whole page. Its title says nothing of what it is about: somebody else may see it in a list of windows. */
export const layout = (view: PageView, content: Piece): Piece => {
  const { settings, words, address, assets } = view;
  const title = settings.name?.en ?? 'Form';
  return html`${raw('<!doctype html>')}
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${address === '' ? '' : html`<link rel="stylesheet" href="${address}/assets/page.css" />`}
        ${assets
          .filter((name) => name.endsWith('.js'))
          .map((name) => html`<script type="module" src="${address}/assets/${name}"></script>`)}
      </head>
      <body>
        <header>
          <a class="exit" href="${settings.exitTo ?? NEUTRAL}" rel="noreferrer noopener"
            >${words.textOf('exit.button', exitButton)}</a
          >
        </header>
        <main id="main">${content}</main>
        ${talk(view)}
      </body>
    </html>`;
};

/** What came back cannot be used any more. */
export const tooOld = (view: PageView): Piece =>
  layout(
    view,
    html`<h1>${view.words.textOf('concern.too-old.title', 'This page is too old')}</h1>
      <p>
        ${view.words.textOf(
          'concern.too-old',
          'What you wrote on it was not sent, and it is not kept any more. You can start again, or call.',
        )}
      </p>
      <p><a class="button" href="${view.address}">${view.words.t('concern.before.start')}</a></p>`,
  );

/** Something else went wrong. What was typed is on the page before: the way back leads there. */
export const troublePage = (view: PageView, code: ProblemCode): Piece => {
  const { textOf } = view.words;
  const [title, text] =
    code === 'not-found'
      ? ['There is no page here', 'Check the address, or call.']
      : ['This did not work', 'Nothing was sent. Go back with your browser, wait a moment, and try again. Or call.'];
  return layout(
    view,
    html`<h1>${textOf(`concern.trouble.${code}.title`, title)}</h1>
      <p>${textOf(`concern.trouble.${code}`, text)}</p>`,
  );
};
