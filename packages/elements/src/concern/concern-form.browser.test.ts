import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { toldConcernSchema } from '@msp/workflows';
import { pagesFor, questionsOn } from '@msp/workflows/questions';
import type { Answer, ConcernQuestion } from '@msp/workflows/questions';
import { danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import type { MspConcernFormElement } from './concern-form.element.js';
import {
  RECEIPT,
  choose,
  fakeClient,
  find,
  goTo,
  mountForm,
  press,
  rootOf,
  settle,
  write,
} from './concern-form.fixture.js';

const WAYS = ['somebody', 'myself', 'organisation'] as const;

const answerFor = ({ id, kind, options }: ConcernQuestion): Answer => {
  if (kind === 'date') return '1948-03-27';
  if (!options) return `Words about ${id}, “as said”.`;
  const [first, second] = options.map(({ value }) => value);
  return kind === 'checkboxes' ? [first ?? '', second ?? ''] : (first ?? '');
};

/** Answers everything that is asked on this page, also what shows only because of an answer. */
async function answerPage(
  form: MspConcernFormElement,
  way: string,
  given: Map<ConcernQuestion, Answer>,
): Promise<void> {
  for (let again = true; again;) {
    again = false;
    const answers = Object.fromEntries([...given].map(([{ id }, answer]) => [id, answer]));
    const page = pagesFor({ ...answers, wayIn: way }).find(({ id }) => id === form.page);
    for (const question of page ? questionsOn(page, { ...answers, wayIn: way }) : []) {
      if (given.has(question)) continue;
      const answer = question.id === 'wayIn' ? way : answerFor(question);
      given.set(question, answer);
      again = true;
      if (question.kind === 'date') {
        const [year = '', month = '', day = ''] = String(answer).split('-');
        await write(form, `${question.id}-year`, year);
        await write(form, `${question.id}-month`, month);
        await write(form, `${question.id}-day`, day);
      } else if (!question.options) await write(form, question.id, String(answer));
      else for (const value of [answer].flat()) await choose(form, question.id, value);
    }
  }
}

const at = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], data);

