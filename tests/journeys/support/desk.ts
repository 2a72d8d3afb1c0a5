import assert from 'node:assert/strict';
import type { BlockerCode, CaseEvent } from '@msp/workflows';
import type { DeskRecords } from './desk-records.js';
import type { Visitor } from './visitor.js';

const PATIENCE_MS = 10_000;

/** The name begins like this: a step also says whether it comes next, or what has to come before it. */
const beginning = (title: string): RegExp => new RegExp(`^(\\W\\s*)?${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** One case at the council's desk, worked on by one of its people, with the keyboard alone. */
export class Desk {
  readonly #visitor: Visitor;
  readonly #records: DeskRecords;
  readonly #caseId: string;
  #looks = 0;

  constructor(visitor: Visitor, records: DeskRecords, caseId: string) {
    this.#visitor = visitor;
    this.#records = records;
    this.#caseId = caseId;
  }

  /** Chooses a case from the list of all cases. */
  static async opens(visitor: Visitor, records: DeskRecords, who: string, reference: string): Promise<Desk> {
    await visitor.open(`/desk/?as=${who}`);
    await visitor.sees(reference);
    await visitor.looksAround('desk-list');
    await Promise.all([visitor.page.waitForNavigation(), visitor.keyboard.followLink(new RegExp(reference))]);
    const desk = new Desk(visitor, records, await records.caseWith(reference));
    await visitor.sees(reference);
    return desk;
  }

  /** Somebody else sits down at the desk: the switch that stands in for signing in. */
  async changesTo(who: string): Promise<void> {
    await Promise.all([this.#visitor.page.waitForNavigation(), this.#visitor.keyboard.followLink(who)]);
    await this.#visitor.page.waitForNetworkIdle({ idleTime: 100 });
  }

  async chooses(question: string, answer: string): Promise<void> {
    await this.#visitor.keyboard.choose(question, answer);
  }

  async ticks(question: string, ...answers: readonly string[]): Promise<void> {
    for (const answer of answers) await this.#visitor.keyboard.tick(question, answer);
  }

  async writes(question: string, words: string): Promise<void> {
    await this.#visitor.keyboard.fillIn(question, words);
  }

  async selects(question: string, option: string): Promise<void> {
    await this.#visitor.keyboard.select(question, option);
  }

  async dates(question: string, date: Date): Promise<void> {
    await this.#visitor.keyboard.fillInDate(question, date);
  }

  async sees(...words: readonly string[]): Promise<void> {
    await this.#visitor.sees(...words);
  }

  /** Opens a step that is folded away. */
  async turnsTo(step: string): Promise<void> {
    await this.#visitor.keyboard.unfold(beginning(step));
  }

  /**
   * Records what stands in a form, and waits until the server acknowledged it. Then the server is killed and started again, and
   * everything acknowledged must be there.
   */
  async records(button: string): Promise<void> {
    const { watch, keyboard } = this.#visitor;
    const before = (await watch.settled()).length;
    await keyboard.pressButton(button);
    const deadline = Date.now() + PATIENCE_MS;
    while ((await watch.settled()).length === before) {
      if (Date.now() > deadline)
        assert.fail(`“${button}” recorded nothing. On the screen: ${await this.#visitor.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await this.#visitor.page.waitForNetworkIdle({ idleTime: 100 });
    await this.#records.surviveAKill(await watch.settled());
  }

  /** Tries to record what stands in a form, and reads why not: the engine's own words, with the law behind them. */
  async isRefused(
    button: string,
    event: Pick<CaseEvent, 'type'> & { data?: unknown },
    ...codes: readonly BlockerCode[]
  ): Promise<void> {
    const before = (await this.#visitor.watch.settled()).length;
    await this.#visitor.keyboard.pressButton(button);
    for (const code of codes) {
      const { message, cites } = await this.#records.blockerOf(code, this.#caseId, event);
      await this.#visitor.sees(message, cites);
    }
    await this.looksAround('refused');
    assert.equal((await this.#visitor.watch.settled()).length, before, 'it was recorded all the same');
  }

  async looksAround(where: string): Promise<void> {
    this.#looks += 1;
    await this.#visitor.looksAround(`desk-${String(this.#looks).padStart(2, '0')}-${where}`);
  }
}
