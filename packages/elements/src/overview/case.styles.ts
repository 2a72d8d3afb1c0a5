import { css } from 'lit';

/** One case: a heading, the person first, then where it is, what is missing, and the work of the stage. */
export const caseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    padding: 0;
    background: none;
  }

  .page > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  .box {
    padding: clamp(12px, 3cqi, 28px);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .box > :last-child,
  .box > div > :last-child {
    margin-block-end: 0;
  }

  .box :is(h1, h2, h3) {
    margin-block: 0 0.5em;
  }

  .person > div + div {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .person > div > p {
    margin-block: 0.8em 0;
  }

  .box
    > :is(
      msp-concern,
      msp-three-point-test,
      msp-outcomes,
      msp-check-in,
      msp-closure,
      msp-step-down,
      msp-anytime,
      msp-timeline
    ) {
    padding: 0;
  }

  .danger {
    border: 4px solid var(--_error);
  }

  .danger p {
    font-weight: 700;
    margin-block: 0 0.4em;
  }

  .stages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    list-style: none;
    margin: 0.6em 0;
    padding: 0;
  }

  .stages li {
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.25em 0.7em;
    color: var(--_muted);
  }

  .stages [aria-current] {
    border: 3px solid var(--_action);
    color: var(--_text);
    font-weight: 700;
  }

  .said {
    display: grid;
    gap: var(--_space);
  }

  .quote {
    margin: 0;
    border-inline-start: 5px solid var(--_action);
    padding-inline-start: 0.9em;
  }

  blockquote {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.4;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  blockquote::before {
    content: '“';
  }

  blockquote::after {
    content: '”';
  }

  figcaption,
  .answer {
    margin: 0.3em 0 0;
  }

  .answer {
    font-weight: 700;
  }

  .wants {
    display: grid;
    gap: var(--_space);
    list-style: none;
    margin: 0.6em 0 0;
    padding: 0;
  }

  .missing ul {
    padding-inline-start: 1.2em;
  }

  .missing li {
    margin-block-end: 0.5em;
  }

  .cites {
    display: block;
  }

  @container (min-width: 60em) {
    .person {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--_space) * 2);
    }

    .person > div + div {
      margin-block-start: 0;
    }
  }
`;
