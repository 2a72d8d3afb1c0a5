import { ContextConsumer, createContext } from '@lit/context';
import { blockers } from '@msp/workflows';
import type { Blocker, Case, CaseEvent, CaseView } from '@msp/workflows';
import { html, nothing } from 'lit';
import type { ReactiveController } from 'lit';
import { CaseSession } from './case-session.js';
import type { CasePhase, FormFinder, NewEvent, RecordOutcome } from './case-session.js';
import type { MspElement } from './element.js';
import { inset, quietButton } from './form/templates.js';
import type { Piece } from './form/templates.js';

/** The case that `<msp-case>` shares with the elements below it. */
export const caseContext = createContext<CaseSession | undefined>(Symbol.for('@msp/elements/case/1'));

/** An element that shows or changes one case: below an `<msp-case>`, or on its own with a `case-id`. */
export type CaseHost = MspElement & { caseId?: string | undefined };

/**
 * Gives an element its case: loads it, keeps it fresh, records events in it, and says what stands in the way.
 *
 * The session is the one of the `<msp-case>` around the element, unless the element has a `case-id` of its own.
 */
export class CaseController implements ReactiveController {
  readonly #host: CaseHost;
  readonly #shared: ContextConsumer<typeof caseContext, CaseHost> | undefined;
  #own: CaseSession | undefined;
  #heard: CaseSession | undefined;
  #stop: (() => void) | undefined;
  readonly #forms: FormFinder | undefined;
  #client: unknown;
  #outcome: RecordOutcome | undefined;

  /**
   * `alone` is for `<msp-case>` itself, which gives the session and does not look for one. `forms` finds the host's own form for
   * an event, so that other elements of the page can lead there.
   */
  constructor(host: CaseHost, options: { alone?: boolean; forms?: FormFinder } = {}) {
    this.#host = host;
    this.#forms = options.forms;
    if (!options.alone) this.#shared = new ContextConsumer(host, { context: caseContext, subscribe: true });
    host.addController(this);
    host.whenWiped(() => {
      this.#outcome = undefined;
      this.#own?.wipe();
    });
  }

  get session(): CaseSession | undefined {
    const { caseId } = this.#host;
    if (!caseId) return this.#shared?.value;
    if (this.#own?.caseId !== caseId) this.#own = new CaseSession(caseId, () => this.#host.activeClient);
    return this.#own;
  }

  get phase(): CasePhase {
    return this.session?.phase ?? 'waiting';
  }

  get view(): CaseView | undefined {
    return this.session?.view;
  }

  get case(): Case | undefined {
    return this.session?.case;
  }

  /** What became of the last try to record from this element. */
  get outcome(): RecordOutcome | undefined {
    return this.#outcome;
  }

  /** Why this event would be refused now. Empty where it would be accepted, or where only the server can say. */
  blockers(event: NewEvent): Blocker[] {
    const current = this.case;
    const view = this.view;
    if (!current || !view) return [];
    return blockers(current, {
      id: '00000000-0000-7000-8000-000000000000',
      caseId: view.caseId,
      at: event.at ?? new Date().toISOString(),
      by: { id: 'this-screen', role: view.role, organisation: 'this-screen' },
      type: event.type,
      ...(event.data && { data: event.data }),
    } as CaseEvent);
  }

  /**
   * Records an event and says whether it is kept. On success the element fires `msp-event-recorded` with type and version;
   * otherwise `outcome` says why, and `renderOutcome()` shows it.
   */
  async record(event: NewEvent): Promise<boolean> {
    const { session } = this;
    if (!session) return false;
    this.#outcome = await session.record(event);
    this.#host.requestUpdate();
    if (this.#outcome.result !== 'recorded') {
      void this.#host.focusOn('.outcome');
      return false;
    }
    const { type, version } = this.#outcome;
    this.#host.dispatchEvent(
      new CustomEvent('msp-event-recorded', { bubbles: true, composed: true, detail: { type, version } }),
    );
    return true;
  }

  hostConnected(): void {
    this.#listen();
  }

  hostUpdate(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#heard = undefined;
  }

  /** Loading, not found, unreachable: what to show instead of the case. Nothing once it is there. */
  renderPhase(): Piece {
    const t = this.#host.t.bind(this.#host);
    if (this.view) return nothing;
    switch (this.phase) {
      case 'waiting':
        return this.#host.activeClient ? nothing : html`<p class="muted">${t('kit.no-client')}</p>`;
      case 'loading':
        return html`<p class="muted" aria-busy="true">${t('kit.loading')}</p>`;
      case 'not-found':
        return inset(html`<p>${t('kit.not-found')}</p>`);
      case 'not-allowed':
        return inset(html`<p>${t('kit.not-allowed')}</p>`);
      default:
        return inset(
          html`<p>${t(this.phase === 'unreachable' ? 'kit.unreachable.title' : 'kit.failed')}</p>
            ${quietButton(t('kit.try-again'), () => void this.session?.load())}`,
        );
    }
  }

  /** Why the last event was not recorded, in the engine's own words. Takes the focus when it appears. */
  renderOutcome(): Piece {
    const outcome = this.#outcome;
    if (!outcome || outcome.result === 'recorded') return nothing;
    const t = this.#host.t.bind(this.#host);
    const box = (content: unknown): Piece =>
      html`<div class="outcome" role="alert" tabindex="-1" part="outcome">${inset(content, 'urgent')}</div>`;
    if (outcome.result === 'blocked') {
      return box(
        html`<p class="heading-small">${t('kit.blocked.title')}</p>
          ${blockerList(this.#host, outcome.blockers)}`,
      );
    }
    if (outcome.result === 'conflict') {
      const { conflict } = outcome;
      const role = t(`kit.role.${conflict?.role ?? 'practitioner'}`);
      const when = conflict ? new Date(conflict.at).toLocaleTimeString('en-GB', { timeStyle: 'short' }) : '';
      return box(html`<p>${t('kit.conflict', { role, when })}</p>`);
    }
    if (outcome.result === 'unreachable') {
      return box(
        html`<p class="heading-small">${t('kit.unreachable.title')}</p>
          <p>${t('kit.unreachable')}</p>`,
      );
    }
    return box(html`<p>${t(`kit.${outcome.result}`)}</p>`);
  }

  #join(session: CaseSession): () => void {
    const deaf = session.subscribe(() => this.#host.requestUpdate());
    const taken = this.#forms && session.offerForms(this.#forms);
    return () => {
      deaf();
      taken?.();
    };
  }

  #listen(): void {
    const { session } = this;
    if (session !== this.#heard) {
      this.#stop?.();
      this.#heard = session;
      this.#stop = session && this.#join(session);
    }
    const client = this.#host.activeClient;
    const alone = session === this.#own;
    if (session && alone && client && (this.#client !== client || session.phase === 'waiting')) {
      this.#client = client;
      void session.load();
    }
  }
}

/** What stands in the way, each with its reason and where that comes from. */
export const blockerList = (host: MspElement, list: readonly Blocker[]): Piece =>
  list.length === 0
    ? nothing
    : html`<ul class="blockers" part="blockers">
        ${list.map(
          ({ message, cites }) =>
            html`<li>${message} <span class="muted small">${host.t('kit.blocked.source', { cites })}</span></li>`,
        )}
      </ul>`;
