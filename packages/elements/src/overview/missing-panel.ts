import type { Blocker, Case } from '@msp/workflows';
import { html, nothing } from 'lit';
import { heading, linkButton } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import type { CaseContext } from './case-context.js';
import { nextStep } from './next-step.js';

/** The ways to what clears it, wherever on the page their forms stand. */
const waysTemplate = ({ t, session }: CaseContext, { clearedBy }: Blocker): Piece[] => {
  const titles = new Set<string>();
  return clearedBy.flatMap((type) => {
    const form = session?.formFor(type);
    if (!form || titles.has(form.title)) return [];
    titles.add(form.title);
    return [html`<p>${linkButton(t('case.missing.go', { form: form.title }), () => void form.show(type))}</p>`];
  });
};

/** What the engine has against the step that leads on, in its own words, and where to clear it. */
export function missingPanel(context: CaseContext, current: Case): Piece {
  const { t, view, level } = context;
  const next = nextStep(current, view.role);
  if (!next) return nothing;
  const step = t(`case.step.${next.type}`);
  return html`<section class="box missing" aria-labelledby="missing">
    ${heading(level, t('case.missing'), { id: 'missing' })}
    ${
      next.blockers.length === 0
        ? html`<p>${t('case.missing.none', { step })}</p>`
        : html`<p>${t('case.missing.first', { step })}</p>
            <ul part="blockers">
              ${next.blockers.map(
                (blocker) =>
                  html`<li data-code=${blocker.code}>
                    ${blocker.message}
                    <span class="muted small cites">${t('kit.blocked.source', { cites: blocker.cites })}</span>
                    ${waysTemplate(context, blocker)}
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
}
