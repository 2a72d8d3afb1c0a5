import { answerInWords, questionField, questionsOn } from '@msp/workflows/questions';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { errorSummary, heading, linkButton, mainButton } from '../kit/form/templates.js';
import type { ConcernView } from './concern-view.js';

/** Everything that was said, to look over and change before it is sent. */
export function checkPage(view: ConcernView): TemplateResult {
  const { t, textOf, draft, level, busy, does } = view;
  const { answers, pages } = draft;
  return html`<div class="page" part="page check">
    ${linkButton(t('concern.back'), does.back)} ${errorSummary(view, view.problems, level, does.goTo)}
    ${heading(level, t('concern.check.title'))}
    <p>${t('concern.check.lead')}</p>
    <dl class="answers" part="answers">
      ${pages.flatMap((page) =>
        questionsOn(page, answers).map((question) => {
          const field = questionField(question, answers, textOf);
          const words = answerInWords(field, answers);
          return html`<div>
            <dt>${field.label}</dt>
            <dd class="answer ${words ? '' : 'muted'}">${words || t('concern.check.empty')}</dd>
            <dd>
              <button class="link" part="link-button" type="button" @click=${() => does.change(page.id)}>
                ${t('concern.check.change')} <span class="only-read-aloud">${field.label}</span>
              </button>
            </dd>
          </div>`;
        }),
      )}
    </dl>
    <div class="actions">${mainButton(t(busy ? 'concern.sending' : 'concern.send'), { busy })}</div>
    <p>${linkButton(t('concern.save'), does.save)}</p>
  </div>`;
}
