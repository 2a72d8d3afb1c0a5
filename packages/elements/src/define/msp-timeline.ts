import { MspTimelineElement } from '../overview/timeline.element.js';

if (!customElements.get('msp-timeline')) customElements.define('msp-timeline', MspTimelineElement);

declare global {
  interface HTMLElementTagNameMap {
    'msp-timeline': MspTimelineElement;
  }
}
