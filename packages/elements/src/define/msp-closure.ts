import { MspClosureElement } from '../closure/closure.element.js';

if (!customElements.get('msp-closure')) customElements.define('msp-closure', MspClosureElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-closure': MspClosureElement;
  }
}
