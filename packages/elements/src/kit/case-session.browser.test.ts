import { expect } from '@open-wc/testing';
import type { MspClient } from '@msp/sdk';
import { record, openCase, view } from '@msp/workflows';
import type { CaseEvent, Role } from '@msp/workflows';
import { CaseSession } from './case-session.js';

const CASE = '00000000-0000-4000-8000-000000000001';
const raised: CaseEvent = {
  id: '01890000-0000-7000-8000-000000000001',
  caseId: CASE,
  type: 'concern.raised',
  at: '2026-11-23T09:00:00Z',
  by: { id: 'somebody', role: 'referrer', organisation: 'homes' },
  data: { whatHappened: 'He takes her bank card.' },
};

const answerFor = (role: Role): Awaited<ReturnType<MspClient['readCase']>> => {
  const first = record(openCase({ id: CASE }), raised);
  if (!first.ok) throw new Error('the sample concern is refused');
  const seen = view(first.case, role);
  return { caseId: CASE, reference: 'MSP-4K7Q-29XD', version: seen.version, view: seen } as never;
};

type Written = { type: string; key: string; version: number };

const sessionWith = (over: Partial<MspClient> & { role?: Role; fail?: (tries: number) => object | undefined }) => {
  const written: Written[] = [];
  let reads = 0;
  const client = {
    readCase: () => {
      reads += 1;
      return Promise.resolve(answerFor(over.role ?? 'practitioner'));
    },
    recordEvent: (_: string, event: { type: string }, options: { idempotencyKey: string; expectedVersion: number }) => {
      written.push({ type: event.type, key: options.idempotencyKey, version: options.expectedVersion });
      const failure = over.fail?.(written.length);
      if (failure) return Promise.reject(Object.assign(new Error('refused'), failure));
      return Promise.resolve({ event: { id: 'e', sequence: 2, recordedAt: raised.at }, version: 2 });
    },
    ...over,
  } as unknown as MspClient;
  return { session: new CaseSession(CASE, () => client), written, reads: () => reads };
};

const event = { type: 'concern.acknowledged' } as const;

describe('a case session', () => {
  it('gives practitioners the case itself, to ask the engine, and others what they may see', async () => {
    const { session } = sessionWith({});
    await session.load();
    expect(session.phase).to.equal('ready');
    expect(session.case?.entries).to.have.length(1);
    const person = sessionWith({ role: 'person' });
    await person.session.load();
    expect(person.session.case).to.equal(undefined);
    expect(person.session.view?.role).to.equal('person');
  });

  it('says what is the matter when a case does not come', async () => {
    for (const [failure, phase] of [
      [{ code: 'unreachable', status: 0 }, 'unreachable'],
      [{ code: 'not-found', status: 404 }, 'not-found'],
      [{ code: 'forbidden', status: 403 }, 'not-allowed'],
      [{ code: 'internal', status: 500 }, 'failed'],
    ] as const) {
      const { session } = sessionWith({
        readCase: () => Promise.reject(Object.assign(new Error('x'), failure)),
      });
      await session.load();
      expect(session.phase).to.equal(phase);
    }
  });

  it('names the version on screen and loads again after recording', async () => {
    const { session, written, reads } = sessionWith({});
    await session.load();
    expect(await session.record(event)).to.deep.equal({ result: 'recorded', type: 'concern.acknowledged', version: 2 });
    expect(written[0]?.version).to.equal(1);
    expect(reads()).to.equal(2);
  });

  it('keeps one key for one intended event over every retry, and makes a new one for other words', async () => {
    const { session, written } = sessionWith({
      fail: (tries) => (tries < 3 ? { code: 'unreachable', status: 0 } : undefined),
    });
    await session.load();
    expect(await session.record(event)).to.deep.equal({ result: 'unreachable' });
    await session.record({ ...event, data: { because: 'Read by the duty worker.' } });
    await session.record({ ...event, data: { because: 'Read by the duty worker.' } });
    expect(written[1]?.key).not.to.equal(written[0]?.key);
    expect(written[2]?.key).to.equal(written[1]?.key);
    await session.record({ ...event, data: { because: 'Read by the duty worker.' } });
    expect(written[3]?.key, 'the same words after they were kept').not.to.equal(written[2]?.key);
  });

  it('records once when it is asked twice at the same time', async () => {
    const { session, written } = sessionWith({});
    await session.load();
    const [first, second] = await Promise.all([session.record(event), session.record(event)]);
    expect(written).to.have.length(1);
    expect(second).to.equal(first);
  });

  it('loads again and says who was faster, and overwrites nothing', async () => {
    const conflict = { version: 2, at: '2026-11-23T10:00:00Z', role: 'manager' };
    const { session, reads } = sessionWith({ fail: () => ({ code: 'version-conflict', status: 409, conflict }) });
    await session.load();
    expect(await session.record(event)).to.deep.equal({ result: 'conflict', conflict });
    expect(reads()).to.equal(2);
  });

  it('hands on what the server says stands in the way', async () => {
    const blockers = [{ code: 'wrong-stage', message: 'Not now.', cites: 'the statechart', clearedBy: [] }];
    const { session } = sessionWith({ fail: () => ({ code: 'event-refused', status: 422, blockers }) });
    await session.load();
    expect(await session.record(event)).to.deep.equal({ result: 'blocked', blockers });
  });

  it('holds nothing any more once it is wiped', async () => {
    const { session } = sessionWith({});
    await session.load();
    session.wipe();
    expect([session.case, session.view, session.phase]).to.deep.equal([undefined, undefined, 'waiting']);
  });

  it('finds the form for an event wherever it stands on the page, the innermost first', () => {
    const { session } = sessionWith({});
    const form = (title: string) => ({ title, show: () => undefined });
    session.offerForms((type) => (type === 'wishes.recorded' ? undefined : form('of the case')));
    const takeBack = session.offerForms((type) => (type === 'conversation.held' ? form('of the stage') : undefined));
    expect(session.formFor('conversation.held')?.title).to.equal('of the stage');
    expect(session.formFor('safety.rated')?.title).to.equal('of the case');
    expect(session.formFor('wishes.recorded')).to.equal(undefined);
    takeBack();
    expect(session.formFor('conversation.held')?.title).to.equal('of the case');
  });
});
