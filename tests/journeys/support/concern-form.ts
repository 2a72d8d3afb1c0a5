import { type Way, concernQuestions, wordsFor } from '@msp/workflows/questions';
import type { Visitor } from './visitor.js';

/** The concern form on a portal's page, filled in with the keyboard alone. Questions and answers go by their ids. */
export class ConcernForm {
  readonly #visitor: Visitor;
  readonly #way: Way;
  readonly #looks: boolean;
  #pages = 0;

  /** With `looks`, every page of the form is looked at as it comes: axe, console, policy, small phone. */
  constructor(visitor: Visitor, way: Way, { looks = false } = {}) {
    this.#visitor = visitor;
    this.#way = way;
    this.#looks = looks;
  }

  /** Reads what is said before the first question, goes on, and says what brings them here. */
  async begins(): Promise<void> {
    await this.#visitor.keyboard.pressButton('Start');
    await this.#onNextPage();
    await this.chooses('wayIn', this.#way);
    await this.continues();
  }

  async chooses(question: string, answer: string): Promise<void> {
    await this.#visitor.keyboard.choose(this.#label(question), this.#option(question, answer));
  }

  async ticks(question: string, answer: string): Promise<void> {
    await this.#visitor.keyboard.tick(this.#label(question), this.#option(question, answer));
  }

  async writes(question: string, words: string): Promise<void> {
    await this.#visitor.keyboard.fillIn(this.#label(question), words);
  }

  async continues(): Promise<void> {
    await this.#visitor.keyboard.pressButton('Continue');
    await this.#onNextPage();
  }

  /** Sends it without going further, which is possible from the third page on. */
  async sendsAlready(): Promise<string> {
    return this.sends('Send it now with what you have told us');
  }

  /** Sends it, and reads the reference on the receipt. */
  async sends(button = 'Send'): Promise<string> {
    await this.#visitor.keyboard.pressButton(button);
    await this.#visitor.sees('We have it. Thank you for telling us.');
    const reference = /MSP-\w{4}-\w{4}/.exec(await this.#visitor.text())?.[0];
    if (!reference) throw new Error('There is no reference on the receipt.');
    return reference;
  }

  async #onNextPage(): Promise<void> {
    this.#pages += 1;
    if (this.#looks) await this.#visitor.looksAround(`concern-${this.#pages}`);
  }

  #label(id: string): string {
    return wordsFor(this.#question(id).label, this.#way);
  }

  #option(id: string, value: string): string {
    const option = this.#question(id).options?.find((choice) => choice.value === value);
    if (!option) throw new Error(`The question “${id}” has no answer “${value}”.`);
    return wordsFor(option.label, this.#way);
  }

  #question(id: string): (typeof concernQuestions)[number] {
    const question = concernQuestions.find((one) => one.id === id);
    if (!question) throw new Error(`There is no question “${id}”.`);
    return question;
  }
}
