import { MspConcernFormElement } from '../concern/concern-form.element.js';
import './msp-exit.js';

if (!customElements.get('msp-concern-form')) customElements.define('msp-concern-form', MspConcernFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-concern-form': MspConcernFormElement;
  }
}
