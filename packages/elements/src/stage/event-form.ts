import { eventSchemas } from '@msp/workflows';
import type { Blocker, EventType } from '@msp/workflows';
import { isBlank } from '@msp/workflows/questions';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { shownFields } from '../kit/form/field.js';
import type { Field, Values } from '../kit/form/field.js';
import { FormController } from '../kit/form/form-controller.js';
import type { Piece } from '../kit/form/templates.js';
import { blockersBox } from './blockers-box.js';
import { newId } from './new-id.js';
import type { StageHost } from './stage-host.js';
import { inTheWayOf, isTakenHere, notForRole } from './what-can-happen.js';

/** One kind of event that a form can record. */
export type Way = {
  readonly type: EventType;
  readonly fields?: ((values: Values) => readonly Field[]) | undefined;
  /** Recorded beside what is asked: what the form is about, and lists that may be empty. `id` is a new one for each record. */
  readonly given?: ((id: string) => Record<string, unknown>) | undefined;
};

export type EventFormOptions = {
  readonly title: () => string;
  readonly lead?: (() => unknown) | undefined;
  readonly submit: () => string;
  readonly ways: readonly Way[];
  /** Where there are several ways: what asks for one, and what each is called. */
  readonly question?:
    | {
        readonly label: string;
        readonly required: string;
        readonly words: (type: EventType) => string;
        readonly kind?: 'select';
      }
    | undefined;
  /** What stands in the way before anything is answered, or of the way that was chosen. Default: what the engine says for all data. */
  readonly ahead?: ((type: EventType | undefined) => readonly Blocker[]) | undefined;
  /** What this step is about has its answer: of several such steps, another one is to do. */
  readonly settled?: boolean | undefined;
  /** Where this step comes next: what makes it so, of which this step clears something. */
  readonly because?: (() => readonly Blocker[]) | undefined;
  readonly aheadTitle?: (() => string) | undefined;
};

const WAY = 'way';
const NOT_ITS_OWN: readonly Blocker['code'][] = ['wrong-stage', 'role-not-allowed'];

/** Codes that say something about how far the form is filled in, not about the case. */
const isAboutTheCase = ({ code }: Blocker): boolean => code !== 'invalid-data' && !NOT_ITS_OWN.includes(code);

/**
 * One step that somebody can take in a stage: a disclosure with a form that records one event, or one of a few.
 *
 * It is there while the chart takes its event. Where the role may not record it, it says who may. While somebody fills it in,
 * it shows what the engine has against the answers so far.
 */
export class EventForm {
  readonly name: string;
  readonly #host: StageHost;
  /** Read at every drawing, so that a step follows the case. */
  options: () => EventFormOptions;
  readonly #form: FormController;
  #id = newId();
  #open: boolean | undefined;
  #refusedWith: Values | undefined;

