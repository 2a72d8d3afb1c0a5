import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createMspClient, newIdempotencyKey } from '@msp/sdk';
import { PortalProcess, freePort } from './support/portal-process.js';
import { tokenFrom } from './support/sign-in.js';

describe('starting the example', () => {
  let folder: string;
  let port: number;
  let portal: PortalProcess;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'msp-starting-'));
  });

  beforeEach(async () => {
    port = await freePort();
    portal = new PortalProcess(port, join(folder, 'data'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** Starts one that cannot start, and holds that it said one plain line, and no more. */
  const refusedStart = async (attempt: PortalProcess, env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const { code, said } = await attempt.startAndEnd(env);
    assert.equal(code, 1);
    assert.equal(said.trim().split('\n').length, 1, `more than one line: ${said}`);
    return said.trim();
  };

  it('says where to go, and nothing of cases where there are none', async () => {
    await portal.start();
    assert.equal(portal.said.trim(), `Open ${portal.address}`);
    assert.equal(await portal.stop(), 0);
  });

  it('keeps its data from start to start and says so, however it was stopped', async () => {
    await portal.start();
    const client = createMspClient({
      endpoint: `${portal.address}/api/msp`,
      token: () => tokenFrom(portal, 'northgate'),
    });
    const { caseId } = await client.raiseConcern(
      { whatHappened: 'The door was open all night.' },
      { idempotencyKey: newIdempotencyKey() },
    );
    await portal.kill();
    await portal.start();
    assert.equal(portal.said.trim(), `Open ${portal.address} (1 case kept from before)`);
    assert.equal(await portal.stop(), 0);
    await portal.start();
    assert.match(portal.said, /1 case kept from before/);
    const desk = createMspClient({ endpoint: `${portal.address}/api/msp`, token: () => tokenFrom(portal, 'sam') });
    assert.equal((await desk.readCase(caseId)).version, 1);
    await portal.stop();
  });

  it('keeps the signing key from everybody else’s eyes', async () => {
    const { mode } = await stat(join(folder, 'data', 'signing-key.json'));
    assert.equal(mode & 0o777, 0o600);
  });

  it('refuses a second start on the same data folder', async () => {
    await portal.start();
    const said = await refusedStart(new PortalProcess(await freePort(), join(folder, 'data')));
    assert.match(said, /^The data folder .+ is in use .+ MSP_DATA_DIR=another-folder npm start$/);
    await portal.stop();
  });

  it('says which other port to use where this one is busy', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const said = await refusedStart(portal);
    assert.match(said, new RegExp(`^Port ${port} is busy\\..* PORT=${port + 1} npm start$`));
    other.close();
  });

  it('says so where the folder cannot be written to', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const said = await refusedStart(new PortalProcess(port, join(folder, 'a-file', 'data')));
    assert.match(said, /cannot be written to.* MSP_DATA_DIR=another-folder npm start$/);
  });

  it('says so where the database of one’s own does not answer', async () => {
    const said = await refusedStart(portal, { DATABASE_URL: `postgres://somebody:secret@127.0.0.1:${port}/msp` });
    assert.match(said, /^The database in DATABASE_URL does not answer\./);
    assert.ok(!said.includes('secret'));
  });

  it('says so where the database of one’s own does not let it in', async () => {
    await portal.start();
    const { port: databasePort } = portal.database();
    const said = await refusedStart(new PortalProcess(await freePort(), join(folder, 'other')), {
      DATABASE_URL: `postgres://somebody:secret@127.0.0.1:${databasePort}/msp`,
    });
    assert.match(said, /^The database in DATABASE_URL does not let this in \(28P01\)\. Check the user, the password/);
    assert.ok(!said.includes('secret'));
    await portal.stop();
  });

  it('says what a port is where PORT is none', async () => {
    assert.match(await refusedStart(portal, { PORT: 'eighty' }), /^PORT must be a whole number/);
  });
});
