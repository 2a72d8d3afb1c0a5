import { css } from 'lit';

/** The record: days as headings, entries along a line, words that were said set apart. */
export const timelineStyles = css`
  :host {
    container-type: inline-size;
    padding: clamp(12px, 3vw, 28px);
  }

  ol {
    padding: 0;
    list-style: none;
  }

  .order {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1em;
    margin-block: 0.6em 0;
  }

  .day {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .day > ol {
    margin-block-start: 0.5em;
    border-inline-start: 3px solid var(--_line);
  }

  .entry {
    position: relative;
    padding-block: 0.6em;
    padding-inline-start: 1.1em;
  }

  .entry + .entry {
    margin: 0;
  }

  .entry::before {
    content: '';
    position: absolute;
    inset-block-start: 1.05em;
    inset-inline-start: calc(-0.3em - 2px);
    width: 0.6em;
    height: 0.6em;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_border);
  }

  .entry.urgent::before {
    background: var(--_error);
  }

  .name {
    font-weight: 700;
  }

  p + p,
  .name + p {
    margin-block-start: 0.1em;
  }

  .urgent > .name {
    color: var(--_error);
  }

  dl {
    margin-block-start: 0.5em;
    max-width: var(--_measure);
  }

  dl > div + div {
    margin-block-start: 0.45em;
  }

  dt {
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  dd ul {
    white-space: normal;
  }

  blockquote {
    margin: 0.15em 0 0;
    border-inline-start: 4px solid var(--_action);
    padding-inline-start: 0.7em;
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

  .put-right {
    margin-block-start: 0.6em;
    border-inline-start: 4px solid var(--_line);
    padding: 0.5em 0.9em;
    background: var(--_panel);
  }

  .readings {
    display: grid;
    gap: 0.8em 1.5em;
    margin-block-start: 0.5em;
  }

  .struck-out {
    text-decoration: line-through;
  }

  @container (min-width: 50em) {
    .readings {
      grid-template-columns: 1fr 1fr;
    }

    .entry > dl > div:not(.said) {
      display: grid;
      grid-template-columns: 15em minmax(0, 1fr);
      gap: 0 1em;
    }

    .entry > dl > div:not(.said) > dt {
      font-size: 1em;
    }

    .entry > dl {
      max-width: none;
    }

    .entry > dl dd {
      max-width: var(--_measure);
    }
  }
`;
