import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { heading, inset, linkButton } from '../kit/form/templates.js';
import { exitMessages } from '../kit/exit.messages.js';
import { callTo, phoneLink } from './phone.js';
import type { ConcernView } from './concern-view.js';

/** Before the first question: who reads this, when others are told, and what leaving can and cannot do. */
export function beforePage(view: ConcernView): TemplateResult {
  const { t, level, council } = view;
  const part = (title: string, ...texts: string[]): TemplateResult =>
    html`${heading(level + 1, title, { small: true })}${texts.map((text) => html`<p>${text}</p>`)}`;
  return html`<div class="page" part="page before">
    ${heading(level, t('concern.before.title'))}
    ${inset(html`<strong>${callTo(t('concern.before.999'), '999')}</strong>`, 'urgent')}
    <p>${t('concern.before.lead')}</p>
    <slot name="before"></slot>
    ${part(t('concern.before.who-title'), t('concern.before.who', { council }), t('concern.before.named'))}
    ${part(t('concern.before.share-title'), t('concern.before.share'))}
    ${part(
      t('concern.before.leave-title'),
      t('concern.before.leave', { button: view.textOf('exit.button', exitMessages['exit.button']) }),
      t('concern.before.leave-not'),
      t('concern.before.kept'),
    )}
    <div class="actions">
      <button class="button" part="button main-button" type="button" @click=${view.does.start}>
        ${t('concern.before.start')}
      </button>
      ${linkButton(t('concern.before.route'), view.does.findRoute)}
      ${linkButton(t('concern.come-back'), view.does.comeBack)}
    </div>
  </div>`;
}

/** On every page: somebody to talk to. */
export function talkFooter({ t, phone }: ConcernView): TemplateResult {
  return html`<aside class="talk" part="talk" aria-label=${t('concern.talk')}>
    <p>
      <strong>${t('concern.talk')}</strong>
      <slot name="phone"
        >${phone ? phoneLink(t('concern.talk.call', { phone }), phone) : t('concern.talk.no-phone')}</slot
      >
    </p>
    <p>${callTo(t('concern.talk.999'), '999')}</p>
  </aside>`;
}
