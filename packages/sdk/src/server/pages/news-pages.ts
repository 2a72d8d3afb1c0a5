import type { News } from '@msp/workflows/questions';
import { html } from 'hono/html';
import { button, form } from './concern-pages.js';
import { type Piece, fieldOf, nothing } from './fields.js';
import { type PageView, layout } from './layout.js';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

type Text = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'text' | 'textarea';
  readonly problem?: string;
};

const box = (view: PageView, { name, label, hint, kind = 'text', problem }: Text, value = ''): Piece =>
  fieldOf({
    field: { name, kind, label, hint, options: undefined, rows: 4, autocomplete: undefined },
    answers: { [name]: value },
    problem,
    isHeading: false,
    words: view.words,
  });

/** What has to be put right, above everything else. */
const summary = (view: PageView, name: string, problem: string | undefined): Piece =>
  problem === undefined
    ? nothing
    : html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h2>${view.words.t('kit.there-is-a-problem')}</h2>
        <ul>
          <li><a href="#q-${name}">${problem}</a></li>
        </ul>
      </div>`;

/** Where the code of a receipt is typed. */
export const codePage = (view: PageView, problem?: 'missing' | 'not-found'): Piece => {
  const { t } = view.words;
  const text = problem && t(`news.code.${problem}`);
  const field = { name: 'code', label: t('news.code.label'), hint: t('news.code.hint') };
  return layout(
    view,
    html`${summary(view, 'code', text)}
      <h1>${t('news.code.title')}</h1>
      <p>${t('news.code.lead')}</p>
      ${form(
        { view, sealed: '', page: 'news-code' },
        html`${box(view, { ...field, ...(text !== undefined && { problem: text }) })}
          <p class="actions">
            ${button('next', t('news.code.open'))} ${button('before', t('concern.back'), 'quiet')}
          </p>`,
      )}`,
  );
};

/** What a page shows of a concern to whoever raised it, and what they were about to add. */
export type NewsShown = {
  readonly reference: string;
  readonly news: readonly News[];
  readonly sealed: string;
  readonly state: 'opened' | 'added' | 'missing' | 'not-added';
  readonly typed: { readonly more: string; readonly callBack: string };
};

const line = ({ words: { t } }: PageView, { what, at, said }: News): Piece =>
  html`<li>
    ${t(`news.${what}`, { day: day.format(new Date(at)) })}
    ${said === undefined ? nothing : html`<blockquote class="answer">${said}</blockquote>`}
  </li>`;

/** What became of a concern, as far as it can be told, and room to say more. */
export const newsPage = (view: PageView, { reference, news, sealed, state, typed }: NewsShown): Piece => {
  const { t } = view.words;
  const problem = state === 'missing' ? t('news.add.missing') : undefined;
  const more = { name: 'more', label: t('news.add.what'), kind: 'textarea' as const };
  return layout(
    view,
    html`${summary(view, 'more', problem)}
      ${state === 'added' ? html`<p class="notice" role="status">${t('news.added')}</p>` : nothing}
      ${state === 'not-added' ? html`<p class="urgent" role="alert">${t('news.not-added')}</p>` : nothing}
      <h1>${t('news.title')}</h1>
      <p>${t('news.reference')} <strong class="whole">${reference}</strong></p>
      <ul>
        <li>${t('news.received')}</li>
        ${news.map((each) => line(view, each))}
      </ul>
      ${news.some(({ what }) => what === 'told') ? nothing : html`<p>${t('news.nothing')}</p>`}
      <p class="hint">${t('news.limits')}</p>
      <h2>${t('news.add.title')}</h2>
      <p>${t('news.add.urgent')}</p>
      ${form(
        { view, sealed, page: 'news' },
        html`${box(view, { ...more, ...(problem !== undefined && { problem }) }, typed.more)}
          ${box(view, { name: 'callBack', label: t('news.add.call-back'), hint: t('news.add.call-back.hint') }, typed.callBack)}
          <p class="actions">${button('next', t('news.add.send'))} ${button('before', t('news.another'), 'quiet')}</p>`,
      )}`,
  );
};
