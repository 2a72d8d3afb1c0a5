import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventSchemas } from '@msp/workflows';
import type { Role } from '@msp/workflows';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import { danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import { StagePage } from '../stage/stage.fixture.js';
import '../define/msp-closure.js';

const { underWay, concluded, explored, reviewing } = journeys;
const stop = w('closure.requested', { words: 'I would like this to stop now.' }, 'person');
const exploring: readonly Written[] = [...underWay, concluded, stop];
const afraid = w('closure.explored', {
  conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
  reasons: ['afraidOfConsequences', 'dependsOnThem'],
  words: 'He will be angry with me.',
  alternativesOffered: ['careActAssessment'],
  wayBackGiven: 'yes',
});

const mount = (events: readonly Written[], role?: Role): Promise<StagePage> =>
  StagePage.open('msp-closure', events, role);

const talk = async (page: StagePage, free: 'yes' | 'no' | 'notKnown'): Promise<void> => {
  await page.choose(
    'explored-conversation-with-person',
    `explored-conversation-freeToSpeak-${free}`,
    'explored-reasons-tooMuchProcess',
    'explored-alternativesOffered-prevention',
    'explored-understands-yes',
    'explored-wayBackGiven-yes',
  );
  await page.write('explored-conversation-how', 'inPerson');
  await page.write('explored-words', 'I have had enough of people in my front room.');
};

describe('msp-closure, talking about why', () => {
  it('shows whose wish it is, and records the conversation with reasons in the person’s voice', async () => {
    const page = await mount(exploring);
    expect(page.find('.stands').textContent).to.equal('The person wants to stop.');
    expect(page.isOpen('explored')).to.equal(true);
    await page.choose('explored-conversation-with-person');
    for (const { words } of page.case.policy.closingReasons) expect(page.text).to.contain(words);
    await page.choose('explored-conversation-with-person');
    await talk(page, 'yes');
    await page.save('explored');
    expect(page.sent.at(-1)?.data).to.deep.equal({
      conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
      reasons: ['tooMuchProcess'],
      alternativesOffered: ['prevention'],
      words: 'I have had enough of people in my front room.',
      understands: 'yes',
      wayBackGiven: 'yes',
    });
    expect(page.find('.card').textContent).to.contain('There are too many visits, meetings or forms');
  });

  it('shows conversation-not-private with its source as soon as it is answered, and is clear once they were free', async () => {
    const page = await mount(exploring);
    await talk(page, 'no');
    expect(page.words('conversation-not-private')).to.contain('Talk with them again, alone and somewhere safe');
    expect(page.words('conversation-not-private')).to.contain('Care Act 2014 s1(3)(e)');
    await page.save('explored');
    expect(focused()?.classList.contains('outcome')).to.equal(true);
    expect(page.case.state.journey).to.deep.equal({ closure: 'exploring' });
    await page.choose('explored-conversation-freeToSpeak-yes');
    expect(page.codes).not.to.contain('conversation-not-private');
    await page.save('explored');
    expect(page.case.state.journey).to.deep.equal({ closure: 'deciding' });
  });

  it('asks for attempts where nobody could be reached, and says how many are needed', async () => {
    const page = await mount(exploring);
    await page.choose('explored-conversation-with-nobody', 'explored-wayBackGiven-no');
    expect(page.has('#explored-reasons')).to.equal(false);
    expect(page.words('attempts-too-few')).to.contain('at least three attempts');
    for (const [index, how] of ['phone', 'phone', 'writing'].entries()) {
      if (index > 0) {
        [...page.root.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Add another')?.click();
        await page.settle();
      }
      await page.day(`explored-attempts-${index}-at`, '2026-03-02');
      await page.write(`explored-attempts-${index}-how`, how);
    }
    expect(page.codes).not.to.contain('attempts-too-few');
    await page.save('explored');
    expect(page.sent.at(-1)?.data).to.deep.equal({
      reasons: [],
      alternativesOffered: [],
      attempts: [
        { at: '2026-03-02', how: 'phone' },
        { at: '2026-03-02', how: 'phone' },
        { at: '2026-03-02', how: 'writing' },
      ],
      wayBackGiven: 'no',
    });
  });

  it('does not take somebody else’s word for the person’s', async () => {
    const page = await mount(exploring);
    await page.choose('explored-conversation-with-representative', 'explored-conversation-freeToSpeak-yes');
    await page.write('explored-conversation-how', 'phone');
    await page.choose('explored-wayBackGiven-yes', 'explored-reasons-feelsSafe');
    expect(page.words('person-not-heard')).to.contain('Ask the person themselves.');
  });

  it('puts first the help that fits the reasons', async () => {
    const page = await mount(exploring);
    await page.choose('explored-conversation-with-person', 'explored-reasons-dependsOnThem');
    const first = page.find('#explored-alternativesOffered .choice');
    expect(first.textContent).to.contain('A care and support needs assessment');
    expect(first.textContent).to.contain('Fits what they said');
  });
});

describe('msp-closure, deciding', () => {
  it('asks a manager for a second look where the choice may not be free', async () => {
    const page = await mount([...exploring, afraid]);
    expect(page.text).to.contain('He will be angry with me.');
    expect(page.text).to.contain('I am afraid of what may happen');
    await page.open('decide');
    await page.choose('decide-way-closure.agreed');
    await page.save('decide');
    expect(page.words('second-look-needed')).to.contain('the choice may not be free');
    expect(page.words('second-look-needed')).to.contain('management oversight');
    expect(page.find('[data-code=role-not-allowed]').textContent).to.contain('manager');
    expect(page.has('#approved-form')).to.equal(false);
    await page.as('manager');
    expect(page.isOpen('approved')).to.equal(true);
    await page.write('approved-because', 'Read it, and rang her when he was out.');
    await page.save('approved');
    expect(page.codes).not.to.contain('second-look-needed');
    expect(page.text).to.contain('Read it, and rang her when he was out.');
    await page.as('practitioner');
    await page.open('decide');
    await page.choose('decide-way-closure.agreed');
    await page.save('decide');
    expect(page.case.state.journey).to.deep.equal({ closure: 'reviewing' });
  });

  it('carries on where they think again', async () => {
    const page = await mount([...exploring, explored]);
    expect(page.isOpen('decide')).to.equal(true);
    await page.choose('decide-way-closure.reconsidered');
    await page.save('decide');
    expect(page.case.state.journey).to.deep.equal({ active: { checkIns: 'waiting' } });
  });

  it('asks for ground and explanation where the person’s wish to stop is overridden', async () => {
    const page = await mount([...exploring, explored]);
    await page.choose('decide-way-closure.overridden');
    await page.write('decide-because', 'Her grandson is at risk.');
    expect(page.codes).to.contain('wishes-not-overridden');
    await page.open('override');
    await page.choose('override-about-act', 'override-grounds-riskToChildren', 'override-told-no');
    await page.write('override-proportionate', 'Only what keeps him safe.');
    await page.write('override-notExplainedBecause', 'She cannot be reached alone yet.');
    await page.save('override');
    expect(page.codes).not.to.contain('wishes-not-overridden');
    await page.save('decide');
    expect(page.sent.at(-1)?.type).to.equal('closure.overridden');
  });

  it('leads to the end of the enquiry, and to the test, where they are missing', async () => {
    const unfinished = await mount([...underWay, stop, explored]);
    expect(unfinished.isOpen('concluded')).to.equal(true);
    await unfinished.choose('concluded-result-noRisk', 'concluded-actionTaken-no');
    await unfinished.save('concluded');
    expect(unfinished.isOpen('decide')).to.equal(true);

    const undecided = await mount([...journeys.heard, stop, explored]);
    await undecided.open('decide');
    expect(undecided.codes).to.contain('threshold-undecided');
    for (const limb of ['needs', 'abuseOrRisk', 'unableToProtect']) {
      expect(undecided.isOpen(`limb-${limb}`), limb).to.equal(true);
      await undecided.choose(`limb-${limb}-answer-notMet`);
      await undecided.write(`limb-${limb}-because`, 'As she told us.');
      await undecided.save(`limb-${limb}`);
    }
    expect(undecided.isOpen('test')).to.equal(true);
    await undecided.choose('test-route-noEnquiry');
    await undecided.write('test-because', 'Help with bills will do.');
    await undecided.save('test');
    expect(undecided.case.state.journey).to.equal('stepDown');
  });
});

describe('msp-closure, looking back', () => {
  it('shows outcome-not-reviewed, and leads through outcomes, risk and safety to the end', async () => {
    const page = await mount(reviewing);
    expect(page.isOpen('review-o1')).to.equal(true);
    await page.open('completed');
    await page.save('completed');
    expect(page.words('outcome-not-reviewed')).to.contain('Look back together');
    expect(page.words('outcome-not-reviewed')).to.contain('Safeguarding Adults Collection SG4a');
    expect(page.codes).to.include.members(['risk-not-reviewed', 'end-safety-missing']);
    page.find('[data-code=outcome-not-reviewed] button').click();
    await page.settle();
    expect(focused()?.id).to.equal('review-o1-summary');
    await page.choose('review-o1-result-partlyAchieved', 'review-o1-view-person');
    await page.write('review-o1-words', 'Nearly.');
    await page.save('review-o1');
    expect(page.codes).not.to.contain('outcome-not-reviewed');
    expect(page.text).to.contain('It happened in part (The person). “Nearly.”');
    expect(page.isOpen('risk')).to.equal(true);
    await page.choose('risk-result-reduced');
    await page.save('risk');
    expect(page.isOpen('safety')).to.equal(true);
    await page.choose('safety-rating-4');
    await page.save('safety');
    expect(page.sent.at(-1)?.data).to.deep.equal({ moment: 'end', rating: 4 });
    await page.save('completed');
    expect(page.case.state.journey).to.equal('stepDown');
    for (const { type, data } of page.sent) expect(eventSchemas[type].safeParse(data).success, type).to.equal(true);
  });

  it('looks back at an outcome with the keyboard alone', async () => {
    const page = await mount(reviewing);
    await tabTo((element) => element.id === 'review-o1-result-achieved', 'how it went');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.id === 'review-o1-view-person', 'who says so');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.textContent?.trim() === 'Save', 'the button');
    await sendKeys({ press: 'Enter' });
    await page.settle();
    expect(page.sent.at(-1)?.data).to.deep.equal({ outcomeId: 'o1', result: 'achieved', view: 'person' });
    expect(focused()?.id).to.equal('risk-summary');
  });

  it('has nothing that axe finds, in each state', async () => {
    for (const [events, role] of [
      [exploring],
      [[...exploring, afraid]],
      [[...exploring, afraid], 'manager'],
      [[...exploring, explored], 'advocate'],
      [reviewing],
      [underWay],
    ] as const) {
      const page = await mount(events, role);
      expect(await faults(page.element)).to.deep.equal([]);
      expect(danglingIds(page.root)).to.deep.equal([]);
    }
    const page = await mount(exploring);
    await page.save('explored');
    expect(await faults(page.element), 'empty').to.deep.equal([]);
    await talk(page, 'no');
    await page.choose('explored-conversation-with-person', 'explored-conversation-with-representative');
    await page.save('explored');
    expect(await faults(page.element), 'refused').to.deep.equal([]);
    expect(danglingIds(page.root)).to.deep.equal([]);
  });
});
