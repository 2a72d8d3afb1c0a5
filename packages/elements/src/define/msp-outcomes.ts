import { MspOutcomesElement } from '../outcomes/outcomes.element.js';

if (!customElements.get('msp-outcomes')) customElements.define('msp-outcomes', MspOutcomesElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-outcomes': MspOutcomesElement;
  }
}
