import { MspConcernElement } from '../concern/concern.element.js';

if (!customElements.get('msp-concern')) customElements.define('msp-concern', MspConcernElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-concern': MspConcernElement;
  }
}
