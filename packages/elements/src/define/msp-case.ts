import { MspCaseElement } from '../overview/case.element.js';
import './msp-anytime.js';
import './msp-check-in.js';
import './msp-closure.js';
import './msp-concern.js';
import './msp-outcomes.js';
import './msp-step-down.js';
import './msp-three-point-test.js';
import './msp-timeline.js';

if (!customElements.get('msp-case')) customElements.define('msp-case', MspCaseElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-case': MspCaseElement;
  }
}
