import { MspCheckInElement } from '../check-ins/check-in.element.js';

if (!customElements.get('msp-check-in')) customElements.define('msp-check-in', MspCheckInElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-check-in': MspCheckInElement;
  }
}
