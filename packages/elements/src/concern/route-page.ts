import { routeFinder } from '@msp/workflows/questions';
import type { Route } from '@msp/workflows/questions';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading, linkButton } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { callTo, phoneLink } from './phone.js';
import type { ConcernView } from './concern-view.js';

/** Whom to call instead, by the id that the council's settings know them by. */
export type Contact = { readonly id: string; readonly label: string; readonly phone: string };

const whomToCall = ({ t, phone, contacts }: ConcernView, { call }: Route): Piece => {
  if (call === 'talk' && phone) return html`<p>${phoneLink(t('concern.talk.call', { phone }), phone)}</p>`;
  const contact = contacts.find(({ id }) => id === call);
  if (!contact) return nothing;
  const text = t('concern.route.call', { name: contact.label, phone: contact.phone });
  return html`<p>${phoneLink(text, contact.phone)}</p>`;
};

/** Where a worry belongs, for whoever is not sure. Everything is said at once: nothing has to be answered to find out. */
export function routePage(view: ConcernView): TemplateResult {
  const { t, textOf, level, does } = view;
  return html`<div class="page" part="page route">
    ${linkButton(t('concern.back'), does.back)} ${heading(level, t('concern.route.title'))}
    <p>${t('concern.route.lead')}</p>
    ${routeFinder.map(
      (route) =>
        html`${heading(level + 1, textOf(`concern.route.${route.id}.when`, route.when), { small: true })}
          <p>${callTo(textOf(`concern.route.${route.id}.then`, route.then), '999')}</p>
          ${whomToCall(view, route)}`,
    )}
    <div class="actions">
      <button class="button" part="button main-button" type="button" @click=${does.start}>
        ${t('concern.route.start')}
      </button>
    </div>
  </div>`;
}
