import { css } from 'lit';

/**
 * Design tokens. A page sets `--msp-…` anywhere above the element; inside, only the private names are read, each with a
 * default that works unbranded. Colours follow the page's `color-scheme`, so a form never turns dark on a light page.
 */
export const tokens = css`
  :host {
    --_text: var(--msp-color-text, #0b0c0c);
    --_muted: var(--msp-color-muted, #484f54);
    --_surface: var(--msp-color-surface, #ffffff);
    --_panel: var(--msp-color-panel, #f1f4f5);
    --_border: var(--msp-color-border, #5a6268);
    --_line: var(--msp-color-line, #c3c9cd);
    --_action: var(--msp-color-action, #0b5345);
    --_on-action: var(--msp-color-on-action, #ffffff);
    --_action-hover: var(--msp-color-action-hover, #073a30);
    --_link: var(--msp-color-link, #0b4f8a);
    --_error: var(--msp-color-error, #b3141d);
    --_focus: var(--msp-color-focus, #ffd23f);
    --_on-focus: var(--msp-color-on-focus, #0b0c0c);
    --_exit: var(--msp-color-exit, #0b0c0c);
    --_on-exit: var(--msp-color-on-exit, #ffffff);

    --_size: var(--msp-font-size, max(1rem, 16px));
    --_size-small: var(--msp-font-size-small, max(0.875rem, 15px));
    --_size-heading: var(--msp-font-size-heading, max(1.5rem, 24px));
    --_space: var(--msp-space, 1em);
    --_radius: var(--msp-radius, 4px);
    --_measure: var(--msp-measure, 38em);
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_text: var(--msp-color-text, light-dark(#0b0c0c, #f2f4f5));
      --_muted: var(--msp-color-muted, light-dark(#484f54, #b9c1c6));
      --_surface: var(--msp-color-surface, light-dark(#ffffff, #17191b));
      --_panel: var(--msp-color-panel, light-dark(#f1f4f5, #24282b));
      --_border: var(--msp-color-border, light-dark(#5a6268, #9aa3a9));
      --_line: var(--msp-color-line, light-dark(#c3c9cd, #454c51));
      --_action: var(--msp-color-action, light-dark(#0b5345, #8fd6c1));
      --_on-action: var(--msp-color-on-action, light-dark(#ffffff, #0b0c0c));
      --_action-hover: var(--msp-color-action-hover, light-dark(#073a30, #b5e6d8));
      --_link: var(--msp-color-link, light-dark(#0b4f8a, #8cc4f5));
      --_error: var(--msp-color-error, light-dark(#b3141d, #ff9b96));
      --_exit: var(--msp-color-exit, light-dark(#0b0c0c, #f2f4f5));
      --_on-exit: var(--msp-color-on-exit, light-dark(#ffffff, #0b0c0c));
    }
  }

  @media (min-width: 40em) {
    :host {
      --_size: var(--msp-font-size, max(1.1875rem, 19px));
      --_size-small: var(--msp-font-size-small, max(1rem, 16px));
      --_size-heading: var(--msp-font-size-heading, max(1.75rem, 28px));
    }
  }
`;
