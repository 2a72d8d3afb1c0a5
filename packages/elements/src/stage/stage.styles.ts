import { css } from 'lit';

/** A stage: steps as disclosures, cards for what is being decided about, and the person's words beside them. */
export const stage = css`
  :host {
    container-type: inline-size;
    --_pad: clamp(12px, 3cqi, 28px);
    padding: clamp(12px, 3vw, 28px);
  }

  :is(h1, h2, h3, h4, .step, .outcome, .error-summary, .field) {
    scroll-margin-block-start: 72px;
  }

  .columns {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: var(--_space);
  }

  .main {
    min-width: 0;
  }

  .main > * + * {
    margin-block-start: var(--_space);
  }

  .main > :is(h3, h4) {
    margin-block-start: calc(var(--_space) * 2);
  }

  .main p {
    max-width: var(--_measure);
  }

  @container (min-width: 50em) {
    .columns {
      display: flex;
      flex-direction: row-reverse;
      align-items: start;
    }

    .main {
      flex: 1 1 0;
    }

    .columns > .said {
      position: sticky;
      flex: 0 0 17em;
      inset-block-start: 1em;
      max-height: calc(100vh - 2em);
      overflow: auto;
    }
  }

  /* Below a case the same words stand just above, where there is no room beside. */
  @container (max-width: 49.99em) {
    .columns.shared > .said {
      display: none;
    }
  }

  .said details {
    margin-block-start: 0.8em;
  }

  .said summary::before {
    margin-inline-end: 0.35em;
  }

  .said {
    min-width: 0;
    border-radius: var(--_radius);
    padding: 0.9em 1em;
    background: var(--_panel);
  }

  .quote {
    margin: 0.8em 0 0;
    border-inline-start: 4px solid var(--_action);
    padding-inline-start: 0.8em;
  }

  blockquote {
    margin: 0;
    font-size: 1.08em;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  blockquote::before {
    content: '“';
  }

  blockquote::after {
    content: '”';
  }

  .stands {
    border-inline-start: 6px solid var(--_action);
    padding: 0.1em 0 0.1em 0.9em;
    font-weight: 700;
  }

  .stands + .stands-more {
    margin-block-start: 0.4em;
  }

  .step,
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .step + .step {
    margin-block-start: -1px;
  }

  .tucked > summary.step-title {
    padding-inline: 0;
  }

  .because {
    margin-block: 0.2em 0.8em;
    border-inline-start: 4px solid var(--_action);
    padding-inline-start: 0.8em;
  }

  .tucked > .step,
  .main > .step + .step {
    margin-block-start: 0.5em;
  }

  .step.next {
    border: 2px solid var(--_action);
  }

  .tucked {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .tucked > .step-title,
  .step > .step-title {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-height: 44px;
    padding: 0.4em var(--_pad);
    font-weight: 700;
    text-decoration: none;
  }

  .step-name + .tag {
    margin-inline-start: 0.5em;
  }

  summary.step-title .step-name {
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.06em);
    text-underline-offset: 0.15em;
  }

  summary.step-title:focus-visible {
    color: var(--_on-focus);
  }

  summary.step-title::before {
    width: 0.7em;
    flex: none;
  }

  .step > .step-title + .muted {
    padding: 0 var(--_pad) 0.8em;
  }

  .step-body {
    padding: 0.3em var(--_pad) calc(var(--_space) * 1.2);
  }

  .lead {
    margin-block: 0.2em 0.8em;
  }

  .tag {
    display: inline-block;
    border-radius: var(--_radius);
    padding: 0.05em 0.55em;
    background: var(--_action);
    color: var(--_on-action);
    font-size: var(--_size-small);
    font-weight: 700;
  }

  .tag.quiet {
    background: var(--_panel);
    color: var(--_text);
    font-weight: 400;
  }

  .card {
    padding: 0.9em var(--_pad);
  }

  .cards {
    display: grid;
    gap: var(--_space);
    padding: 0;
    list-style: none;
  }

  .cards .card {
    margin: 0;
  }

  .card > * + * {
    margin-block-start: 0.6em;
  }

  .card .step {
    border-inline: 0;
    border-block-end: 0;
    border-radius: 0;
  }

  .card .step > .step-title,
  .card .step-body {
    padding-inline: 0;
  }

  .card .step.next {
    border: 0;
    border-block-start: 2px solid var(--_action);
  }

  .card-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.3em 1em;
  }

  .card-head .quote {
    margin: 0;
  }

  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .in-the-way ul {
    margin-block-start: 0.5em;
  }

  .in-the-way li + li {
    margin-block-start: 0.8em;
  }

  .cites {
    display: block;
  }

  .plan {
    padding-inline-start: 1.2em;
  }

  @container (min-width: 34em) {
    .choices:has(> :nth-child(12)) {
      columns: 2;
      column-gap: 1.5em;
    }

    .choice {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .tag,
    .said,
    .quote {
      border: 1px solid CanvasText;
    }
  }
`;
