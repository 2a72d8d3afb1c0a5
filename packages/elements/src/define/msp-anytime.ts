import { MspAnytimeElement } from '../person/anytime.element.js';

if (!customElements.get('msp-anytime')) customElements.define('msp-anytime', MspAnytimeElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-anytime': MspAnytimeElement;
  }
}
