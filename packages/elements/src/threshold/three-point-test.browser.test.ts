import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventSchemas } from '@msp/workflows';
import { journeys } from '@msp/workflows/testing';
import { danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import { StagePage } from '../stage/stage.fixture.js';
import '../define/msp-three-point-test.js';

const { acknowledged, heard, allLimbsMet, statutoryEnquiry } = journeys;
const mount = (events = acknowledged, role?: 'practitioner' | 'manager' | 'advocate'): Promise<StagePage> =>
  StagePage.open('msp-three-point-test', events, role);

const answer = async (page: StagePage, limb: string, value: string): Promise<void> => {
  await page.open(`limb-${limb}`);
  await page.choose(`limb-${limb}-answer-${value}`);
  await page.write(`limb-${limb}-because`, 'Two visits, and what she said.');
  await page.save(`limb-${limb}`);
};

describe('msp-three-point-test', () => {
  it('asks three plain questions with the law’s words beside them, and says where the test stands', async () => {
    const page = await mount(heard);
    const { limbs } = page.case.policy;
    for (const { plain, words, cites } of limbs) {
      expect(page.text).to.contain(plain);
      expect(page.text).to.contain(words);
      expect(page.text).to.contain(cites);
    }
    expect(page.find('.stands').textContent).to.equal('None of the three points is answered yet.');
    await answer(page, 'needs', 'met');
    await answer(page, 'abuseOrRisk', 'met');
    await answer(page, 'unableToProtect', 'unclear');
    expect(page.find('.stands').textContent).to.contain('Still unclear: Because of their needs');
    await answer(page, 'unableToProtect', 'met');
    expect(page.find('.stands').textContent).to.equal('All three points are met.');
    expect(page.text).to.contain('Because: Two visits, and what she said.');
  });

  it('keeps what the person said in sight', async () => {
    const page = await mount(heard);
    expect(page.find('.said').textContent).to.contain('I want to do my own shopping again.');
  });

  it('leads from hearing the person to the decision, one step open at a time', async () => {
    const page = await mount();
    expect(page.isOpen('talk')).to.equal(true);
    await page.choose('talk-way-conversation.held', 'talk-with-person', 'talk-freeToSpeak-yes', 'talk-how-inPerson');

    await page.write('talk-words', 'I want my card back.');
    await page.save('talk');
    expect(page.sent.at(-1)).to.deep.equal({
      type: 'conversation.held',
      data: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'I want my card back.' },
    });
    for (const limb of ['needs', 'abuseOrRisk', 'unableToProtect']) {
      expect(page.isOpen(`limb-${limb}`), limb).to.equal(true);
      expect(focused()?.id).to.equal(`limb-${limb}-summary`);
      await answer(page, limb, 'met');
    }
    expect(page.isOpen('decide')).to.equal(true);
    await page.choose('decide-route-statutoryEnquiry');
    await page.write('decide-because', 'All three points are met.');
    await page.save('decide');
    expect(page.case.context.route).to.equal('statutoryEnquiry');
    expect(page.find('.stands').textContent).to.contain('Make a statutory enquiry');
    for (const { type, data } of page.sent) expect(eventSchemas[type].safeParse(data).success).to.equal(true);
  });

  it('shows person-not-heard with its law, leads to the conversation, and is clear afterwards', async () => {
    const page = await mount(acknowledged);
    await page.add(...allLimbsMet.filter(([type]) => type === 'threshold.limbAssessed'));
    await page.open('decide');
    await page.choose('decide-route-statutoryEnquiry');
    await page.write('decide-because', 'Clear enough.');
    await page.save('decide');
    expect(page.words('person-not-heard')).to.contain('Nobody has spoken with the person yet.');
    expect(page.words('person-not-heard')).to.contain('Care Act 2014 s1(3)(e)');
    expect(focused()?.classList.contains('outcome')).to.equal(true);
    page.find('[data-code=person-not-heard] button').click();
    await page.settle();
    expect(focused()?.id).to.equal('talk-summary');
    await page.choose('talk-way-conversation.notHeld');
    await page.write('talk-because', 'Nobody answered twice.');
    await page.save('talk');
    expect(page.codes).not.to.contain('person-not-heard');
    await page.save('decide');
    expect(page.case.context.route).to.equal('statutoryEnquiry');
  });

  it('says at once, in the engine’s words, that the council must enquire', async () => {
    const page = await mount(allLimbsMet);
    await page.choose('decide-route-noEnquiry');
    expect(page.words('duty-to-enquire')).to.contain('so the council must make an enquiry');
    expect(page.words('duty-to-enquire')).to.contain('Care Act 2014 s42(2)');
    await page.choose('decide-route-statutoryEnquiry');
    expect(page.codes).to.deep.equal([]);
  });

  it('asks on which ground and to whom a concern is passed on', async () => {
    const page = await mount(heard);
    await page.open('decide');
    await page.choose('decide-route-redirected');
    expect(page.codes).to.contain('no-redirection-ground');
    await page.choose('decide-ground-elsewhere');
    await page.write('decide-to', 'Fernshire Council');
    expect(page.codes).not.to.contain('no-redirection-ground');
    await page.write('decide-because', 'She lives there now.');
    await page.save('decide');
    expect(page.sent.at(-1)?.data).to.deep.equal({
      route: 'redirected',
      ground: 'elsewhere',
      to: 'Fernshire Council',
      because: 'She lives there now.',
    });
  });

  it('has nothing that axe finds, at any step, with errors, refused, decided and for reading', async () => {
    const page = await mount();
    const clean = async (state: string): Promise<void> => {
      expect(await faults(page.element), state).to.deep.equal([]);
      expect(danglingIds(page.root), state).to.deep.equal([]);
    };
    await clean('to hear');
    await page.save('talk');
    await clean('with an error');
    await page.choose('talk-way-conversation.held');
    await page.open('limb-needs');
    await page.open('decide');
    await page.choose('decide-route-redirected');
    await clean('open');
    await page.choose('decide-route-noEnquiry');
    await page.write('decide-because', 'Why not');
    await page.save('decide');
    await clean('refused');
    expect(await faults((await mount(statutoryEnquiry)).element)).to.deep.equal([]);
    expect(await faults((await mount(heard, 'advocate')).element)).to.deep.equal([]);
  });

  it('answers a question with the keyboard alone', async () => {
    const page = await mount(heard);
    await tabTo((element) => element.id === 'limb-needs-summary', 'the first question');
    await tabTo((element) => element.id === 'limb-needs-answer-met', 'its answers');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.id === 'limb-needs-because', 'why');
    await sendKeys({ type: 'She cannot wash or shop alone.' });
    await tabTo((element) => element.textContent?.trim() === 'Save this answer', 'the button');
    await sendKeys({ press: 'Enter' });
    await page.settle();
    expect(page.sent).to.deep.equal([
      {
        type: 'threshold.limbAssessed',
        data: { limb: 'needs', answer: 'met', because: 'She cannot wash or shop alone.' },
      },
    ]);
    expect(focused()?.id).to.equal('limb-abuseOrRisk-summary');
  });
});
