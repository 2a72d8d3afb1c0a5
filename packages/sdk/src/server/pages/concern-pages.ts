import {
  type Answers,
  type ConcernPage,
  type ConcernProblem,
  answerInWords,
  checkConcern,
  exitButton,
  leadOf,
  pagesFor,
  problemText,
  questionField,
  questionsOn,
  titleOf,
  wayOf,
  whyOf,
} from '@msp/workflows/questions';
import { html } from 'hono/html';
import type { Receipt } from '../../contract.js';
import { type Piece, fieldOf, nothing } from './fields.js';
import { type PageView, callMore, layout } from './layout.js';

/** From this page on a concern can be sent, whatever is still unanswered. */
const ENOUGH_FROM = 3;

const councilOf = ({ settings, words }: PageView): string => settings.name?.en ?? words.t('concern.council');

type Form = { readonly view: PageView; readonly sealed: string; readonly page: string };

export const form = ({ view, sealed, page }: Form, content: Piece): Piece =>
  html`<form method="post" action="${view.address}" autocomplete="off" novalidate>
    <input type="hidden" name="state" value="${sealed}" />
    <input type="hidden" name="page" value="${page}" />
    ${content}
  </form>`;

export const button = (go: string, text: string, kind = ''): Piece =>
  html`<button class="button ${kind}" name="go" value="${go}">${text}</button>`;

/** Before the first question: who reads this, when others are told, and what leaving can and cannot do. */
export const beforePage = (view: PageView): Piece => {
  const { t, textOf } = view.words;
  const leave = textOf(
    'concern.before.leave-link',
    'The link “{button}” stays on the screen and shows another page instead. Going back from there may show this page again. If somebody could look, close the window.',
  ).replace('{button}', textOf('exit.button', exitButton));
  return layout(
    view,
    html`<h1>${t('concern.before.title')}</h1>
      <p class="urgent"><strong>${t('concern.before.999')}</strong></p>
      <p>${t('concern.before.lead')}</p>
      <h2>${t('concern.before.who-title')}</h2>
      <p>${t('concern.before.who', { council: councilOf(view) })}</p>
      <p>${t('concern.before.named')}</p>
      <h2>${t('concern.before.share-title')}</h2>
      <p>${t('concern.before.share')}</p>
      <h2>${t('concern.before.leave-title')}</h2>
      <p>${leave}</p>
      <p>${t('concern.before.leave-not')}</p>
      <p>${t('concern.before.kept')}</p>
      ${form(
        { view, sealed: '', page: 'before' },
        html`<p class="actions">
          ${button('next', t('concern.before.start'))} ${button('route', t('concern.before.route'), 'quiet')}
          ${button('news', t('news.open'), 'quiet')}
        </p>`,
      )}`,
  );
};

