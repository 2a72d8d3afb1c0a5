import { MspProviderElement } from '../kit/provider.element.js';

if (!customElements.get('msp-provider')) customElements.define('msp-provider', MspProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-provider': MspProviderElement;
  }
}
