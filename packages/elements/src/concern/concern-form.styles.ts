import { css } from 'lit';

/** The form as a page of its own inside the page. */
export const concernForm = css`
  :host {
    --_pad: clamp(16px, 4vw, 36px);
    padding: var(--_pad);
    scroll-padding-block-start: 72px;
  }

  msp-exit {
    margin-block-end: 0.6em;
  }

  .page {
    max-width: var(--_measure);
  }

  .page > * + * {
    margin-block-start: var(--_space);
  }

  .page > h3,
  .page > h4 {
    margin-block-start: calc(var(--_space) * 1.6);
  }

  .page > h3 + p,
  .page > h4 + p {
    margin-block-start: 0.35em;
  }

  :is(h1, h2, h3, h4, .field, input, textarea, button, summary, .error-summary) {
    scroll-margin-block-start: 84px;
  }

  .step {
    margin-block: 0.2em 0.4em;
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .lead {
    margin-block: 0.5em 1em;
  }

  .fields {
    margin-block-start: 1em;
  }

  .fields label,
  .fields legend {
    font-size: 1.05em;
  }

  .fields .choice label,
  .fields .date-part label {
    font-size: 1em;
  }

  .fields .heading label,
  .fields legend:has(.heading) {
    font-size: inherit;
  }

  .enough {
    margin-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
    padding-block-start: var(--_space);
  }

  .enough p {
    margin-block-end: 0.6em;
  }

  .talk {
    max-width: var(--_measure);
    margin-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
    padding-block-start: var(--_space);
  }

  .talk p {
    font-size: var(--_size-small);
  }

  .number {
    white-space: nowrap;
  }

  .talk strong {
    font-weight: 700;
  }

  .answers > div {
    border-block-end: 1px solid var(--_line);
    padding-block: 0.7em;
  }

  .answers dt {
    font-weight: 700;
  }

  .answers .answer {
    white-space: pre-line;
  }

  .answers .link {
    margin-block-start: 0.2em;
  }

  .reference {
    margin-block: 0.2em;
    font-size: var(--_size-heading);
    font-weight: 700;
    letter-spacing: 0.04em;
  }

  @media (min-width: 40em) {
    .answers > div {
      display: grid;
      grid-template-columns: 11em 1fr auto;
      gap: 0 1em;
    }

    .answers .link {
      margin: 0;
    }
  }
`;
