import type { Blocker } from '@msp/workflows';
import { html, nothing } from 'lit';
import { linkButton } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import type { StageHost } from './stage-host.js';

/** The way to what clears it, wherever on this page that form stands. */
const ways = (host: StageHost, { clearedBy }: Blocker): Piece[] => {
  const forms = new Set<string>();
  return clearedBy.flatMap((type) => {
    const form = host.record.session?.formFor(type);
    if (!form || forms.has(form.title)) return [];
    forms.add(form.title);
    return [html`<p>${linkButton(form.title, () => void form.show(type))}</p>`];
  });
};

/** What stands in the way: the engine's own words, where they come from, and the way to what clears it. */
export const blockersBox = (
  host: StageHost,
  blockers: readonly Blocker[],
  options: { refused?: boolean; title?: string | undefined } = {},
): Piece =>
  blockers.length === 0
    ? nothing
    : html`<div
        class="in-the-way inset ${options.refused ? 'outcome urgent' : ''}"
        part="inset blockers"
        role=${options.refused ? 'alert' : nothing}
        tabindex=${options.refused ? '-1' : nothing}
      >
        <p class="heading-small">
          ${options.refused ? host.t('kit.blocked.title') : (options.title ?? host.t('stage.left.title'))}
        </p>
        <ul>
          ${blockers.map(
            (blocker) =>
              html`<li data-code=${blocker.code}>
                ${blocker.message}
                <span class="muted small cites">${host.t('kit.blocked.source', { cites: blocker.cites })}</span>
                ${ways(host, blocker)}
              </li>`,
          )}
        </ul>
      </div>`;
