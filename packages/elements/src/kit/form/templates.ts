import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { KitMessageId, Params } from '../messages.js';
import type { Problem } from './field.js';

/** A piece of a page, or nothing. */
export type Piece = TemplateResult | typeof nothing;

/** What the parts of a form need of the element that shows them. */
export type FormView = {
  readonly t: (id: KitMessageId, params?: Params) => string;
  /** Starts every id, so that ids are unique in the shadow root. */
  readonly prefix: string;
};

/** An id that is safe in `aria-describedby` and in a selector. */
export const idOf = (view: FormView, name: string, part = ''): string =>
  `${view.prefix}-${name.replaceAll(/[^\w-]/g, '-')}${part && `-${part}`}`;

/** A heading of the level that fits the page around it. It can take the focus, for when a page changes. */
export function heading(level: number, text: unknown, options: { id?: string; small?: boolean } = {}): TemplateResult {
  const id = options.id ?? nothing;
  const size = options.small ? 'heading-small' : 'heading';
  if (level <= 1) return html`<h1 id=${id} class=${size} part="heading" tabindex="-1">${text}</h1>`;
  if (level === 2) return html`<h2 id=${id} class=${size} part="heading" tabindex="-1">${text}</h2>`;
  if (level === 3) return html`<h3 id=${id} class=${size} part="heading" tabindex="-1">${text}</h3>`;
  return html`<h4 id=${id} class=${size} part="heading" tabindex="-1">${text}</h4>`;
}

/** Why something is asked, on request. */
export const why = (view: FormView, text: string | undefined): Piece =>
  text
    ? html`<details class="why">
        <summary>${view.t('kit.why')}</summary>
        <p>${text}</p>
      </details>`
    : nothing;

/** A quiet box for something that must not be missed. */
export const inset = (text: unknown, kind: 'plain' | 'urgent' = 'plain'): TemplateResult =>
  html`<div class="inset ${kind}" part="inset">${text}</div>`;

/** The main button of a form. Busy is said, not only drawn; the button stays reachable, and a second press does nothing. */
export const mainButton = (text: unknown, options: { busy?: boolean } = {}): TemplateResult =>
  html`<button class="button" part="button main-button" type="submit" aria-disabled=${options.busy ? 'true' : nothing}>
    ${text}
  </button>`;

/** Any other button. */
export const quietButton = (text: unknown, onClick: () => void): TemplateResult =>
  html`<button class="button quiet" part="button quiet-button" type="button" @click=${onClick}>${text}</button>`;

/** A button that reads as a link: it does something here and goes nowhere, so it leaves no address behind. */
export const linkButton = (text: unknown, onClick: () => void): TemplateResult =>
  html`<button class="link" part="link-button" type="button" @click=${onClick}>${text}</button>`;

/** What has to be put right, each a way to its field. Give it the focus when it appears: `focusOn('.error-summary')`. */
export function errorSummary(
  view: FormView,
  problems: readonly Problem[],
  level: number,
  goTo: (name: string) => void,
): Piece {
  if (problems.length === 0) return nothing;
  return html`<div class="error-summary" part="error-summary" role="alert" tabindex="-1">
    ${heading(level, view.t('kit.there-is-a-problem'), { small: true })}
    <ul>
      ${problems.map(
        ({ name, text }) =>
          html`<li><button class="link error-link" type="button" @click=${() => goTo(name)}>${text}</button></li>`,
      )}
    </ul>
  </div>`;
}
