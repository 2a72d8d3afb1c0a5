import { css, html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { MspElement, WIPE } from './element.js';
import { exitMessages } from './exit.messages.js';

const PRESSES = 3;
const WITHIN_MS = 5000;
const NEUTRAL = 'https://www.bbc.co.uk/weather';

/** Only a web address can be left to: never `javascript:` or `data:`. */
const webAddress = (address: string): string => (/^https?:\/\//i.test(address) ? address : NEUTRAL);

/**
 * @summary Leaves the page at once, by button or by pressing Shift three times, and leaves nothing behind in it.
 *
 * In this order, without waiting: every element of this package forgets and empties itself, the page turns blank, and a
 * neutral page takes its place in the history, so that Back does not return here. It cannot delete the browser's own list of
 * visited pages, and says so nowhere near the button: say it before the first question.
 *
 * @element msp-exit
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} to - The neutral page to go to. Must be `http` or `https`. Default: a weather forecast.
 *
 * @fires {CustomEvent<Record<never, never>>} msp-wipe - On `window`, before leaving: drop what you hold. It carries nothing.
 *
 * @csspart button - The button.
 *
 * @cssproperty --msp-color-exit - Background of the button.
 * @cssproperty --msp-color-on-exit - Text of the button.
 */
export class MspExitElement extends MspElement<keyof typeof exitMessages> {
  static override messages: typeof exitMessages = exitMessages;
  static override properties: PropertyDeclarations = { to: { type: String } };
  static override styles: CSSResultGroup = [
    MspElement.styles,
    css`
      :host {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        justify-content: flex-end;
        background: none;
        pointer-events: none;
      }

      button {
        min-height: 44px;
        margin: 0;
        border: 2px solid var(--_surface);
        border-radius: var(--_radius);
        padding: 0.4em 1em;
        background: var(--_exit);
        color: var(--_on-exit);
        font: inherit;
        font-weight: 700;
        cursor: pointer;
        pointer-events: auto;
      }

      @media (max-width: 30em) {
        button {
          width: 100%;
        }
      }

      @media (forced-colors: active) {
        button {
          border-color: ButtonText;
        }
      }
    `,
  ];

  declare to: string;

  #presses: number[] = [];
  #alone = false;
  #leaving = false;

  constructor() {
    super();
    this.to = NEUTRAL;
  }

  /** Forgets, blanks and leaves. Runs to its end before anything else can. */
  exit(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    window.dispatchEvent(new CustomEvent(WIPE));
    document.documentElement.style.setProperty('visibility', 'hidden', 'important');
    this.replacePage(webAddress(this.to));
  }

  /** @internal Tests watch this instead of leaving their own page. */
  protected replacePage(address: string): void {
    window.location.replace(address);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#onKeyDown, true);
    window.addEventListener('keyup', this.#onKeyUp, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKeyDown, true);
    window.removeEventListener('keyup', this.#onKeyUp, true);
  }

  protected override restart(): void {
    this.#leaving = false;
    this.#presses = [];
    document.documentElement.style.removeProperty('visibility');
    super.restart();
  }

  protected override render(): TemplateResult {
    return html`<button part="button" type="button" @click=${() => this.exit()}>${this.t('exit.button')}</button>`;
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift') this.#alone = false;
    else if (!event.repeat) this.#alone = true;
  };

  /** Counts Shift only where nothing was typed with it: capitals are no wish to leave. */
  #onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift' || !this.#alone) return;
    this.#alone = false;
    const now = event.timeStamp;
    this.#presses = [...this.#presses.filter((at) => now - at < WITHIN_MS), now];
    if (this.#presses.length >= PRESSES) {
      this.exit();
      return;
    }
    this.announce(this.t(this.#presses.length === 1 ? 'exit.pressed.1' : 'exit.pressed.2'));
  };
}
