import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading, inset, linkButton, quietButton } from '../kit/form/templates.js';
import { phoneLink } from './phone.js';
import type { Receipt } from './flow-host.js';
import type { ConcernView } from './concern-view.js';
import type { Sent } from './send-concern.js';

/** Working days, from the policy. */
export type Timescales = { readonly acknowledge: number; readonly decide: number };

/** Not sent: says so, keeps the words, and offers another way. */
export function notSentPage(view: ConcernView, why: Exclude<Sent['result'], 'received'>): TemplateResult {
  const { t, busy, does, level, phone } = view;
  return html`<div class="page" part="page not-sent">
    ${linkButton(t('concern.back-to-answers'), does.back)} ${heading(level, t('concern.not-sent.title'))}
    ${inset(html`<p>${t(`concern.not-sent.${why}`)}</p>`, 'urgent')}
    ${why === 'unreachable' ? html`<p>${t('concern.not-sent.trying')}</p>` : nothing}
    <p>${phone ? phoneLink(t('concern.not-sent.call', { phone }), phone) : t('concern.not-sent.call-no-phone')}</p>
    <div class="actions">
      <button
        class="button"
        part="button main-button"
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${does.send}
      >
        ${t(busy ? 'concern.sending' : 'concern.not-sent.again')}
      </button>
    </div>
  </div>`;
}

/** The receipt: a reference, what happens next and when, and whom to call. */
export function receiptPage(view: ConcernView, receipt: Receipt, days: Timescales): TemplateResult {
  const { t, level, phone, does } = view;
  const council = view.council === t('concern.council') ? t('concern.council.start') : view.council;
  const own = receipt.way === 'myself';
  const read = days.acknowledge === 1 ? 'concern.receipt.read.one' : 'concern.receipt.read.many';
  return html`<div class="page" part="page receipt">
    ${heading(level, t('concern.receipt.title'))}
    ${inset(
      html`<p>${t('concern.receipt.reference')}</p>
        <p class="reference" part="reference">${receipt.reference}</p>
        ${
          receipt.others.length > 0
            ? html`<p>${t('concern.receipt.others', { references: receipt.others.join(', ') })}</p>`
            : nothing
        }
        <p>${t('concern.receipt.write-down')}</p>`,
    )}
    ${
      view.newsAt
        ? inset(
            html`<p>${t('concern.receipt.code')}</p>
              <p class="reference" part="reference">${receipt.code}</p>
              <p>${t('concern.receipt.code-safe')}</p>
              <p><a href=${view.newsAt} rel="noreferrer">${t('news.title')}</a></p>`,
          )
        : nothing
    }
    ${receipt.changedAfter ? inset(html`<p>${t('concern.receipt.changed')}</p>`, 'urgent') : nothing}
    ${heading(level + 1, t('concern.receipt.next-title'), { small: true })}
    <ul>
      <li>${t(read, { council, days: days.acknowledge })}</li>
      <li>${t(own ? 'concern.receipt.decide.myself' : 'concern.receipt.decide', { days: days.decide })}</li>
      <li>${t(own ? 'concern.receipt.talk.myself' : 'concern.receipt.talk')}</li>
      ${own ? nothing : html`<li>${t('concern.receipt.you')}</li>`}
    </ul>
    <p class="muted small">${t('concern.receipt.working-days')}</p>
    ${heading(level + 1, t('concern.receipt.more-title'), { small: true })}
    <p>${phone ? phoneLink(t('concern.receipt.more', { phone }), phone) : t('concern.receipt.more-no-phone')}</p>
    <slot name="after-receipt"></slot>
    <p>${t('concern.receipt.forgotten')}</p>
    ${quietButton(t('concern.receipt.another'), does.again)}
  </div>`;
}