const summary = (view: PageView, problems: readonly (readonly [name: string, text: string])[]): Piece =>
  problems.length === 0
    ? nothing
    : html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h2>${view.words.t('kit.there-is-a-problem')}</h2>
        <ul>
          ${problems.map(([name, text]) => html`<li><a href="#q-${name}">${text}</a></li>`)}
        </ul>
      </div>`;

type Shown = { readonly view: PageView; readonly sealed: string; readonly answers: Answers };

/** One page of questions. */
export const questionPage = (
  { view, sealed, answers }: Shown,
  page: ConcernPage,
  problems: readonly ConcernProblem[],
): Piece => {
  const { t, textOf } = view.words;
  const way = wayOf(answers);
  const pages = pagesFor(answers);
  const questions = questionsOn(page, answers);
  const title = titleOf(page, way, textOf);
  const lead = leadOf(page, way, textOf);
  const number = pages.findIndex(({ id }) => id === page.id) + 1;
  const texts = new Map(
    problems.map((problem) => {
      const field = questionField(problem.question, answers, textOf);
      return [problem.question.id, problemText(problem, field, textOf, t)];
    }),
  );
  const reasons = [...new Set(questions.map((question) => whyOf(question, way, textOf)))];
  const fields = questions.map((question, index) =>
    fieldOf({
      field: questionField(question, answers, textOf),
      answers,
      problem: texts.get(question.id),
      isHeading: title === undefined && index === 0,
      words: view.words,
    }),
  );
  const isEnough = number >= ENOUGH_FROM && checkConcern(answers).length === 0;
  return layout(
    view,
    html`${summary(view, [...texts])}
    ${form(
      { view, sealed, page: page.id },
      html`<p class="step">${t('concern.step', { number, total: pages.length })}</p>
        ${title === undefined ? nothing : html`<h1>${title}</h1>`}
        ${lead === undefined ? nothing : html`<p class="lead">${lead}</p>`} ${fields}
        <details>
          <summary>${t('kit.why')}</summary>
          ${reasons.map((reason) => html`<p>${reason}</p>`)}
        </details>
        <p class="actions">${button('next', t('concern.continue'))} ${button('back', t('concern.back'), 'quiet')}</p>
        ${
          isEnough
            ? html`<p>${t('concern.send-now-hint')}</p>
                <p>${button('send', t('concern.send-now'), 'quiet')}</p>`
            : nothing
        }`,
    )}`,
  );
};

/** Everything that was said, to look over and change before it is sent. */
export const checkPage = ({ view, sealed, answers }: Shown, problems: readonly ConcernProblem[]): Piece => {
  const { t, textOf } = view.words;
  const texts = problems.map((problem) => {
    const field = questionField(problem.question, answers, textOf);
    return problemText(problem, field, textOf, t);
  });
  const rows = pagesFor(answers).flatMap((page) =>
    questionsOn(page, answers).map((question) => {
      const field = questionField(question, answers, textOf);
      const said = answerInWords(field, answers);
      return html`<div>
        <dt>${field.label}</dt>
        <dd class="answer">${said || t('concern.check.empty')}</dd>
        <dd>
          <button class="link" name="go" value="change:${page.id}">
            ${t('concern.check.change')} <span class="unseen">${field.label}</span>
          </button>
        </dd>
      </div>`;
    }),
  );
  return layout(
    view,
    html`${
        texts.length === 0
          ? nothing
          : html`<div class="error-summary" role="alert">
              <h2>${t('kit.there-is-a-problem')}</h2>
              <ul>
                ${texts.map((text) => html`<li>${text}</li>`)}
              </ul>
            </div>`
      }
      <h1>${t('concern.check.title')}</h1>
      <p>${t('concern.check.lead')}</p>
      ${form(
        { view, sealed, page: 'check' },
        html`<dl class="answers">${rows}</dl>
          <p class="actions">${button('send', t('concern.send'))} ${button('back', t('concern.back'), 'quiet')}</p>`,
      )}`,
  );
};

/** Not sent: says so, keeps the words, and offers to try again. */
export const notSentPage = ({ view, sealed }: Shown): Piece => {
  const { t } = view.words;
  return layout(
    view,
    html`<h1>${t('concern.not-sent.title')}</h1>
      <p class="urgent">${t('concern.not-sent.failed')}</p>
      ${form(
        { view, sealed, page: 'check' },
        html`<p class="actions">
          ${button('send', t('concern.not-sent.again'))} ${button('check', t('concern.back-to-answers'), 'quiet')}
        </p>`,
      )}`,
  );
};

/** The receipt: a reference, what happens next and when, and whom to call. */
export const receiptPage = (
  view: PageView,
  { reference, others = [], code }: Receipt,
  days: { readonly acknowledge: number; readonly decide: number },
  isOwn: boolean,
): Piece => {
  const { t } = view.words;
  const read = days.acknowledge === 1 ? 'concern.receipt.read.one' : 'concern.receipt.read.many';
  const council = view.settings.name?.en ?? t('concern.council.start');
  return layout(
    view,
    html`<h1>${t('concern.receipt.title')}</h1>
      <p>${t('concern.receipt.reference')}</p>
      <p class="reference">${reference}</p>
      ${
        others.length > 0
          ? html`<p>
              ${t('concern.receipt.others', { references: others.map((other) => other.reference).join(', ') })}
            </p>`
          : nothing
      }
      <p>${t('concern.receipt.write-down')}</p>
      <p>${t('concern.receipt.code')}</p>
      <p class="reference">${code}</p>
      <p>${t('concern.receipt.code-safe')}</p>
      <h2>${t('concern.receipt.next-title')}</h2>
      <ul>
        <li>${t(read, { council, days: days.acknowledge })}</li>
        <li>${t(isOwn ? 'concern.receipt.decide.myself' : 'concern.receipt.decide', { days: days.decide })}</li>
        <li>${t(isOwn ? 'concern.receipt.talk.myself' : 'concern.receipt.talk')}</li>
      </ul>
      <p class="hint">${t('concern.receipt.working-days')}</p>
      <h2>${t('concern.receipt.more-title')}</h2>
      <p>${callMore(view)}</p>`,
  );
};
