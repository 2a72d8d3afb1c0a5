import { css } from 'lit';

/** One case: the person first and large, then what is missing, and the work of the stage. */
export const caseStyles = css`
  :host {
    container-type: inline-size;
    background: none;
    --_pad: clamp(14px, 3cqi, 28px);
  }

  .page > * + * {
    margin-block-start: var(--_space);
  }

  .box {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_pad);
    background: var(--_surface);
  }

  .box > [heading-level] {
    padding: 0;
  }

  .box p {
    max-width: var(--_measure);
  }

  :is(.heading, .heading-small) + * {
    margin-block-start: 0.5em;
  }

  * + .heading-small {
    margin-block-start: 1.3em;
  }

  .danger {
    margin-block: 0.8em;
    border: 4px solid var(--_error);
    border-radius: var(--_radius);
    padding: 0.6em 0.9em;
  }

  .danger .heading-small {
    color: var(--_error);
  }

  .stages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 0.5em;
    margin-block-start: 0.8em;
    padding: 0;
    list-style: none;
  }

  .stages li {
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.15em 0.6em;
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .stages [aria-current] {
    border: 2px solid var(--_action);
    background: var(--_action);
    color: var(--_on-action);
    font-weight: 700;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2.2em;
    margin-block-start: 1em;
  }

  dt {
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .person {
    display: grid;
    gap: calc(var(--_space) * 2);
    border-block-start: 6px solid var(--_action);
  }

  .person > * {
    min-width: 0;
  }

  .quote {
    margin: 1em 0 0;
    border-inline-start: 5px solid var(--_action);
    padding-inline-start: 0.9em;
  }

  blockquote {
    margin: 0;
    font-size: 1.25em;
    line-height: 1.35;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  blockquote::before {
    content: '“';
  }

  blockquote::after {
    content: '”';
  }

  blockquote + p,
  figcaption {
    margin-block-start: 0.3em;
  }

  details,
  .answers {
    margin-block-start: 1em;
  }

  .others {
    margin-block-start: 1.5em;
    border-radius: var(--_radius);
    padding: 0.8em 1em;
    background: var(--_panel);
  }

  .others .heading-small {
    margin: 0;
  }

  .others .quote {
    border-color: var(--_border);
  }

  .others blockquote,
  details blockquote {
    font-size: 1.05em;
  }

  .heading + .wants {
    display: grid;
    gap: 1.6em;
    margin-block-start: 1em;
    padding: 0;
    list-style: none;
  }

  .want {
    margin: 0;
  }

  .want > * + * {
    margin-block-start: 0.45em;
  }

  .want .quote {
    margin: 0;
  }

  .tag {
    display: inline-block;
    border: 2px solid var(--_action);
    border-radius: var(--_radius);
    padding: 0 0.5em;
    font-weight: 700;
  }

  .missing li + li {
    margin-block-start: 0.8em;
  }

  .cites {
    display: block;
  }

  .lead {
    font-size: 1.15em;
  }

  .urgent {
    border-inline-start: 6px solid var(--_error);
    padding-inline-start: 0.8em;
  }

  .record > msp-timeline {
    margin-block-start: 1em;
  }

  @container (min-width: 60em) {
    .person {
      grid-template-columns: 3fr 2fr;
      gap: calc(var(--_space) * 3);
    }
  }

  /* Beside the work of the stage there is room for the person’s words only on a wide page; on a narrow one they are above. */
  @container (max-width: 60em) {
    .box > [heading-level]::part(said) {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .stages [aria-current] {
      border-width: 4px;
    }
  }
`;
