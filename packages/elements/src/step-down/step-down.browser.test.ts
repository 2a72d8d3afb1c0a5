import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventSchemas } from '@msp/workflows';
import type { Role } from '@msp/workflows';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import { danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import { StagePage } from '../stage/stage.fixture.js';
import '../define/msp-step-down.js';

const { stepDown, reviewing, closed, acknowledged } = journeys;
const atRisk: readonly Written[] = [
  ...reviewing,
  w('outcome.reviewed', { outcomeId: 'o1', result: 'achieved', view: 'person' }),
  w('risk.reviewed', { result: 'remains' }),
  w('safety.rated', { moment: 'end', rating: 3 }),
  w('review.completed'),
];
const offered = w('support.offered', { supportId: 's1', kind: 'careActAssessment' });

const mount = (events: readonly Written[], role?: Role): Promise<StagePage> =>
  StagePage.open('msp-step-down', events, role);

const close = async (page: StagePage): Promise<void> => {
  await page.open('closed');
  await page.write('closed-because', 'What she wanted is in place.');
  await page.save('closed');
};

describe('msp-step-down', () => {
  it('shows support-not-considered with its law, and leads from an offer to the end', async () => {
    const page = await mount(stepDown);
    expect(page.isOpen('offered')).to.equal(true);
    await close(page);
    expect(page.words('support-not-considered')).to.contain('Offer the person other help before closing');
    expect(page.words('support-not-considered')).to.contain('Care Act 2014 s2, s4, s9');
    await page.write('offered-kind', 'careActAssessment');
    await page.save('offered');
    const id = Object.keys(page.case.facts.stepDown.offers)[0] ?? '';
    expect(page.isOpen(`offer-${id}`)).to.equal(true);
    expect(page.codes).to.deep.equal(['offer-unanswered']);
    await page.choose(`offer-${id}-way-support.accepted`);
    await page.save(`offer-${id}`);
    expect(page.codes).to.deep.equal(['handover-missing']);
    await page.open(`offer-${id}`);
    await page.choose(`offer-${id}-way-support.handedOver`);
    await page.write(`offer-${id}-to`, 'Adult contact team');
    await page.save(`offer-${id}`);
    expect(page.text).to.contain('Handed over to Adult contact team');
    expect(page.codes).to.deep.equal([]);
    await page.save('closed');
    expect(page.case.state.journey).to.equal('closed');
    expect(page.find('.stands').textContent).to.equal('This case is closed.');
    for (const { type, data } of page.sent) expect(eventSchemas[type].safeParse(data).success, type).to.equal(true);
  });

  it('takes it that nothing more is wanted, with a reason', async () => {
    const page = await mount(stepDown);
    await page.open('not-offered');
    await page.write('not-offered-because', 'She has all she wants.');
    await page.save('not-offered');
    expect(page.text).to.contain('Because: She has all she wants.');
    await close(page);
    expect(page.case.state.journey).to.equal('closed');
  });

  it('says in plain words, with s11(2), that an assessment is owed although the person said no', async () => {
    const page = await mount([...atRisk, offered]);
    expect(page.isOpen('offer-s1')).to.equal(true);
    await page.choose('offer-s1-way-support.declined', 'offer-s1-noReply-no');
    await page.write('offer-s1-because', 'I manage.');
    await page.save('offer-s1');
    expect(page.isOpen('offer-s1')).to.equal(true);
    await close(page);
    expect(page.words('assessment-still-owed')).to.contain('The council must assess all the same');
    expect(page.words('assessment-still-owed')).to.contain('Care Act 2014 s11(2)');
    page.find('[data-code=assessment-still-owed] button').click();
    await page.settle();
    expect(focused()?.id).to.equal('offer-s1-summary');
    await page.choose('offer-s1-way-support.withdrawn');
    await page.write('offer-s1-insteadOffered', 'A visit.');
    await page.choose('offer-s1-personTold-yes');
    expect(page.words('assessment-still-owed')).to.contain('cannot be withdrawn');
    await page.choose('offer-s1-way-support.handedOver');
    await page.write('offer-s1-to', 'Adult contact team');
    await page.save('offer-s1');
    expect(page.codes).to.deep.equal([]);
    await page.save('closed');
    expect(page.case.state.journey).to.equal('closed');
  });

  it('records what services say, and that nobody could be reached', async () => {
    const page = await mount([
      ...stepDown,
      w('support.offered', { supportId: 's2', kind: 'housing' }),
      w('support.accepted', { supportId: 's2' }),
      w('support.handedOver', { supportId: 's2', to: 'Northgate Homes' }),
    ]);
    await page.open('offer-s2');
    await page.choose('offer-s2-way-support.refused');
    await page.write('offer-s2-because', 'Not our area.');
    await page.save('offer-s2');
    expect(page.text).to.contain('The service said no');
    await page.open('offer-s2');
    await page.choose('offer-s2-way-support.withdrawn');
    await page.write('offer-s2-because', 'Nobody here takes it on.');
    await page.write('offer-s2-insteadOffered', 'A monthly visit.');
    await page.choose('offer-s2-personTold-yes');
    await page.save('offer-s2');
    expect(page.text).to.contain('It cannot be had');
    expect(page.has('#offer-s2-summary')).to.equal(false);
    await page.open('offered');
    await page.write('offered-kind', 'moneyAdvice');
    await page.save('offered');
    const id = Object.keys(page.case.facts.stepDown.offers).find((one) => one !== 's2') ?? '';
    await page.choose(`offer-${id}-way-support.declined`, `offer-${id}-noReply-yes`);
    await page.write(`offer-${id}-because`, 'Rang three times.');
    await page.save(`offer-${id}`);
    expect(page.text).to.contain('They could not be reached');
    expect(page.sent.at(-1)?.data).to.deep.equal({ supportId: id, noReply: 'yes', because: 'Rang three times.' });
  });

  it('asks who took a case that was passed to another council', async () => {
    const page = await mount([
      ...acknowledged,
      w('conversation.notHeld', { because: 'She moved.' }),
      w('threshold.decided', {
        route: 'redirected',
        ground: 'elsewhere',
        to: 'Fernshire Council',
        because: 'She moved.',
      }),
      w('support.notOffered', { because: 'Fernshire does.' }),
    ]);
    expect(page.isOpen('transfer')).to.equal(true);
    await page.write('transfer-by', 'Fernshire Council');
    await page.save('transfer');
    expect(page.sent.at(-1)?.type).to.equal('transfer.accepted');
    await close(page);
    expect(page.case.state.journey).to.equal('closed');
  });

  it('tells whoever raised the concern, keeps a lesson, and takes it up again', async () => {
    const page = await mount(stepDown);
    await page.open('feedback');
    await page.write('feedback-said', 'Thank you. We are in touch with her.');
    await page.save('feedback');
    expect(focused()?.id).to.equal('feedback-summary');
    await page.open('lesson');
    await page.write('lesson-what', 'Mornings work better.');
    await page.save('lesson');
    await page.open('reconsidered');
    await page.save('reconsidered');
    expect(page.sent.map(({ type }) => type)).to.deep.equal([
      'feedback.given',
      'lesson.learned',
      'closure.reconsidered',
    ]);
  });

  it('closes with the keyboard alone', async () => {
    const page = await mount([...stepDown, w('support.notOffered', { because: 'All is well.' })]);
    await tabTo((element) => element.id === 'closed-because', 'why');
    await sendKeys({ type: 'What she wanted is in place.' });
    await tabTo(
      (element) => element.textContent?.trim() === 'Close the case' && element.tagName === 'BUTTON',
      'the button',
    );
    await sendKeys({ press: 'Enter' });
    await page.settle();
    expect(page.case.state.journey).to.equal('closed');
  });

  it('has nothing that axe finds, in each state', async () => {
    for (const [events, role] of [
      [stepDown],
      [[...atRisk, offered]],
      [closed],
      [[...atRisk, offered], 'advocate'],
    ] as const) {
      const page = await mount(events, role);
      expect(await faults(page.element)).to.deep.equal([]);
      expect(danglingIds(page.root)).to.deep.equal([]);
    }
    const page = await mount([...atRisk, offered]);
    for (const step of ['offered', 'not-offered', 'offer-s1', 'closed', 'feedback', 'lesson', 'reconsidered']) {
      await page.open(step);
    }
    for (const step of ['offered', 'not-offered', 'offer-s1', 'closed']) await page.save(step);
    expect(await faults(page.element)).to.deep.equal([]);
    await close(page);
    expect(await faults(page.element)).to.deep.equal([]);
    expect(danglingIds(page.root)).to.deep.equal([]);
  });
});