  constructor(host: StageHost, name: string, options: () => EventFormOptions) {
    this.name = name;
    this.#host = host;
    this.options = options;
    this.#form = new FormController(host, {
      name,
      fields: () => this.#fields(),
      schema: { safeParse: (data) => this.#check(data) },
      send: (data) => this.#send(data),
    });
    host.whenWiped(() => {
      this.#open = this.#refusedWith = undefined;
    });
  }

  get title(): string {
    return this.options().title();
  }

  get settled(): boolean {
    return this.options().settled === true;
  }

  /** The ways that the chart takes here. */
  get ways(): readonly Way[] {
    const { case: current, view } = this.#host.record;
    if (!current || !view) return [];
    return this.options().ways.filter(({ type }) => isTakenHere(current, view.role, type));
  }

  /** What stands in the way before anything is answered. */
  get ahead(): readonly Blocker[] {
    const { ahead } = this.options();
    if (ahead) return ahead(this.#way?.type);
    const { case: current, view } = this.#host.record;
    const [only, second] = this.#waysForRole;
    if (!current || !view || !only || second) return [];
    return inTheWayOf(current, view.role, only.type);
  }

  /** Opens the form, at this way if there are several. */
  async show(type?: EventType): Promise<void> {
    this.#open = true;
    if (type && this.#waysForRole.length > 1) this.#form.set(WAY, type);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const tucked = this.#host.renderRoot.querySelector<HTMLDetailsElement>(`.tucked:has(#${this.name}-summary)`);
    if (tucked) tucked.open = true;
    await this.#host.focusOn(`#${this.name}-summary`);
  }

  render({ next = false }: { next?: boolean } = {}): Piece {
    const { ways } = this;
    const [first] = ways;
    if (!first) return nothing;
    const { case: current, view } = this.#host.record;
    if (this.#waysForRole.length === 0) {
      const blocker = current && view && notForRole(current, view.role, first.type);
      return html`<div class="step" part="step">
        <p class="step-title" id="${this.name}-summary" tabindex="-1">${this.title}</p>
        <p class="muted" data-code="role-not-allowed">${blocker?.message}</p>
      </div>`;
    }
    const open = this.#open ?? next;
    return html`<details
      class="step ${next ? 'next' : ''}"
      part="step"
      .open=${live(open)}
      @toggle=${(event: Event) => {
        const now = (event.target as HTMLDetailsElement).open;
        if (now === (this.#open ?? next)) return;
        this.#open = now;
        this.#host.requestUpdate();
      }}
    >
      <summary id="${this.name}-summary" class="step-title">
        <span><span class="step-name">${this.title}</span> ${this.#tag(next)}</span>
      </summary>
      ${open ? html`<div class="step-body">${next ? this.#because() : nothing} ${this.#body()}</div>` : nothing}
    </details>`;
  }

  get #waysForRole(): readonly Way[] {
    const { case: current, view } = this.#host.record;
    if (!current || !view) return [];
    return this.ways.filter(({ type }) => !notForRole(current, view.role, type));
  }

  get #way(): Way | undefined {
    const ways = this.#waysForRole;
    return ways.length === 1 ? ways[0] : ways.find(({ type }) => type === this.#form.values[WAY]);
  }

  /** What the engine has against the answers so far. What is not filled in yet does not count. */
  get #against(): readonly Blocker[] {
    const way = this.#way;
    if (!way) return [];
    const blank = shownFields(way.fields?.(this.#form.values) ?? [], this.#form.values).filter(
      ({ kind, name, required }) =>
        required && (kind === 'text' || kind === 'textarea') && isBlank(this.#form.values[name]),
    );
    const data = {
      ...way.given?.(this.#id),
      ...Object.fromEntries(blank.map(({ name }) => [name, '-'])),
      ...this.#form.data,
    };
    return this.#host.record.blockers({ type: way.type, data }).filter(isAboutTheCase);
  }

  #fields(): readonly Field[] {
    const ways = this.#waysForRole;
    const { question } = this.options();
    const fields = this.#way?.fields?.(this.#form.values) ?? [];
    if (ways.length < 2 || !question) return fields;
    return [
      {
        name: WAY,
        kind: question.kind ?? 'radios',
        label: question.label,
        options: ways.map(({ type }) => ({ value: type, label: question.words(type), stores: null })),
        required: question.required,
      },
      ...fields,
    ];
  }

  #check(data: unknown): ReturnType<(typeof eventSchemas)['concern.raised']['safeParse']> {
    const way = this.#way;
    type Check = (typeof eventSchemas)['concern.raised'];
    const schema = eventSchemas[way?.type ?? 'review.completed'] as unknown as Check;
    return schema.safeParse({ ...way?.given?.(this.#id), ...(data as object) });
  }

  async #send(data: Record<string, unknown>): Promise<boolean> {
    const way = this.#way;
    if (!way) return false;
    const values = this.#form.values;
    const wasNext = this.#host.isNext(this);
    this.#refusedWith = values;
    const kept = await this.#host.record.record({ type: way.type, data: { ...way.given?.(this.#id), ...data } });
    if (!kept) {
      this.#open = true;
      return false;
    }
    this.#id = newId();
    this.#open = this.#refusedWith = undefined;
    this.#host.afterRecording(this, wasNext);
    return true;
  }

  #tag(next: boolean): Piece {
    if (next) return html`<span class="tag" part="tag">${this.#host.t('stage.next')}</span>`;
    const number = this.ahead.length;
    if (number === 0) return nothing;
    const text = number === 1 ? this.#host.t('stage.first.one') : this.#host.t('stage.first.many', { number });
    return html`<span class="tag quiet" part="tag">${text}</span>`;
  }

  /** Why this comes next, where the engine says so. */
  #because(): Piece[] {
    const types = this.ways.map(({ type }) => type);
    return (this.options().because?.() ?? [])
      .filter(({ clearedBy }) => clearedBy.some((type) => types.includes(type)))
      .map(
        ({ message, cites }) =>
          html`<p class="because">
            ${message} <span class="muted small cites">${this.#host.t('kit.blocked.source', { cites })}</span>
          </p>`,
      );
  }

  #body(): Piece {
    const options = this.options();
    const { ahead } = this;
    const codes = new Set(ahead.map(({ code }) => code));
    const against = this.#against.filter(({ code }) => !codes.has(code));
    const refused = this.#refusedWith !== undefined && this.#refusedWith === this.#form.values;
    const result = refused ? this.#host.record.outcome?.result : undefined;
    const blocked = result === 'blocked';
    const none = ahead.length + against.length === 0;
    return html`${options.lead ? html`<p class="lead">${options.lead()}</p>` : nothing}
    ${blockersBox(this.#host, ahead, {
      refused: blocked && against.length === 0,
      title: options.aheadTitle?.(),
    })}
    ${this.#form.render({
      level: this.#host.headingLevel,
      submit: options.submit(),
      after: html`${blockersBox(this.#host, against, { refused: blocked, title: this.#host.t('stage.against') })}
      ${result !== undefined && (!blocked || none) ? this.#host.record.renderOutcome() : nothing}`,
    })}`;
  }
}
