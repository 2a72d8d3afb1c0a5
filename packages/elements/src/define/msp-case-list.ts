import { MspCaseListElement } from '../overview/case-list.element.js';

if (!customElements.get('msp-case-list')) customElements.define('msp-case-list', MspCaseListElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-case-list': MspCaseListElement;
  }
}
