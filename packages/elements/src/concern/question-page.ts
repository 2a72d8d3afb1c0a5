import { leadOf, questionField, questionsOn, titleOf, wayOf, whyOf } from '@msp/workflows/questions';
import type { Answer, ConcernPage } from '@msp/workflows/questions';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { changed } from '../kit/form/field.js';
import type { Change } from '../kit/form/field.js';
import { fieldsFor } from '../kit/form/fields-for.js';
import { errorSummary, heading, linkButton, mainButton, quietButton } from '../kit/form/templates.js';
import type { ConcernView } from './concern-view.js';

/** From this page on a concern can be sent, whatever is still unanswered. */
const ENOUGH_FROM = 3;

/** One page of questions. */
export function questionPage(view: ConcernView, page: ConcernPage, options: { changing: boolean }): TemplateResult {
  const { t, textOf, draft, level, problems, busy, does } = view;
  const { answers, pages } = draft;
  const way = wayOf(answers);
  const questions = questionsOn(page, answers);
  const title = titleOf(page, way, textOf);
  const lead = leadOf(page, way, textOf);
  const number = pages.findIndex(({ id }) => id === page.id) + 1;
  const reasons = new Set(questions.map((question) => whyOf(question, way, textOf)));
  const optional = !questions.some(({ required }) => required) && questions.some(({ options }) => !options);
  const enough = number >= ENOUGH_FROM && draft.isEnough && !options.changing;
  const fields = questions.map((question) => questionField(question, answers, textOf));
  const change = (name: string, next: Change): void => {
    const answer = changed(next, draft.answers[name]) as Answer;
    const chosen = fields.find((field) => field.name === name)?.options?.find(({ value }) => value === answer);
    does.answer(name, answer, chosen?.note);
  };
  return html`<div class="page" part="page question">
    ${linkButton(t(options.changing ? 'concern.back-to-answers' : 'concern.back'), does.back)}
    ${errorSummary(view, problems, level, does.goTo)}
    <div>
      <p class="step">${t('concern.step', { number, total: pages.length })}</p>
      ${title ? heading(level, title) : nothing} ${lead ? html`<p class="lead">${lead}</p>` : nothing}
      <div class="fields">
        ${fieldsFor({
          prefix: view.prefix,
          t: view.t,
          fields,
          values: answers,
          problems,
          change,
          headingLevel: title ? undefined : level,
        })}
      </div>
      ${optional && !lead ? html`<p class="hint">${t('concern.skip')}</p>` : nothing}
      <details class="why">
        <summary>${t('kit.why')}</summary>
        ${[...reasons].map((reason) => html`<p>${reason}</p>`)}
      </details>
      <div class="actions">${mainButton(t(options.changing ? 'concern.continue-change' : 'concern.continue'))}</div>
    </div>
    ${
      enough
        ? html`<div class="enough">
            <p>${t('concern.send-now-hint')}</p>
            ${quietButton(t(busy ? 'concern.sending' : 'concern.send-now'), does.send)}
          </div>`
        : nothing
    }
    ${options.changing ? nothing : html`<p>${linkButton(t('concern.save'), does.save)}</p>`}
  </div>`;
}
