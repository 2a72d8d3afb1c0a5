import { ContextConsumer } from '@lit/context';
import { createMspClient } from '@msp/sdk';
import type { MspClient } from '@msp/sdk';
import { LitElement, nothing, render } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit';
import { base } from './base.styles.js';
import { environmentContext, waitForProvider } from './environment.js';
import type { Environment } from './environment.js';
import { kitMessages, phrase } from './messages.js';
import type { KitMessageId, Messages, Params } from './messages.js';
import { tokens } from './tokens.styles.js';

/** A token, or a function that fetches a fresh one from the page's own back end. */
export type TokenSource = string | (() => string | Promise<string>);

/** Heard on `window`: whoever holds words drops them at once. It carries nothing. */
export const WIPE = 'msp-wipe';

/**
 * What every element shares: where its client comes from, its words, its voice for screen readers, and forgetting.
 *
 * The client is the element's own `client`; else one made from its own `endpoint` and `token`; else the provider's.
 */
export abstract class MspElement<Id extends string = never> extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    endpoint: { type: String },
    token: { type: String },
  };
  static override styles: CSSResultGroup = [tokens, base];
  /** The element's own texts by id. */
  static messages: Messages = {};

  declare client: MspClient | undefined;
  declare endpoint: string | undefined;
  declare token: TokenSource | undefined;

  #provider = new ContextConsumer(this, { context: environmentContext, subscribe: true });
  #own: { endpoint: string; token: TokenSource; client: MspClient } | undefined;
  #live: HTMLElement | undefined;
  #forget = new Set<() => void>();
  #wiped = false;

  /** The client to use, if there is one yet. */
  get activeClient(): MspClient | undefined {
    if (this.client) return this.client;
    const { endpoint, token } = this;
    if (!endpoint || !token) return this.environment?.client;
    if (this.#own?.endpoint !== endpoint || this.#own.token !== token) {
      this.#own = { endpoint, token, client: createMspClient({ endpoint, token }) };
    }
    return this.#own.client;
  }

  protected get environment(): Environment | undefined {
    return this.#provider.value;
  }

  /** The text with this id: the council's own, or the element's. */
  t(id: Id | KitMessageId, params?: Params): string {
    return this.textOf(id, undefined, params);
  }

  /** A text whose id is only known at run time, with its default. */
  textOf(id: string, fallback?: string, params?: Params): string {
    const own = (this.constructor as typeof MspElement).messages[id];
    const text = this.environment?.messages?.[id] ?? own ?? (kitMessages as Messages)[id] ?? fallback ?? id;
    return phrase(text, params);
  }

  /** Says something to people who use a screen reader, without moving the focus. */
  announce(text: string): void {
    const live = this.#live;
    if (!live) return;
    live.textContent = '';
    // A timer, not a frame: a page behind another one gets no frames, and is read aloud all the same.
    setTimeout(() => {
      if (!this.#wiped) live.textContent = text;
    }, 20);
  }

  /** Moves the focus inside this element once it is drawn. Says what took it, or nothing if it is not there. */
  async focusOn(selector: string): Promise<HTMLElement | undefined> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
    target?.focus();
    return target;
  }

  /** Has something forgotten together with this element: forms and cases that it holds. */
  whenWiped(forget: () => void): void {
    this.#forget.add(forget);
  }

  /**
   * Forgets what somebody wrote or read here, at once: when this returns, neither memory nor the shadow root holds it.
   *
   * Runs on every `pagehide` and for the exit control. An element that keeps words of its own drops them here, then calls super.
   */
  wipe(): void {
    this.#wiped = true;
    for (const forget of this.#forget) forget();
    for (const field of this.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')) {
      if (field.type !== 'radio' && field.type !== 'checkbox') field.value = '';
    }
    render(nothing, this.renderRoot, this.renderOptions);
    if (this.#live) this.#live.textContent = '';
  }

  /** Starts afresh, where a page comes back that was left. */
  protected restart(): void {
    this.#wiped = false;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    waitForProvider();
    super.connectedCallback();
    window.addEventListener(WIPE, this.#onWipe);
    window.addEventListener('pagehide', this.#onWipe);
    window.addEventListener('pageshow', this.#onShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(WIPE, this.#onWipe);
    window.removeEventListener('pagehide', this.#onWipe);
    window.removeEventListener('pageshow', this.#onShow);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const live = document.createElement('div');
    live.className = 'live';
    live.setAttribute('role', 'status');
    root.append(live);
    this.renderOptions.renderBefore = live;
    this.#live = live;
    return root;
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return !this.#wiped;
  }

  #onWipe = (): void => this.wipe();

  #onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.restart();
  };
}
