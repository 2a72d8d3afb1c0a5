import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { startBrowser } from './support/browser.js';
import { ConcernForm } from './support/concern-form.js';
import { DeskRecords } from './support/desk-records.js';
import { PortalProcess, freePort } from './support/portal-process.js';
import { Visitor } from './support/visitor.js';

const said = 'She wants her card back and nobody told off.';

describe('the whole journey', () => {
  let browser: Browser;
  let portal: PortalProcess;
  let records: DeskRecords;
  let dataDir: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'msp-journey-'));
    portal = new PortalProcess(await freePort(), dataDir);
    records = new DeskRecords(portal);
    [browser] = await Promise.all([startBrowser(), portal.start()]);
  });

  after(async () => {
    await browser.close();
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('leads from a worry on a landlord’s page to a good ending, and loses nothing on the way', async () => {
    const neighbour = await Visitor.arrive(browser, portal.address);
    await neighbour.open('/housing/');
    await neighbour.looksAround('housing');
    const form = new ConcernForm(neighbour, 'somebody', { looks: true });
    await form.begins();
    await form.writes('whatHappened', 'He takes her bank card every Friday and she has no food in the house.');
    await form.continues();
    await form.chooses('immediateDanger', 'no');
    await form.chooses('otherAdults', 'no');
    await form.chooses('children', 'no');
    await form.continues();
    await form.ticks('kinds', 'financialOrMaterial');
    await form.continues();
    await form.writes('when', 'Every Friday since the spring');
    await form.chooses('where', 'ownHome');
    await form.continues();
    await form.chooses('source', 'knownToPerson');
    await form.continues();
    await form.writes('personName', 'Dorothy Pell');
    await form.chooses('personAge', '75-84');
    await form.continues();
    await form.chooses('spoken', 'yes');
    await form.writes('said', said);
    await form.continues();
    await form.writes('safeContact', 'Phone in the morning');
    await form.continues();
    await form.writes('yourRelationship', 'Neighbour');
    await form.continues();
    await neighbour.sees('Check your answers', said);
    const reference = await form.sends();
    await neighbour.looksAround('concern-receipt');
    await records.surviveAKill(await neighbour.watch.settled());
    const caseId = await records.caseWith(reference);
    assert.ok(caseId);
    await neighbour.leave();
  });

  it('begins as well on a hospital’s page, which says where it is by itself', async () => {
    const nurse = await Visitor.arrive(browser, portal.address);
    await nurse.open('/hospital/');
    await nurse.looksAround('hospital');
    const form = new ConcernForm(nurse, 'organisation');
    await form.begins();
    await form.writes('whatHappened', 'She flinches when he comes in.');
    await form.continues();
    await form.chooses('immediateDanger', 'notKnown');
    const reference = await form.sendsAlready();
    const { view } = await records.read(await records.caseWith(reference));
    const { data, by } = view.entries[0] ?? assert.fail('the case is empty');
    assert.deepEqual(data['referrer'], { organisation: 'St Brannock NHS Trust' });
    assert.equal(data['location'], 'hospitalAcute');
    assert.deepEqual(by, { id: 'st-brannock-intranet', role: 'referrer', organisation: 'st-brannock-nhs-trust' });
    await nurse.leave();
  });
});
