import { css } from 'lit';

/** Fields, errors and buttons. Sizes and spacing after GOV.UK's, without its brand. */
export const form = css`
  form {
    max-width: var(--_measure);
  }

  .field,
  .item {
    display: block;
    min-width: 0;
    margin-block: 0 calc(var(--_space) * 1.5);
    border: 0;
  }

  .field.has-error {
    border-inline-start: 4px solid var(--_error);
    padding-inline-start: 0.8em;
  }

  label,
  legend {
    display: block;
    font-weight: 700;
    max-width: 100%;
  }

  .heading label,
  .heading legend {
    font: inherit;
  }

  .choice label,
  .date-part label {
    font-weight: 400;
  }

  .hint {
    color: var(--_muted);
    margin-block: 0.25em 0.5em;
  }

  .error {
    color: var(--_error);
    font-weight: 700;
    margin-block: 0.25em 0.5em;
  }

  input[type='text'],
  textarea,
  select {
    display: block;
    width: 100%;
    min-height: 44px;
    margin-block-start: 0.35em;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    padding: 0.35em 0.5em;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  input[type='text'],
  select {
    max-width: 30em;
  }

  textarea {
    resize: vertical;
    line-height: 1.45;
  }

  [aria-invalid='true']:is(input, textarea, select) {
    border-color: var(--_error);
  }

  .choices {
    margin-block-start: 0.4em;
  }

  .choice {
    position: relative;
    min-height: 44px;
    padding-block: 2px;
    padding-inline-start: 48px;
  }

  .choice input {
    position: absolute;
    inset-block-start: 9px;
    inset-inline-start: 6px;
    width: 26px;
    height: 26px;
    margin: 0;
    accent-color: var(--_action);
    cursor: pointer;
  }

  .choice label {
    padding-block: calc((44px - 1.4em) / 2 - 2px);
    cursor: pointer;
  }

  .choice .hint {
    margin-block: -0.35em 0.5em;
  }

  .or {
    margin-block: 0.3em;
    padding-inline-start: 12px;
  }

  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8em;
  }

  .date input.day,
  .date input.month {
    width: 3.2em;
  }

  .date input.year {
    width: 5em;
  }

  .item {
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 0.8em;
  }

  .item legend {
    margin-block-end: 0.5em;
  }

  .why {
    margin-block: 0.4em;
  }

  summary {
    display: inline-block;
    min-height: 24px;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  summary::before {
    content: '+ ';
    display: inline-block;
    width: 0.9em;
  }

  [open] > summary::before {
    content: '\\2212 ';
  }

  .why p {
    margin-block-start: 0.4em;
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 0.8em;
  }

  .inset {
    margin-block: calc(var(--_space) * 0.75) var(--_space);
    border-inline-start: 6px solid var(--_line);
    padding: 0.7em 0.9em;
    background: var(--_panel);
  }

  .inset.urgent {
    border-color: var(--_error);
  }

  .error-summary {
    margin-block-end: calc(var(--_space) * 1.5);
    border: 4px solid var(--_error);
    border-radius: var(--_radius);
    padding: 0.8em 1em;
  }

  .error-summary ul {
    margin-block-start: 0.5em;
    padding: 0;
    list-style: none;
  }

  .error-link:not(:focus-visible) {
    color: var(--_error);
    font-weight: 700;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.8em 1.2em;
    margin-block: calc(var(--_space) * 1.5) 0;
  }

  .button {
    display: inline-block;
    min-height: 44px;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    padding: 0.45em 1.1em;
    background: var(--_action);
    color: var(--_on-action);
    font: inherit;
    font-weight: 700;
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
  }

  .button:hover {
    background: var(--_action-hover);
  }

  .button.quiet {
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 400;
  }

  .button.quiet:hover {
    background: var(--_panel);
  }

  .button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  @media (max-width: 30em) {
    .actions .button {
      width: 100%;
    }
  }

  @media (forced-colors: active) {
    .button,
    .error-summary,
    .inset {
      border-color: ButtonText;
    }

    .choice input {
      accent-color: auto;
    }
  }
`;
