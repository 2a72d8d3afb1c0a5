import { type Route, routeFinder } from '@msp/workflows/questions';
import { html } from 'hono/html';
import { button, form } from './concern-pages.js';
import { type Piece, nothing } from './fields.js';
import { type PageView, called, layout } from './layout.js';

const whomToCall = ({ settings, words: { t } }: PageView, { call }: Route): Piece => {
  const wanted = settings.contacts ?? [];
  const contact = call === 'talk' ? wanted.find(({ phone }) => phone) : wanted.find(({ id }) => id === call);
  if (contact?.phone === undefined) return nothing;
  const { phone, label } = contact;
  return html`<p>${called(t('concern.route.call', { name: label.en, phone: '\u0000' }), phone)}</p>`;
};

/** Where a worry belongs, for whoever is not sure. Everything is said at once: nothing has to be answered to find out. */
export const routePage = (view: PageView): Piece => {
  const { t, textOf } = view.words;
  return layout(
    view,
    html`<h1>${t('concern.route.title')}</h1>
      <p>${t('concern.route.lead')}</p>
      ${routeFinder.map(
        (route) =>
          html`<h2>${textOf(`concern.route.${route.id}.when`, route.when)}</h2>
            <p>${textOf(`concern.route.${route.id}.then`, route.then)}</p>
            ${whomToCall(view, route)}`,
      )}
      ${form(
        { view, sealed: '', page: 'before' },
        html`<p class="actions">
          ${button('next', t('concern.route.start'))} ${button('before', t('concern.back'), 'quiet')}
        </p>`,
      )}`,
  );
};
