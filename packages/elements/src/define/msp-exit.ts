import { MspExitElement } from '../kit/exit.element.js';

if (!customElements.get('msp-exit')) customElements.define('msp-exit', MspExitElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-exit': MspExitElement;
  }
}
