import { MspThreePointTestElement } from '../threshold/three-point-test.element.js';

if (!customElements.get('msp-three-point-test')) {
  customElements.define('msp-three-point-test', MspThreePointTestElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'msp-three-point-test': MspThreePointTestElement;
  }
}
