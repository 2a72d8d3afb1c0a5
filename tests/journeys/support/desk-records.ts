import assert from 'node:assert/strict';
import { type CaseAnswer, type MspClient, createMspClient } from '@msp/sdk';
import { type Blocker, type BlockerCode, type CaseEvent, blockers, caseOf } from '@msp/workflows';
import type { PortalProcess } from './portal-process.js';
import { tokenFrom } from './sign-in.js';
import type { Acknowledged } from './watch.js';

/** What the council's records say, asked over the interface: beside the screens, as the measure of what they show. */
export class DeskRecords {
  readonly #portal: PortalProcess;
  readonly #client: MspClient;

  constructor(portal: PortalProcess) {
    this.#portal = portal;
    this.#client = createMspClient({ endpoint: `${portal.address}/api/msp`, token: () => tokenFrom(portal, 'sam') });
  }

  async caseWith(reference: string): Promise<string> {
    const { cases } = await this.#client.listCases();
    const found = cases.find((one) => one.reference === reference);
    assert.ok(found, `the desk has no case ${reference}`);
    return found.caseId;
  }

  async read(caseId: string): Promise<CaseAnswer> {
    return this.#client.readCase(caseId);
  }

  /** The engine's own words for what stands in the way of an event now. */
  async blockerOf(
    code: BlockerCode,
    caseId: string,
    event: Pick<CaseEvent, 'type'> & { data?: unknown },
  ): Promise<Blocker> {
    const { view } = await this.read(caseId);
    const by = { id: 'sam-okoro', role: 'practitioner', organisation: 'larkshire-council' };
    const id = '01960000-0000-7000-8000-000000000000';
    const current = caseOf(view);
    assert.ok(current, 'the practitioner does not see the whole case');
    const all = blockers(current, { id, caseId, at: new Date().toISOString(), by, ...event } as CaseEvent);
    const blocker = all.find((one) => one.code === code);
    assert.ok(blocker, `the engine does not say ${code} here, but: ${all.map((one) => one.code).join(', ')}`);
    return blocker;
  }

  /**
   * Kills the server as a power cut would, starts it again on the same folder, and holds that everything that it ever acknowledged is
   * there: each concern under its reference, each event in its place, and nothing beside them.
   */
  async surviveAKill(acknowledged: readonly Acknowledged[]): Promise<void> {
    await this.#portal.kill();
    await this.#portal.start();
    const { cases } = await this.#client.listCases();
    for (const concern of acknowledged) {
      if (concern.kind !== 'concern') continue;
      const kept = cases.find(({ caseId }) => caseId === concern.caseId);
      assert.equal(kept?.reference, concern.reference, 'an acknowledged concern is gone');
      const events = acknowledged.filter(({ caseId, kind }) => caseId === concern.caseId && kind === 'event');
      const { version, view } = await this.read(concern.caseId);
      assert.equal(version, events.length + 1, 'the case has more or fewer entries than were acknowledged');
      const ids = view.entries.slice(1).map(({ id }) => id);
      assert.deepEqual(
        ids,
        events.map((event) => (event as { id: string }).id),
        'an acknowledged event is gone',
      );
    }
  }
}
