export { MspConcernFormElement } from './concern/concern-form.element.js';
export type { ConcernPrefill } from './concern/concern-form.element.js';
export { MspElement } from './kit/element.js';
export type { TokenSource } from './kit/element.js';
export { MspExitElement } from './kit/exit.element.js';
export type { Messages } from './kit/messages.js';
export { MspProviderElement } from './kit/provider.element.js';
export { MspThreePointTestElement } from './threshold/three-point-test.element.js';
