import { checkConcern, isBlank, wayOf } from '@msp/workflows/questions';
import type { Answer, ConcernPage, ConcernProblem } from '@msp/workflows/questions';
import { ConcernDraft } from './concern-draft.js';
import { ComingBack } from './saved-form.js';
import { sendConcern } from './send-concern.js';
import type { Sent } from './send-concern.js';
import { BEFORE, CHECK, COME_BACK, NOT_SENT, RECEIPT, ROUTE, SAVE, SAVED } from './flow-host.js';
import type { FlowHost, Receipt } from './flow-host.js';
import { Retrying } from './retrying.js';

/** Which page of the concern form is shown, and what leads from one to the next. Holds the draft; touches no page itself. */
export class ConcernFlow {
  readonly #host: FlowHost;
  #draft: ConcernDraft;
  readonly comingBack = new ComingBack();
  /** The page from which somebody went to save. */
  #from = BEFORE;
  #page = BEFORE;
  #changing = false;
  #problems: readonly ConcernProblem[] = [];
  #busy = false;
  #why: Exclude<Sent['result'], 'received'> = 'unreachable';
  #receipt: Receipt | undefined;
  readonly #retrying = new Retrying(() => void this.send({ quietly: true }));
  /** Goes up whenever everything is forgotten: an answer that comes after that is for nobody. */
  #life = 0;

  constructor(host: FlowHost) {
    this.#host = host;
    this.#draft = new ConcernDraft({ answers: host.known() });
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
    this.comingBack.forget();
    this.#draft = new ConcernDraft({ answers: this.#host.known() });
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

  /** Leads to saving, or to coming back. */
  toSave(): void {
    this.#from = this.#page;
    this.comingBack.problem = undefined;
    this.#turn(SAVE);
  }

  toComeBack(): void {
    this.comingBack.problem = undefined;
    this.#turn(COME_BACK);
  }

  async #save(): Promise<void> {
    const { answers, key } = this.#draft;
    const form = { answers, key, page: this.#from };
    const saved = await this.#whileBusy(() => this.comingBack.save(this.#host.client(), form));
    if (saved === true) this.#turn(SAVED);
    else this.#host.changed();
  }

  async #open(): Promise<void> {
    const saved = await this.#whileBusy(() => this.comingBack.open(this.#host.client()));
    if (saved === 'left') return;
    if (!saved) {
      this.#host.changed();
      this.#host.stopped();
      return;
    }
    this.#draft = new ConcernDraft(saved);
    const isThere = this.#draft.pages.some(({ id }) => id === saved.page);
    this.#turn(isThere && saved.page !== undefined ? saved.page : CHECK);
  }

  /** Does one thing at a time; `left` where everything was forgotten meanwhile. */
  async #whileBusy<T>(work: () => Promise<T>): Promise<T | 'left'> {
    if (this.#busy) return 'left';
    const life = this.#life;
    this.#busy = true;
    this.#host.changed();
    const done = await work();
    if (life !== this.#life) {
      this.comingBack.forget();
      return 'left';
    }
    this.#busy = false;
    return done;
  }

  next(): void {
    const does = { [CHECK]: () => this.send(), [SAVE]: () => this.#save(), [COME_BACK]: () => this.#open() }[
      this.#page
    ];
    if (does) {
      void does();
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
    if (this.#page === SAVE || this.#page === SAVED) this.#turn(this.#from);
    else if (this.#changing || this.#page === NOT_SENT) this.#turn(CHECK);
    else this.#turn(this.#beside(-1));
  }

  /** Goes to one page to change it, and comes back. */
  change(page: string): void {
    if (this.#busy) return;
    this.#turn(page);
    this.#changing = true;
    this.#host.changed();
  }

  /** Sends once: whatever is pressed while it is under way does nothing. `quietly` says nothing unless it arrived. */
  async send({ quietly = false } = {}): Promise<void> {
    if (this.#busy) return;
    this.#problems = checkConcern(this.#draft.answers);
    if (this.#problems.length > 0) {
      this.#host.changed();
      this.#host.stopped();
      return;
    }
    if (!quietly) this.#host.sending();
    const sent = await this.#whileBusy(() => sendConcern(this.#host.client(), this.#draft));
    if (sent === 'left') return;
    if (sent.result !== 'received') {
      const isNews = !quietly || sent.result !== this.#why;
      this.#why = sent.result;
      if (isNews) this.#turn(NOT_SENT);
      else this.#host.changed();
      return;
    }
    const { reference, others, code, changedAfter } = sent;
    this.#receipt = { reference, others, code, changedAfter, way: wayOf(this.#draft.answers) };
    this.#draft.wipe();
    void this.comingBack.drop(this.#host.client());
    this.#turn(RECEIPT);
    this.#host.received(reference);
  }

  /** Drops every word, the receipt too, and stands at the beginning again. */
  wipe(): void {
    this.#life += 1;
    this.#retrying.stop();
    this.#draft.wipe();
    this.comingBack.forget();
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
    this.#retrying.stop();
    if (page === NOT_SENT && this.#why === 'unreachable') this.#retrying.start();
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
