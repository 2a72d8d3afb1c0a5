import { MspStepDownElement } from '../step-down/step-down.element.js';

if (!customElements.get('msp-step-down')) customElements.define('msp-step-down', MspStepDownElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-step-down': MspStepDownElement;
  }
}