describe('msp-concern-form', () => {
  for (const way of WAYS) {
    it(`has nothing that axe finds on any page, answered or not, for the way in “${way}”`, async () => {
      const form = await mountForm();
      const given = new Map<ConcernQuestion, Answer>();
      const seen: string[] = [];
      while (form.page !== 'receipt') {
        seen.push(form.page);
        expect(await faults(form), form.page).to.deep.equal([]);
        if (form.page === 'before') await press(form, 'Start');
        else if (form.page === 'check') await press(form, 'Send');
        else {
          await answerPage(form, way, given);
          expect(await faults(form), `${form.page}, answered`).to.deep.equal([]);
          expect(danglingIds(rootOf(form)), form.page).to.deep.equal([]);
          await press(form, 'Continue');
        }
      }
      expect(await faults(form), 'receipt').to.deep.equal([]);
      expect(seen).to.deep.equal(['before', ...pagesFor({ wayIn: way }).map(({ id }) => id), 'check']);
    });

    it(`sends every answer to the field that it fills, for the way in “${way}”`, async () => {
      const { client, sent } = fakeClient();
      const form = await mountForm(client);
      const given = new Map<ConcernQuestion, Answer>();
      await press(form, 'Start');
      while (form.page !== 'check') {
        await answerPage(form, way, given);
        await press(form, 'Continue');
      }
      await press(form, 'Send');
      const data = sent[0]?.data;
      expect(toldConcernSchema.safeParse(data).success).to.equal(true);
      expect(given.size).to.be.greaterThan(12);
      for (const [question, answer] of given) {
        const wanted = [answer].flat().map((value) => {
          if (question.each) return { name: value, address: 'Words about personAddress, “as said”.' };
          const choice = question.options?.find((option) => option.value === value);
          return choice?.stores === undefined ? value : choice.stores;
        });
        expect([at(data, question.field)].flat(), question.id).to.deep.equal(wanted);
      }
    });
  }

  it('leads from the first page to the receipt with the keyboard alone', async () => {
    const { client, sent } = fakeClient();
    const form = await mountForm(client);
    await resetMouse();
    const button = (text: string) => (element: Element) =>
      element instanceof HTMLButtonElement && element.textContent?.trim() === text;
    const enter = async (text: string): Promise<void> => {
      await tabTo(button(text), text);
      await sendKeys({ press: 'Enter' });
      await settle(form);
    };
    await enter('Start');
    await tabTo((element) => element instanceof HTMLInputElement && element.type === 'radio', 'the ways in');
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Enter' });
    await settle(form);
    expect(form.page).to.equal('whatHappened');
    await tabTo((element) => element instanceof HTMLTextAreaElement, 'the box for what happened');
    await sendKeys({ type: 'He takes her card.' });
    await enter('Continue');
    while (form.page !== 'check') await enter('Continue');
    await enter('Send');
    expect(form.page).to.equal('receipt');
    expect(find(form, '.reference').textContent).to.equal(RECEIPT.reference);
    expect(sent.map(({ data }) => data)).to.deep.equal([{ aboutSelf: 'no', whatHappened: 'He takes her card.' }]);
  });

  it('puts the focus on the heading of each new page, and says which page it is', async () => {
    const form = await mountForm();
    await press(form, 'Start');
    expect(focused()).to.equal(find(form, '.page h2'));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(find(form, '[role=status]').textContent).to.equal('Page 1 of 10');
    await press(form, 'Back');
    expect(focused()?.textContent).to.equal('Tell us what worries you');
  });

  it('leaves the focus of the page around it alone until somebody starts', async () => {
    const before = document.activeElement;
    await mountForm();
    expect(document.activeElement).to.equal(before);
  });

  it('asks for what happened in words that help, above and beside the box, and leads there', async () => {
    const form = await mountForm();
    await goTo(form, 'whatHappened');
    find(form, 'button[type=submit]').click();
    await settle(form);
    expect(form.page).to.equal('whatHappened');
    expect(focused()?.classList.contains('error-summary')).to.equal(true);
    const box = find<HTMLTextAreaElement>(form, 'textarea');
    const described = (box.getAttribute('aria-describedby') ?? '').split(' ');
    const words = described.map((id) => find(form, `#${id}`).textContent?.replaceAll(/\s+/g, ' ').trim());
    expect(words[1]).to.equal('Error: Tell us what has happened. A few words are enough.');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(await faults(form)).to.deep.equal([]);
    await press(form, 'Tell us what has happened.');
    expect(focused()).to.equal(box);
  });

  it('says where a worry belongs, to whoever asks, and leads back or on', async () => {
    const form = await mountForm();
    form.contacts = [{ id: 'contracts', label: 'Care quality team', phone: '01632 960 222' }];
    await press(form, 'Not sure if this is the right place?');
    expect(form.page).to.equal('route');
    expect(await faults(form)).to.deep.equal([]);
    const page = find(form, '.page').textContent?.replaceAll(/\s+/g, ' ') ?? '';
    expect(page).to.contain('Care quality team: 01632 960 222');
    expect(page).to.contain('Call 01234 567 890.');
    expect([...rootOf(form).querySelectorAll('a')].map(({ href }) => href)).to.include('tel:01632960222');
    await press(form, 'Back');
    expect(form.page).to.equal('before');
    await press(form, 'Not sure');
    await press(form, 'Tell us here');
    expect(form.page).to.equal('wayIn');
  });

  it('tells of several adults at once, and shows a reference for each', async () => {
    const others = [{ caseId: RECEIPT.caseId, reference: 'MSP-3333-4444' }];
    const { client, sent } = fakeClient(async () => ({ ...RECEIPT, others }));
    const form = await mountForm(client);
    await goTo(form, 'danger');
    await choose(form, 'otherAdults', 'yes');
    await goTo(form, 'person');
    await write(form, 'personAddress', '1 Mill Lane');
    await write(form, 'otherNames', ' Bob\n\nhis sister ');
    await goTo(form, 'check');
    await press(form, 'Send');
    expect(sent[0]?.data.alsoAbout).to.deep.equal([
      { name: 'Bob', address: '1 Mill Lane' },
      { name: 'his sister', address: '1 Mill Lane' },
    ]);
    expect(find(form, '.page').textContent).to.contain('MSP-3333-4444');
  });

  it('names what is wrong with a date, and lets go on once it is right or empty', async () => {
    const form = await mountForm();
    await goTo(form, 'person', 'organisation');
    await write(form, 'personBorn-day', '40');
    await write(form, 'personBorn-month', '13');
    await write(form, 'personBorn-year', '1948');
    await press(form, 'Continue');
    expect(form.page).to.equal('person');
    expect(find(form, '.error-summary').textContent).to.contain('Write the date as numbers');
    expect(await faults(form)).to.deep.equal([]);
    for (const part of ['day', 'month', 'year']) await write(form, `personBorn-${part}`, '');
    await press(form, 'Continue');
    expect(form.page).to.equal('support');
  });

  it('can be sent from the third page on, with what was told', async () => {
    const { client, sent } = fakeClient();
    const form = await mountForm(client);
    await goTo(form, 'danger');
    await press(form, 'Send it now with what you have told us');
    expect(form.page).to.equal('receipt');
    expect(sent).to.have.length(1);
  });

  it('shows 999 at once when somebody is in danger', async () => {
    const form = await mountForm();
    await goTo(form, 'danger');
    await choose(form, 'immediateDanger', 'yes');
    expect(find(form, '.inset.urgent').textContent).to.contain('Call 999 now');
  });

  it('answers the second question with its own “Yes”', async () => {
    const form = await mountForm();
    await goTo(form, 'danger');
    find(form, 'label[for=concern-otherAdults-yes]').click();
    await form.updateComplete;
    const ticked = [...rootOf(form).querySelectorAll<HTMLInputElement>('input:checked')].map(({ id }) => id);
    expect(ticked).to.deep.equal(['concern-otherAdults-yes']);
  });

  it('keeps two boxes that are ticked at the same moment, and unticks all for “I do not know”', async () => {
    const form = await mountForm();
    await goTo(form, 'kinds');
    find(form, '#concern-kinds-physical').click();
    find(form, '#concern-kinds-sexual').click();
    await form.updateComplete;
    const ticked = (): string[] =>
      [...rootOf(form).querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    expect(ticked()).to.deep.equal(['physical', 'sexual']);
    await choose(form, 'kinds', 'notKnown');
    expect(ticked()).to.deep.equal(['notKnown']);
    await choose(form, 'kinds', 'selfNeglect');
    expect(ticked()).to.deep.equal(['selfNeglect']);
  });

  it('changes one answer from the page of all answers, and comes back to it', async () => {
    const form = await mountForm();
    await goTo(form, 'check');
    await press(form, 'Change What has happened?');
    expect(form.page).to.equal('whatHappened');
    await write(form, 'whatHappened', 'He took it again.');
    await press(form, 'Save this change');
    expect(form.page).to.equal('check');
    expect(find(form, '.answers').textContent).to.contain('He took it again.');
  });

  it('shows what the page around knows, as an answer that can be changed', async () => {
    const { client, sent } = fakeClient();
    const form = await mountForm(client);
    form.prefill = {
      location: 'careHomeResidential',
      referrer: { organisation: 'Example Homes', relationship: 'Housing officer' },
    };
    await goTo(form, 'check', 'organisation');
    await press(form, 'Send');
    expect(sent[0]?.data).to.deep.include({
      location: 'careHomeResidential',
      referrer: { organisation: 'Example Homes', relationship: 'Housing officer' },
    });
  });

  it('keeps to 320 pixels on every page', async () => {
    await setViewport({ width: 320, height: 640 });
    const form = await mountForm();
    const given = new Map<ConcernQuestion, Answer>();
    const width = (): number => document.documentElement.scrollWidth;
    while (form.page !== 'receipt') {
      expect(width(), form.page).to.be.at.most(320);
      if (form.page === 'before') await press(form, 'Start');
      else if (form.page === 'check') await press(form, 'Send');
      else {
        await answerPage(form, 'organisation', given);
        expect(width(), `${form.page}, answered`).to.be.at.most(320);
        await press(form, 'Continue');
      }
    }
    expect(width(), 'receipt').to.be.at.most(320);
    await setViewport({ width: 1024, height: 768 });
  });

  it('shows the code of the receipt only where there is a page that it opens', async () => {
    const form = await mountForm();
    await goTo(form, 'danger');
    await press(form, 'Send it now');
    expect(rootOf(form).textContent).not.to.contain(RECEIPT.code);
    form.newsAt = 'https://safeguarding.example/form/larkshire';
    await form.updateComplete;
    expect(rootOf(form).textContent).to.contain(RECEIPT.code);
    expect(find(form, 'a[rel=noreferrer]').getAttribute('href')).to.equal(form.newsAt);
    expect(await faults(form)).to.deep.equal([]);
    form.newsAt = 'javascript:alert(1)';
    await form.updateComplete;
    expect(rootOf(form).querySelector('a[rel=noreferrer]')).to.equal(null);
  });

  it('sends nothing where it is for trying out, says so on every page, and shows every page there is', async () => {
    const { client, sent } = fakeClient();
    const form = await mountForm(client);
    form.mode = 'demo';
    await form.updateComplete;
    const says = 'This is for trying out. Nothing that you write is sent.';
    await goTo(form, 'kinds');
    await press(form, 'Save it and come back later');
    await press(form, 'Save it');
    expect(form.page).to.equal('saved');
    expect(rootOf(form).textContent).to.contain(says);
    await press(form, 'Carry on now');
    await press(form, 'Send it now');
    expect(form.page).to.equal('receipt');
    expect(rootOf(form).textContent).to.contain(says);
    expect(sent).to.deep.equal([]);
  });

  it('shows no form in a mode that it does not have', async () => {
    const form = await mountForm();
    form.mode = 'isolated';
    await form.updateComplete;
    expect(rootOf(form).querySelector('form')).to.equal(null);
    expect(rootOf(form).textContent).to.contain('01234 567 890');
  });
});
