import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asText, changed } from '../kit/form/field.js';
import { fieldsFor } from '../kit/form/fields-for.js';
import { errorSummary, heading, inset, linkButton, mainButton, quietButton } from '../kit/form/templates.js';
import { callTo } from './phone.js';
import type { ConcernView } from './concern-view.js';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' });

/** What saving means, before it is done: where it is kept, for how long, and what the code is for. */
export function savePage(view: ConcernView): TemplateResult {
  const { t, level, busy, does, comingBack } = view;
  return html`<div class="page" part="page save">
    ${linkButton(t('concern.back'), does.back)} ${heading(level, t('concern.save.title'))}
    <p>${t('concern.save.lead')}</p>
    <p>${t('concern.save.code')}</p>
    ${comingBack.problem ? inset(html`<p role="alert">${t('concern.save.failed')}</p>`, 'urgent') : nothing}
    <div class="actions">${mainButton(t(busy ? 'concern.save.saving' : 'concern.save.now'), { busy })}</div>
  </div>`;
}

/** The code, once. */
export function savedPage(view: ConcernView): TemplateResult {
  const { t, level, does, comingBack } = view;
  const { code, until } = comingBack;
  return html`<div class="page" part="page saved">
    ${heading(level, t('concern.saved.title'))}
    ${inset(
      html`<p>${t('concern.saved.code')}</p>
        <p class="reference" part="reference">${code}</p>
        <p>${t('concern.receipt.write-down')}</p>`,
    )}
    ${until ? html`<p>${t('concern.saved.until', { day: day.format(new Date(until)) })}</p>` : nothing}
    <p>${t('concern.saved.how', { button: t('concern.come-back') })}</p>
    <p><strong>${callTo(t('concern.saved.urgent'), '999')}</strong></p>
    ${quietButton(t('concern.saved.on'), does.back)}
  </div>`;
}

/** Coming back with a code. */
export function comeBackPage(view: ConcernView): TemplateResult {
  const { t, level, busy, does, comingBack, prefix } = view;
  const { problem, typed } = comingBack;
  const problems = problem ? [{ name: 'code', text: t(`concern.come-back.${problem}`) }] : [];
  return html`<div class="page" part="page come-back">
    ${linkButton(t('concern.back'), does.back)} ${errorSummary(view, problems, level, does.goTo)}
    ${heading(level, t('concern.come-back.title'))}
    <div class="fields">
      ${fieldsFor({
        prefix,
        t: view.t,
        fields: [
          { name: 'code', kind: 'text', label: t('concern.come-back.label'), hint: t('concern.come-back.hint') },
        ],
        values: { code: typed },
        problems,
        change: (_, next) => (comingBack.typed = asText(changed(next, typed))),
      })}
    </div>
    <div class="actions">${mainButton(t(busy ? 'kit.loading' : 'concern.come-back.open'), { busy })}</div>
  </div>`;
}
