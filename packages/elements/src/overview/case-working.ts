import { stageOf } from '@msp/workflows';
import type { Case, Stage } from '@msp/workflows';
import { html, nothing } from 'lit';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { voicePanel } from '../person/voice-panel.js';
import { dayWords } from '../stage/readings.js';
import type { CaseContext } from './case-context.js';
import { missingPanel } from './missing-panel.js';
import { wantsPanel } from './wants-panel.js';

const STAGES: readonly Stage[] = ['concern', 'threshold', 'outcomes', 'check-ins', 'closure', 'step-down'];

const dangerTemplate = ({ t }: CaseContext, { state }: Case): Piece =>
  state.danger === 'immediate'
    ? html`<div class="danger" part="danger">
        <p class="heading-small">${t('case.danger')}</p>
        <p>${t('case.danger.call')}</p>
      </div>`
    : nothing;

const stagesTemplate = ({ t }: CaseContext, now: Stage): Piece => {
  const shown = now === 'closed' ? [...STAGES, now] : STAGES;
  return html`<ol class="stages" part="stages" aria-label=${t('case.where')}>
    ${shown.map((stage) => {
      const name = t(`stage-name.${stage}`);
      return stage === now
        ? html`<li aria-current="step">${t('case.now', { stage: name })}</li>`
        : html`<li>${name}</li>`;
    })}
  </ol>`;
};

const factsTemplate = ({ t, view }: CaseContext, { state }: Case): Piece => {
  const last = view.entries.at(-1);
  const fact = (label: string, text: string): Piece =>
    html`<div>
      <dt>${label}</dt>
      <dd>${text}</dd>
    </div>`;
  return html`<dl class="facts">
    ${fact(t('case.heard.label'), t(`case.heard.${state.voice}`))}
    ${fact(t('case.advocacy.label'), t(`case.advocacy.${state.advocacy}`))}
    ${last ? fact(t('case.last.label'), `${t(`event.${last.type}`)}, ${dayWords(last.at)}`) : nothing}
  </dl>`;
};

function stageTemplate(stage: Stage, level: number): Piece {
  switch (stage) {
    case 'threshold':
      return html`<msp-three-point-test heading-level=${level}></msp-three-point-test>`;
    case 'outcomes':
      return html`<msp-outcomes heading-level=${level}></msp-outcomes>`;
    case 'check-ins':
      return html`<msp-check-in heading-level=${level}></msp-check-in>`;
    case 'closure':
      return html`<msp-closure heading-level=${level}></msp-closure>`;
    case 'step-down':
      return html`<msp-step-down heading-level=${level}></msp-step-down>`;
    default:
      return html`<msp-concern heading-level=${level}></msp-concern>`;
  }
}

/** The page for those who work on the case: the person first, then what is missing, the work of the stage, and the record. */
export function workingPage(context: CaseContext, current: Case): Piece {
  const { t, view, reference, level } = context;
  const stage = stageOf(current);
  return html`<header class="box">
      ${heading(level - 1, t('case.title', { reference }), { id: 'case' })} ${dangerTemplate(context, current)}
      ${stagesTemplate(context, stage)} ${factsTemplate(context, current)}
    </header>
    <div class="box person">${voicePanel(t, view, level)} ${wantsPanel(context)}</div>
    ${missingPanel(context, current)}
    <div class="box">${stageTemplate(stage, level)}</div>
    <div class="box"><msp-anytime heading-level=${level}></msp-anytime></div>
    <div class="box"><msp-timeline heading-level=${level}></msp-timeline></div>`;
}
