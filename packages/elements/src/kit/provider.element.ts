import { ContextProvider } from '@lit/context';
import { createMspClient } from '@msp/sdk';
import type { MspClient } from '@msp/sdk';
import { LitElement, css, html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { TokenSource } from './element.js';
import { environmentContext } from './environment.js';
import type { Messages } from './messages.js';

/**
 * @summary Gives every element below it the way to the service, and the council's own words.
 * @element msp-provider
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} endpoint - Where the handler is mounted, for instance `/msp`.
 * @attr {string} token - A short-lived token that your back end made. For one that renews itself, set the property to a function.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and `token`.
 * @prop {Record<string, string>} messages - Your words by message id. What you leave out stays as it is.
 *
 * @slot - The page, or the part of it, in which the elements stand.
 */
export class MspProviderElement extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    endpoint: { type: String },
    token: { type: String },
    messages: { attribute: false },
  };
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
  `;

  declare client: MspClient | undefined;
  declare endpoint: string | undefined;
  declare token: TokenSource | undefined;
  declare messages: Messages | undefined;

  #provide = new ContextProvider(this, { context: environmentContext, initialValue: {} });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client, endpoint, token, messages } = this;
    const made =
      changed.has('endpoint') || changed.has('token') || changed.has('client')
        ? (client ?? (endpoint && token ? createMspClient({ endpoint, token }) : undefined))
        : this.#provide.value.client;
    this.#provide.setValue({ client: made, messages });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
