export { MspElement } from './kit/element.js';
export type { TokenSource } from './kit/element.js';
export { MspExitElement } from './kit/exit.element.js';
export type { Messages } from './kit/messages.js';
export { MspProviderElement } from './kit/provider.element.js';
