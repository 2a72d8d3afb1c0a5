import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventSchemas } from '@msp/workflows';
import type { Role } from '@msp/workflows';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import { danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import { StagePage } from '../stage/stage.fixture.js';
import '../define/msp-check-in.js';

const { underWay } = journeys;
const due: readonly Written[] = [
  ...underWay,
  w('checkIn.scheduled', { due: '2026-04-02', how: 'inPerson' }),
  w('checkIn.fellDue'),
];
const mount = (events: readonly Written[], role?: Role): Promise<StagePage> =>
  StagePage.open('msp-check-in', events, role);

describe('msp-check-in', () => {
  it('says in words what is due', async () => {
    const page = await mount(underWay);
    expect(page.find('.stands').textContent).to.equal('No check-in is planned yet.');
    expect(page.isOpen('schedule')).to.equal(true);
    await page.day('schedule-due', '2026-04-02');
    await page.save('schedule');
    expect(page.find('.stands').textContent).to.equal('The next check-in is planned for 2 April 2026.');
    expect(page.isOpen('check-in')).to.equal(true);
    await page.add(w('checkIn.fellDue', undefined, 'system'));
    expect(page.find('.stands').textContent).to.equal('A check-in is due now.');
    await page.add(w('checkIn.wentOverdue', undefined, 'system'));
    expect(page.find('.stands').textContent).to.equal('A check-in is overdue.');
  });

  it('keeps what the person wants and the plan in sight', async () => {
    const page = await mount(due);
    expect(page.find('.card blockquote').textContent).to.equal('I want to look after my own money.');
    expect(page.find('.plan').textContent).to.contain('Go to the bank together (practitioner-1, by 20 March 2026)');
  });

  it('records a check-in with their words, and when the next one is', async () => {
    const page = await mount(due);
    await page.write('check-in-words', 'It is a bit better.');
    await page.choose('check-in-makingADifference-yes', 'check-in-stillTheseOutcomes-unsure');
    await page.save('check-in');
    expect(page.find('.error-summary').textContent).to.contain('Do they want us to carry on?');
    await page.choose('check-in-carryOn-yes');
    await page.day('check-in-nextDue', '2026-05-02');
    await page.save('check-in');
    expect(page.sent.at(-1)?.data).to.deep.equal({
      words: 'It is a bit better.',
      makingADifference: 'yes',
      stillTheseOutcomes: 'unsure',
      carryOn: 'yes',
      nextDue: '2026-05-02',
    });
    expect(page.find('.stands').textContent).to.equal('The next check-in is planned for 2 May 2026.');
    expect(page.find('.said').textContent).to.contain('It is a bit better.');
  });

  it('asks somebody else to make a part of the enquiry, and does not end it before they reported', async () => {
    const page = await mount(due);
    await page.open('caused');
    await page.write('caused-to', 'Home care provider');
    await page.write('caused-about', 'Night visits');
    await page.save('caused');
    expect(page.text).to.contain('Not reported yet');
    await page.open('concluded');
    expect(page.words('enquiry-report-missing')).to.contain('The council stays responsible.');
    page.find('[data-code=enquiry-report-missing] button').click();
    await page.settle();
    const id = Object.keys(page.case.facts.checkIns.enquiries)[0] ?? '';
    expect(focused()?.id).to.equal(`report-${id}-summary`);
    await page.write(`report-${id}-found`, 'Two visits were missed.');
    await page.choose(`report-${id}-enough-yes`);
    await page.save(`report-${id}`);
    expect(page.codes).to.deep.equal([]);
    await page.choose('concluded-result-riskIdentified', 'concluded-actionTaken-yes');
    await page.write('concluded-what', 'Third-party access ended');
    await page.write('concluded-byWhom', 'The bank');
    await page.save('concluded');
    expect(page.sent.map(({ type }) => type)).to.deep.equal([
      'enquiry.caused',
      'enquiry.reported',
      'enquiry.concluded',
    ]);
    for (const { type, data } of page.sent) expect(eventSchemas[type].safeParse(data).success, type).to.equal(true);
  });

  it('records meetings, the risk, a missed check-in and a wish to stop', async () => {
    const page = await mount(due);
    await page.open('meeting');
    await page.choose('meeting-kind-planning', 'meeting-personThere-no');
    await page.write('meeting-because', 'She did not want to come.');
    await page.write('meeting-decisions', 'Go to the bank\nCall her sister');
    await page.save('meeting');
    await page.open('risk');
    await page.write('risk-asThePersonSeesIt', 'He only shouts.');
    await page.choose('risk-othersAtRisk-adults-no', 'risk-othersAtRisk-children-notKnown');
    await page.save('risk');
    await page.open('missed');
    await page.write('missed-because', 'In hospital.');
    await page.save('missed');
    await page.open('stop');
    await page.choose('stop-wishOf-person');
    await page.write('stop-words', 'I would like this to stop now.');
    await page.save('stop');
    expect(page.sent.map(({ type }) => type)).to.deep.equal([
      'meeting.held',
      'risk.assessed',
      'checkIn.missed',
      'closure.requested',
    ]);
    expect(page.sent[0]?.data).to.deep.equal({
      kind: 'planning',
      personThere: 'no',
      because: 'She did not want to come.',
      decisions: ['Go to the bank', 'Call her sister'],
    });
    expect(page.case.state.journey).to.deep.equal({ closure: 'exploring' });
  });

  it('records a check-in with the keyboard alone', async () => {
    const page = await mount(due);
    await tabTo((element) => element.id === 'check-in-words', 'their words');
    await sendKeys({ type: 'Better.' });
    for (const question of ['makingADifference', 'stillTheseOutcomes', 'carryOn']) {
      await tabTo((element) => element.id === `check-in-${question}-yes`, question);
      await sendKeys({ press: 'Space' });
    }
    await tabTo((element) => element.textContent?.trim() === 'Save this check-in', 'the button');
    await sendKeys({ press: 'Enter' });
    await page.settle();
    expect(page.sent.map(({ type }) => type)).to.deep.equal(['checkIn.recorded']);
  });

  it('has nothing that axe finds, in each state', async () => {
    for (const [events, role] of [
      [underWay],
      [due],
      [[...due, w('checkIn.wentOverdue')]],
      [due, 'advocate'],
    ] as const) {
      const page = await mount(events, role);
      expect(await faults(page.element)).to.deep.equal([]);
      expect(danglingIds(page.root)).to.deep.equal([]);
    }
    const page = await mount(due);
    for (const step of ['check-in', 'caused', 'concluded', 'meeting', 'stop', 'schedule', 'expressed']) {
      await page.open(step);
      await page.save(step);
    }
    expect(await faults(page.element)).to.deep.equal([]);
    expect(danglingIds(page.root)).to.deep.equal([]);
  });
});
