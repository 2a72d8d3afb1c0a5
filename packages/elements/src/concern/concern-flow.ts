import type { MspClient } from '@msp/sdk';
import { checkConcern, isBlank, wayOf } from '@msp/workflows/questions';
import type { Answer, Answers, ConcernPage, ConcernProblem, Way } from '@msp/workflows/questions';
import { ConcernDraft } from './concern-draft.js';
import { sendConcern } from './send-concern.js';
import type { References, Sent } from './send-concern.js';

/** Pages that are not questions. */
export const BEFORE = 'before';
export const ROUTE = 'route';
export const CHECK = 'check';
export const NOT_SENT = 'not-sent';
export const RECEIPT = 'receipt';

/** What the receipt shows: no word of what was told. */
export type Receipt = References & { readonly changedAfter: boolean; readonly way: Way };

/** Where the flow lives: an element, or a test. */
export type FlowHost = {
  client(): MspClient | undefined;
  /** What the page around knows already. */
  known(): Answers;
  /** Something to draw has changed. */
  changed(): void;
  /** Another page is shown. */
  turned(page: string): void;
  /** The page cannot be left as it is: see `problems`. */
  stopped(): void;
  /** It is on its way. */
  sending(): void;
  /** The server has kept it. */
  received(reference: string): void;
};

/** Which page of the concern form is shown, and what leads from one to the next. Holds the draft; touches no page itself. */
export class ConcernFlow {
  readonly #host: FlowHost;
  #draft: ConcernDraft;
  #page = BEFORE;
  #changing = false;
  #problems: readonly ConcernProblem[] = [];
  #busy = false;
  #why: Exclude<Sent['result'], 'received'> = 'unreachable';
  #receipt: Receipt | undefined;
  /** Goes up whenever everything is forgotten: an answer that comes after that is for nobody. */
  #life = 0;

  constructor(host: FlowHost) {
    this.#host = host;
    this.#draft = new ConcernDraft(host.known());
  }

  get page(): string {
    return this.#page;
  }

  get draft(): ConcernDraft {
    return this.#draft;
  }

  get problems(): readonly ConcernProblem[] {
    return this.#problems;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** One answer is being changed, on the way from and back to the page of all answers. */
  get changing(): boolean {
    return this.#changing;
  }

  get whyNotSent(): Exclude<Sent['result'], 'received'> {
    return this.#why;
  }

  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  get questionPage(): ConcernPage | undefined {
    return this.#draft.pages.find(({ id }) => id === this.#page);
  }

  /** Begins with the first question, and with what the page around knows. */
  start(): void {
    this.#draft = new ConcernDraft(this.#host.known());
    this.#turn(this.#draft.pages[0]?.id ?? CHECK);
  }

  /** Where a worry belongs, for whoever is not sure. */
  findRoute(): void {
    this.#turn(ROUTE);
  }

  answer(id: string, answer: Answer): void {
    const before = this.#draft.answers[id];
    this.#draft.answer(id, answer);
    const typing = typeof answer === 'string' && isBlank(before) === isBlank(answer) && !this.#hasChoices(id);
    if (!typing) this.#host.changed();
  }

  next(): void {
    if (this.#page === CHECK) {
      void this.send();
      return;
    }
    const page = this.questionPage;
    if (!page) return;
    this.#problems = checkConcern(this.#draft.answers, page);
    if (this.#problems.length > 0) {
      this.#host.changed();
      this.#host.stopped();
      return;
    }
    this.#turn(this.#changing ? CHECK : this.#beside(1));
  }

  back(): void {
    if (this.#busy) return;
    if (this.#changing || this.#page === NOT_SENT) this.#turn(CHECK);
    else this.#turn(this.#beside(-1));
  }

  /** Goes to one page to change it, and comes back. */
  change(page: string): void {
    if (this.#busy) return;
    this.#turn(page);
    this.#changing = true;
    this.#host.changed();
  }

  /** Sends once: whatever is pressed while it is under way does nothing. */
  async send(): Promise<void> {
    if (this.#busy) return;
    this.#problems = checkConcern(this.#draft.answers);
    if (this.#problems.length > 0) {
      this.#host.changed();
      this.#host.stopped();
      return;
    }
    const life = this.#life;
    this.#busy = true;
    this.#host.changed();
    this.#host.sending();
    const sent = await sendConcern(this.#host.client(), this.#draft);
    if (life !== this.#life) return;
    this.#busy = false;
    if (sent.result !== 'received') {
      this.#why = sent.result;
      this.#turn(NOT_SENT);
      return;
    }
    const { reference, others, changedAfter } = sent;
    this.#receipt = { reference, others, changedAfter, way: wayOf(this.#draft.answers) };
    this.#draft.wipe();
    this.#turn(RECEIPT);
    this.#host.received(reference);
  }

  /** Drops every word, the receipt too, and stands at the beginning again. */
  wipe(): void {
    this.#life += 1;
    this.#draft.wipe();
    this.#problems = [];
    this.#receipt = undefined;
    this.#busy = false;
    this.#changing = false;
    this.#page = BEFORE;
  }

  #turn(page: string): void {
    this.#changing = false;
    this.#problems = [];
    this.#page = page;
    this.#host.changed();
    this.#host.turned(page);
  }

  #beside(step: 1 | -1): string {
    const ids = [BEFORE, ...this.#draft.pages.map(({ id }) => id), CHECK];
    return ids[ids.indexOf(this.#page) + step] ?? BEFORE;
  }

  #hasChoices(id: string): boolean {
    return this.questionPage?.questions.find((question) => question.id === id)?.options !== undefined;
  }
}
