import { css } from 'lit';

/** Type, focus and what is inherited from the page. The font is the page's own; its odder habits stay outside. */
export const base = css`
  :host {
    display: block;
    color: var(--_text);
    background: var(--_surface);
    font-size: var(--_size);
    line-height: 1.4;
    font-style: normal;
    font-weight: 400;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    overflow-wrap: break-word;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  legend,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }

  h1,
  h2,
  h3,
  h4,
  .heading {
    font-size: var(--_size-heading);
    line-height: 1.2;
    font-weight: 700;
    text-wrap: balance;
  }

  h3,
  h4,
  .heading-small {
    font-size: 1.15em;
    line-height: 1.3;
    font-weight: 700;
  }

  p + p,
  p + ul,
  p + ol,
  ul + p,
  ol + p {
    margin-block-start: calc(var(--_space) * 0.75);
  }

  ul,
  ol {
    padding-inline-start: 1.3em;
  }

  li + li {
    margin-block-start: 0.3em;
  }

  a,
  .link {
    color: var(--_link);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.06em);
    text-underline-offset: 0.15em;
  }

  a:hover,
  .link:hover {
    text-decoration-thickness: 0.16em;
  }

  .link {
    display: inline-block;
    min-height: 24px;
    border: 0;
    padding: 0.15em 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  /* Yellow alone fails 3:1 on white, a dark ring alone fails on black: both together are seen on any surface. */
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 0;
    box-shadow: 0 0 0 6px var(--_on-focus);
  }

  input[type='radio']:focus-visible {
    border-radius: 50%;
  }

  a:focus-visible,
  .link:focus-visible,
  summary:focus-visible {
    background: var(--_focus);
    color: var(--_on-focus);
    outline: 3px solid var(--_on-focus);
    box-shadow: none;
  }

  [tabindex='-1']:focus {
    outline: none;
    box-shadow: none;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: var(--_size-small);
  }

  .only-read-aloud,
  .live {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .button,
    .link {
      transition: background-color 120ms;
    }
  }
`;
